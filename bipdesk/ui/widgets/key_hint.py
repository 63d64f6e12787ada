"""The small chip that names a key."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class KeyHint(QLabel):
    """A key or keys, as printed on the keyboard: "Ctrl L"."""

    def __init__(self, keys: str, parent: QWidget | None = None, *, on: str = "panel") -> None:
        super().__init__(keys, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setProperty("kind", "key")
        self.setProperty("on", on)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
