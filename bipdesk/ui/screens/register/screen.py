"""The register of one group session: nine people with nine keys, then closed."""

from functools import partial
from typing import TYPE_CHECKING, assert_never, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from bipdesk.domain.attendance import Mark
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import SessionId
from bipdesk.domain.register import Register
from bipdesk.domain.sentences import sentence
from bipdesk.ui.format import joined, long_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.register.entry import Field, LineEntry, Value, Wish
from bipdesk.ui.screens.register.key_line import KeyLine
from bipdesk.ui.screens.register.lines_panel import LinesPanel
from bipdesk.ui.screens.register.note_dialog import NoteDialog
from bipdesk.ui.screens.register.words import status_line
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.notes import NoteService
    from bipdesk.services.registers import RegisterService
    from bipdesk.services.session_sheets import SessionSheetService


class RegisterScreen(Screen):
    """Shows what the keys mean at once and saves each key press in its own transaction behind it."""

    topics = frozenset({Topic.REGISTER, Topic.NOTES})

    def __init__(
        self, frame: Frame, registers: "RegisterService", sheets: "SessionSheetService", notes: "NoteService"
    ) -> None:
        super().__init__(frame)
        self._registers = registers
        self._sheets = sheets
        self._notes = notes
        self._session_id: SessionId | None = None
        self._register: Register | None = None
        self._entries: list[LineEntry] = []
        self._consequences = ""
        self._close_wanted = False
        self._keys_wanted = True
        self.lines = LinesPanel(frame.look)
        self._keys = KeyLine(frame.look)
        self._status = Text("", Role.SOFT, wrap=True)
        self._empty = EmptyState(
            "Nobody is expected at this session",
            "Open the group and let participants join it; they are then in its register.",
        )
        self._print = Button("Print session sheet")
        self._close = Button("Close register", Kind.PRIMARY, hint="Ctrl Enter")
        self._reopen = Button("Reopen register")
        self._build()

    def _build(self) -> None:
        for button in (self._print, self._reopen, self._close):
            self.header.add_action(button)
        for part in (self._keys, self.lines, self._empty, self._status):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._empty.hide()
        self._reopen.hide()
        self._print.clicked.connect(self._on_print)
        self._close.clicked.connect(self._on_close)
        self._reopen.clicked.connect(self._on_reopen)
        self.lines.wished.connect(self._on_wished)
        self.lines.note_wanted.connect(self._on_note_wanted)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._on_close)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_for(self, argument: object) -> None:
        """Show the register of the session with this id."""
        self._session_id = cast(SessionId, argument)
        self._register = None
        self._entries = []
        self._keys_wanted = True
        self.load()

    def load(self) -> None:
        """Read the register and what closing it would create."""
        if self._session_id is not None:
            self.frame.tasks.run(self, partial(self._read, self._session_id), self._show)

    def _read(self, session_id: SessionId) -> tuple[Register, str]:
        return self._registers.open_register(session_id), self._registers.consequences(session_id)

    def _show(self, read: tuple[Register, str]) -> None:
        register, self._consequences = read
        self._register = register
        known = {entry.shown.participant_id: entry for entry in self._entries}
        self._entries = [known.get(line.participant_id) or LineEntry(line) for line in register.lines]
        for entry, line in zip(self._entries, register.lines, strict=True):
            entry.reloaded(line)
        self._show_header(register)
        self.lines.setVisible(bool(register.lines))
        self._empty.setVisible(not register.lines)
        self._show_lines()
        if self._keys_wanted and self.isVisible():
            self._keys_wanted = False
            self.lines.begin()

    def _show_header(self, register: Register) -> None:
        hours = f"{register.starts_at:%H:%M} to {register.ends_at:%H:%M}"
        self.header.set_title(
            f"{register.title} · {long_date(register.on_date)}",
            joined(" and ".join(register.facilitators), register.place, hours),
            f"{register.group_name} / Register",
        )
        self.header.set_pills(*((Pill("Closed", State.GOOD),) if register.closed else ()))
        self._keys.setVisible(not register.closed and bool(register.lines))
        self._close.setVisible(not register.closed)
        self._reopen.setVisible(register.closed)

    def _show_lines(self) -> None:
        if self._register is None:
            return
        shown = [entry.shown for entry in self._entries]
        self.lines.show_lines(shown, editable=not self._register.closed)
        closed = "" if self._register.closed else self._consequences
        self._status.setText(status_line(shown, closed))

    def _on_wished(self, place: int, field: Field, value: Value) -> None:
        entry = self._entries[place]
        entry.wish(field, value)
        self._show_lines()
        self._send(entry)

    def _send(self, entry: LineEntry) -> None:
        wish = entry.take()
        if wish is not None:
            command = partial(self._write, entry, wish)
            self.frame.tasks.change(
                self,
                command,
                partial(self._on_written, entry),
                partial(self._on_refused, entry),
                entry.returned,
            )

    def _write(self, entry: LineEntry, wish: Wish) -> Changes:
        assert self._session_id is not None
        at = (self._session_id, entry.shown.participant_id)
        match wish.field:
            case Field.MARK:
                return self._registers.mark(*at, cast(Mark | None, wish.value), entry.seen)
            case Field.ARRIVAL:
                return self._registers.set_arrival(*at, wish.value, entry.seen)  # type: ignore[arg-type]
            case Field.PARTICIPATION:
                return self._registers.set_participation(*at, cast(int | None, wish.value), entry.seen)
            case Field.HOMEWORK:
                return self._registers.set_homework(*at, cast(bool | None, wish.value), entry.seen)
            case _:
                assert_never(wish.field)

    def _on_written(self, entry: LineEntry, changes: Changes) -> None:
        entry.answered(changes.seen)
        self._send(entry)
        self._show_lines()
        if self._close_wanted and not any(entry.busy for entry in self._entries):
            self._on_close()

    def _on_refused(self, entry: LineEntry, error: UserError) -> None:
        entry.refused()
        self._close_wanted = False
        self.frame.warn(sentence(error))
        self.load()

    def _on_close(self) -> None:
        if self._register is None or self._register.closed:
            return
        self._close_wanted = any(entry.busy for entry in self._entries)
        if not self._close_wanted:
            command = partial(self._registers.close, self._register.session_id, self._register.seen)
            self.frame.tasks.change(self, command, self._on_closed)

    def _on_closed(self, _changes: Changes) -> None:
        self.frame.notify("Register closed.", undo=self._on_reopen)
        self.load()

    def _on_reopen(self) -> None:
        if self._session_id is not None:
            self.frame.tasks.change(self, partial(self._reopen_now, self._session_id), self._on_reopened)

    def _reopen_now(self, session_id: SessionId) -> Changes:
        seen = self._registers.open_register(session_id).seen
        return self._registers.reopen(session_id, seen, "Closed too early")

    def _on_reopened(self, _changes: Changes) -> None:
        self.frame.notify("Register reopened. Correct it, then close it again.")
        self._keys_wanted = True
        self.load()

    def _on_print(self) -> None:
        if self._session_id is not None:
            self.frame.tasks.run(self, partial(self._sheets.render, self._session_id), self._show_sheet)

    def _show_sheet(self, pdf: bytes) -> None:
        assert self._register is not None
        self.frame.show_document(f"Session sheet · {self._register.title}", pdf)

    def _on_note_wanted(self, place: int) -> None:
        if self._session_id is not None:
            line = self._entries[place].shown
            dialog = NoteDialog(self.frame, self, self._notes, self._session_id, line)
            dialog.finished.connect(lambda _result: self.lines.focus_current())
            dialog.open()
