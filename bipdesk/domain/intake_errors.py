"""What a person can act on at intake: one class for each cause; the sentences are in `sentences.py`."""

from bipdesk.domain.errors import UserError

# import of spreadsheets


class SpreadsheetUnreadable(UserError):
    """The file cannot be opened or is damaged: `reason`."""

    key = "spreadsheet-unreadable"


class SpreadsheetOfOtherKind(UserError):
    """The file is of a kind that is not read: `kind`."""

    key = "spreadsheet-of-other-kind"


class SpreadsheetTooLarge(UserError):
    """Something is larger than is read: `what` and `most`."""

    key = "spreadsheet-too-large"


class ImportUndecided(UserError):
    """Rows wait for a decision: `number` of them."""

    key = "import-undecided"


class ImportChanged(UserError):
    """The records changed since the preview was made."""

    key = "import-changed"


class ImportStopped(UserError):
    """The person stopped it; nothing was written."""

    key = "import-stopped"


class ImportInUse(UserError):
    """An import cannot be taken back: `number` of its people have more in their files by now."""

    key = "import-in-use"


# referral


class NotSuitableYet(UserError):
    """Nobody is accepted before he was found suitable: `status`."""

    key = "not-suitable-yet"


class ReferralOpen(UserError):
    """He cannot be referred again while a referral of his goes on: `status`."""

    key = "referral-open"


class LinkToHimself(UserError):
    """A file cannot be linked with itself."""

    key = "link-to-himself"


class AlreadyLinked(UserError):
    """The two files are linked already."""

    key = "already-linked"


class NothingToTakeBack(UserError):
    """The referral stands where it began."""

    key = "nothing-to-take-back"


# suitability


class ExtremeDenialStands(UserError):
    """Extreme denial is beyond anybody's override."""

    key = "extreme-denial-stands"


class SuitabilityOpen(UserError):
    """The answers are not enough for a decision: `reasons`."""

    key = "suitability-open"


class SuitabilityNotDue(UserError):
    """The referral is past the decision: `status`."""

    key = "suitability-not-due"


class EvidenceFromElsewhere(UserError):
    """Evidence of a criterion comes from a source that the form does not offer: `field`."""

    key = "evidence-from-elsewhere"


# person record and risk


class EmergencyContactUnasked(UserError):
    """Nobody has asked whether the emergency contact is somebody to be protected."""

    key = "emergency-contact-unasked"


class ChildrenMiscounted(UserError):
    """The age bands hold `bands` children, more than the `number` of all."""

    key = "children-miscounted"


class NumberOutOfRange(UserError):
    """A number that cannot be meant: `field`, `least`, `most`."""

    key = "number-out-of-range"


class ProgrammeNotReady(UserError):
    """A precondition fails: `missing`, in words; two people may decide to open the group all the same."""

    key = "programme-not-ready"


class SamePersonTwice(UserError):
    """The second person of a decision is the one who is signed in."""

    key = "same-person-twice"


# papers: waiver, agreement, letters


class DisclosureRefused(UserError):
    """The gate lets nothing through: `reason` is the whole sentence."""

    key = "disclosure-refused"


class LetterNotFitting(UserError):
    """The letter says something that is not so yet: `reason`."""

    key = "letter-not-fitting"


class WordNotForLetters(UserError):
    """A word that stands in no letter: `word`, in `field`."""

    key = "word-not-for-letters"


class PaperOfOtherKind(UserError):
    """A scanned paper is neither PDF nor PNG nor JPEG, or is not whole."""

    key = "paper-of-other-kind"


class PaperTooLarge(UserError):
    """A scanned paper is larger than is kept: `most` in MB."""

    key = "paper-too-large"


class WaiverSigned(UserError):
    """A signed waiver is not changed any more."""

    key = "waiver-signed"


class WaiverEmpty(UserError):
    """A waiver without any recipient or without any topic: `what`."""

    key = "waiver-empty"


# Forms


class AnswersIncomplete(UserError):
    """A form cannot be finished yet: `number` of answers that are missing or wrong."""

    key = "answers-incomplete"


class AnswersFinished(UserError):
    """The answers were finished, or corrected, before."""

    key = "answers-finished"


class AnswersTooLong(UserError):
    """All answers together are too long: `most` characters."""

    key = "answers-too-long"


class FormUnusable(UserError):
    """A workbook has problems and is not taken over: `number` of them."""

    key = "form-unusable"


class FormAlreadyThere(UserError):
    """The form is here already, exactly so: `title`."""

    key = "form-already-there"


class FormTooLarge(UserError):
    """The form has more in it than can be stored."""

    key = "form-too-large"


class AgencyKnown(UserError):
    """Another agency has this name already: `field`, `name`."""

    key = "agency-known"
