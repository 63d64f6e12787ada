"""What is said when a note is kept: a risk note alone tells nobody."""

from bipdesk.domain.participant import NoteClass

INCIDENT_TOO = (
    "If it was a threat, violence or a broken order, record an incident in his file, under Notices: "
    "it has to be told."
)


def note_kept(said: str, note_class: NoteClass) -> str:
    """Return `said`, and after a risk note what may have to follow."""
    return f"{said} {INCIDENT_TOO}" if note_class is NoteClass.RISK else said
