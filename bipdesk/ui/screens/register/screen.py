"""The register of one group session: nine people with nine keys, notes in the flow, then closed."""

from collections.abc import Callable
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.ids import SessionId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.register import Register, Side
from bipdesk.ui.danger_dialog import KEY as DANGER_KEY
from bipdesk.ui.format import joined, long_date
from bipdesk.ui.forms.note_words import note_kept
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.register.company_panel import CompanyPanel
from bipdesk.ui.screens.register.evening_acts import EveningActs
from bipdesk.ui.screens.register.held_strip import HeldStrip
from bipdesk.ui.screens.register.key_line import KeyLine
from bipdesk.ui.screens.register.keys import Act
from bipdesk.ui.screens.register.line_writer import LineWriter
from bipdesk.ui.screens.register.lines_panel import LinesPanel
from bipdesk.ui.screens.register.register_services import RegisterServices
from bipdesk.ui.screens.register.words import status_line
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

TOO_EARLY = "Closed too early"
THREAT_HEARD = (
    "Register closed. A threat was heard: record the incident now, in his file under Notices. "
    "It has to be told at once."
)
DISPUTED = "Somebody else wrote into this register meanwhile. Nothing is lost: say which entry stands."


class RegisterScreen(Screen):
    """Shows what the keys mean at once and saves each key press in its own transaction behind it."""

    topics = frozenset({Topic.REGISTER, Topic.NOTES})

    def __init__(self, frame: Frame, services: RegisterServices) -> None:
        super().__init__(frame)
        self._services = services
        self._session_id: SessionId | None = None
        self._register: Register | None = None
        self._consequences = ""
        self._keys_wanted = True
        self.lines = LinesPanel(frame)
        self.held = HeldStrip(frame.look)
        self.company = CompanyPanel(frame.look)
        self.acts = EveningActs(frame, self, services)
        self._writer = LineWriter(frame, services.registers, self)
        self._keys = KeyLine(frame.look)
        self._status = Text("", Role.SOFT, wrap=True)
        self._empty = EmptyState(
            "Nobody is expected at this session",
            "Open the group and let participants join it; they are then in its register.",
        )
        self._print = Button("Print session sheet")
        self._close = Button("Close register", Kind.PRIMARY, hint="Ctrl Enter")
        self._reopen = Button("Reopen register…")
        self._build()
        self._connect()

    def _build(self) -> None:
        danger = Button("Whom to call", Kind.DANGER, hint=DANGER_KEY)
        danger.setObjectName("dangerButton")
        danger.clicked.connect(self.frame.danger_wanted)
        for button in (danger, self._print, self._reopen, self._close):
            self.header.add_action(button)
        for part in (self.held, self._keys, self.lines, self._empty, self._status, self.company):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._empty.hide()
        self._reopen.hide()

    def _connect(self) -> None:
        self._print.clicked.connect(self._on_print)
        self._close.clicked.connect(self._on_close)
        self._reopen.clicked.connect(lambda: self._with_register(self.acts.ask_reopening))
        self.lines.wished.connect(self._writer.wish)
        self.lines.act_wanted.connect(self._on_act)
        self.lines.note_typed.connect(self._on_note)
        self.lines.correction_wanted.connect(self._on_correction)
        self.lines.settled.connect(self._on_settled)
        self._writer.changed.connect(self._show_lines)
        self._writer.refused.connect(self.load)
        self.held.as_planned.connect(lambda: self._with_register(self.acts.record_as_planned))
        self.held.change_wanted.connect(lambda: self._with_register(self.acts.ask_held))
        self.company.guest_wanted.connect(lambda: self._with_register(self.acts.ask_guest))
        self.company.visitor_wanted.connect(lambda: self._with_register(self.acts.ask_visitor))
        self.company.visitor_changed.connect(
            lambda visit: self._with_register(lambda register: self.acts.ask_visitor(register, visit.visitor))
        )
        self.company.visitor_removed.connect(self.acts.take_out)
        self.acts.over.connect(self.lines.focus_current)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._on_close)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def show_for(self, argument: object) -> None:
        """Show the register of the session with this id."""
        self._session_id = cast(SessionId, argument)
        self._register = None
        self._writer.begin(self._session_id)
        self.lines.session_id = self._session_id
        self._keys_wanted = True
        self.load()

    def load(self) -> None:
        """Read the register and what closing it would create."""
        if self._session_id is not None:
            self.frame.tasks.run(self, partial(self._read, self._session_id), self._show)

    def _read(self, session_id: SessionId) -> tuple[Register, str]:
        registers = self._services.registers
        return registers.open_register(session_id), registers.consequences(session_id)

    def _show(self, read: tuple[Register, str]) -> None:
        register, self._consequences = read
        if _disputes(register) > _disputes(self._register):
            self.frame.warn(DISPUTED)
        self._register = register
        self._writer.take_over(register)
        self._show_header(register)
        self.held.show_held(register)
        self.company.show_company(register)
        self.lines.setVisible(bool(register.lines))
        self._empty.setVisible(not register.lines)
        self.lines.show_evening((register.held.began_at, register.held.ended_at), dict(register.names))
        self._show_lines()
        if self._keys_wanted and self.isVisible():
            self._keys_wanted = False
            self.lines.begin()

    def _show_header(self, register: Register) -> None:
        hours = f"{register.starts_at:%H:%M} to {register.ends_at:%H:%M}"
        self.header.set_title(
            f"{register.title} · {long_date(register.on_date)}",
            joined(register.place, hours, register.reopened_because and _again(register)),
            f"{register.group_name} / Register",
        )
        self.header.set_pills(*((Pill("Closed", State.GOOD),) if register.closed else ()))
        self._keys.setVisible(not register.closed and bool(register.lines))
        self._close.setVisible(not register.closed)
        self._reopen.setVisible(register.closed)

    def _show_lines(self) -> None:
        if self._register is None:
            return
        shown = self._writer.lines
        self.lines.show_lines(shown, editable=not self._register.closed)
        last = "Press the key of a mark to correct a line." if self._register.closed else self._consequences
        self._status.setText(status_line(shown, last))

    def _with_register(self, act: Callable[[Register], None]) -> None:
        """Do something with the register when all that was typed is saved."""
        self._writer.when_quiet(lambda: act(self._register) if self._register is not None else None)

    def _on_act(self, act: Act, place: int) -> None:
        on_line = {Act.NOTE: self.acts.ask_note, Act.DETAILS: self.acts.ask_line}
        on_register = {
            Act.AS_PLANNED: self.acts.record_as_planned,
            Act.HELD: self.acts.ask_held,
            Act.GUEST: self.acts.ask_guest,
            Act.VISITOR: self.acts.ask_visitor,
        }
        if act in on_line:
            self._with_register(lambda register: on_line[act](register, self._writer.lines[place]))
        elif self._register is not None and not self._register.closed:
            self._with_register(on_register[act])

    def _on_note(self, place: int, note_class: NoteClass, text: str) -> None:
        if self._session_id is None:
            return
        note_line = self.lines.rows[place].note_line
        whose = self._writer.lines[place].participant_id
        keep = partial(self._services.notes.add, whose, self._session_id, note_class, text)
        drafts = note_line.drafts
        command = keep if drafts is None else drafts.saving(keep)

        def kept(_changes: Changes) -> None:
            note_line.kept()
            if note_class is NoteClass.RISK:
                self.frame.notify(note_kept("Note kept.", note_class))

        self.frame.tasks.change(self, command, kept)

    def _on_correction(self, place: int, mark: Mark) -> None:
        self._with_register(lambda register: self.acts.ask_line(register, self._writer.lines[place], mark))

    def _on_settled(self, place: int, side: Side) -> None:
        self._with_register(lambda register: self.acts.settle(register, self._writer.lines[place], side))

    def _on_close(self) -> None:
        self.lines.finish()
        self._with_register(self._close_now)

    def _close_now(self, register: Register) -> None:
        if register.closed:
            return
        unmarked = any(line.mark is None for line in self._writer.lines)
        if not register.held.recorded and not unmarked:
            self.acts.ask_held(register, self._close_anew)
            return
        close = partial(self._services.registers.close, register.session_id, register.seen)
        self.frame.tasks.change(self, close, self._on_closed)

    def _close_anew(self) -> None:
        """Close as it stands in the file: it has just been recorded how it was held."""
        if self._session_id is not None:
            self.frame.tasks.change(self, partial(self._close_read, self._session_id), self._on_closed)

    def _close_read(self, session_id: SessionId) -> Changes:
        registers = self._services.registers
        return registers.close(session_id, registers.open_register(session_id).seen)

    def _on_closed(self, _changes: Changes) -> None:
        if any(line.reason is Reason.THREAT for line in self._writer.lines):
            self.frame.warn(THREAT_HEARD, undo=self._on_undone)
        else:
            self.frame.notify("Register closed.", undo=self._on_undone)
        self.load()

    def _on_undone(self) -> None:
        if self._session_id is not None:
            self.frame.tasks.change(self, partial(self._reopen_now, self._session_id), self._on_reopened)

    def _reopen_now(self, session_id: SessionId) -> Changes:
        registers = self._services.registers
        return registers.reopen(session_id, registers.open_register(session_id).seen, TOO_EARLY)

    def _on_reopened(self, _changes: Changes) -> None:
        self.frame.notify("Register reopened. Correct it, then close it again.")
        self._keys_wanted = True
        self.load()

    def _on_print(self) -> None:
        if self._session_id is not None:
            self.frame.tasks.run(
                self, partial(self._services.sheets.render, self._session_id), self._show_sheet
            )

    def _show_sheet(self, pdf: bytes) -> None:
        assert self._register is not None
        self.frame.show_document(f"Session sheet · {self._register.title}", pdf)


def _disputes(register: Register | None) -> int:
    """Return how many lines are in dispute; of no register, none."""
    return sum(bool(line.disputes) for line in register.lines) if register is not None else 0


def _again(register: Register) -> str:
    return f"open again: {register.reopened_because}"
