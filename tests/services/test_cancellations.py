"""Cancelling an evening of a group: what moves, what is owed, what two desks decide apart."""

from collections.abc import Iterator
from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.cancellation import CancelDetails, CancelReason, Outcome
from bipdesk.domain.delivery_errors import (
    CancelledAgain,
    CancelledTooLate,
    DatesChanged,
    EveningTaken,
    SessionCancelled,
)
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.group import GroupSession, SessionState
from bipdesk.domain.group_run import GroupFile, RunKind
from bipdesk.domain.ids import UNSEEN, CancellationId, GroupId
from bipdesk.domain.sentences import sentence
from tests import builders

SNOW = CancelDetails(CancelReason.WEATHER, "Snow on the pass", Outcome.SHIFT)
OWED = CancelDetails(CancelReason.HALL, "The village fair", Outcome.OWED)
DECEMBER = date(2026, 12, 3), date(2026, 12, 10), date(2026, 12, 17)


@pytest.fixture
def group_id(desk: Desk) -> GroupId:
    """A group that meets on Thursdays from tonight; Thanksgiving is skipped."""
    return builders.group(desk)


@pytest.fixture
def other(programme: builders.Programme, desk: Desk) -> Iterator[Desk]:
    """The facilitator's desk on the same vault, open at the same time."""
    assert desk.kind == "site"
    opened = programme.desk(builders.FACILITATOR)
    yield opened
    opened.lock()


def second(desk: Desk, group_id: GroupId) -> GroupSession:
    """Foundation 2, on 3 December as it was planned."""
    return desk.groups.file(group_id).sessions[1]


def cancel(desk: Desk, session: GroupSession, details: CancelDetails) -> CancellationId:
    made = desk.cancellations.cancel(session.session_id, session.on_date, details, session.seen)
    assert made.row_id is not None
    return CancellationId(made.row_id)


def dates(file: GroupFile, count: int = 4) -> list[date]:
    return [session.on_date for session in file.sessions[:count]]


def test_a_shift_moves_the_rest_and_leaves_the_evening_in_sight(desk: Desk, group_id: GroupId) -> None:
    before = desk.groups.file(group_id)
    cancel(desk, before.sessions[1], SNOW)
    file = desk.groups.file(group_id)
    assert dates(file) == [before.sessions[0].on_date, *dates(before, 5)[2:]]
    assert [session.title for session in file.sessions] == [session.title for session in before.sessions]
    (line,) = [line for line in file.run if line.kind is RunKind.CANCELLED]
    assert line.cancellation is not None
    assert (line.on_date, line.title, line.cancellation.words) == (
        DECEMBER[0],
        "Foundation 2",
        "Snow on the pass",
    )
    assert line.cancellation.moved_to == DECEMBER[1]


def test_what_a_cancellation_brings_is_said_before(desk: Desk, group_id: GroupId) -> None:
    session = second(desk, group_id)
    ahead = desk.cancellations.preview(session.session_id, SNOW)
    assert len(ahead.moves) == 23
    assert ahead.moves[0] == ("Foundation 2", DECEMBER[0], DECEMBER[1])
    extra = CancelDetails(CancelReason.ILLNESS, "", Outcome.MADE_UP, date(2026, 12, 8))
    builders.group(desk, date(2026, 12, 8), "Tuesday group")
    assert desk.cancellations.preview(session.session_id, extra).warnings == (
        "C. Rivers leads the Tuesday group at the same time: 8 December 2026.",
        "Grange Hall is taken by Tuesday group at the same time: 8 December 2026.",
        "R. Ortega leads the Tuesday group at the same time: 8 December 2026.",
    )
    assert dates(desk.groups.file(group_id))[1] == DECEMBER[0], "nothing was done yet"


def test_taken_back_every_date_is_as_before(desk: Desk, group_id: GroupId) -> None:
    before = dates(desk.groups.file(group_id), 24)
    extra = CancelDetails(CancelReason.OTHER, "Both cars broke down", Outcome.MADE_UP, date(2026, 12, 8))
    for details in (SNOW, OWED, extra):
        row_id = cancel(desk, second(desk, group_id), details)
        (line,) = [line for line in desk.groups.file(group_id).run if line.cancellation is not None]
        assert line.cancellation is not None
        desk.cancellations.take_back(row_id, line.cancellation.seen)
        file = desk.groups.file(group_id)
        assert dates(file, 24) == before
        assert {line.kind for line in file.run} == {RunKind.SESSION, RunKind.HOLIDAY}
        assert {session.state for session in file.sessions} == {SessionState.PLANNED}


def test_of_two_cancelled_evenings_of_one_session_the_later_is_taken_back_first(
    desk: Desk, group_id: GroupId
) -> None:
    before = dates(desk.groups.file(group_id), 24)
    first = cancel(desk, second(desk, group_id), SNOW)
    again = cancel(desk, second(desk, group_id), OWED)
    with pytest.raises(CancelledAgain) as refused:
        desk.cancellations.take_back_now(first)
    assert sentence(refused.value) == "First take back the cancelled evening of 10 December 2026."
    desk.cancellations.take_back_now(again)
    desk.cancellations.take_back_now(first)
    assert dates(desk.groups.file(group_id), 24) == before


def test_one_that_is_not_held_has_no_register_no_sheet_and_makes_no_duty(desk: Desk) -> None:
    tonight = builders.evening(desk, people=1)
    group_id = desk.groups.list()[0].group_id
    (member,) = desk.groups.file(group_id).members
    cancel(desk, desk.groups.file(group_id).sessions[0], OWED)
    assert desk.today.today().tonight == ()
    with pytest.raises(SessionCancelled):
        desk.sheets.render(tonight)
    with pytest.raises(SessionCancelled):
        desk.registers.mark(tonight, member.participant_id, Mark.PRESENT, UNSEEN)
    row = desk.groups.list()[0]
    assert row.next_session is not None
    assert (row.sessions_planned, row.next_session.title) == (23, "Foundation 2")
    owed = desk.participants.journey(member.participant_id).owed
    assert [place.step.code for place in owed] == ["foundation-1"]


def test_a_session_with_marks_is_not_cancelled(desk: Desk) -> None:
    builders.mark_all(desk, builders.evening(desk, people=1))
    file = desk.groups.file(desk.groups.list()[0].group_id)
    with pytest.raises(CancelledTooLate):
        cancel(desk, file.sessions[0], SNOW)


def test_what_is_missing_is_asked_for(desk: Desk, group_id: GroupId) -> None:
    session = second(desk, group_id)
    for details in (
        CancelDetails(CancelReason.OTHER, " ", Outcome.SHIFT),
        CancelDetails(CancelReason.HALL, "", Outcome.MADE_UP),
    ):
        with pytest.raises(NothingEntered):
            cancel(desk, session, details)
    with pytest.raises(EveningTaken):
        cancel(desk, session, CancelDetails(CancelReason.HALL, "", Outcome.MADE_UP, DECEMBER[1]))


def test_two_desks_that_decide_apart_are_shown_and_neither_is_overwritten(
    desk: Desk, other: Desk, group_id: GroupId
) -> None:
    mine, theirs = second(desk, group_id), second(other, group_id)
    cancel(other, theirs, SNOW)
    cancel(desk, mine, OWED)
    file = desk.groups.file(group_id)
    (dispute,) = file.disputes
    assert [(side.by, side.outcome) for side in dispute.sides] == [
        ("R. Ortega", Outcome.SHIFT),
        ("C. Rivers", Outcome.OWED),
    ]
    assert dates(file)[1] == DECEMBER[1], "the dates stay as the first made them until one is chosen"


@pytest.mark.parametrize("stands", [0, 1])
def test_the_decision_that_is_chosen_gives_the_dates(
    desk: Desk, other: Desk, group_id: GroupId, stands: int
) -> None:
    mine, theirs = second(desk, group_id), second(other, group_id)
    cancel(other, theirs, SNOW)
    cancel(desk, mine, OWED)
    (dispute,) = desk.groups.file(group_id).disputes
    desk.cancellations.settle(dispute.cancellation_id, dispute.sides[stands], dispute.seen)
    file = other.groups.file(group_id)
    assert (file.disputes, file.disordered) == ((), False)
    expected = {0: [DECEMBER[1], DECEMBER[2]], 1: [DECEMBER[0], DECEMBER[1]]}[stands]
    assert dates(file, 3)[1:] == expected
    assert (file.sessions[1].state is SessionState.CANCELLED) == (stands == 1)


def test_a_screen_that_is_out_of_date_cancels_no_other_evening(
    desk: Desk, other: Desk, group_id: GroupId
) -> None:
    mine = second(desk, group_id)
    theirs = second(other, group_id)
    other.cancellations.move(theirs.session_id, date(2026, 12, 4), theirs.seen)
    with pytest.raises(DatesChanged):
        cancel(desk, mine, SNOW)


def test_an_evening_more_and_dates_put_in_order(desk: Desk, group_id: GroupId) -> None:
    before = dates(desk.groups.file(group_id), 24)
    extra = date(2026, 12, 8)
    assert desk.cancellations.preview_evening(group_id, extra).moves[0] == (
        "Foundation 3",
        DECEMBER[1],
        extra,
    )
    desk.cancellations.add_evening(group_id, extra)
    assert dates(desk.groups.file(group_id), 24) == [*before[:2], extra, *before[2:-1]]
    desk.cancellations.put_in_order(group_id)
    assert dates(desk.groups.file(group_id), 24) == before
