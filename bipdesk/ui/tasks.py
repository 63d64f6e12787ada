"""One database thread: work goes there, answers come back to the window."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

from bipdesk.domain.errors import UserError

if TYPE_CHECKING:
    from bipdesk.domain.changes import Changes

T = TypeVar("T")


@dataclass(eq=False, slots=True)
class Ticket:
    """A piece of work that was handed in; cancelling drops it, or its answer if it already runs."""

    owner: QObject | None
    work: Callable[[], object] | None
    done: Callable[[object], None] | None
    failed: Callable[[UserError], None] | None
    always: Callable[[], None] | None = None
    cancelled: bool = field(default=False)
    changes_data: bool = field(default=False)
    """A command: it is carried out even when the window locks before its turn."""

    def cancel(self) -> None:
        """Want no answer any more; what the work has changed by then stays changed."""
        self.cancelled = True

    def forget(self) -> None:
        """Let go of everything the work and its callbacks hold."""
        self.owner = self.work = self.done = self.failed = self.always = None


@dataclass(frozen=True, slots=True)
class _Answer:
    ticket: Ticket
    value: object
    error: BaseException | None


class Tasks(QObject):
    """Runs work in order on one thread; an answer for an owner that has gone is dropped."""

    changed = Signal(object)
    """A frozenset of topics that a command has touched."""
    refused = Signal(object)
    """A UserError that nobody else wanted."""
    broken = Signal(object)
    """An exception that is a bug."""
    busy = Signal(bool)
    """Whether any answer is still awaited."""
    _answered = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._queue: SimpleQueue[Ticket | None] = SimpleQueue()
        self._waiting = 0
        self._stopped = False
        self._answered.connect(self._on_answered, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="database", daemon=True)
        self._thread.start()

    def run(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[UserError], None] | None = None,
        always: Callable[[], None] | None = None,
    ) -> Ticket:
        """Do `work` on the database thread, then `done` on the window's with its answer, if `owner` lives.

        A UserError goes to `failed`, or to `refused` without it; any other exception to `broken`.
        `always` is called before any of them, also before a bug is reported: to end a busy sign.
        After `stop` nothing is run.
        """
        ticket = Ticket(owner, work, done, failed, always)  # type: ignore[arg-type]
        if not self._stopped:
            self._count(+1)
            self._queue.put(ticket)
        return ticket

    def change(
        self,
        owner: QObject,
        command: "Callable[[], Changes]",
        done: "Callable[[Changes], None] | None" = None,
        failed: Callable[[UserError], None] | None = None,
        always: Callable[[], None] | None = None,
    ) -> Ticket:
        """Run a command; when it has succeeded, tell every screen what it touched, then call `done`.

        The screens are told even if `owner` has gone: what was changed was changed.
        """

        def tell() -> "Changes":
            changes = command()
            self._answered.emit(changes.topics)
            return changes

        ticket = self.run(owner, tell, done, failed, always)
        ticket.changes_data = True
        return ticket

    @property
    def stopped(self) -> bool:
        """Say whether only commands that wait are still carried out."""
        return self._stopped

    def stop(self, last: Callable[[], object] | None = None) -> None:
        """Carry out the commands that wait, drop the questions, run `last` on the thread, and join it.

        A key pressed in the register just before the window locks is a mark somebody made.
        """
        if self._stopped:
            return
        self._stopped = True
        if last is not None:
            ending = Ticket(None, last, None, None)
            ending.changes_data = True
            self._queue.put(ending)
        self._queue.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (ticket := self._queue.get()) is not None:
            if self._stopped and not ticket.changes_data:
                ticket.forget()  # a question whose answer nobody is there to see
                continue
            work = ticket.work
            if work is None or ticket.cancelled:
                self._answered.emit(_Answer(ticket, None, None))
                continue
            try:
                answer = _Answer(ticket, work(), None)
            except Exception as error:
                answer = _Answer(ticket, None, error)
            del work, ticket
            self._answered.emit(answer)
            del answer

    def _on_answered(self, answer: object) -> None:
        if isinstance(answer, frozenset):
            if not self._stopped:
                self.changed.emit(answer)
        elif isinstance(answer, _Answer):
            self._deliver(answer)

    def _deliver(self, answer: _Answer) -> None:
        ticket = answer.ticket
        owner, done, failed, always = ticket.owner, ticket.done, ticket.failed, ticket.always
        wanted = not (self._stopped or ticket.cancelled) and owner is not None and isValid(owner)
        ticket.forget()
        self._count(-1)
        if wanted and always is not None:
            always()
        if answer.error is not None:
            self._deliver_error(answer.error, failed if wanted else None)
        elif wanted and done is not None:
            done(answer.value)

    def _deliver_error(self, error: BaseException, failed: Callable[[UserError], None] | None) -> None:
        if not isinstance(error, UserError):
            self.broken.emit(error)
        elif failed is not None:
            failed(error)
        elif not self._stopped:
            self.refused.emit(error)

    def _count(self, step: int) -> None:
        before = self._waiting > 0
        self._waiting += step
        if before != (self._waiting > 0):
            self.busy.emit(self._waiting > 0)
