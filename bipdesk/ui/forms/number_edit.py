"""A whole number, typed, or none."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class NumberEdit(QLineEdit):
    """A whole number from 0 up; empty means none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)

    def number_or_none(self) -> int | None:
        """Return the number, or None when the field is empty or unreadable (`is_wrong` tells which)."""
        words = self.text().strip()
        return int(words) if words.isdecimal() and words.isascii() else None

    def is_wrong(self) -> bool:
        """Say whether something is typed that is no whole number."""
        return bool(self.text().strip()) and self.number_or_none() is None

    def set_number(self, number: int | None) -> None:
        """Show a number or nothing."""
        self.setText("" if number is None else str(number))
