"""1-2-1s: what is planned, what was held and looked at, what was not kept."""

from datetime import date

from bipdesk.domain.appointment import Appointment, AppointmentState
from bipdesk.domain.changes import Changes
from bipdesk.domain.goals_file import GoalsFile
from bipdesk.domain.one_to_one import OneToOne, written_words
from bipdesk.ui.format import due_in_words, joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.goals.appointment_dialogs import AppointmentDialog, EndAppointmentDialog
from bipdesk.ui.screens.participant.goals.services import GoalServices, OneToOneWanted
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

_REMARK = "Before the group, between the modules, to catch up, and whenever something cannot wait."
_EMPTY = ("No 1-2-1s yet", "Two are held before the group and one between modules. Plan the first one.")
_SHOWN_LETTERS = 160


class OneToOnesPanel(ListedPanel):
    """What is planned first, then all others, newest first."""

    def __init__(self, tab: FileTab, services: GoalServices) -> None:
        super().__init__(tab.frame.look, "1-2-1s", _REMARK, ("Record a 1-2-1", self.record))
        self._tab = tab
        self._frame = tab.frame
        self._services = services
        self._file: GoalsFile | None = None
        plan = Button("Plan an appointment", small=True)
        plan.clicked.connect(lambda: self._on_plan(None))
        self.add_to_foot(plan)

    def show_file(self, file: GoalsFile) -> None:
        """Show the 1-2-1s and appointments of this file."""
        self._file = file
        over = [each for each in file.appointments if each.state in _OVER]
        if not (file.planned or over or file.one_to_ones):
            self.show_empty(*_EMPTY)
            return
        dated: list[tuple[date, DutyLine]] = [
            (each.details.held_on, self._held(each)) for each in file.one_to_ones
        ]
        dated += [(each.details.on_date, self._over(each)) for each in over]
        dated.sort(key=lambda each: each[0], reverse=True)
        self.show_lines([*(self._planned(each) for each in file.planned), *(line for _, line in dated)], "")

    def record(self) -> None:
        """Open the page that records one."""
        if self._tab.participant_id is not None:
            self._frame.open_page("one-to-one", OneToOneWanted(self._tab.participant_id))

    def _planned(self, each: Appointment) -> DutyLine:
        details, today = each.details, self._services.clock.today()
        left = (details.on_date - today).days
        state = State.BAD if left < 0 else State.WARN if left == 0 else State.NEUTRAL
        when = f"{short_date(details.on_date, today)}, {details.at:%H:%M}"
        how = joined(details.how.label, details.place, each.staff_name)
        acts = [
            ("Record", lambda: self._on_record(each)),
            ("Move", lambda: self._on_plan(each)),
            ("Cancelled", lambda: self._on_end(each, AppointmentState.CANCELLED)),
        ]
        if left <= 0:
            acts.insert(1, ("He did not come", lambda: self._on_end(each, AppointmentState.NOT_ATTENDED)))
        return self.line(
            Pill(due_in_words(left), state), f"{self._title(details.step_code)}, {when}", how, *acts
        )

    def _over(self, each: Appointment) -> DutyLine:
        details, ending = each.details, each.ending
        state = State.BAD if each.state is AppointmentState.NOT_ATTENDED else State.NEUTRAL
        reason = ending.reason.label if ending.reason else ""
        when = short_date(details.on_date, self._services.clock.today())
        title = f"{self._title(details.step_code)}, {when}"
        undo = () if each.state is AppointmentState.MOVED else (("Take back", lambda: self._on_reopen(each)),)
        return self.line(Pill(each.state.label, state), title, joined(reason, ending.words), *undo)

    def _held(self, each: OneToOne) -> DutyLine:
        details = each.details
        title = self._title(details.step_code) if details.step_code else details.kind.label
        return self.line(
            Pill("Held", State.GOOD),
            f"{title}, {short_date(details.held_on, self._services.clock.today())}",
            _said(each),
            ("Open", lambda: self._on_open(each)),
            ("Remove", lambda: self._on_remove(each)),
        )

    def _title(self, code: str) -> str:
        title = self._file.step_title(code) if self._file else ""
        return title or "Another 1-2-1"

    def _on_plan(self, moved: Appointment | None) -> None:
        if self._file is not None:
            AppointmentDialog(self._frame, self._services, self._file, moved, self).open()

    def _on_end(self, each: Appointment, state: AppointmentState) -> None:
        EndAppointmentDialog(self._frame, self._services, (each, state), self).open()

    def _on_record(self, each: Appointment) -> None:
        wanted = OneToOneWanted(each.participant_id, each.details.step_code)
        self._frame.open_page("one-to-one", wanted)

    def _on_open(self, each: OneToOne) -> None:
        if self._tab.participant_id is not None:
            wanted = OneToOneWanted(self._tab.participant_id, change_id=each.one_to_one_id)
            self._frame.open_page("one-to-one", wanted)

    def _on_reopen(self, each: Appointment) -> None:
        held, tasks = self._services.one_to_ones, self._frame.tasks

        def undo(changes: Changes) -> None:
            tasks.change(self, lambda: held.end(each.appointment_id, each.ending, changes.seen))

        tasks.change(
            self,
            lambda: held.reopen(each.appointment_id),
            lambda changes: self._frame.notify("The appointment is planned again.", lambda: undo(changes)),
        )

    def _on_remove(self, each: OneToOne) -> None:
        held, tasks = self._services.one_to_ones, self._frame.tasks

        def undo() -> None:
            tasks.change(self, lambda: held.restore(each.one_to_one_id))

        words = "The 1-2-1 is removed with what came with it; its step is open again."
        tasks.change(
            self,
            lambda: held.withdraw(each.one_to_one_id, each.seen),
            lambda _changes: self._frame.notify(words, undo),
        )


_OVER = (AppointmentState.NOT_ATTENDED, AppointmentState.CANCELLED, AppointmentState.MOVED)


def _said(each: OneToOne) -> str:
    details = each.details
    looked = "; ".join(f"{label.lower()}: {words}" for label, words in written_words(details))
    if len(looked) > _SHOWN_LETTERS:
        looked = looked[: _SHOWN_LETTERS - 1].rstrip() + "…"
    who = " and ".join(name for name in (each.by, each.second) if name)
    risk = "risk box filled in" if details.risk_note else ""
    return joined(f"{details.minutes} minutes", details.how.label.lower(), details.place, who, risk, looked)
