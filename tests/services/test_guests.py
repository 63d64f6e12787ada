"""Guests: whoever is owed a session, or comes to it next, can catch it up in another group."""

from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.delivery_errors import GuestRefused
from bipdesk.domain.ids import GroupId, ParticipantId, SessionId
from bipdesk.domain.journey import StepState
from tests import builders


def missed_elsewhere(desk: Desk, name: str = "Núñez") -> tuple[SessionId, ParticipantId]:
    """Return tonight's session, and somebody who missed the same one in an earlier group."""
    participant_id = builders.accepted(desk, "Gabriel", name)
    builders.pre_group(desk, participant_id)
    earlier = builders.group(desk, date(2026, 11, 12), "Other group")
    desk.members.join(earlier, participant_id, date(2026, 11, 12))
    first = desk.groups.file(earlier).sessions[0].session_id
    builders.mark_all(desk, first, Mark.ABSENT)
    desk.registers.close(first, desk.registers.open_register(first).seen)
    return builders.evening(desk, people=1), participant_id


def state_of(desk: Desk, participant_id: ParticipantId) -> StepState:
    journey = desk.participants.journey(participant_id)
    return next(step.state for step in journey.steps if step.step.code == "foundation-1")


def test_a_guest_found_by_his_name_has_a_line_and_it_counts_for_him(desk: Desk) -> None:
    session_id, his = missed_elsewhere(desk)
    (found,) = desk.guests.find(session_id, "nun")
    assert (found.participant_id, found.group_name, found.refusal) == (his, "Other group", "")
    desk.guests.add(session_id, his)
    line = desk.registers.open_register(session_id).lines[-1]
    assert (line.participant_id, line.guest_from, line.mark) == (his, "Other group", None)
    builders.mark_all(desk, session_id)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    assert state_of(desk, his) is StepState.ATTENDED


def test_a_guest_without_a_mark_keeps_the_register_open_and_can_be_taken_out(desk: Desk) -> None:
    session_id, his = missed_elsewhere(desk)
    desk.guests.add(session_id, his)
    line = desk.registers.open_register(session_id).lines[-1]
    marked = desk.registers.mark(session_id, his, Mark.PRESENT, line.seen)
    assert state_of(desk, his) is StepState.ATTENDED
    desk.guests.remove(session_id, his, marked.seen)
    assert [line.guest_from for line in desk.registers.open_register(session_id).lines] == [""]
    assert state_of(desk, his) is StepState.MISSED
    desk.guests.add(session_id, his)
    assert desk.registers.open_register(session_id).unmarked == 2


@pytest.mark.parametrize("again", [False, True])
def test_somebody_for_whom_the_session_is_not_open_is_refused_with_the_reason(
    desk: Desk, again: bool
) -> None:
    session_id, his = missed_elsewhere(desk)
    if again:
        desk.guests.add(session_id, his)
        reason = "he is in the register already"
    else:
        his = desk.registers.open_register(session_id).lines[0].participant_id
        reason = "he belongs to this group"
    with pytest.raises(GuestRefused) as refused:
        desk.guests.add(session_id, his)
    assert refused.value.values["reason"] == reason


def test_a_session_whose_turn_has_not_come_is_not_open(desk: Desk) -> None:
    group_id = builders.group(desk)
    later = desk.groups.file(group_id).sessions[2].session_id
    his = builders.accepted(desk)
    (found,) = desk.guests.find(later, "Pruett")
    assert found.refusal.startswith("it is not his turn yet")
    with pytest.raises(GuestRefused):
        desk.guests.add(later, his)


def test_nothing_typed_finds_nobody(desk: Desk) -> None:
    group_id: GroupId = builders.group(desk)
    builders.accepted(desk)
    assert desk.guests.find(desk.groups.file(group_id).sessions[0].session_id, " ") == ()
