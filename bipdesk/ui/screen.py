"""What every screen is: a head, a body that scrolls, and loading of its own when something changed."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.page_header import PageHeader


class Screen(QWidget):
    """A page of the window; it loads when first shown and again when its topics changed."""

    topics: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.setObjectName("page")
        self.frame = frame
        self._stale = True
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self.scroll_area = QScrollArea()
        self.scroll_area.setWidgetResizable(True)
        self.scroll_area.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setObjectName("pageBody")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(22, 22, 22, 22)
        self.body.setSpacing(16)
        self.header = PageHeader()
        self.body.addWidget(self.header)
        self.scroll_area.setWidget(inner)
        outer.addWidget(self.scroll_area)
        frame.tasks.changed.connect(self._on_changed)

    def show_for(self, argument: object) -> None:
        """Show what `argument` names; pages that need none ignore it."""

    def load(self) -> None:
        """Ask the services for what the screen shows; each screen says what."""

    def open_for(self, argument: object) -> None:
        """Show what `argument` names; what `show_for` loads need not load again when the page appears."""
        self._stale = False
        self.show_for(argument)

    def showEvent(self, event: QShowEvent) -> None:
        """Load when first shown, and when something changed behind its back."""
        super().showEvent(event)
        self._load_if_stale()

    def _on_changed(self, topics: object) -> None:
        if isinstance(topics, frozenset) and topics & self.topics:
            self._stale = True
            if self.isVisible():
                self._load_if_stale()

    def _load_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.load()
