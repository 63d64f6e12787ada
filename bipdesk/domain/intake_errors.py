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
