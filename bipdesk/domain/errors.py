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


class DiskFull(UserError):
    """There is no room left on the disk; nothing was written."""

    key = "disk-full"


class FileTooNew(UserError):
    """The file was written by a newer program: `file`."""

    key = "file-too-new"


class ChangedMeanwhile(UserError):
    """The row is gone, or was never there: `what`."""

    key = "not-found"
