"""Tabs of which only the chosen page takes room, for pages inside a screen that scrolls."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout, QWidget


class TabPages(QWidget):
    """Words with a line under the chosen one, its page beneath; Ctrl+Tab goes on."""

    chosen = Signal(int)
    """The place of the page that is shown now, from 0."""

    def __init__(self, name: str, gap: int) -> None:
        """`gap` is the room in pixels between the tabs and the page."""
        super().__init__()
        self.bar = QTabBar()
        self.bar.setAccessibleName(name)
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        line = QFrame()
        line.setProperty("kind", "hairline")
        self._pages: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.bar)
        self._column.addWidget(line)
        self._column.addSpacing(gap)
        self.bar.currentChanged.connect(self._show)
        QShortcut(QKeySequence("Ctrl+Tab"), self, lambda: self._go(1))
        QShortcut(QKeySequence("Ctrl+Shift+Tab"), self, lambda: self._go(-1))

    def add(self, title: str, page: QWidget) -> None:
        """Put a page at the end; the first one is shown."""
        page.setVisible(not self._pages)
        self._pages.append(page)
        self._column.addWidget(page, 1)
        self.bar.addTab(title)

    def choose(self, place: int) -> None:
        """Show the page at `place`, from 0."""
        self.bar.setCurrentIndex(place)

    def choose_titled(self, title: str) -> None:
        """Show the page with this title."""
        titles = [self.bar.tabText(place) for place in range(self.bar.count())]
        self.choose(titles.index(title))

    def _show(self, place: int) -> None:
        self._keep_focus()
        for each, page in enumerate(self._pages):
            page.setVisible(each == place)
        self.chosen.emit(place)

    def _keep_focus(self) -> None:
        """Leave the focus on the tabs: with the page that had it, it would go to the window's first stop."""
        focused = self.window().focusWidget()
        if focused is not None and any(page.isAncestorOf(focused) for page in self._pages):
            self.bar.setFocus()

    def _go(self, step: int) -> None:
        self.bar.setCurrentIndex((self.bar.currentIndex() + step) % self.bar.count())
