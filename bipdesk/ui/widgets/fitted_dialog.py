"""A dialog as high as its words need at its width; what is higher than the screen scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.lock_key import add_lock_key
from bipdesk.ui.widgets.text import Role, Text

_WIDTH = 520
_SCROLL_BAR = 8
_WINDOW_FRAME = 40
"""What the title bar and the edges take of the screen, in pixels."""


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
        self._scrolls = False
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
            needed = layout.totalHeightForWidth(width)
            room = self.screen().availableGeometry().height() - _WINDOW_FRAME
            if needed > room:
                self._let_body_scroll()
            self.resize(width, room if self._scrolls else needed)

    def _let_body_scroll(self) -> None:
        """Put the body into a part that scrolls: large text on a small screen must not hide the buttons."""
        layout = self.layout()
        if self._scrolls or not isinstance(layout, QVBoxLayout):
            return
        self._scrolls = True
        focused = self.focusWidget()
        layout.removeItem(self.body)
        self.body.setParent(None)
        area = QScrollArea(self)
        inner = QWidget(area)  # within this window from the first, or the Tab key would go another way
        inner.setObjectName("pageBody")
        inner.setLayout(self.body)
        self.body.setContentsMargins(0, 0, _SCROLL_BAR, 0)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.accessibleName())
        area.setWidget(inner)
        layout.insertWidget(1, area, 1)
        layout.setStretch(2, 0)  # the room that kept the buttons at the end is the area's now
        layout.activate()
        if focused is not None:
            focused.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit when first seen: only now every font is known."""
        super().showEvent(event)
        self.fit()
