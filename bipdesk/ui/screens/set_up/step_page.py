"""One step of a set-up: a title, a sentence, a body, and the buttons at the end."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

_WIDTH = 620


class StepPage(QWidget):
    """A card in the middle of the window; the button that goes on is the default one."""

    def __init__(self, look: Look, title: str, words: str, go_on: str, place: str = "") -> None:
        """`place` says where in the set-up this is, for example "Step 2 of 5"."""
        super().__init__()
        self.setObjectName("page")
        self.look = look
        self._go_on_words = go_on
        self.card = Panel()
        self.card.setFixedWidth(look.px(_WIDTH))
        body = self.card.body
        body.setContentsMargins(28, 26, 28, 22)
        body.setSpacing(14)
        if place:
            body.addWidget(Text(place, Role.DETAIL))
        body.addWidget(Text(title, Role.TITLE, wrap=True))
        self.words = Text(words, Role.BODY, wrap=True)
        body.addWidget(self.words)
        self.content = QVBoxLayout()
        self.content.setSpacing(12)
        body.addLayout(self.content)
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        self.busy = _busy_bar()
        self.back_button = Button("Back")
        self.next_button = Button(go_on, Kind.PRIMARY)
        self._lay_out(body)

    def _lay_out(self, body: QVBoxLayout) -> None:
        body.addWidget(self.error)
        body.addWidget(self.busy)
        self._row = QHBoxLayout()
        self._row.setSpacing(12)
        self._row.addWidget(self.back_button)
        self._row.addStretch(1)
        self._row.addWidget(self.next_button)
        body.addLayout(self._row)
        inner = QWidget()
        inner.setObjectName("pageBody")
        middle = QVBoxLayout(inner)
        row = QHBoxLayout()  # between two stretches the card takes the height its words need at its width
        row.addStretch(1)
        row.addWidget(self.card)
        row.addStretch(1)
        middle.addStretch(2)
        middle.addLayout(row)
        middle.addStretch(3)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def buttons_last(self) -> None:
        """Put the buttons behind the fields for the Tab key; called when all fields are there."""
        for place, button in ((0, self.back_button), (2, self.next_button)):
            button.setParent(None)  # what is made a child again comes last
            self._row.insertWidget(place, button)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter, or press the button that has the keys."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        (focused if isinstance(focused, QPushButton) else self.next_button).click()

    def set_busy(self, busy: bool, words: str = "") -> None:
        """Show that something slow is under way; `words` stand on the button meanwhile."""
        self.error.hide()
        self.busy.setVisible(busy)
        self.next_button.setText(words if busy and words else self._go_on_words)
        for part in (self.back_button, self.next_button):
            part.setEnabled(not busy)

    def ready(self) -> None:
        """Take the sign of something slow away, however it went."""
        self.set_busy(False)

    def complain(self, words: str) -> None:
        """Say what is wrong; everything typed stays."""
        self.error.setText(words)
        self.error.setAccessibleName(words)
        self.error.setVisible(bool(words))

    def refuse(self, error: UserError) -> None:
        """Say why it could not be done."""
        self.complain(sentence(error))


def _busy_bar() -> QProgressBar:
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName("Working")
    bar.hide()
    return bar
