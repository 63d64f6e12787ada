"""Releasing a curriculum of one's own: what it means, before it is done."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.curriculum_draft import CurriculumDraft
from bipdesk.ui.format import counted
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame

MEANS = (
    "Releasing makes a version that never changes. Groups planned from now on can choose it; groups and "
    "participants on an earlier version stay on that. What you want to change later becomes the next version."
)


class ReleaseDialog(FormDialog):
    """Says what will be released, and does it."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        draft: CurriculumDraft,
        command: Callable[[], Changes],
        released: Callable[[], None],
    ) -> None:
        steps = sum(len(block.sessions) for block in draft.blocks)
        group = sum(len(block.sessions) for block in draft.blocks if block.kind is StepKind.GROUP)
        what = f"“{draft.name.strip()}”: {counted(steps, 'step', 'steps')}, {group} of them in the group. "
        super().__init__(frame, parent, "Release the curriculum", what + MEANS, "Release")
        self._command = command
        self._released = released

    def submit(self) -> None:
        """Release it."""
        self.do_button.setEnabled(False)

        def done(_changes: Changes) -> None:
            self.accept()
            self.frame.notify("It is released. New groups can choose it now.")
            self._released()

        self.frame.tasks.change(self, self._command, done, self.show_error)
