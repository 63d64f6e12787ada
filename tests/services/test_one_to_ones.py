"""1-2-1s through a vault: one transaction for the record, the fact, the looks at goals and appointments."""

from dataclasses import replace
from datetime import date, time

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.appointment import AppointmentDetails, AppointmentState, Ending
from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.delivery_errors import AppointmentOver, MinutesMissing
from bipdesk.domain.errors import DateInFuture, NothingEntered, StepNotOpen, WrongDate
from bipdesk.domain.goal import Area, GoalDetails, GoalKind, ReviewDetails
from bipdesk.domain.goals_file import OneToOneEntry
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import StepState
from bipdesk.domain.one_to_one import OneToOneDetails, OneToOneKind
from tests import builders

TODAY = date(2026, 11, 19)


@pytest.fixture
def whose(desk: Desk) -> ParticipantId:
    return builders.accepted(desk)


def first(desk: Desk, **changes: object) -> OneToOneDetails:
    """Return the first 1-2-1 before the group."""
    details = OneToOneDetails(
        OneToOneKind.PRE_GROUP,
        TODAY,
        60,
        "pre-group-1",
        held_by=desk.me.staff_id,
        looked_at={"brings": "The court", "takes": "not asked here"},
        rules_gone_through=True,
        class_note="He cried",
        risk_note="He owns a gun",
    )
    return replace(details, **changes)  # type: ignore[arg-type]


def state_of(desk: Desk, whose: ParticipantId, code: str = "pre-group-1") -> StepState:
    journey = desk.participants.journey(whose)
    return next(place.state for place in journey.steps if place.step.code == code)


def test_a_record_meets_its_step_and_is_taken_back_with_all_that_came_with_it(
    desk: Desk, whose: ParticipantId
) -> None:
    goal_id = desk.goals.add(whose, GoalDetails(GoalKind.OWN, Area.WORK, "Find work", TODAY)).row_id
    kept = desk.one_to_ones.plan(whose, AppointmentDetails(TODAY, time(10), "pre-group-1")).row_id
    assert goal_id is not None
    coming = AppointmentDetails(date(2026, 11, 26), time(10), "pre-group-2")
    entry = OneToOneEntry(first(desk), {goal_id: ReviewDetails(TODAY, "Asked at the yard")}, coming, kept)
    made = desk.one_to_ones.record(whose, entry)
    assert state_of(desk, whose) is StepState.ATTENDED
    file = desk.goals.file(whose)
    (held,) = file.one_to_ones
    assert held.details.looked_at == {"brings": "The court"}
    assert (held.details.risk_note, held.details.class_note, held.by) == (
        "He owns a gun",
        "He cried",
        "C. Rivers",
    )
    assert [each.state for each in file.appointments] == [AppointmentState.PLANNED, AppointmentState.HELD]
    assert [look.one_to_one_id for look in file.goals[0].reviews] == [made.row_id]
    desk.one_to_ones.withdraw(held.one_to_one_id, held.seen)
    assert state_of(desk, whose) is StepState.NEXT
    file = desk.goals.file(whose)
    assert file.one_to_ones == ()
    assert [each.details.step_code for each in file.planned] == ["pre-group-1"]
    assert file.goals[0].reviews == ()
    desk.one_to_ones.restore(held.one_to_one_id)
    assert state_of(desk, whose) is StepState.ATTENDED
    assert len(desk.goals.file(whose).appointments) == 2
    assert len(desk.goals.file(whose).goals[0].reviews) == 1


def test_nothing_is_kept_when_the_step_is_met_already(desk: Desk, whose: ParticipantId) -> None:
    desk.one_to_ones.record(whose, OneToOneEntry(first(desk)))
    with pytest.raises(StepNotOpen):
        desk.one_to_ones.record(whose, OneToOneEntry(first(desk)))
    assert len(desk.goals.file(whose).one_to_ones) == 1


def test_another_one_to_one_is_nothing_to_the_journey(desk: Desk, whose: ParticipantId) -> None:
    before = desk.participants.journey(whose)
    details = first(desk, kind=OneToOneKind.EXTRA, step_code="", looked_at={"matter": "A letter came"})
    desk.one_to_ones.record(whose, OneToOneEntry(details))
    assert desk.participants.journey(whose) == before
    (held,) = desk.goals.file(whose).one_to_ones
    assert (held.individual_id, held.details.looked_at) == (None, {"matter": "A letter came"})


def test_a_record_says_who_how_long_and_lies_in_the_past(desk: Desk, whose: ParticipantId) -> None:
    for wrong, error in (
        ({"minutes": 0}, MinutesMissing),
        ({"held_by": None}, NothingEntered),
        ({"held_on": date(2026, 11, 20)}, DateInFuture),
    ):
        with pytest.raises(error):
            desk.one_to_ones.record(whose, OneToOneEntry(first(desk, **wrong)))


def test_changing_the_day_of_a_record_changes_the_day_of_the_fact(desk: Desk, whose: ParticipantId) -> None:
    desk.one_to_ones.record(whose, OneToOneEntry(first(desk)))
    (held,) = desk.goals.file(whose).one_to_ones
    day = date(2026, 11, 17)
    desk.one_to_ones.change(held.one_to_one_id, replace(held.details, held_on=day), held.seen)
    assert desk.participants.journey(whose).steps[0].on_date == day
    (now,) = desk.goals.file(whose).one_to_ones
    assert (now.details.held_on, now.details.rules_gone_through) == (day, True)


def test_a_missed_session_is_caught_up_alone_with_its_material(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    line = desk.registers.open_register(session_id).lines[0]
    builders.pre_group(desk, line.participant_id)
    desk.registers.mark(session_id, line.participant_id, Mark.ABSENT, line.seen)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    form = desk.one_to_ones.form(line.participant_id)
    assert (form.steps[0].kind, form.steps[0].step.code) == (OneToOneKind.CATCH_UP, "foundation-1")
    details = first(
        desk,
        kind=OneToOneKind.CATCH_UP,
        step_code="foundation-1",
        reason="Snow",
        looked_at={"material": "What is abuse?"},
    )
    desk.one_to_ones.record(line.participant_id, OneToOneEntry(details))
    assert state_of(desk, line.participant_id, "foundation-1") is StepState.CAUGHT_UP


def test_an_appointment_is_moved_missed_or_cancelled_and_each_can_be_undone(
    desk: Desk, whose: ParticipantId
) -> None:
    planned = AppointmentDetails(TODAY, time(10), "pre-group-1", place="Grange Hall")
    desk.one_to_ones.plan(whose, planned)
    (one,) = desk.goals.file(whose).planned
    later = replace(planned, on_date=date(2026, 11, 24))
    desk.one_to_ones.move(one.appointment_id, later, "He works late", one.seen)
    states = [each.state for each in desk.goals.file(whose).appointments]
    assert states == [AppointmentState.PLANNED, AppointmentState.MOVED]
    desk.one_to_ones.reopen(one.appointment_id)
    (one,) = desk.goals.file(whose).planned
    assert one.details == planned
    missed = Ending(AppointmentState.NOT_ATTENDED, Reason.ILLNESS, "Flu")
    desk.one_to_ones.end(one.appointment_id, missed, one.seen)
    with desk._vault.records.unit() as unit:
        (kept,) = unit.appointments.missed()[whose]
        assert unit.appointments.between(TODAY, TODAY) == ()
    assert (kept.ending, kept.details) == (missed, planned)
    with pytest.raises(AppointmentOver):
        desk.one_to_ones.end(one.appointment_id, missed, one.seen)


def test_appointments_lie_ahead_and_are_not_missed_before_their_day(desk: Desk, whose: ParticipantId) -> None:
    with pytest.raises(WrongDate):
        desk.one_to_ones.plan(whose, AppointmentDetails(date(2026, 11, 18), time(10)))
    desk.one_to_ones.plan(whose, AppointmentDetails(date(2026, 11, 24), time(10)))
    (one,) = desk.goals.file(whose).planned
    with pytest.raises(DateInFuture):
        desk.one_to_ones.end(one.appointment_id, Ending(AppointmentState.NOT_ATTENDED), one.seen)
    with pytest.raises(NothingEntered):
        desk.one_to_ones.end(one.appointment_id, Ending(AppointmentState.CANCELLED), one.seen)
