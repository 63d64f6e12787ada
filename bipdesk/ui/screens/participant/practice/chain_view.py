"""The chain of events as a drawing that is edited in place, with the mouse or the keys alone."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QKeyCombination, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from bipdesk.domain.chain import Chain
from bipdesk.domain.chain_history import ChainHistory
from bipdesk.domain.chain_words import in_words, summary
from bipdesk.domain.chain_writing import read_chain, written
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.ui.screens.participant.practice.chain_painting import paint_chain
from bipdesk.ui.screens.participant.practice.chain_rows import ChainRows
from bipdesk.ui.screens.participant.practice.link_card import LinkCard
from bipdesk.ui.screens.participant.practice.link_fields import LinkFields
from bipdesk.ui.theme.look import Look

_TYPED = frozenset({"moment", "action", "thought", "feeling", "other", "words"})
"""Fields in which typing on is one step of undo."""


_OVER = 120
"""What is kept in sight over a link: its ring, and the buttons."""


class ChainView(QWidget):
    """Links with rings and iron between them; the link that has the focus is the one that acts are about."""

    edited = Signal()
    """A person, not the program, changed the chain."""
    chosen = Signal()
    """Another link is the one that acts are about."""
    removed = Signal(str)
    """A link was taken away: the words that say so; `undo` brings it back."""

    def __init__(self, look: Look, lists: PracticeLists) -> None:
        super().__init__()
        self._look = look
        self._lists = lists
        self.history = ChainHistory(Chain())
        self.current: int | None = None
        """The key of the link that acts are about."""
        self._open: int | None = None
        self.fields: LinkFields | None = None
        self.cards: list[LinkCard] = []
        self.setObjectName("chainDrawing")
        self.setAccessibleName("Chain of events")
        self._rows = ChainRows(self, look)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._come_into_view)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._build)

    @property
    def chain(self) -> Chain:
        """Return the chain as it is drawn now."""
        return self.history.now

    def show_chain(self, chain: Chain) -> None:
        """Show a chain; what could be undone before is forgotten."""
        self.history = ChainHistory(chain)
        self.current = chain.keys[0] if chain.links else None
        self._open = None
        self._build()

    def draft_content(self) -> Mapping[str, object]:
        """Return the chain as it is kept as a draft."""
        return {"chain": written(self.chain)}

    def fill_draft(self, content: Mapping[str, object]) -> None:
        """Show a chain that was kept; "" is the empty one."""
        chain = read_chain(str(content.get("chain", "")))
        self.show_chain(chain)
        self.edited.emit()

    def put(self, chain: Chain) -> None:
        """Put another chain in the place of this one, as a step that can be undone."""
        self._open = None
        self.current = chain.keys[0] if chain.links else None
        self._do(chain)

    # Acts: each is a button and a key

    def add_after(self) -> None:
        """Add a link after the current one and open it."""
        place = len(self.chain.links) if self.current is None else self.chain.place(self.current) + 1
        self._add(place)

    def add_before(self) -> None:
        """Add a link before the current one and open it."""
        self._add(0 if self.current is None else self.chain.place(self.current))

    def move_link(self, by: int) -> None:
        """Move the current link, with its choice point and way out."""
        if self.current is not None:
            self._do(self.chain.moved(self.current, by))

    def remove(self) -> None:
        """Take the current link away."""
        key, chain = self.current, self.chain
        if key is None:
            return
        place = chain.place(key)
        lost = chain.way_out is not None and chain.way_out.link == key
        left = chain.removed(key)
        self._open = None
        self.current = left.links[min(place, len(left.links) - 1)].key if left.links else None
        self._do(left)
        also = " and the way out on it are" if lost else " is"
        self.removed.emit(f"Link {place + 1}{also} taken away.")

    def undo(self) -> None:
        """Go one step back."""
        self._travel(self.history.undone())

    def redo(self) -> None:
        """Go one step forth again."""
        self._travel(self.history.redone())

    def open(self) -> None:
        """Open the current link to write."""
        self._open = self.current
        self._build()
        self._write()

    def close_link(self) -> None:
        """Close the link that is open; what is written stays."""
        self._open = None
        self._build()
        self.focus_current()

    def go(self, by: int) -> None:
        """Give the focus to another link."""
        if self.current is not None:
            place = self.chain.place(self.current) + by
            if 0 <= place < len(self.cards):
                self._choose(self.chain.links[place].key)
                self.focus_current()

    def focus_current(self) -> None:
        """Give the focus to the link that acts are about."""
        for card in self.cards:
            if card.key == self.current:
                card.setFocus(Qt.FocusReason.OtherFocusReason)
        self._soon.start()

    # Inside

    def _add(self, place: int) -> None:
        chain = self.chain.added(place)
        if chain is self.chain:
            return
        self.current = chain.links[min(place, len(chain.links) - 1)].key
        self._open = self.current
        self._do(chain)
        self._write()

    def _write(self) -> None:
        if self.fields is not None:
            self.fields.moment.setFocus(Qt.FocusReason.OtherFocusReason)
            self._soon.start()

    def _do(self, chain: Chain) -> None:
        self.history = self.history.done(chain)
        self._build()
        if self._open is None:
            self.focus_current()
        self.edited.emit()

    def _travel(self, history: ChainHistory) -> None:
        before = self.chain
        if history is self.history:
            return
        self.history = history
        keys = self.chain.keys
        self._open = self._open if self._open in keys else None
        if self.current not in keys:
            came = [key for key in keys if key not in before.keys]
            self.current = came[0] if came else (keys[0] if keys else None)
        self._build()
        if self._open is None:
            self.focus_current()
        self._write()
        self.edited.emit()

    def _come_into_view(self) -> None:
        """Scroll the page to the link that acts are about, once it has its place."""
        card = next((card for card in self.cards if card.key == self.current), None)
        # An open link can be higher than the window: then its first field is what must be seen.
        target: QWidget | None = card if self.fields is None else self.fields.moment
        above = self.parentWidget()
        while target is not None and above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(target, 0, self._look.px(_OVER))
            above = above.parentWidget()

    def _build(self) -> None:
        """Make the cards anew."""
        chain = self.chain
        self._rows.empty()
        self.cards, self.fields = [], None
        said = in_words(chain, self._lists)
        for place, link in enumerate(chain.links):
            if link.key == self._open:
                self._add_fields(place)
                continue
            out = chain.way_out if chain.way_out is not None and chain.way_out.link == link.key else None
            card = LinkCard(self._look, link, said[place], self._lists, out)
            card.chosen.connect(lambda key=link.key: self._choose(key))
            card.open_wanted.connect(self.open)
            card.key_pressed.connect(self._on_key)
            self.cards.append(card)
            self._rows.addWidget(card)
            card.show()  # at once: it may get the focus before the layout has its turn
        self.setAccessibleDescription(summary(chain))
        self.updateGeometry()
        self.update()
        self.chosen.emit()

    def _add_fields(self, place: int) -> None:
        link = self.chain.links[place]
        fields = LinkFields(self._look, place + 1, self._lists)
        fields.show_link(link, self.chain.way_out)
        fields.changed.connect(self._on_written)
        fields.closed.connect(self.close_link)
        fields.undo_wanted.connect(self.undo)
        fields.redo_wanted.connect(self.redo)
        self.fields = fields
        self._rows.set_wide(fields)
        self._rows.addWidget(fields)
        fields.show()

    def _choose(self, key: int) -> None:
        self.current = key
        self.chosen.emit()

    def _on_written(self, field: str) -> None:
        key = self._open
        if key is None or self.fields is None:
            return
        chain = self.fields.written(self.chain, key)
        self.history = self.history.done(chain, (key, field) if field in _TYPED else None)
        if field == "way out":
            self.fields.show_link(chain.link(key), chain.way_out)
        self.setAccessibleDescription(summary(chain))
        self.updateGeometry()
        self.update()
        self.chosen.emit()
        self.edited.emit()

    def _on_key(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        pressed = QKeySequence(QKeyCombination(held, Qt.Key(event.key())))
        act = self._keys().get(pressed.toString(QKeySequence.SequenceFormat.PortableText))
        if act is not None:
            event.accept()
            act()

    def _keys(self) -> dict[str, Callable[[], None]]:
        return {
            "Return": self.open,
            "Enter": self.open,
            "F2": self.open,
            "Right": lambda: self.go(1),
            "Down": lambda: self.go(1),
            "Left": lambda: self.go(-1),
            "Up": lambda: self.go(-1),
            "Ins": self.add_after,
            "Shift+Ins": self.add_before,
            "Ctrl+Right": lambda: self.move_link(1),
            "Ctrl+Left": lambda: self.move_link(-1),
            "Del": self.remove,
            "Ctrl+Z": self.undo,
            "Ctrl+Y": self.redo,
        }

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the chain; the cards draw themselves."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_chain(painter, self._look, self.chain, (self._rows.rings(), self._rows.iron()))
