"""The field one types a search into."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from bipdesk.ui.theme.look import Look

_PAUSE_MS = 120


class SearchEdit(QLineEdit):
    """Sends `searched` when typing pauses; Escape clears it."""

    searched = Signal(str)

    def __init__(self, look: Look, name: str, placeholder: str = "") -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder or name)
        self.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda: self._pause.start())
        look.changed.connect(self._tint)
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear by Escape; search at once by Enter."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pause.stop()
            self.searched.emit(self.text().strip())
        super().keyPressEvent(event)

    def _tint(self) -> None:
        self._glass.setIcon(self._look.icon("search", "muted"))
