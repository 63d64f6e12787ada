"""Overview: the order and referral, what is next, the latest notes."""

from datetime import date

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from bipdesk.domain.journey import JourneyStep
from bipdesk.domain.referral import ReferralKind, Status
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.screens.participant.file_view import FileView
from bipdesk.ui.screens.participant.note_line import NoteLine
from bipdesk.ui.screens.participant.words import kind_of_step, waiver_words
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State

_STACKED_UNDER = 780


class OverviewTab(QWidget):
    """Three panels side by side."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.facts = KeyValueRows()
        self.next = Lines()
        self.notes = Lines()
        columns = Columns(look, (10, 10, 10), _STACKED_UNDER)
        titles = ("Order and referral", "What is next", "Latest notes")
        for column, title, inside in zip(
            columns.columns, titles, (self.facts, self.next, self.notes), strict=True
        ):
            panel = Panel(title)
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            panel.body.addWidget(inside)
            panel.body.addStretch(1)
            column.addWidget(panel, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(columns)
        layout.addStretch(1)

    def show_view(self, view: FileView, today: date) -> None:
        """Show this file."""
        self._show_facts(view, today)
        self.next.clear()
        for line in _next_lines(view, today):
            self.next.add(line)
        self.notes.clear()
        for note in view.file.latest_notes:
            self.notes.add(NoteLine(note, today, short=True))
        if not view.file.latest_notes:
            self.notes.add(
                EmptyState("No notes yet", "Add one with the button above; choose its class each time.")
            )

    def _show_facts(self, view: FileView, today: date) -> None:
        file, referral = view.file, view.file.referral
        self.facts.clear()
        kind = "Court-ordered" if referral.kind is ReferralKind.COURT_ORDERED else "Voluntary"
        self.facts.add("Kind", kind)
        self.facts.add("Referred by", f"{referral.referrer}, {short_date(referral.referred_on, today)}")
        if referral.court_case:
            self.facts.add("Court case", referral.court_case)
        self.facts.add(
            "Order ends", short_date(referral.order_ends_on, today) if referral.order_ends_on else ""
        )
        words, pill, state = waiver_words(file, today)
        self.facts.add("Waiver", words, Pill(pill, state))
        self.facts.add("Next hearing", short_date(referral.hearing_on, today) if referral.hearing_on else "")
        if file.person.interpreter:
            self.facts.add("Interpreter", file.person.language or "needed")
        if file.group_joined_on is not None:
            self.facts.add("Group", f"{file.group_name}, since {short_date(file.group_joined_on, today)}")


_INTAKE_STEPS = {
    Status.REFERRED: "Contact",
    Status.CONTACTED: "Assessment",
    Status.ASSESSED: "Decision",
    Status.SUITABLE: "Acceptance",
}


def _next_lines(view: FileView, today: date) -> tuple[QWidget, ...]:
    """Return what is owed and the next step; until he is accepted, what intake asks."""
    coming = _INTAKE_STEPS.get(view.file.status)
    if coming is not None:
        return (DutyLine(Pill("Next", State.NEUTRAL), coming, "See Intake"),)
    lines: list[QWidget] = [_owed_line(place, today) for place in view.journey.owed]
    following = next((p for p in view.journey.steps if p.step.code == view.journey.next_code), None)
    if following is not None:
        lines.append(DutyLine(Pill("Next", State.NEUTRAL), following.step.title, kind_of_step(following)))
    elif not view.journey.owed:
        every = counted(len(view.journey.steps), "step", "steps")
        lines.append(
            DutyLine(Pill("Done", State.GOOD), f"All {every} are met", "Ending the programme is next")
        )
    if view.journey.unplaced:
        codes = ", ".join(view.journey.unplaced)
        lines.append(DutyLine(Pill("Look", State.WARN), "Attendance outside this curriculum", codes))
    return tuple(lines)


def _owed_line(place: JourneyStep, today: date) -> DutyLine:
    day = short_date(place.on_date, today) if place.on_date else ""
    return DutyLine(Pill("Owed", State.BAD), place.step.title, joined(place.detail, day))
