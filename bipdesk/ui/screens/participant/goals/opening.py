"""Which page records what comes next for somebody: his 1-2-1, his catch-up, or his three-way review."""

from bipdesk.domain.curriculum import StepKind
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.screens.participant.goals.services import OneToOneWanted


def open_recording(frame: Frame, view: FileView) -> None:
    """Open the page for the first step that may be recorded now; without one, for another 1-2-1."""
    whose = view.file.participant_id
    first = next(iter(view.open_steps), None)
    if first is not None and first.kind is StepKind.REVIEW:
        frame.open_page("review", (whose, None))
    else:
        frame.open_page("one-to-one", OneToOneWanted(whose, first.code if first else ""))
