"""Where a man can come into a running group; distances; evenings that are wanted twice; counted places."""

from datetime import date, time, timedelta
from uuid import UUID

import pytest

from bipdesk.assets import read_text
from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.clashes import TakenEvening, clashes
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.distance import km_of_miles, lives_beyond
from bipdesk.domain.group_entry import entries
from bipdesk.domain.group_places import Places, without_conviction
from bipdesk.domain.ids import StaffId
from bipdesk.domain.journey import trace_journey

BBR = parse_curriculum(read_text("curricula/bbr.toml"), "bbr.toml")
THEMES = parse_curriculum(read_text("curricula/power-and-control.toml"), "power-and-control.toml")
FIRST = date(2026, 11, 5)
WEEK = timedelta(weeks=1)
COMING = [(step.code, FIRST + number * WEEK) for number, step in enumerate(BBR.group_steps)]


def titles(met: int, missed: tuple[int, ...] = ()) -> list[str]:
    """Where somebody can come in who had the first `met` sessions, but for some that he missed."""
    marks = [
        AttendanceFact(code, day, Mark.ABSENT if number in missed else Mark.PRESENT)
        for number, (code, day) in enumerate(COMING[:met], start=1)
    ]
    return [entry.title for entry in entries(BBR, COMING, trace_journey(BBR, marks, []))]


def test_a_first_join_is_at_the_start_alone() -> None:
    assert titles(0) == ["Foundation 1"]


def test_who_goes_on_comes_in_where_he_left_off_and_where_his_next_block_begins() -> None:
    assert titles(2)[-1] == "Foundation 3"
    assert titles(6)[-1] == "My Thinking 1"
    assert titles(12)[-2:] == ["My Thinking 6", "My Emotions 1"]


def test_a_session_that_he_missed_does_not_keep_him_out() -> None:
    assert titles(4, missed=(2,))[-1] == "Foundation 5"


def test_where_blocks_stand_by_themselves_every_start_is_open() -> None:
    coming = [(step.code, FIRST + number * WEEK) for number, step in enumerate(THEMES.group_steps)]
    found = entries(THEMES, coming, trace_journey(THEMES, [], []))
    free = [block for block in THEMES.blocks if not block.after]
    assert len([entry for entry in found if entry.begins]) >= len(free) >= 1


@pytest.mark.parametrize(("km", "beyond"), [(112, False), (113, True), (70, False)])
def test_kilometres_are_held_against_miles(km: int, beyond: bool) -> None:
    assert lives_beyond(km, 70) is beyond
    assert km_of_miles(70) == 113


def taken(place: str = "Grange Hall", starts: int = 18, leader: int = 1, day: date = FIRST) -> TakenEvening:
    leaders = (StaffId(UUID(int=leader)),)
    return TakenEvening("Tuesday group", day, time(starts), time(starts + 2), place, leaders)


def test_a_place_and_a_facilitator_are_wanted_twice_only_at_the_same_time() -> None:
    names = {StaffId(UUID(int=1)): "R. Ortega"}
    ours = [taken(place="grange hall ")]
    assert clashes(ours, [taken(leader=2)], names) == (
        "grange hall is taken by Tuesday group at the same time: 5 November 2026.",
    )
    assert clashes(ours, [taken(place="Old School")], names) == (
        "R. Ortega leads the Tuesday group at the same time: 5 November 2026.",
    )
    for other in (taken(starts=20), taken(starts=16), taken(day=FIRST + WEEK)):
        assert clashes(ours, [other], names) == ()
    weeks = [taken(place="", day=FIRST + number * WEEK) for number in range(5)]
    (sentence,) = clashes(weeks, weeks, names)
    assert sentence.endswith("and 2 more.")


@pytest.mark.parametrize(
    ("kind", "order", "agency", "unconvicted"),
    [
        ("voluntary", "", "", True),
        ("court-ordered", "", "family-court-adviser", True),
        ("court-ordered", "order", "family-court-adviser", False),
        ("court-ordered", "", "court", False),
        ("of a newer version", "", "", False),
    ],
)
def test_who_comes_without_a_conviction(kind: str, order: str, agency: str, unconvicted: bool) -> None:
    assert without_conviction(kind, order, agency) is unconvicted


def test_places_are_said_in_words() -> None:
    assert Places(9, 12, 1, 2).words == "9 of 12, 1 of 2 unconvicted"
    assert Places(9).words == "9"
    assert Places(9, 12, 1).words == "9 of 12, 1 unconvicted"
