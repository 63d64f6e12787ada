"""Every sentence an error shows, in one table, so that the wording can be read and corrected in one place."""

from bipdesk.domain.errors import UserError

SENTENCES: dict[str, str] = {
    "resource-invalid": "The file {file} cannot be used: {where}: {reason}.",
    "nothing-entered": "{field} is still empty. Fill it in and try again; what you entered is kept.",
    "not-allowed": "This needs the role {role}. Ask the coordinator.",
}


def sentence(error: UserError) -> str:
    """Return the sentence for `error`; every key in use has one (a test checks)."""
    return SENTENCES[error.key].format(**error.values)
