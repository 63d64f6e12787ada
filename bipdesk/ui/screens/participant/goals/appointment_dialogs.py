"""Appointments for 1-2-1s: plan one, move it, say that it was not kept or cancelled."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.appointment import Appointment, AppointmentDetails, AppointmentState, Ending, How
from bipdesk.domain.attendance import EXCUSES, Reason
from bipdesk.domain.goals_file import GoalsFile
from bipdesk.domain.ids import UNSEEN
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.goals.services import GoalServices
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.time_edit import TimeEdit

_PLAN = "He is told the day, the time and the place. A time that he misses is an absence, as of the group."
_MOVE = "The old time stays on file with the reason."
_ANOTHER: tuple[str, object] = ("Another 1-2-1", "")
_NO_REASON: tuple[str, object] = ("He gave no reason", None)
NO_TIME = "This cannot be read as a time. Type hours and minutes, for example 18:30."


class AppointmentDialog(FormDialog):
    """Asks for what, when, how, where and with whom; for one that is moved also why."""

    def __init__(
        self,
        frame: Frame,
        services: GoalServices,
        file: GoalsFile,
        moved: Appointment | None,
        parent: QWidget,
    ) -> None:
        title, words, button = (
            ("Move the appointment", _MOVE, "Move") if moved else ("Appointment", _PLAN, "Plan")
        )
        super().__init__(frame, parent, title, words, button)
        self.setObjectName("appointmentDialog")
        self._services = services
        self._file = file
        self._moved = moved
        steps: tuple[tuple[str, object], ...] = tuple((title, code) for code, title in file.meetable)
        self.step = Choice("For", (*steps, _ANOTHER))
        self.on_date = DateEdit("On")
        self.at = TimeEdit("At")
        self.minutes = NumberEdit("Minutes planned")
        self.how = Choice("How", tuple((how.label, how) for how in How))
        self.place = line_edit("Place")
        staff: tuple[tuple[str, object], ...] = tuple((name, staff_id) for staff_id, name in file.staff)
        self.staff = Choice("With", staff)
        self.why = text_area("Why", frame.look, 2)
        self._lay_out()
        self._begin()
        subject = moved.appointment_id if moved else file.participant_id
        self.keep_draft(
            "appointment moved" if moved else "appointment", subject, seen=moved.seen if moved else UNSEEN
        )

    def _lay_out(self) -> None:
        self.add_row("For", self.step)
        self.add_row("On", self.on_date, required=True)
        self.add_row("At", self.at, required=True)
        self.add_row("Minutes planned", self.minutes, required=True)
        self.add_row("How", self.how)
        self.add_row("Place", self.place)
        self.add_row("With", self.staff)
        if self._moved is not None:
            self.add_row("Why", self.why, required=True)

    def _begin(self) -> None:
        planned = self._moved.details if self._moved else None
        self.minutes.set_number(planned.minutes if planned else 60)
        self.staff.set_value(planned.staff_id if planned and planned.staff_id else self._file.me)
        if planned is not None:
            self.step.set_value(planned.step_code)
            self.at.set_time(planned.at)
            self.how.set_value(planned.how)
            self.place.setText(planned.place)

    def submit(self) -> None:
        """Store the appointment."""
        good, on_date, at = self.checked(), self.on_date.date_or_none(), self.at.time_or_none()
        if good and at is None:
            self.rows.show("At", NO_TIME)
            self.fit()
            return
        if not good or on_date is None or at is None:
            return
        details = self._details(AppointmentDetails(on_date, at))
        held, whose, moved = self._services.one_to_ones, self._file.participant_id, self._moved
        if moved is None:
            self.do(
                lambda: held.plan(whose, details),
                "The appointment is planned.",
                lambda changes: held.withdraw_appointment(changes.row_id or whose, changes.seen),
            )
            return
        why, seen = self.why.toPlainText(), self.typed_on(moved.seen)
        self.do(
            lambda: held.move(moved.appointment_id, details, why, seen),
            "The appointment is moved.",
            lambda _changes: held.reopen(moved.appointment_id),
        )

    def _details(self, when: AppointmentDetails) -> AppointmentDetails:
        how, staff = self.how.value(), self.staff.value()
        return AppointmentDetails(
            on_date=when.on_date,
            at=when.at,
            step_code=str(self.step.value() or ""),
            minutes=self.minutes.number_or_none() or 0,
            how=how if isinstance(how, How) else How.ROOM,
            place=self.place.text().strip(),
            staff_id=next((each for each, _ in self._file.staff if each == staff), None),
        )


class EndAppointmentDialog(FormDialog):
    """Asks why he did not keep it, or why the programme cancelled it."""

    def __init__(
        self,
        frame: Frame,
        services: GoalServices,
        ended: tuple[Appointment, AppointmentState],
        parent: QWidget,
    ) -> None:
        appointment, state = ended
        missed = state is AppointmentState.NOT_ATTENDED
        words = "It counts as an absence." if missed else "It is no absence of his."
        super().__init__(frame, parent, state.label, words, "He did not come" if missed else "Cancel it")
        self.setObjectName("endAppointmentDialog")
        self._services = services
        self._ended = ended
        reasons: tuple[tuple[str, object], ...] = tuple((each.label.capitalize(), each) for each in EXCUSES)
        self.reason = Choice("Reason", (_NO_REASON, *reasons))
        self.why = text_area("Why", frame.look, 2)
        if missed:
            self.add_row("Reason", self.reason)
        self.add_row("In a word" if missed else "Why", self.why, required=not missed)
        self.keep_draft(f"appointment {state.value}", appointment.appointment_id, seen=appointment.seen)

    def submit(self) -> None:
        """Store what became of it."""
        if not self.checked():
            return
        appointment, state = self._ended
        reason = self.reason.value()
        ending = Ending(state, reason if isinstance(reason, Reason) else None, self.why.toPlainText())
        held, row_id, seen = self._services.one_to_ones, appointment.appointment_id, appointment.seen
        token = self.typed_on(seen)
        self.do(
            lambda: held.end(row_id, ending, token),
            f"The appointment is {state.label.lower()}.",
            lambda _changes: held.reopen(row_id),
        )
