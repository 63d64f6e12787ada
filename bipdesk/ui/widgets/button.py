"""Buttons: one primary action on a screen, plain ones beside it, small ones in rows."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bipdesk.ui.widgets.key_hint import KeyHint

_GAP = 6


class Kind(StrEnum):
    """What a button is for."""

    PLAIN = "plain"
    PRIMARY = "primary"
    SAFETY = "safety"
    DANGER = "danger"
    QUIET = "quiet"


class Button(QPushButton):
    """A button that can show the key that does the same (the key itself is the screen's to connect)."""

    def __init__(self, text: str, kind: Kind = Kind.PLAIN, *, hint: str = "", small: bool = False) -> None:
        super().__init__(text)
        self.setProperty("kind", kind.value)
        self.setProperty("fit", "small" if small else "normal")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._hint: KeyHint | None = None
        if hint:
            self._hint = KeyHint(hint, self, on=kind.value)
            self.setProperty("hinted", "true")
            self.setAccessibleDescription(hint)

    def sizeHint(self) -> QSize:
        """Make room for the key chip."""
        size = super().sizeHint()
        if self._hint is not None:
            size.setWidth(size.width() + self._hint.sizeHint().width() + _GAP)
        return size

    def minimumSizeHint(self) -> QSize:
        """A button never cuts its word."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key chip at the trailing edge."""
        super().resizeEvent(event)
        if self._hint is None:
            return
        size = self._hint.sizeHint()
        margin = (super().sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())) // 2
        left = margin if self.isRightToLeft() else self.width() - size.width() - margin
        self._hint.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())
