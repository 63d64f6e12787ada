"""A dialog as high as its words need at its width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.lock_key import add_lock_key
from bipdesk.ui.widgets.text import Role, Text

_WIDTH = 520


class FittedDialog(QDialog):
    """Title, a body, and a row of buttons at the end; Escape closes it, closing forgets it."""

    def __init__(self, look: Look, parent: QWidget, title: str, width: int = _WIDTH) -> None:
        """`width` is in pixels at 100 % text."""
        super().__init__(parent)
        # The title bar and the task list are seen by whoever passes by: they name nothing.
        self.setWindowTitle("bipdesk")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(look.px(width))
        add_lock_key(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(look.px(24), look.px(20), look.px(24), look.px(20))
        layout.setSpacing(look.px(14))
        layout.addWidget(Text(title, Role.TITLE, wrap=True))
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(12))
        layout.addLayout(self.body)
        layout.addStretch(1)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(look.px(12))
        self.buttons.addStretch(1)
        layout.addLayout(self.buttons)

    def fit(self) -> None:
        """Take the height that the words need; call it when they have changed."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            width = max(self.width(), self.minimumWidth())
            self.resize(width, layout.totalHeightForWidth(width))

    def showEvent(self, event: QShowEvent) -> None:
        """Fit when first seen: only now every font is known."""
        super().showEvent(event)
        self.fit()
