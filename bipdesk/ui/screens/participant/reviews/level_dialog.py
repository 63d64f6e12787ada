"""Say at which level he is treated: in some places the least time and the reviews follow from it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ending_file import EndingFile
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService

_WORDS = "The level that the assessment gave him, or the last change of it. The list is judged by it at once."


class LevelDialog(FormDialog):
    """One choice."""

    def __init__(self, frame: Frame, exits: "ExitService", file: EndingFile, parent: QWidget) -> None:
        super().__init__(frame, parent, "Level of treatment", _WORDS, "Save level")
        self.setObjectName("levelDialog")
        self._exits = exits
        self._file = file
        offered: tuple[tuple[str, object], ...] = tuple(
            (f"Level {level.upper()}", level) for level in file.levels
        )
        self.level = Choice("Level", offered)
        self.add_row("Level", self.level)
        self.keep_draft("level", file.referral_id)

    def submit(self) -> None:
        """Store the level."""
        exits, whose, level = self._exits, self._file.participant_id, str(self.level.value() or "")
        self.do(lambda: exits.set_level(whose, level), "The level is saved.")
