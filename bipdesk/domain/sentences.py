"""Every sentence an error shows, in one table, so that the wording can be read and corrected in one place."""

from bipdesk.domain.errors import UserError

SENTENCES: dict[str, str] = {
    "resource-invalid": "The file {file} cannot be used: {where}: {reason}.",
    "nothing-entered": "{field} is still empty. Fill it in and try again; what you entered is kept.",
    # the encrypted files
    "file-locked": "The programme has been locked. Unlock it and go on; what was saved is kept.",
    "file-damaged": "The file {file} cannot be opened with its key: it is damaged, or belongs to another "
    "programme. Nothing was changed. Put back the last backup, or ask for help before you go on.",
    "disk-full": "There is no room left on this disk. Nothing was lost and nothing was written. "
    "Delete or move other files, then try again.",
    "file-too-new": "The file {file} was written by a newer bipdesk. Install that version and open it again.",
    "not-found": "{what} is no longer there. Go back to the list and open it again.",
    "not-allowed": "This needs the role {role}. Ask the coordinator.",
}


def sentence(error: UserError) -> str:
    """Return the sentence for `error`; every key in use has one (a test checks)."""
    return SENTENCES[error.key].format(**error.values)
