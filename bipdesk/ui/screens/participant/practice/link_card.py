"""One link of a chain as it is read: what happened, thought, felt, did; and its choice point and way out."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bipdesk.domain.chain import Link, WayOut
from bipdesk.domain.chain_words import felt, other_choice, thought
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

_RADIUS = 8
NOTHING = "Nothing is written here yet. Press Enter to write."


class LinkCard(QWidget):
    """Can be reached by Tab and the arrow keys; a key pressed on it is the drawing's to answer."""

    chosen = Signal()
    """It has the focus now."""
    open_wanted = Signal()
    key_pressed = Signal(QKeyEvent)

    def __init__(self, look: Look, link: Link, said: str, lists: PracticeLists, out: WayOut | None) -> None:
        """`said` is the link in words, for the screen reader; `out` is the way out if it lies here."""
        super().__init__()
        self.key = link.key
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(said.partition(". ")[0])
        self.setAccessibleDescription(said)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = QVBoxLayout(self)
        edge = look.px(12)
        self._column.setContentsMargins(edge, look.px(10), edge, edge)
        self._column.setSpacing(look.px(1))
        self._fill(link, lists, out)
        self._column.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the card; the one with the focus has a thick edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = 2.0 if self.hasFocus() else 1.0
        painter.setPen(QPen(self._look.colour("focus" if self.hasFocus() else "outline"), width))
        painter.setBrush(self._look.colour("row_current" if self.hasFocus() else "panel"))
        inset = width / 2
        shape = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(shape, _RADIUS, _RADIUS)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the buttons are about this link now."""
        super().focusInEvent(event)
        self.chosen.emit()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the thick edge away."""
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the drawing answer; what it does not know goes on."""
        event.ignore()
        self.key_pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the focus."""
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open it to write."""
        event.accept()
        self.open_wanted.emit()

    def _fill(self, link: Link, lists: PracticeLists, out: WayOut | None) -> None:
        if link.is_empty and out is None:
            self._column.addWidget(Text(NOTHING, Role.DETAIL, wrap=True))
            return
        self._column.addWidget(Text(link.moment.strip() or "What happened?", Role.ITEM, wrap=True))
        for label, words in (
            ("Thought", thought(link, lists)),
            ("Felt", felt(link, lists)),
            ("Did", link.action.strip()),
        ):
            if words:
                self._part(label, words, "")
        if link.choice is not None:
            self._part("Choice point: could have", other_choice(link, lists), "warn")
        if out is not None:
            self._part("Way out: next time", out.words.strip() or "not in words yet", "good")

    def _part(self, label: str, words: str, state: str) -> None:
        title = Text(label, Role.SMALL, wrap=True)
        if state:
            title.set_state(state)
        self._column.addSpacing(self._look.px(5))
        self._column.addWidget(title)
        self._column.addWidget(Text(words, wrap=True))
