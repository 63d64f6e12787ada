"""The find box: people, sessions and pages from one field."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Hit, Page
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.key_hint import KeyHint
from bipdesk.ui.widgets.search_edit import SearchEdit

_MOST = 8
_ROOM_FOR_GLASS = 60


class FindBox(SearchEdit):
    """Typing lists what was found under the field; arrow keys choose, Enter opens, Escape closes."""

    hit_chosen = Signal(object)

    def __init__(self, frame: Frame, pages: tuple[Page, ...], find: Callable[[str], tuple[Hit, ...]]) -> None:
        super().__init__(frame.look, "Find", "Find a participant, an agency or a page…")
        self.setProperty("kind", "find")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._frame = frame
        self._pages = tuple(page for page in pages if page.listed)
        self._find = find
        self._ticket: Ticket | None = None
        self._hint = KeyHint("Ctrl K", self)
        self.setAccessibleDescription("Ctrl K")
        self._popup: HitList | None = None
        self.searched.connect(self._on_searched)
        self.textChanged.connect(self._place_hint)

    def hits(self) -> tuple[Hit, ...]:
        """Return what is listed under the field now."""
        return () if self._popup is None or self._popup.isHidden() else self._popup.hits

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key chip at the trailing edge."""
        super().resizeEvent(event)
        self._place_hint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list when the field loses the focus."""
        if watched is self and event.type() == QEvent.Type.FocusOut:
            self._close()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list, open from it, close it."""
        popup = self._popup
        if popup is None or popup.isHidden() or not popup.take_key(event):
            super().keyPressEvent(event)

    def _place_hint(self) -> None:
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        room = self.width() - words - self._hint.sizeHint().width()
        self._hint.setVisible(not self.text() and room > _ROOM_FOR_GLASS)
        size = self._hint.sizeHint()
        left = 12 if self.isRightToLeft() else self.width() - size.width() - 12
        self._hint.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def _on_searched(self, text: str) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        if not text:
            self._close()
            return
        self._ticket = self._frame.tasks.run(
            self, lambda: self._find(text), lambda hits: self._show(text, hits)
        )

    def _show(self, text: str, found: tuple[Hit, ...]) -> None:
        folded = text.casefold()
        pages = tuple(
            Hit(page.title, "Page", page.key) for page in self._pages if folded in page.title.casefold()
        )
        if self._popup is None:
            self._popup = HitList(self.window())
            self._popup.chosen.connect(self._on_chosen)
            self.installEventFilter(self)
        self._popup.show_hits((found + pages)[:_MOST], self)

    def _on_chosen(self, hit: object) -> None:
        self._close()
        self.clear()
        self.hit_chosen.emit(hit)

    def _close(self) -> None:
        if self._popup is not None:
            self._popup.hide()


class HitList(QFrame):
    """What was found, under the find box, over the page."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "panel")
        self.hits: tuple[Hit, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        self.list = QListWidget()
        self.list.setProperty("kind", "hits")
        self.list.setAccessibleName("Found")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # it would hide a hit
        self.list.itemClicked.connect(lambda item: self._choose(self.list.row(item)))
        column.addWidget(self.list)
        self.hide()

    def show_hits(self, hits: tuple[Hit, ...], under: QWidget) -> None:
        """List these under a field; nothing found is said."""
        self.hits = hits
        self.list.clear()
        for hit in hits:
            self.list.addItem(f"{hit.title}  ·  {hit.detail}" if hit.detail else hit.title)
        if not hits:
            nothing = QListWidgetItem("Nothing found. Names are found by any part, accents do not matter.")
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0 if hits else -1)
        corner = under.mapTo(under.window(), QPoint(0, under.height() + 4))
        row = max(24, self.list.sizeHintForRow(0))
        self.setGeometry(corner.x(), corner.y(), under.width(), row * max(1, len(hits)) + 12)
        self.raise_()
        self.show()

    def take_key(self, event: QKeyEvent) -> bool:
        """Move, choose or close; say whether the key was meant for the list."""
        move = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if move is not None:
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + move)))
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hits:
            self._choose(self.list.currentRow())
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self.hits):
            self.chosen.emit(self.hits[row])
