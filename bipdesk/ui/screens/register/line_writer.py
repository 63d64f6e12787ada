"""Sends what the keys mean to the file, one command for each line at a time, and shows it at once."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, assert_never, cast

from PySide6.QtCore import QObject, Signal

from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.changes import Changes
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import SessionId
from bipdesk.domain.register import Register, RegisterLine
from bipdesk.domain.sentences import sentence
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.register.entry import Field, LineEntry, Value, Wish

if TYPE_CHECKING:
    from bipdesk.services.registers.service import RegisterService


class LineWriter(QObject):
    """The lines of one register as they will be; each key press is a transaction of its own behind them."""

    changed = Signal()
    """The lines are shown differently from now on."""
    refused = Signal()
    """Something was not taken: read the register anew."""

    def __init__(self, frame: Frame, registers: "RegisterService", parent: QObject) -> None:
        super().__init__(parent)
        self._frame = frame
        self._registers = registers
        self._session_id: SessionId | None = None
        self._entries: list[LineEntry] = []
        self._waiting: list[Callable[[], None]] = []

    @property
    def lines(self) -> list[RegisterLine]:
        """Return the lines with everything on them that was typed."""
        return [entry.shown for entry in self._entries]

    def begin(self, session_id: SessionId) -> None:
        """Forget the register before."""
        self._session_id = session_id
        self._entries = []
        self._waiting = []

    def take_over(self, register: Register) -> None:
        """Take over what was read from the file; what is still on its way stays on its line."""
        known = {entry.shown.participant_id: entry for entry in self._entries}
        self._entries = [known.get(line.participant_id) or LineEntry(line) for line in register.lines]
        for entry, line in zip(self._entries, register.lines, strict=True):
            entry.reloaded(line)

    def wish(self, place: int, field: Field, value: Value) -> None:
        """Show a value on a line at once, and send it as soon as the line's last command is answered."""
        entry = self._entries[place]
        entry.wish(field, value)
        self.changed.emit()
        self._send(entry)

    def when_quiet(self, what: Callable[[], None]) -> None:
        """Do `what` when everything typed is saved; not at all if some of it is refused."""
        self._waiting.append(what)
        self._go_on()

    def _send(self, entry: LineEntry) -> None:
        wish = entry.take()
        if wish is not None:
            self._frame.tasks.change(
                self,
                partial(self._write, entry, wish),
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
            case Field.LEAVING:
                return self._registers.set_leaving(*at, wish.value, entry.seen)  # type: ignore[arg-type]
            case Field.WHY:
                return self._registers.set_reason(
                    *at, cast(tuple[Reason | None, str], wish.value), entry.seen
                )
            case Field.PARTICIPATION:
                return self._registers.set_participation(*at, cast(int | None, wish.value), entry.seen)
            case Field.HOMEWORK:
                return self._registers.set_homework(*at, cast(bool | None, wish.value), entry.seen)
            case _:
                assert_never(wish.field)

    def _on_written(self, entry: LineEntry, changes: Changes) -> None:
        entry.answered(changes.seen)
        self._send(entry)
        self.changed.emit()
        self._go_on()

    def _on_refused(self, entry: LineEntry, error: UserError) -> None:
        entry.refused()
        self._waiting = []
        self._frame.warn(sentence(error))
        self.refused.emit()

    def _go_on(self) -> None:
        if not any(entry.busy for entry in self._entries):
            waiting, self._waiting = self._waiting, []
            for what in waiting:
                what()
