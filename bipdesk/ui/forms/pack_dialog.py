"""What the chosen rules say, each with its source and the day it was last checked."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bipdesk.domain.pack import Pack, PackValue
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.panel import Lines
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

EXAMPLE = (
    "An example and no legal advice: laws change. What is adopted is no rule of this place, it was taken "
    "over from another's. What is not verified only warns; it makes no duty."
)
NONE = "No rules are chosen: no deadline is reckoned and no field is required beyond the program's own."


class PackDialog(FittedDialog):
    """One line for each rule of a pack; a list longer than the window scrolls."""

    def __init__(self, look: Look, parent: QWidget, pack: Pack) -> None:
        super().__init__(look, parent, pack.name if pack.values else "No rules chosen", width=640)
        self.setObjectName("packDialog")
        self.body.addWidget(Text(EXAMPLE if pack.values else NONE, Role.DETAIL, wrap=True))
        lines = Lines()
        for value in pack.values.values():
            lines.add(_line(look, value))
        if pack.required_fields:
            words = f"Intake asks without exception for: {', '.join(sorted(pack.required_fields))}."
            lines.add(_words(words.replace("-", " "), pack.fields_source))
        if pack.values:
            area = QScrollArea()
            area.setAccessibleName("Rules")
            area.setWidgetResizable(True)
            area.setFrameShape(QScrollArea.Shape.NoFrame)
            area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            area.setMinimumHeight(look.px(380))
            area.setWidget(lines)
            self.body.addWidget(area)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)


def _line(look: Look, value: PackValue) -> QWidget:
    line = _words(value.words, value.source)
    if value.unverified or value.adopted:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        outer = QWidget()
        outer.setLayout(row)
        row.addWidget(line, 1)
        pill = Pill("Not verified", State.WARN) if value.unverified else Pill("Adopted", State.NEUTRAL)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        return outer
    return line


def _words(words: str, source: str) -> QWidget:
    line = QWidget()
    column = QVBoxLayout(line)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(1)
    column.addWidget(Text(words, Role.BODY, wrap=True))
    column.addWidget(Text(source, Role.SMALL, wrap=True))
    return line
