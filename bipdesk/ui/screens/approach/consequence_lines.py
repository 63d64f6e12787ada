"""What follows from a position: what cannot be met, and what is to be kept in mind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.approach import Consequence
from bipdesk.ui.screens.approach.words import consequence_line
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

LETTERS = 10


class ConsequenceLines(QWidget):
    """One line for each, what fails first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(6))

    def show_all(self, consequences: tuple[Consequence, ...]) -> None:
        """Show these in the place of what was shown."""
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for one in sorted(consequences, key=lambda each: not each.fails):
            line = self._line(one)
            self._column.addWidget(line)
            line.show()  # at once: the dialog takes its height from what is shown
        self.setVisible(bool(consequences))

    def _line(self, one: Consequence) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        pill = Pill("Cannot be met", State.BAD) if one.fails else Pill("Keep in mind", State.WARN)
        pill.set_letters(LETTERS)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Text(consequence_line(one), Role.BODY, wrap=True), 1)
        return line
