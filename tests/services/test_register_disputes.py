"""Two desks on one register: what one wrote without sight of the other is shown, and never written over."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark, RegisterEntry
from bipdesk.domain.delivery_errors import RegisterDisputed
from bipdesk.domain.ids import SessionId
from bipdesk.domain.register import RegisterLine
from tests import builders


@pytest.fixture
def other(programme: builders.Programme, desk: Desk) -> Iterator[Desk]:
    """The facilitator's desk on the same vault, open at the same time."""
    assert desk.kind == "site"
    opened = programme.desk(builders.FACILITATOR)
    yield opened
    opened.lock()


def line(desk: Desk, session_id: SessionId) -> RegisterLine:
    (found,) = desk.registers.open_register(session_id).lines
    return found


def apart(desk: Desk, other: Desk) -> tuple[SessionId, RegisterLine]:
    """Let both open the same register; the other marks him absent; return what this desk had on screen."""
    session_id = builders.evening(desk, people=1)
    mine, theirs = (line(each, session_id) for each in (desk, other))
    other.registers.mark(session_id, theirs.participant_id, Mark.ABSENT, theirs.seen)
    return session_id, mine


def test_two_marks_written_apart_both_stand_until_somebody_says_which(desk: Desk, other: Desk) -> None:
    session_id, mine = apart(desk, other)
    desk.registers.mark(session_id, mine.participant_id, Mark.PRESENT, mine.seen)
    for each in (desk, other):
        (dispute,) = line(each, session_id).disputes
        assert dispute.what == "attendance"
        assert [(side.words, side.by) for side in dispute.sides] == [
            ("Absent", "R. Ortega"),
            ("Present", "C. Rivers"),
        ]


def test_the_next_key_of_a_line_does_not_settle_what_nobody_has_seen(desk: Desk, other: Desk) -> None:
    session_id, mine = apart(desk, other)
    answer = desk.registers.mark(session_id, mine.participant_id, Mark.PRESENT, mine.seen)
    desk.registers.mark(session_id, mine.participant_id, Mark.EXCUSED, answer.seen)
    (dispute,) = line(desk, session_id).disputes
    assert [side.words for side in dispute.sides] == ["Absent", "Excused"]


def test_a_key_that_repeats_what_was_on_screen_is_meant_too(desk: Desk, other: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    first = line(desk, session_id)
    desk.registers.mark(session_id, first.participant_id, Mark.PRESENT, first.seen)
    mine, theirs = (line(each, session_id) for each in (desk, other))
    other.registers.mark(session_id, theirs.participant_id, Mark.ABSENT, theirs.seen)
    desk.registers.mark(session_id, mine.participant_id, Mark.PRESENT, mine.seen)
    (dispute,) = line(desk, session_id).disputes
    assert [side.words for side in dispute.sides] == ["Absent", "Present"]


def test_what_is_written_into_another_field_is_no_dispute(desk: Desk, other: Desk) -> None:
    session_id, mine = apart(desk, other)
    desk.registers.set_homework(session_id, mine.participant_id, True, mine.seen)
    found = line(desk, session_id)
    assert (found.mark, found.homework_done, found.disputes) == (Mark.ABSENT, True, ())


@pytest.mark.parametrize("stands", [0, 1])
def test_whoever_settles_it_says_which_stands(desk: Desk, other: Desk, stands: int) -> None:
    session_id, mine = apart(desk, other)
    desk.registers.mark(session_id, mine.participant_id, Mark.PRESENT, mine.seen)
    shown = line(desk, session_id)
    side = shown.disputes[0].sides[stands]
    desk.registers.settle(session_id, shown.participant_id, side, shown.seen)
    for each in (desk, other):
        found = line(each, session_id)
        assert (found.mark, found.disputes) == ((Mark.ABSENT, Mark.PRESENT)[stands], ())


def test_a_register_with_two_entries_against_each_other_does_not_close(desk: Desk, other: Desk) -> None:
    session_id, mine = apart(desk, other)
    desk.registers.mark(session_id, mine.participant_id, Mark.PRESENT, mine.seen)
    with pytest.raises(RegisterDisputed):
        desk.registers.close(session_id, desk.registers.open_register(session_id).seen)


def test_two_corrections_made_apart_are_shown_and_the_one_that_goes_is_kept(desk: Desk, other: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id, Mark.ABSENT)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    mine, theirs = (line(each, session_id) for each in (desk, other))
    at = (session_id, mine.participant_id)
    other.registers.correct(*at, RegisterEntry(Mark.EXCUSED), "His doctor rang", theirs.seen)
    desk.registers.correct(*at, RegisterEntry(Mark.PRESENT), "He sat in the other room", mine.seen)
    shown = line(desk, session_id)
    (dispute,) = shown.disputes
    assert [side.words for side in dispute.sides] == ["Excused", "Present"]
    desk.registers.settle(*at, dispute.sides[0], shown.seen)
    found = line(other, session_id)
    assert (found.mark, found.disputes) == (Mark.EXCUSED, ())
    assert [(c.field, c.was, c.became) for c in found.corrections] == [
        ("mark", "X", "A"),
        ("mark", "A", "P"),
        ("mark", "P", "A"),
    ]


def test_a_correction_says_what_stood_there_and_why(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id, Mark.ABSENT)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    before = line(desk, session_id)
    entry = RegisterEntry(Mark.PRESENT)
    desk.registers.correct(session_id, before.participant_id, entry, "He was in the other room", before.seen)
    (found,) = line(desk, session_id).corrections
    assert (found.shown_was, found.why, found.by, found.ends_absence) == (
        "Absent",
        "He was in the other room",
        desk.me.staff_id,
        True,
    )
    assert replace(line(desk, session_id), corrections=(), seen=before.seen) == replace(
        before, mark=Mark.PRESENT
    )
