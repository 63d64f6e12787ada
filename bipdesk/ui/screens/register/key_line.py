"""One line above the register that says which key does what."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.attendance import Mark
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.key_hint import KeyHint
from bipdesk.ui.widgets.text import Role, Text

_GROUPS = (
    (tuple(mark.key for mark in Mark), "attendance"),
    (("1", "2", "3", "4"), "taking part"),
    (("D", "U"), "homework done, not done"),
    (("N",), "note"),
    (("Backspace",), "clear"),
)


class KeyLine(QWidget):
    """The keys of the register; each writing key moves down a line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(5))
        row.addWidget(Text("Keys", Role.DETAIL))
        for keys, meaning in _GROUPS:
            for key in keys:
                row.addWidget(KeyHint(key))
            row.addWidget(Text(meaning, Role.DETAIL))
            row.addSpacing(look.px(9))
        row.addStretch(1)
        row.addWidget(Text("each key moves down a line", Role.DETAIL))
