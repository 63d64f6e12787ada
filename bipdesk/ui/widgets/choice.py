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
        self.clear()
        for word, value in choices:
            self.addItem(word, value)

    def value(self) -> object:
        """Return the value of the chosen word, or None."""
        return self.currentData()

    def set_value(self, value: object) -> None:
        """Choose the word of `value`."""
        self.setCurrentIndex(self.findData(value))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow the style sheet cannot."""
        super().paintEvent(event)
        draw_chevron(self)
