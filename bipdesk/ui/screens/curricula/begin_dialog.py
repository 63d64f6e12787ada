"""Beginning a curriculum of one's own: from a blank page or from a copy."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.curriculum import Curriculum
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from bipdesk.services.curriculum_drafts import CurriculumDraftService

EXPLAINED = (
    "A draft is made, which you can save half done. Nobody is on it, and no group can choose it, before you "
    "release it."
)


class BeginDialog(FormDialog):
    """Choose what to begin with."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        drafts: "CurriculumDraftService",
        offered: tuple[Curriculum, ...],
    ) -> None:
        super().__init__(frame, parent, "New curriculum", EXPLAINED, "Begin")
        self._drafts_of = drafts
        copies = tuple((f"A copy of {one.name}", one.id) for one in offered)
        self.beginning = Choice("Begin with", (("A blank page", ""), *copies))
        self.add_row("Begin with", self.beginning)

    def submit(self) -> None:
        """Make the draft and open it."""
        command = partial(self._drafts_of.begin, str(self.beginning.value()))
        self.frame.tasks.change(self, command, self._begun, self.show_error)

    def _begun(self, changes: Changes) -> None:
        self.accept()
        self.frame.open_page("curriculum-editor", changes.row_id)
