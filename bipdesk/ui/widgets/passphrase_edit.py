"""The field a passphrase is typed into."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text


class PassphraseEdit(QWidget):
    """Hidden while typed unless asked to show, with a warning while Caps Lock seems on."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.caps_warning = Text("Caps Lock is on", Role.SMALL)
        self.caps_warning.setProperty("state", "warn")
        self.caps_warning.hide()
        column.addWidget(self.edit)
        column.addWidget(self.caps_warning)
        self._show = QAction(self, checkable=True)
        self._show.toggled.connect(self._on_show_toggled)
        self.edit.addAction(self._show, QLineEdit.ActionPosition.TrailingPosition)
        look.changed.connect(self._tint)
        # The first icon loads the SVG plug-in: the first picture of the window need not wait for it.
        QTimer.singleShot(0, self, self._tint)

    def take(self) -> str:
        """Return what was typed and empty the field."""
        typed = self.edit.text()
        self.edit.clear()
        self._show.setChecked(False)
        return typed

    def text(self) -> str:
        """Return what is typed."""
        return self.edit.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Watch the keys: a capital letter without Shift means Caps Lock."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self._watch_caps(event)
        return False

    def _watch_caps(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_warning.hide()
            return
        letter = event.text()
        if letter.isalpha() and letter.upper() != letter.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_warning.setVisible(letter.isupper() != shifted)

    def _on_show_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
        self._tint()

    def _tint(self) -> None:
        shown = self._show.isChecked()
        self._show.setIcon(self._look.icon("eye-off" if shown else "eye", "muted"))
        self._show.setText("Hide the passphrase" if shown else "Show the passphrase")
