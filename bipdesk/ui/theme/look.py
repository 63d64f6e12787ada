"""The look of the window: one theme at one text size, applied to the application and lent to widgets."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QIcon
from PySide6.QtWidgets import QApplication, QStyleFactory

from bipdesk.ui.theme import fonts
from bipdesk.ui.theme.icons import Icons
from bipdesk.ui.theme.palette import palette
from bipdesk.ui.theme.sheet import style_sheet
from bipdesk.ui.theme.tokens import DARK, LIGHT, Tokens

SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


class Look(QObject):
    """Tokens, text scale and icons; `changed` tells widgets that paint to do it again."""

    changed = Signal()

    def __init__(self, app: QApplication, read_bytes: Callable[[str], bytes], *, linux: bool) -> None:
        super().__init__(app)
        self._app = app
        self._icons = Icons(read_bytes)
        self._template = read_bytes("style/bipdesk.qss").decode("utf-8")
        self._system_font = QFont(app.font())
        self._family = fonts.family(read_bytes, linux=linux)
        self.tokens: Tokens = LIGHT
        self.scale = SMALLEST_SCALE
        app.setStyle(QStyleFactory.create("Fusion"))

    def apply(self, *, dark: bool, scale: float = 1.0) -> None:
        """Dress the application; `scale` multiplies text and spacing and is held between 1 and 2."""
        self.tokens = DARK if dark else LIGHT
        self.scale = min(LARGEST_SCALE, max(SMALLEST_SCALE, scale))
        self._app.setFont(fonts.text_font(self._system_font, self._family, self.scale))
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self._template, self.tokens, self.scale))
        self.changed.emit()

    def px(self, pixels: float) -> int:
        """Return `pixels` of the 100 % design at the present text scale."""
        return round(pixels * self.scale)

    def colour(self, token: str) -> QColor:
        """Return the colour of a token by name."""
        return QColor(getattr(self.tokens, token))

    def icon(self, name: str, colour: str = "text_soft") -> QIcon:
        """Return an icon of the one family in the colour of that token, 18 px at 100 %."""
        return self._icons.icon(name, getattr(self.tokens, colour), self.tokens.outline, self.px(18))
