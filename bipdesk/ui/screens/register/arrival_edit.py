"""The small field in which a late participant's arrival is typed, or passed over."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.time_edit import parse_time

_OWN_KEYS = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Colon, Qt.Key.Key_Backspace, Qt.Key.Key_Delete}
_GO_ON_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down, Qt.Key.Key_Tab}


class ArrivalEdit(QLineEdit):
    """Takes figures for itself; every other key goes on with the next line, so that L costs no extra key."""

    finished = Signal()
    """Go on with the next line."""
    key_passed_on = Signal(QKeyEvent)
    """A key that was meant for the next line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName("Arrived at, for example 1850")
        self.setObjectName("arrivalEdit")
        self.setPlaceholderText("18:50")
        self.setMaxLength(5)
        self.setFixedWidth(look.px(72))
        self.setProperty("size", "small")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Sort a key: a figure for this field, the end of it, or a mark for the next line."""
        if event.text().isdecimal() or event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
            if len(self.text().replace(":", "")) == 4 and parse_time(self.text()) is not None:
                self.finished.emit()
        elif event.key() in _GO_ON_KEYS:
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.finished.emit()
        elif event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            self.key_passed_on.emit(event)
        else:
            event.ignore()
