"""The goal sheet: his goals to take home, or blank, in English or Spanish."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice

LANGUAGES: tuple[tuple[str, object], ...] = (("English", "en"), ("Spanish", "es"))
TITLE = "Goal sheet"


class SheetButtons(QWidget):
    """A language, and two buttons."""

    def __init__(self, frame: Frame, services: GoalServices, tab: FileTab) -> None:
        super().__init__()
        self._frame = frame
        self._services = services
        self.language = Choice("Language of the goal sheet", LANGUAGES)
        self.filled = Button("Print his goal sheet", Kind.QUIET, small=True)
        self.filled.clicked.connect(lambda: self._on_print(tab.participant_id))
        self.blank = Button("Print blank", Kind.QUIET, small=True)
        self.blank.setObjectName("printBlankButton")
        self.blank.setAccessibleName(f"Print blank: {TITLE}")
        self.blank.clicked.connect(lambda: self._on_print(None))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(frame.look.px(8))
        for widget in (self.filled, self.blank, self.language):
            row.addWidget(widget)

    def _on_print(self, whose: ParticipantId | None) -> None:
        goals, language = self._services.goals, str(self.language.value())
        self._frame.tasks.run(
            self._frame,
            lambda: goals.sheet(whose, language),
            lambda pdf: self._frame.show_document(TITLE, pdf),
        )
