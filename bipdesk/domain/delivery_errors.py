"""What a person can act on in delivery: one class for each cause; the sentences are in `delivery_sentences.py`."""

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


class GuestRefused(UserError):
    """Somebody cannot catch up this session here: `name`, `reason`."""

    key = "guest-refused"
