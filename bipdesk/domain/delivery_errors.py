"""What a person can act on in delivery: one class for each cause; sentences in `delivery_sentences.py`."""

from bipdesk.domain.errors import UserError

# catch-ups, credits, breaks


class CatchUpsUsedUp(UserError):
    """As many catch-ups alone as the pack counts were held: `number`, `citation`."""

    key = "catch-ups-used-up"


class CatchUpNotAlone(UserError):
    """The pack wants every session in a group: `citation`."""

    key = "catch-up-not-alone"


class BreakTooLong(UserError):
    """A break longer than the pack allows needs somebody's approval and a reason: `most`, `citation`."""

    key = "break-too-long"


class BreakOverlaps(UserError):
    """Another break or leave covers a part of this time: `since`."""

    key = "break-overlaps"


# the register


class RegisterDisputed(UserError):
    """Two people wrote different values into lines of the register: `number` of lines."""

    key = "register-disputed"


class VisitorUnsigned(UserError):
    """Visitors have signed no confidentiality agreement: `names`, `citation`."""

    key = "visitor-unsigned"


class HoursWrong(UserError):
    """A session cannot have been held from `began` to `ended`."""

    key = "hours-wrong"


class RuleWrong(UserError):
    """Not a number of minutes that may be missed: `most`."""

    key = "rule-wrong"


class GuestRefused(UserError):
    """Somebody cannot catch up this session here: `name`, `reason`."""

    key = "guest-refused"


# curricula


class CurriculumFaulty(UserError):
    """A curriculum cannot be released yet: `number` of things that are wrong."""

    key = "curriculum-faulty"


class CurriculumTooLong(UserError):
    """A curriculum is longer than what fits into one entry: `most` characters."""

    key = "curriculum-too-long"


class CurriculumUnknown(UserError):
    """This computer has not got the curriculum."""

    key = "curriculum-unknown"


class DraftUnreadable(UserError):
    """A newer program wrote the draft."""

    key = "draft-unreadable"


class CurriculumNotOurs(UserError):
    """Only curricula that came with the program take words of the programme's own."""

    key = "curriculum-not-worded"


class WordsUnfit(UserError):
    """Words for a session cannot be kept: `field`, `reason`."""

    key = "words-unfit"


class SessionUnknown(UserError):
    """The curriculum has no such session, or is not known here."""

    key = "session-unknown"


class FileOfOtherKind(UserError):
    """A file is neither a whole PDF or picture nor plain text."""

    key = "file-of-other-kind"


class FileElsewhere(UserError):
    """The content of an attached file is kept on another computer."""

    key = "file-elsewhere"


# 1-2-1s and goals


class MinutesMissing(UserError):
    """How long it took is not a number of minutes that can be: `field`, `most`."""

    key = "minutes-missing"


class OneFacilitatorTwice(UserError):
    """The second facilitator is the first one: `field`."""

    key = "one-facilitator-twice"


class RatingEmpty(UserError):
    """Nothing was rated: `field`."""

    key = "rating-empty"


class AppointmentOver(UserError):
    """What became of the appointment was written down already."""

    key = "appointment-over"


# reviews and endings


class CompletionRefused(UserError):
    """Lines of the completion list are not met: `reasons`, each a sentence of its own."""

    key = "completion-refused"


class CompletionNeedsTwo(UserError):
    """Somebody tried to end a referral as completed without the list and the second person."""

    key = "completion-needs-two"


class ExitNotOpen(UserError):
    """The referral has ended already, or has not come so far: `status`."""

    key = "exit-not-open"


class TransferUnauthorised(UserError):
    """The place wants the supervising authority to authorise a transfer: `field`, `citation`."""

    key = "transfer-unauthorised"


class ExitTakenBackAlready(UserError):
    """The exit was taken back before."""

    key = "exit-taken-back"


class NewerReferral(UserError):
    """He was referred again since: the earlier end stays as it is."""

    key = "newer-referral"


class PartNotCovered(UserError):
    """His waiver does not let this part go to another programme: `part`."""

    key = "part-not-covered"


# groups


class SessionCancelled(UserError):
    """The session does not take place: nothing is marked or printed for it: `day`."""

    key = "session-cancelled"


class CancelledTooLate(UserError):
    """The session, or one after it, was held, or somebody is marked in its register."""

    key = "cancelled-too-late"


class EveningTaken(UserError):
    """The group meets on that day already, or that evening of it is cancelled: `day`."""

    key = "evening-taken"


class DatesChanged(UserError):
    """What was on screen has been changed by somebody else since."""

    key = "dates-changed"


class CancelledAgain(UserError):
    """The session of a cancelled evening was cancelled again on its new date, `day`."""

    key = "cancelled-again"


class GroupFull(UserError):
    """All places are taken: `taken`, `places`."""

    key = "group-full"


class NoUnconvictedPlace(UserError):
    """All places for men without a conviction are taken: `taken`, `places`."""

    key = "no-unconvicted-place"


class PlacesMiscounted(UserError):
    """There are more places for men without a conviction than places in all: `places`."""

    key = "places-miscounted"


class EntryClosed(UserError):
    """He cannot come in at that session; `next` says when he can: a clause that follows "Here"."""

    key = "entry-closed"


class OtherCurriculum(UserError):
    """The group runs another curriculum than the one he began with: `group`, `theirs`, `his`."""

    key = "other-curriculum"


class NotInGroup(UserError):
    """He is in no group, or not in this one."""

    key = "not-in-group"


class SameGroup(UserError):
    """He is in that group already: `group`."""

    key = "same-group"


class FortnightlyRefused(UserError):
    """The rules want the group to meet every week: `citation`."""

    key = "fortnightly-refused"


class DistanceUnknown(UserError):
    """Every other week is for those who live far away; his distance is not recorded: `miles`, `citation`."""

    key = "distance-unknown"


class LivesTooNear(UserError):
    """He lives too near for a group that meets every other week: `distance`, `km`, `miles`, `citation`."""

    key = "lives-too-near"


# calendar


class CalendarNotWritten(UserError):
    """The calendar file cannot be written there: `reason`."""

    key = "calendar-not-written"
