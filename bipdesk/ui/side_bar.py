"""The side bar: the programme's name, the pages, and how the county and the backup stand."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from bipdesk.ui.navigation import Page, Standing
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.text import Role, Text

WIDTH = 196
_MOST_SHOWN = 99


class Entry(QPushButton):
    """One page in the side bar, with a badge for what is due there."""

    def __init__(self, look: Look, page: Page) -> None:
        super().__init__(page.title)
        self.page = page
        self.setCheckable(True)
        self.setProperty("kind", "entry")
        self.setProperty("side", "safety" if page.safety else "records")
        self.setToolTip(page.shortcut)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.badge = QLabel()
        self.badge.setProperty("kind", "badge")
        self.badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.badge.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look.px(10), 0)
        row.addStretch(1)
        row.addWidget(self.badge)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """Show how many things are due; 0 shows nothing."""
        self.badge.setText(str(count) if count <= _MOST_SHOWN else f"{_MOST_SHOWN}+")
        self.badge.setVisible(count > 0)
        self.setAccessibleName(f"{self.page.title}, {count} due" if count else self.page.title)


class SideBar(QFrame):
    """Sends `page_wanted` with the key of the entry that was pressed."""

    page_wanted = Signal(str)

    def __init__(self, look: Look, programme: str, pages: tuple[Page, ...]) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("sideBar")
        self.setAccessibleName("Pages")
        column = QVBoxLayout(self)
        column.setContentsMargins(10, look.px(20), 10, look.px(20))
        column.setSpacing(2)
        self._add_head(column, programme)
        self._entries = {page.key: self._entry(page) for page in pages if page.listed}
        column.addWidget(self._scrolling_entries(), 1)
        line = QFrame()
        line.setProperty("kind", "hairline")
        column.addWidget(line)
        self._foot = QVBoxLayout()
        self._foot.setContentsMargins(look.px(10), 9, 10, 6)
        self._foot.setSpacing(2)
        column.addLayout(self._foot)
        look.changed.connect(self._set_width)
        self._set_width()

    def entries(self) -> tuple[Entry, ...]:
        """Return the entries from top to bottom."""
        return tuple(self._entries.values())

    def set_current(self, key: str) -> None:
        """Highlight the entry of the page that is shown."""
        for own, entry in self._entries.items():
            entry.setChecked(own == key)

    def set_count(self, key: str, count: int) -> None:
        """Put a badge on an entry."""
        if key in self._entries:
            self._entries[key].set_count(count)

    def set_standing(self, standing: Standing) -> None:
        """Say at the foot how the county and the backup stand."""
        while (item := self._foot.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for words, state in standing.lines:
            line = Text(words, Role.SMALL, wrap=True)
            line.set_state(state)
            self._foot.addWidget(line)

    def _add_head(self, column: QVBoxLayout, programme: str) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(self._look.px(10), 0, 10, self._look.px(12))
        head.setSpacing(3)
        head.addWidget(Text("bipdesk", Role.BRAND))
        head.addWidget(Text(programme, Role.SMALL, wrap=True))
        column.addLayout(head)

    def _scrolling_entries(self) -> QScrollArea:
        # At double text size the entries need more height than a small laptop has.
        inner = QWidget()
        inner.setObjectName("entries")
        entries = QVBoxLayout(inner)
        entries.setContentsMargins(0, 0, 0, 0)
        entries.setSpacing(2)
        for entry in self._entries.values():
            entries.addWidget(entry)
        entries.addStretch(1)
        area = QScrollArea()
        area.setObjectName("entryArea")
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        return area

    def _entry(self, page: Page) -> Entry:
        entry = Entry(self._look, page)
        entry.clicked.connect(lambda: self.page_wanted.emit(page.key))
        return entry

    def _set_width(self) -> None:
        self.setFixedWidth(self._look.px(WIDTH))
