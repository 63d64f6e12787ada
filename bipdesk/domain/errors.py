"""What a person can act on: one class for each cause; the sentences are in `sentences.py`."""

from typing import ClassVar


class UserError(Exception):
    """Something the person at the desk can mend; anything else is a bug."""

    key: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        super().__init__(self.key)
        self.values = values


class ResourceInvalid(UserError):
    """A curriculum, pack or instrument file is wrong: `file`, `where` (the key) and `reason`."""

    key = "resource-invalid"


class NothingEntered(UserError):
    """A required field was left empty: `field`."""

    key = "nothing-entered"


class NotAllowed(UserError):
    """The person's role does not cover this: `role`."""

    key = "not-allowed"


class FileLocked(UserError):
    """The file was locked while something still wanted to read it."""

    key = "file-locked"


class FileDamaged(UserError):
    """The file does not open with its key: `file`."""

    key = "file-damaged"


class FileMissing(UserError):
    """A file of the vault is not in its folder, or is empty: `file`."""

    key = "file-missing"


class DiskFull(UserError):
    """There is no room left on the disk; nothing was written."""

    key = "disk-full"


class FileTooNew(UserError):
    """The file was written by a newer program: `file`."""

    key = "file-too-new"


class RowMissing(UserError):
    """The row is gone, or was never there: `what`."""

    key = "not-found"


class BundleNotOne(UserError):
    """The file is no bundle of this program."""

    key = "bundle-not-one"


class BundleCutShort(UserError):
    """No whole bundle has this length: the end is missing, or something was added."""

    key = "bundle-cut-short"


class BundleDamaged(UserError):
    """Something in the bundle was changed since it was made."""

    key = "bundle-damaged"


class BundleNotForUs(UserError):
    """The bundle was made for another office."""

    key = "bundle-not-for-us"


class BundleSenderUnknown(UserError):
    """The bundle comes from an office whose card was never entered here."""

    key = "bundle-sender-unknown"


class BundleForged(UserError):
    """The bundle names an enrolled office, but the signature is not that office's."""

    key = "bundle-forged"


class BundleMalformed(UserError):
    """The bundle is signed by an enrolled office but contradicts itself."""

    key = "bundle-malformed"


class BundleTooNew(UserError):
    """The bundle was made by a newer program."""

    key = "bundle-too-new"


class BundleTooLarge(UserError):
    """The bundle is larger than any this program makes: `most` in bytes."""

    key = "bundle-too-large"


class BundleNotConfined(UserError):
    """Something may not leave this office: `section` and `position` of the first such thing."""

    key = "bundle-not-confined"


class StickFull(UserError):
    """The stick has no room: `needed` and `free` in MB."""

    key = "stick-full"


class StickReadOnly(UserError):
    """The stick cannot be written to."""

    key = "stick-read-only"


class StickGone(UserError):
    """The stick, or the file on it, is no longer there."""

    key = "stick-gone"


class StickReadBackDiffers(UserError):
    """What is on the stick is not what was written to it."""

    key = "stick-read-back-differs"


class StickFailed(UserError):
    """The stick refused for another reason: `reason`, in the system's words."""

    key = "stick-failed"


class CardUnreadable(UserError):
    """The line is no enrolment card, or was not copied whole."""

    key = "card-unreadable"


class CardCodeMistyped(UserError):
    """The code is not one a card can have: a slip in typing."""

    key = "card-code-mistyped"


class CardCodeDiffers(UserError):
    """The code is a good code, but of another card."""

    key = "card-code-differs"


class CardAlreadyEntered(UserError):
    """The card names an office that is known here by other keys, or this office itself: `name`."""

    key = "card-already-entered"


class CardOfWrongKind(UserError):
    """The card is that of an office of the same kind: a site and a county enrol each other."""

    key = "card-of-wrong-kind"


class DateInFuture(UserError):
    """A date lies in the future that cannot: `field`."""

    key = "date-in-future"


class HandOverNotReady(UserError):
    """The safety officer has not made her side yet."""

    key = "hand-over-not-ready"


class HandOverOwed(UserError):
    """Every referral needs its hand-over form, filled in or empty."""

    key = "hand-over-owed"


class WaiverMissing(UserError):
    """No waiver of confidentiality is in force."""

    key = "waiver-missing"


class WrongStatus(UserError):
    """The participant's status does not allow this: `status`."""

    key = "wrong-status"


class SafetyOfficerMissing(UserError):
    """No group may open without an allocated safety officer (Source 003)."""

    key = "safety-officer-missing"


class AlreadyInGroup(UserError):
    """The participant is in a group already: `group`."""

    key = "already-in-group"


class RegisterUnmarked(UserError):
    """Lines of the register have no mark yet: `number`."""

    key = "register-unmarked"


class RegisterClosed(UserError):
    """The register is closed."""

    key = "register-closed"


class StepNotOpen(UserError):
    """The step cannot be recorded now: `step`."""

    key = "step-not-open"


class CountyNotEnrolled(UserError):
    """The county's card has not been typed yet."""

    key = "county-not-enrolled"


class NothingToAnswer(UserError):
    """No bundle of this site has arrived yet: `site`."""

    key = "nothing-to-answer"


class WrongDate(UserError):
    """A date does not fit: `field`, `reason`."""

    key = "wrong-date"
