"""A time of day, typed with or without a colon."""

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit


def parse_time(typed: str) -> time | None:
    """Read "1830", "18:30", "18.30" or "905" as a time of day; None for anything else."""
    digits = "".join(sign for sign in typed if sign not in " :.h")
    if len(digits) not in (3, 4) or not (digits.isascii() and digits.isdecimal()):
        return None
    hour, minute = int(digits[:-2]), int(digits[-2:])
    return time(hour, minute) if hour < 24 and minute < 60 else None


class TimeEdit(QLineEdit):
    """A time of day in 24 hours; figures are enough."""

    edited = Signal()
    """A person, not the program, changed it."""

    def __init__(self, name: str, at: time | None = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText("18:30")
        self.setMaxLength(6)
        self.editingFinished.connect(self._on_typed)
        self.textEdited.connect(lambda: self.edited.emit())
        self.set_time(at)

    def time_or_none(self) -> time | None:
        """Return the time, or None when the field is empty or unreadable."""
        return parse_time(self.text())

    def set_time(self, at: time | None) -> None:
        """Show a time or nothing."""
        self.setText("" if at is None else f"{at:%H:%M}")

    def _on_typed(self) -> None:
        at = self.time_or_none()
        if at is not None and self.text() != f"{at:%H:%M}":
            self.set_time(at)
