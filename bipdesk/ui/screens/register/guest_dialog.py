"""A participant of another group who catches up this session here: found by typing his name."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.guest import Guest
from bipdesk.domain.ids import UNSEEN, SessionId
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.search_edit import SearchEdit

if TYPE_CHECKING:
    from bipdesk.services.guests import GuestService

NAME, FOUND = "Name", "Found"
_WORDS = (
    "Somebody who is owed this session, or whose next it is. It counts for him like one of his own group."
)
_LINES = 6


class GuestDialog(FormDialog):
    """Type a part of the name; arrow keys choose, Enter adds."""

    def __init__(self, frame: Frame, parent: QWidget, guests: "GuestService", session_id: SessionId) -> None:
        super().__init__(frame, parent, "A guest from another group", _WORDS, "Add to the register")
        self._service = guests
        self._session_id = session_id
        self._found: tuple[Guest, ...] = ()
        self.name = SearchEdit(frame.look, NAME, "Part of the name")
        self.list = QListWidget()
        self.list.setAccessibleName(FOUND)
        self.list.setFixedHeight(self.list.fontMetrics().lineSpacing() * _LINES + frame.look.px(24))
        self.add_row(NAME, self.name)
        self.add_row(FOUND, self.list)
        self.name.searched.connect(self._on_searched)
        # Enter must never add somebody who was found for an earlier part of the name.
        self.name.textChanged.connect(lambda: self.do_button.setEnabled(False))
        self.do_button.setEnabled(False)
        self.list.currentRowChanged.connect(lambda _row: self._on_chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through what was found while the name is being typed."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self._found:
            super().keyPressEvent(event)
        else:
            place = self.list.currentRow() + step
            self.list.setCurrentRow(max(0, min(place, len(self._found) - 1)))

    def submit(self) -> None:
        """Give him a line."""
        guest = self._chosen()
        if guest is not None:
            name = f"{guest.given_name} {guest.family_name}"
            self.do(
                partial(self._service.add, self._session_id, guest.participant_id),
                f"{name} is in the register as a guest.",
                partial(self._take_out, guest),
            )

    def _take_out(self, guest: Guest, changes: Changes) -> Changes:
        return self._service.remove(self._session_id, guest.participant_id, changes.seen or UNSEEN)

    def _on_searched(self, typed: str) -> None:
        find = partial(self._service.find, self._session_id, typed)
        self.frame.tasks.run(self, find, self._show)

    def _show(self, found: tuple[Guest, ...]) -> None:
        self._found = found
        self.list.clear()
        for guest in found:
            group = guest.group_name or "no group"
            why = f" – {guest.refusal}" if guest.refusal else ""
            item = QListWidgetItem(f"{guest.family_name}, {guest.given_name} · {group}{why}")
            self.list.addItem(item)
        if not found and self.name.text().strip():
            item = QListWidgetItem("Nobody of this name.")
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(item)
        first = next((place for place, guest in enumerate(found) if not guest.refusal), 0)
        if found:
            self.list.setCurrentRow(first)
        self._on_chosen()

    def _chosen(self) -> Guest | None:
        place = self.list.currentRow()
        guest = self._found[place] if 0 <= place < len(self._found) else None
        return guest if guest is not None and not guest.refusal else None

    def _on_chosen(self) -> None:
        self.do_button.setEnabled(self._chosen() is not None)
