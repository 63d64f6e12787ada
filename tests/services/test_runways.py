"""Breaks, credits, catch-ups and the runway through a real vault."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.cancellation import CancelDetails, CancelReason, Outcome
from bipdesk.domain.catch_up import Credit
from bipdesk.domain.delivery_errors import BreakOverlaps, BreakTooLong, CatchUpNotAlone, CatchUpsUsedUp
from bipdesk.domain.errors import DateInFuture, NothingEntered, StepNotOpen, WrongDate
from bipdesk.domain.ids import LeaveId, ParticipantId
from bipdesk.domain.journey import IndividualFact, IndividualKind, StepState
from bipdesk.domain.leave import LeaveDetails, LeaveKind
from tests import builders

TODAY = date(2026, 11, 19)
DALE = Credit("Dale County programme", "Letter of probation, 3 July", TODAY, "Its attendance record")


def _keeps(desk: Desk, pack: str) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, pack=pack), site.seen)


def _member(desk: Desk, mark: Mark | None = None) -> ParticipantId:
    session_id = builders.evening(desk, people=1)
    if mark is not None:
        builders.mark_all(desk, session_id, mark)
    (line,) = desk.registers.open_register(session_id).lines
    return line.participant_id


def _catch_up(number: int) -> IndividualFact:
    return IndividualFact(f"foundation-{number}", TODAY, IndividualKind.CATCH_UP, "Snow closed the pass")


def test_a_credit_needs_the_other_programme_somebody_who_allowed_it_and_what_shows_it(desk: Desk) -> None:
    his = _member(desk)
    for lacking in ("credited_from", "authority", "reason"):
        with pytest.raises(NothingEntered):
            desk.individual.credit(his, ["foundation-1"], replace(DALE, **{lacking: " "}))  # type: ignore[arg-type]
    with pytest.raises(DateInFuture):
        desk.individual.credit(his, ["foundation-1"], replace(DALE, on_date=TODAY + timedelta(days=1)))
    assert desk.participants.journey(his).done == 0


def test_credits_count_all_or_none_and_can_be_taken_back(desk: Desk) -> None:
    his = _member(desk)
    builders.pre_group(desk, his)
    with pytest.raises(StepNotOpen):
        desk.individual.credit(his, ["foundation-1", "pre-group-1"], DALE)
    assert desk.participants.journey(his).done == 2
    _, rows = desk.individual.credit(his, ["foundation-1", "foundation-2"], DALE)
    places = {place.step.code: place for place in desk.participants.journey(his).steps}
    assert places["foundation-2"].state is StepState.CREDITED
    assert places["foundation-2"].detail == "Its attendance record"
    desk.individual.take_back(rows)
    assert desk.participants.journey(his).done == 2


def test_illinois_counts_four_sessions_alone_and_more_only_with_the_reason_on_file(desk: Desk) -> None:
    _keeps(desk, "illinois")
    his = _member(desk)
    for number in (1, 2, 3, 4):
        desk.individual.record(his, _catch_up(number))
    with pytest.raises(CatchUpsUsedUp) as refused:
        desk.individual.record(his, _catch_up(5))
    assert "501.90" in str(refused.value.values["citation"])
    desk.individual.record(his, _catch_up(5), justified=True)


def test_north_carolina_wants_what_was_missed_made_up_in_a_group(desk: Desk) -> None:
    _keeps(desk, "north-carolina")
    his = _member(desk, Mark.EXCUSED)
    with pytest.raises(CatchUpNotAlone):
        desk.individual.record(his, _catch_up(1))
    found = desk.runways.of(his).runway
    assert "Foundation 1" in found.without_day


def test_the_runway_sees_the_order_the_leave_and_the_evenings_of_his_group(desk: Desk) -> None:
    his = _member(desk)
    course = desk.runways.of(his)
    found, leaves = course.runway, course.leaves
    assert (found.sessions_left, found.alone_left, leaves) == (24, 5, ())
    assert found.limit is None
    file = desk.participants.file(his)
    order = replace(file.referral, order_ends_on=TODAY + timedelta(weeks=20))
    desk.referrals.update_referral(file.referral_id, order, file.referral_seen)
    found = desk.runways.of(his).runway
    assert found.weeks_left == 20
    assert not found.can_finish
    leave = LeaveDetails(LeaveKind.LEAVE, TODAY, TODAY + timedelta(days=3), "Harvest", "Rivers")
    desk.runways.record_leave(his, leave)
    found = desk.runways.of(his).runway
    assert found.without_day == ("Foundation 1",)


def test_a_break_over_the_longest_of_the_pack_needs_somebody_who_approved_it(desk: Desk) -> None:
    _keeps(desk, "washington")
    his = _member(desk)
    days = timedelta(days=30)
    long = LeaveDetails(LeaveKind.BREAK, TODAY, TODAY + days, "Work away")
    with pytest.raises(BreakTooLong) as refused:
        desk.runways.record_leave(his, long)
    assert refused.value.values["most"] == 30
    desk.runways.record_leave(his, replace(long, until_on=TODAY + days - timedelta(days=1)))
    with pytest.raises(BreakOverlaps):
        desk.runways.record_leave(his, replace(long, from_on=TODAY + timedelta(days=5), approved_by="Rivers"))


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        ({"reason": " "}, NothingEntered),
        ({"until_on": TODAY - timedelta(days=1)}, WrongDate),
        ({"kind": LeaveKind.LEAVE}, NothingEntered),
        ({"told_on": TODAY + timedelta(days=1)}, DateInFuture),
    ],
)
def test_what_a_time_away_lacks_is_said(desk: Desk, wrong: dict[str, object], error: type[Exception]) -> None:
    his = _member(desk)
    good = LeaveDetails(LeaveKind.BREAK, TODAY, None, "Illness")
    with pytest.raises(error):
        desk.runways.record_leave(his, replace(good, **wrong))  # type: ignore[arg-type]
    assert desk.runways.of(his).leaves == ()


def test_a_break_is_ended_taken_out_and_put_back(desk: Desk) -> None:
    his = _member(desk)
    desk.runways.record_leave(his, LeaveDetails(LeaveKind.BREAK, TODAY, None, "Illness"))
    (leave,) = desk.runways.of(his).leaves
    desk.runways.change_leave(his, leave, replace(leave.details, until_on=TODAY, told_on=TODAY))
    (leave,) = desk.runways.of(his).leaves
    assert leave.details.until_on == TODAY
    desk.runways.remove_leave(LeaveId(leave.leave_id), leave.seen)
    assert desk.runways.of(his).leaves == ()
    desk.runways.bring_back_leave(LeaveId(leave.leave_id))
    assert desk.runways.of(his).leaves[0].details == leave.details


def test_an_evening_cancelled_for_good_is_owed_by_everybody_in_the_group(desk: Desk) -> None:
    his = _member(desk)
    builders.pre_group(desk, his)
    session = desk.groups.file(desk.groups.list()[0].group_id).sessions[0]
    details = CancelDetails(CancelReason.WEATHER, "Snow", Outcome.OWED)
    desk.cancellations.cancel(session.session_id, session.on_date, details, session.seen)
    journey = desk.participants.journey(his)
    assert [(place.step.code, place.detail) for place in journey.owed] == [
        ("foundation-1", "Evening cancelled")
    ]
    desk.individual.record(his, _catch_up(1))
    assert desk.participants.journey(his).owed == ()
