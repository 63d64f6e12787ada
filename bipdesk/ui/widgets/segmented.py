"""One choice out of a few, side by side."""

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy


@dataclass(frozen=True, slots=True)
class Segment:
    """A choice: what it stands for, its word, and the state it colours itself with when chosen."""

    value: object
    word: str
    state: str = "accent"
    key: str = ""
    """The key that chooses it while the control has the focus."""


class SegmentButton(QPushButton):
    """One segment; it keeps the width of its bold face, so that choosing moves nothing."""

    def __init__(self, segment: Segment, name: str) -> None:
        super().__init__(segment.word)
        self.segment = segment
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("kind", "segment")
        self.setProperty("state", segment.state)
        self.setAccessibleName(f"{name}: {segment.word}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_key_only(self, key_only: bool) -> None:
        """Show the key instead of the word; the word stays as tooltip and for the screen reader."""
        words = (self.segment.key or self.segment.word) if key_only else self.segment.word
        if words != self.text():
            self.setText(words)
            self.setToolTip(self.segment.word if key_only else "")
            self.updateGeometry()

    def size_of(self, *, keys_only: bool) -> QSize:
        """Return the room for the word, or the key, in bold."""
        self.ensurePolished()
        words = (self.segment.key or self.segment.word) if keys_only else self.segment.word
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        around = super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(QFontMetrics(bold).horizontalAdvance(words) + around + 2, super().sizeHint().height())

    def sizeHint(self) -> QSize:
        """Return room for what is shown, in bold."""
        return self.size_of(keys_only=self.text() != self.segment.word)

    def minimumSizeHint(self) -> QSize:
        """A segment never cuts its word."""
        return self.sizeHint()


class Segmented(QFrame):
    """Segments in a row: one stop of the Tab key, arrow keys and letters choose, choosing again clears."""

    chosen = Signal(object)
    """The value a person chose, or None when cleared; not sent by `set_value`."""

    def __init__(self, name: str, segments: tuple[Segment, ...]) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(name)
        self._value: object = None
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._buttons = [SegmentButton(segment, name) for segment in segments]
        for number, button in enumerate(self._buttons):
            button.setProperty("place", _place(number, len(segments)))
            button.clicked.connect(lambda _checked=False, pressed=button: self._choose(pressed.segment.value))
            row.addWidget(button)
        row.addStretch(1)

    def sizeHint(self) -> QSize:
        """Prefer whole words."""
        return self._size_of(keys_only=False)

    def minimumSizeHint(self) -> QSize:
        """Where room is short the keys alone are shown: the same letters as on the keyboard and on paper."""
        return self._size_of(keys_only=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show words where there is room for them."""
        super().resizeEvent(event)
        keys_only = event.size().width() < self.sizeHint().width()
        for button in self._buttons:
            button.show_key_only(keys_only)

    def _size_of(self, *, keys_only: bool) -> QSize:
        sizes = [button.size_of(keys_only=keys_only) for button in self._buttons]
        return QSize(sum(size.width() for size in sizes) + 4, max(size.height() for size in sizes) + 4)

    def value(self) -> object:
        """Return the chosen value, or None."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a value without sending `chosen`; None shows nothing chosen."""
        self._value = value
        word = "not marked"
        for button in self._buttons:
            own = value is not None and button.segment.value == value
            button.setChecked(own)
            word = button.segment.word if own else word
        self.setAccessibleDescription(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by letter or digit, or move with the arrow keys."""
        typed = event.text().upper()
        for button in self._buttons:
            if typed and button.segment.key == typed:
                self._choose(button.segment.value, toggle=False)
                return
        move = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
            return
        self._move(move)

    def _move(self, move: int) -> None:
        values = [button.segment.value for button in self._buttons]
        at = values.index(self._value) + move if self._value in values else 0
        if 0 <= at < len(values):
            self._choose(values[at], toggle=False)

    def _choose(self, value: object, *, toggle: bool = True) -> None:
        self.set_value(None if toggle and value == self._value else value)
        self.chosen.emit(self._value)


def _place(number: int, of: int) -> str:
    if number == 0:
        return "first"
    return "last" if number == of - 1 else "middle"
