"""The top bar: find, who is signed in, lock."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from bipdesk.ui.find_box import FindBox
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Workplace
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.text import Role, Text

HEIGHT = 52
_FIND_WIDTH = 460


class TopBar(QFrame):
    """Always there while unlocked."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        self._look: Look = frame.look
        self.setObjectName("topBar")
        self.find_box = FindBox(frame, workplace.pages, workplace.find)
        self.lock_button = Button("Lock", hint="Ctrl L")
        self.lock_button.clicked.connect(frame.lock_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 0, 22, 0)
        row.setSpacing(14)
        row.addWidget(self.find_box, 3)
        row.addStretch(1)
        row.addWidget(Text(f"{workplace.who} · {workplace.role}", Role.DETAIL))
        row.addWidget(self.lock_button)
        self._look.changed.connect(self._set_sizes)
        self._set_sizes()

    def _set_sizes(self) -> None:
        self.setFixedHeight(self._look.px(HEIGHT))
        self.find_box.setMaximumWidth(self._look.px(_FIND_WIDTH))
