"""What is asked beside the lines: how it was held, guests, visitors, one line in full, notes, corrections."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from bipdesk.domain.attendance import Mark
from bipdesk.domain.changes import Changes
from bipdesk.domain.register import Register, RegisterLine, Side
from bipdesk.domain.visitor import Visit, Visitor
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.register.guest_dialog import GuestDialog
from bipdesk.ui.screens.register.held_dialog import HeldDialog
from bipdesk.ui.screens.register.line_dialog import LineDialog
from bipdesk.ui.screens.register.note_dialog import NoteDialog
from bipdesk.ui.screens.register.register_services import RegisterServices
from bipdesk.ui.screens.register.reopen_dialog import ReopenDialog
from bipdesk.ui.screens.register.visitor_dialog import VisitorDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from bipdesk.domain.staff import StaffMember


class EveningActs(QObject):
    """Opens the dialogs of one register; each is gone when it is answered."""

    over = Signal()
    """A dialog is closed: the keys go back to the lines."""

    def __init__(self, frame: Frame, page: QWidget, services: RegisterServices) -> None:
        super().__init__(page)
        self._frame = frame
        self._page = page
        self._services = services

    def ask_held(self, register: Register, then: "Callable[[], None] | None" = None) -> None:
        """Ask who led and when, with what was planned filled in; `then` follows when it is kept."""
        staff = self._services.staff
        self._frame.tasks.run(self, staff.facilitators, partial(self._show_held, register, then))

    def _show_held(
        self,
        register: Register,
        then: "Callable[[], None] | None",
        people: "tuple[StaffMember, ...]",
    ) -> None:
        words = "Record and close" if then is not None else "Keep"
        registers = self._services.registers
        dialog = HeldDialog(self._frame, self._page, registers, register.held, people, do_words=words)
        if then is not None:
            dialog.accepted.connect(then)
        self._open(dialog)

    def record_as_planned(self, register: Register) -> None:
        """Record that it was held as planned."""
        if not register.held.recorded and not register.closed:
            record = partial(self._services.registers.record_held, register.held)
            self._frame.tasks.change(self, record)

    def ask_guest(self, register: Register) -> None:
        """Ask who catches up this session here."""
        self._open(GuestDialog(self._frame, self._page, self._services.guests, register.session_id))

    def ask_visitor(self, register: Register, about: Visitor | None = None) -> None:
        """Ask who visits, or what is now known of a visitor."""
        visitors = self._services.visitors
        self._frame.tasks.run(
            self,
            lambda: (visitors.known(), visitors.rule(register.on_date)),
            lambda known: self._open(
                VisitorDialog(self._frame, self._page, visitors, register.session_id, known, about)
            ),
        )

    def take_out(self, visit: Visit) -> None:
        """Take a visitor out, with Undo."""
        visitors, name = self._services.visitors, visit.visitor.details.name
        restore = partial(visitors.restore, visit.visit_id)

        def done(_changes: Changes) -> None:
            self._frame.notify(f"{name} is taken out of the register.", undo)

        def undo() -> None:
            self._frame.tasks.change(self._frame, restore)

        self._frame.tasks.change(self, partial(visitors.remove, visit.visit_id), done)

    def ask_line(self, register: Register, line: RegisterLine, mark: Mark | None = None) -> None:
        """Ask for one line in full, or for its correction."""
        registers = self._services.registers
        self._open(LineDialog(self._frame, self._page, registers, (register, line), mark))

    def ask_note(self, register: Register, line: RegisterLine) -> None:
        """Ask for a longer note."""
        notes = self._services.notes
        self._open(NoteDialog(self._frame, self._page, notes, register.session_id, line))

    def ask_reopening(self, register: Register) -> None:
        """Ask why a closed register is opened again."""
        self._open(ReopenDialog(self._frame, self._page, self._services.registers, register))

    def settle(self, register: Register, line: RegisterLine, side: Side) -> None:
        """Let one of two entries stand."""
        settle = self._services.registers.settle
        at = (register.session_id, line.participant_id)
        said = f"{side.words[:1].upper()}{side.words[1:]} stands. The other entry is kept in the history."
        self._frame.tasks.change(
            self, partial(settle, *at, side, line.seen), lambda _changes: self._frame.notify(said)
        )

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(lambda _result: self.over.emit())
        dialog.open()
