"""Writing on the window: a label with a role, never marked-up text."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from bipdesk.ui.widgets.style_property import set_style_property


class Role(StrEnum):
    """What a piece of writing is; the style sheet gives each its weight, size and colour."""

    BODY = "body"
    TITLE = "title"
    BRAND = "brand"
    HEADING = "heading"
    SECTION = "section"
    STRONG = "strong"
    BLOCK = "blocktitle"
    ITEM = "item"
    DETAIL = "detail"
    MUTED = "muted"
    SMALL = "small"
    SOFT = "soft"
    NUMBER = "number"
    ERROR = "error"


class Text(QLabel):
    """A label in one role; a name that looks like mark-up is shown as it is."""

    def __init__(self, text: str = "", role: Role = Role.BODY, *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role.value)
        self.set_wrapping(wrap)

    def set_wrapping(self, wrap: bool) -> None:
        """Let long text run over several lines instead of asking for width."""
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Ask for the width of its lines; wrapped text gets its height from the width it is given."""
        if not self.wordWrap():
            return super().sizeHint()
        self.ensurePolished()
        return self.fontMetrics().size(0, self.text()) + QSize(2, 0)

    def set_state(self, state: str) -> None:
        """Colour the writing by a state; the words must say it too."""
        set_style_property(self, "state", state)


class SectionTitle(Text):
    """The small grey title over a panel."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, Role.SECTION)
        self.setParent(parent)
