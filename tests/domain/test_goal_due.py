"""What goals make due: at most one line of each kind, and nothing that was done."""

from dataclasses import replace
from datetime import date, time, timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.appointment import Appointment, AppointmentDetails
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.goal_due import DueStep, GoalFacts, goal_duties
from bipdesk.domain.ids import ParticipantId

TODAY = date(2026, 11, 19)
HIM = ParticipantId(UUID(int=7))
FACTS = GoalFacts(HIM, "A. Pruett")
DAYS = st.integers(-60, 0).map(lambda days: TODAY + timedelta(days))


def appointment(day: date) -> Appointment:
    return Appointment(UUID(int=1), HIM, AppointmentDetails(day, time(10), place="Grange Hall"))


FACTS_OF_ANYBODY = st.builds(
    GoalFacts,
    participant_id=st.just(HIM),
    label=st.just("A. Pruett"),
    open_goals=st.integers(0, 3),
    due_step=st.none() | st.builds(DueStep, st.just("Walk out"), DAYS, st.integers(0, 4)),
    talked_on=st.none() | DAYS,
    looked_on=st.none() | DAYS,
    due_appointments=st.lists(DAYS.map(appointment), max_size=3).map(tuple),
)


@given(FACTS_OF_ANYBODY)
def test_each_kind_comes_once_with_its_rule_and_what_ends_it(facts: GoalFacts) -> None:
    duties = list(goal_duties(facts, TODAY))
    kinds = [duty.kind for duty in duties]
    assert len(kinds) == len(set(kinds))
    assert all(duty.citation and duty.discharged_by and duty.subject_id == HIM for duty in duties)
    looked = (
        facts.looked_on is not None and facts.talked_on is not None and facts.looked_on >= facts.talked_on
    )
    assert (DutyKind.GOAL_REVIEW in kinds) == bool(facts.open_goals and facts.talked_on and not looked)


def test_todays_appointment_is_said_with_its_time_and_an_older_one_asks_what_became_of_it() -> None:
    (today,) = goal_duties(replace(FACTS, due_appointments=(appointment(TODAY),)), TODAY)
    assert (today.title, today.detail) == ("1-2-1 with A. Pruett at 10:00", "In a room, Grange Hall")
    (older,) = goal_duties(replace(FACTS, due_appointments=(appointment(date(2026, 11, 12)),)), TODAY)
    assert older.title == "Say what became of the 1-2-1 with A. Pruett"
    assert older.due_on == date(2026, 11, 12)


def test_a_step_is_due_from_its_day_on_and_others_are_only_counted() -> None:
    (due,) = goal_duties(replace(FACTS, due_step=DueStep("Walk out", TODAY, 2)), TODAY)
    assert (due.kind, due.detail, due.due_on) == (DutyKind.GOAL_STEP, "Walk out, and 2 more", TODAY)
    tomorrow = DueStep("Walk out", date(2026, 11, 20))
    assert list(goal_duties(replace(FACTS, due_step=tomorrow), TODAY)) == []


def test_goals_not_looked_at_in_the_1_2_1_are_due_a_week_later() -> None:
    talked = replace(FACTS, open_goals=2, talked_on=date(2026, 11, 16))
    (due,) = goal_duties(talked, TODAY)
    assert (due.kind, due.due_on) == (DutyKind.GOAL_REVIEW, date(2026, 11, 23))
    assert list(goal_duties(replace(talked, looked_on=date(2026, 11, 16)), TODAY)) == []
    assert list(goal_duties(replace(talked, open_goals=0), TODAY)) == []
