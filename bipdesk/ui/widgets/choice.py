"""A choice from a list."""

from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

from bipdesk.ui.widgets.chevron import draw_chevron


class Choice(QComboBox):
    """A choice out of a list of (word, value); scrolling the page over it changes nothing."""

    def __init__(self, name: str, choices: tuple[tuple[str, object], ...] = ()) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.set_choices(choices)

    def set_choices(self, choices: tuple[tuple[str, object], ...]) -> None:
        """Offer these; the first is chosen."""
        # Kept here, not in the box: Qt would give a StrEnum back as plain text.
        self._values = tuple(value for _, value in choices)
        self.clear()
        self.addItems([word for word, _ in choices])

    def value(self) -> object:
        """Return the value of the chosen word, or None."""
        place = self.currentIndex()
        return self._values[place] if place >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose the word of `value`."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow the style sheet cannot."""
        super().paintEvent(event)
        draw_chevron(self)
