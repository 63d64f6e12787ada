"""The head of a page: where it is, what it is, how it stands, and what can be done."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.spread_flow import SpreadFlow
from bipdesk.ui.widgets.text import Role, Text


class PageHeader(QWidget):
    """Breadcrumb, title with pills, subtitle; buttons at the end, the primary one last."""

    def __init__(self) -> None:
        super().__init__()
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(3)
        self.breadcrumb = Text("", Role.DETAIL)
        self.title = Text("", Role.TITLE, wrap=True)
        self.subtitle = Text("", Role.SOFT, wrap=True)
        self._title_row = SpreadFlow(gap=8, widest_gap=8)
        self._title_row.addWidget(self.title)
        words.addWidget(self.breadcrumb)
        words.addLayout(self._title_row)
        words.addWidget(self.subtitle)
        row.addLayout(words, 1)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(12)
        self._actions.addStretch(1)
        at_top = QVBoxLayout()
        at_top.addLayout(self._actions)
        at_top.addStretch(1)
        row.addLayout(at_top)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.set_title("", "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where both have no room beside each other."""
        super().resizeEvent(event)
        words = max(
            self._title_row.minimumSize().width(),
            self.breadcrumb.minimumSizeHint().width() if self.breadcrumb.text() else 0,
            event.size().width() // 3,
        )
        beside = words + self._row.spacing() + self._actions.sizeHint().width() <= event.size().width()
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if wanted != self._row.direction():
            self._row.setDirection(wanted)

    def set_title(self, title: str, subtitle: str = "", breadcrumb: str = "") -> None:
        """Say what the page is; empty parts take no room."""
        for label, text in ((self.title, title), (self.subtitle, subtitle), (self.breadcrumb, breadcrumb)):
            label.setText(text)
            label.setVisible(bool(text))

    def set_pills(self, *pills: Pill) -> None:
        """Put these states beside the title."""
        while (item := self._title_row.takeAt(1)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for pill in pills:
            self._title_row.addWidget(pill)

    def add_action(self, button: QWidget) -> None:
        """Put a button at the end."""
        self._actions.insertWidget(self._actions.count() - 1, button)
