"""This office's own card: the line to pass on, and the code to read aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.office import OwnCard
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

WHY = (
    "Give the line to the other office, on paper or on the stick: it is no secret. When they call, read "
    "them the code; never send both by the same way."
)


class OwnCardPanel(Panel):
    """The line can be copied; the code is large enough to read out over the telephone."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._line = text_area("Our card line", frame.look, 3)
        self._line.setReadOnly(True)
        self._code = Text("", Role.HEADING, wrap=True)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.copy_button = Button("Copy the line", small=True)
        self.copy_button.clicked.connect(self._on_copy)
        row = QHBoxLayout()
        row.addWidget(self.copy_button)
        row.addStretch(1)
        self.body.addWidget(Text("Code to read aloud", Role.SECTION))
        self.body.addWidget(self._code)
        self.body.addWidget(Text("Card line", Role.SECTION))
        self.body.addWidget(self._line)
        self.body.addLayout(row)
        self.body.addWidget(Text(WHY, Role.SMALL, wrap=True))

    def show_card(self, card: OwnCard) -> None:
        """Show the card of this office."""
        self._line.setPlainText(card.line)
        self._code.setText(card.fingerprint)
        self._code.setAccessibleName(f"Code to read aloud: {' '.join(card.fingerprint)}")

    def _on_copy(self) -> None:
        self._frame.copy(self._line.toPlainText())
        self._frame.notify("The card line is on the clipboard.")
