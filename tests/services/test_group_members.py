"""Joining a group that runs, going over to another, and the places that are counted."""

from datetime import date, time, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.delivery_errors import (
    EntryClosed,
    GroupFull,
    NotInGroup,
    NoUnconvictedPlace,
    OtherCurriculum,
    PlacesMiscounted,
    SameGroup,
)
from bipdesk.domain.errors import NotAllowed, NothingEntered, WrongDate
from bipdesk.domain.group import GroupChange, GroupDetails
from bipdesk.domain.ids import GroupId, ParticipantId
from bipdesk.domain.journey import StepState
from bipdesk.domain.referral import ReferralDetails, ReferralKind
from tests import builders

THURSDAY = date(2026, 11, 19)
FIRST = date(2026, 10, 8)
"""A Thursday six weeks before the day of the tests: its Foundation is over on that day."""


def running(desk: Desk, name: str = "Thursday group", weekday: int = 0) -> GroupId:
    """A group whose Foundation has been held up to last week."""
    return builders.group(desk, FIRST + timedelta(days=weekday), name)


def attended(desk: Desk, group_id: GroupId, his: ParticipantId, sessions: int) -> None:
    """Let him be present at the first sessions of a group."""
    for session in desk.groups.file(group_id).sessions[:sessions]:
        seen = desk.registers.open_register(session.session_id).lines[0].seen
        desk.registers.mark(session.session_id, his, Mark.PRESENT, seen)


def volunteer(desk: Desk, family_name: str) -> ParticipantId:
    """Accept a man whom no court has sent."""
    details = ReferralDetails(ReferralKind.VOLUNTARY, "", date(2026, 7, 2))
    made = desk.referrals.refer(builders.person("Own", family_name), details, builders.form())
    his = ParticipantId(made.row_id)  # type: ignore[arg-type]
    builders.suitable(desk, his)
    desk.participants.sign_waiver(his, date(2026, 7, 9))
    file = desk.participants.file(his)
    desk.referrals.accept(file.referral_id, date(2026, 7, 10), file.referral_seen)
    return his


def count(desk: Desk, group_id: GroupId, places: int | None, unconvicted: int | None) -> None:
    """Count the places of a group."""
    stored = desk.groups.file(group_id).stored
    change = GroupChange(stored.name, stored.place, stored.facilitators, places, unconvicted)
    desk.groups.update(group_id, change, stored.seen)


def test_a_new_man_is_not_let_into_the_middle_and_hears_where_he_can_begin(desk: Desk) -> None:
    group_id = running(desk)
    his = builders.accepted(desk)
    assert desk.members.entries(group_id, his).entries == ()
    with pytest.raises(EntryClosed) as refused:
        desk.members.join(group_id, his, THURSDAY)
    assert "plan one for him" in str(refused.value.values["next"])
    builders.group(desk, date(2026, 12, 1), "Tuesday group")
    with pytest.raises(EntryClosed) as refused:
        desk.members.join(group_id, his, THURSDAY)
    assert refused.value.values["next"] == (
        "He can come into Tuesday group on 1 December 2026, when Foundation begins."
    )


def test_who_has_met_what_comes_before_comes_in_where_a_block_begins(desk: Desk) -> None:
    early, late = running(desk, "Thursday group"), running(desk, "Friday group", 1)
    his = builders.accepted(desk)
    desk.members.join(early, his, FIRST)
    attended(desk, early, his, 6)
    desk.members.leave(early, his, date(2026, 11, 18))
    offer = desk.members.entries(late, his)
    assert (offer.entries[0].title, offer.entries[0].begins) == ("My Thinking 1", "My Thinking")
    desk.members.join(late, his, offer.entries[0].on_date)
    with pytest.raises(EntryClosed):
        desk.members.transfer(his, running(desk, "Later group", 4), date(2026, 12, 20), "Other shifts")


def test_a_transfer_keeps_his_steps_and_is_one_act(desk: Desk) -> None:
    early, late = running(desk, "Thursday group"), running(desk, "Friday group", 1)
    his = builders.accepted(desk)
    builders.pre_group(desk, his)
    desk.members.join(early, his, FIRST)
    attended(desk, early, his, 6)
    with pytest.raises(NothingEntered):
        desk.members.transfer(his, late, THURSDAY, " ")
    with pytest.raises(SameGroup):
        desk.members.transfer(his, early, THURSDAY, "Other shifts")
    with pytest.raises(WrongDate):
        desk.members.transfer(his, late, date(2026, 10, 1), "Other shifts")
    made = desk.members.transfer(his, late, THURSDAY, "Other shifts")
    stays = desk.members.stays(his)
    assert [(stay.group_name, stay.left_on, stay.left_because) for stay in stays] == [
        ("Thursday group", THURSDAY, "Other shifts"),
        ("Friday group", None, ""),
    ]
    met = [place for place in desk.participants.journey(his).steps if place.state is StepState.ATTENDED]
    assert len(met) == 8
    desk.members.take_back_transfer(made.row_id, his)  # type: ignore[arg-type]
    assert [(stay.group_name, stay.left_on) for stay in desk.members.stays(his)] == [("Thursday group", None)]


def test_a_group_of_another_curriculum_does_not_take_him(desk: Desk) -> None:
    early = running(desk)
    his = builders.accepted(desk)
    builders.pre_group(desk, his)
    desk.members.join(early, his, FIRST)
    attended(desk, early, his, 1)
    leaders = tuple(member.staff_id for member in desk.staff.facilitators())
    details = GroupDetails(
        "Men", "reeducation-men-1", date(2026, 12, 2), time(18, 30), 150, "Old School", leaders
    )
    other = GroupId(desk.groups.plan(details).row_id)  # type: ignore[arg-type]
    with pytest.raises(OtherCurriculum):
        desk.members.transfer(his, other, date(2026, 12, 2), "Other shifts")
    desk.members.leave(early, his, THURSDAY)
    with pytest.raises(OtherCurriculum):
        desk.members.join(other, his, date(2026, 12, 2))


def test_counted_places_refuse_and_a_coordinator_writes_why(desk: Desk) -> None:
    group_id = builders.group(desk)
    count(desk, group_id, 2, 1)
    desk.members.join(group_id, volunteer(desk, "First"), THURSDAY)
    second = volunteer(desk, "Second")
    with pytest.raises(NoUnconvictedPlace):
        desk.members.join(group_id, second, THURSDAY)
    desk.members.join(group_id, builders.accepted(desk), THURSDAY)
    assert desk.groups.list()[0].places.words == "2 of 2, 1 of 1 unconvicted"
    third = builders.accepted(desk, "B", "Third")
    with pytest.raises(GroupFull):
        desk.members.join(group_id, third, THURSDAY)
    assert desk.members.entries(group_id, third).full
    desk.members.join(group_id, third, THURSDAY, "The court asked for it")
    (stay,) = desk.members.stays(third)
    assert stay.admitted_because == "The court asked for it"


def test_nobody_but_a_coordinator_lets_somebody_in_without_a_place(
    programme: builders.Programme, desk: Desk
) -> None:
    group_id = builders.group(desk)
    count(desk, group_id, 0, 0)
    his = builders.accepted(desk)
    facilitator = programme.desk(builders.FACILITATOR)
    with pytest.raises(NotAllowed):
        facilitator.members.join(group_id, his, THURSDAY, "He is a friend of mine")
    facilitator.lock()


def test_places_are_counted_right_and_joining_and_leaving_are_taken_back(desk: Desk) -> None:
    group_id = builders.group(desk)
    with pytest.raises(PlacesMiscounted):
        count(desk, group_id, 2, 3)
    his = builders.accepted(desk)
    with pytest.raises(NotInGroup):
        desk.members.transfer(his, group_id, THURSDAY, "Other shifts")
    joined = desk.members.join(group_id, his, THURSDAY)
    left = desk.members.leave(group_id, his, THURSDAY, "A mistake")
    desk.members.take_back_leave(left.row_id)  # type: ignore[arg-type]
    assert [member.participant_id for member in desk.groups.file(group_id).members] == [his]
    desk.members.take_back_join(joined.row_id)  # type: ignore[arg-type]
    assert desk.groups.file(group_id).stays == ()
