"""The register: marked by single keys, closed when everybody is marked, corrected after reopening."""

from datetime import time
from uuid import uuid4

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.errors import RegisterClosed, RegisterUnmarked, RowMissing
from bipdesk.domain.ids import UNSEEN, SessionId
from bipdesk.domain.journey import IndividualFact, IndividualKind, StepState
from tests import builders


def test_each_mark_is_kept_at_once_and_shown_in_the_order_of_the_sheet(desk: Desk) -> None:
    session_id = builders.evening(desk, people=3)
    lines = desk.registers.open_register(session_id).lines
    for line, mark in zip(lines, (Mark.PRESENT, Mark.LATE, Mark.ABSENT), strict=True):
        desk.registers.mark(session_id, line.participant_id, mark, line.seen)
    again = desk.registers.open_register(session_id)
    assert [line.mark for line in again.lines] == [Mark.PRESENT, Mark.LATE, Mark.ABSENT]
    assert [line.family_name for line in again.lines] == ["Family0", "Family1", "Family2"]


def test_a_mark_can_be_changed_and_cleared_with_the_token_it_was_shown_with(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    line = desk.registers.open_register(session_id).lines[0]
    first = desk.registers.mark(session_id, line.participant_id, Mark.ABSENT, line.seen)
    second = desk.registers.mark(session_id, line.participant_id, Mark.PRESENT, first.seen)
    assert desk.registers.open_register(session_id).lines[0].mark is Mark.PRESENT
    desk.registers.mark(session_id, line.participant_id, None, second.seen)
    assert desk.registers.open_register(session_id).lines[0].mark is None


def test_a_register_with_somebody_unmarked_does_not_close(desk: Desk) -> None:
    session_id = builders.evening(desk, people=2)
    register = desk.registers.open_register(session_id)
    desk.registers.mark(session_id, register.lines[0].participant_id, Mark.PRESENT, register.lines[0].seen)
    with pytest.raises(RegisterUnmarked) as refused:
        desk.registers.close(session_id, register.seen)
    assert refused.value.values == {"number": 1}


def test_a_closed_register_takes_no_mark_until_it_is_reopened(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    register = desk.registers.open_register(session_id)
    closed = desk.registers.close(session_id, register.seen)
    line = register.lines[0]
    with pytest.raises(RegisterClosed):
        desk.registers.mark(session_id, line.participant_id, Mark.ABSENT, line.seen)
    desk.registers.reopen(session_id, closed.seen, "He came after all")
    desk.registers.mark(session_id, line.participant_id, Mark.ABSENT, line.seen)
    assert desk.registers.open_register(session_id).lines[0].mark is Mark.ABSENT


def test_what_closing_brings_about_is_said_before(desk: Desk) -> None:
    session_id = builders.evening(desk, people=2)
    builders.mark_all(desk, session_id)
    assert desk.registers.consequences(session_id) == "Closing will create nothing to do."
    line = desk.registers.open_register(session_id).lines[0]
    desk.registers.mark(session_id, line.participant_id, Mark.ABSENT, line.seen)
    assert desk.registers.consequences(session_id) == "Closing will create: 1 catch-up, 1 absence to review."


def test_a_missed_session_is_owed_until_a_catch_up_with_a_reason(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id, Mark.ABSENT)
    participant_id = desk.registers.open_register(session_id).lines[0].participant_id
    builders.pre_group(desk, participant_id)
    journey = desk.participants.journey(participant_id)
    assert [step.step.code for step in journey.owed] == ["foundation-1"]
    assert "foundation-1" in [step.code for step in desk.individual.owed(participant_id)]
    desk.individual.record(
        participant_id,
        IndividualFact("foundation-1", desk.clock.today(), IndividualKind.CATCH_UP, "Snow closed the pass"),
    )
    states = {step.step.code: step.state for step in desk.participants.journey(participant_id).steps}
    assert states["foundation-1"] is StepState.CAUGHT_UP


def test_an_unknown_session_is_refused_and_changes_nothing(desk: Desk) -> None:
    with pytest.raises(RowMissing):
        desk.registers.mark(SessionId(uuid4()), builders.NOBODY, Mark.PRESENT, UNSEEN)


def test_participation_and_homework_and_arrival_stand_beside_the_mark(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    line = desk.registers.open_register(session_id).lines[0]
    seen = desk.registers.mark(session_id, line.participant_id, Mark.LATE, line.seen).seen
    seen = desk.registers.set_participation(session_id, line.participant_id, 3, seen).seen
    seen = desk.registers.set_homework(session_id, line.participant_id, True, seen).seen
    shown = desk.registers.open_register(session_id).lines[0]
    assert (shown.mark, shown.participation, shown.homework_done) == (Mark.LATE, 3, True)
    assert shown.seen == seen


def test_a_late_mark_that_is_corrected_takes_its_arrival_along(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    line = desk.registers.open_register(session_id).lines[0]
    seen = desk.registers.mark(session_id, line.participant_id, Mark.LATE, line.seen).seen
    seen = desk.registers.set_arrival(session_id, line.participant_id, time(18, 50), seen).seen
    seen = desk.registers.mark(session_id, line.participant_id, Mark.LATE, seen).seen
    assert desk.registers.open_register(session_id).lines[0].arrived_at == time(18, 50)
    desk.registers.mark(session_id, line.participant_id, Mark.PRESENT, seen)
    assert desk.registers.open_register(session_id).lines[0].arrived_at is None
