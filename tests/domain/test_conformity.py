"""Does our sequence satisfy this pack? The answer, line by line, for plain numbers."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk import assets
from bipdesk.domain.conformity import Conformity, Line, conformity
from bipdesk.domain.conformity_lines import HowRun, Standing, hours, sequence_of
from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.pack import Pack, Packs, parse_pack

PACKS = Packs(parse_pack(assets.read_text(name), name) for name in assets.names("packs", ".toml"))
BBR = parse_curriculum(assets.read_text("curricula/bbr.toml"), "bbr.toml")
TODAY = date(2026, 11, 22)
LONG, SHORT = HowRun(150), HowRun(90)


def answer(pack: str, run: HowRun = LONG, curriculum: Curriculum = BBR) -> Conformity:
    return conformity(curriculum, run, PACKS.of(pack), TODAY)


def line(pack: str, key: str, run: HowRun = LONG) -> Line:
    (found,) = [each for each in answer(pack, run).lines if each.key == key]
    return found


def test_two_and_a_half_hours_meet_every_rule_about_hours() -> None:
    rules = {pack.id: each for pack in PACKS for each in answer(pack.id).lines if each.key == "dose-hours"}
    assert set(rules) == {"north-carolina", "minnesota", "illinois", "texas"}
    assert all(each.standing is Standing.MET for each in rules.values())
    assert {each.ours for each in rules.values()} == {"24 × 150 minutes = 60 hours"}


def test_an_hour_and_a_half_meets_minnesota_and_illinois_but_not_north_carolina() -> None:
    stands = {
        pack.id: each.standing
        for pack in PACKS
        for each in answer(pack.id, SHORT).lines
        if each.key == "dose-hours"
    }
    assert stands == {
        "north-carolina": Standing.NOT_MET,
        "minnesota": Standing.MET,
        "illinois": Standing.MET,
        "texas": Standing.MET,
    }
    hours_line = line("north-carolina", "dose-hours", SHORT)
    assert (hours_line.ours, hours_line.theirs) == ("24 × 90 minutes = 36 hours", "at least 39 hours")
    assert "01 NCAC 17 .0706" in hours_line.rule.source


def test_the_two_lengths_differ_exactly_where_the_sheet_says() -> None:
    changed = {
        (pack.id, long.key): (long.standing, short.standing)
        for pack in PACKS
        for long, short in zip(answer(pack.id).lines, answer(pack.id, SHORT).lines, strict=True)
        if long.standing is not short.standing
    }
    better, worse = (Standing.MET, Standing.NOT_MET), (Standing.NOT_MET, Standing.MET)
    assert changed == {
        ("north-carolina", "dose-hours"): better,
        ("california", "session-length"): better,
        ("norfolk-bbr", "session-length"): better,
        ("oregon", "session-length-longest"): worse,
    }


def test_the_weeks_of_north_carolina_are_two_short_and_single_sessions_do_not_help() -> None:
    weeks = line("north-carolina", "dose-weeks")
    assert weeks.standing is Standing.NOT_MET
    assert "2 too few" in weeks.remark and "it is 29" in weeks.remark
    window = line("north-carolina", "window-weeks")
    assert window.standing is Standing.MET and "1 week left" in window.remark


def test_where_the_rule_does_not_say_what_counts_nothing_is_decided() -> None:
    months = line("nevada", "dose-months")
    assert months.standing is Standing.UNSAID
    assert "24 weeks, 2 too few" in months.remark and "whether those weeks count" in months.remark
    assert line("washington", "dose-months-level-2").standing is Standing.NOT_MET


def test_the_dates_of_a_run_are_counted_from_the_first_to_the_last() -> None:
    first = date(2026, 9, 1)
    with_breaks = tuple(first + timedelta(weeks=week) for week in (*range(15), *range(17, 26)))
    weeks = line("north-carolina", "dose-weeks", HowRun(150, dates=with_breaks))
    assert len(with_breaks) == 24
    assert (weeks.ours, weeks.standing) == ("26 weeks", Standing.MET)
    window = line("north-carolina", "window-weeks", HowRun(150, dates=with_breaks))
    assert window.standing is Standing.UNSAID, "26 and five weeks of their own are more than 30"


def test_every_other_week_is_only_for_those_far_away_and_takes_too_long() -> None:
    fortnightly = HowRun(150, every_weeks=2)
    assert line("nevada", "meets-weekly", fortnightly).standing is Standing.UNSAID
    assert "70 miles" in line("nevada", "meets-weekly", fortnightly).remark
    assert line("washington", "meets-weekly", fortnightly).standing is Standing.NOT_MET
    assert line("north-carolina", "window-weeks", fortnightly).standing is Standing.NOT_MET
    assert line("north-carolina", "dose-weeks", fortnightly).standing is Standing.MET


@pytest.mark.parametrize(
    ("minutes", "people", "standing"),
    [
        (90, 12, Standing.MET),
        (60, 3, Standing.MET),
        (60, 4, Standing.NOT_MET),
        (60, None, Standing.UNSAID),
        (59, 3, Standing.NOT_MET),
        (0, 3, Standing.UNSAID),
    ],
)
def test_washington_lets_a_session_of_three_be_an_hour(
    minutes: int, people: int | None, standing: Standing
) -> None:
    assert line("washington", "session-length", HowRun(minutes, people=people)).standing is standing


def test_minnesota_asks_for_the_sessions_or_the_hours() -> None:
    short = line("minnesota", "dose-hours", HowRun(60))
    assert (short.ours, short.standing) == ("24 × 1 hour = 24 hours", Standing.MET)
    assert "sessions is enough" in short.remark
    assert conformity_of_half("minnesota", 180)["dose-sessions"] is Standing.MET
    assert conformity_of_half("minnesota", 60)["dose-hours"] is Standing.NOT_MET
    assert conformity_of_half("illinois", 180)["dose-sessions"] is Standing.NOT_MET


def conformity_of_half(pack: str, minutes: int) -> dict[str, Standing]:
    """Return how a sequence of twelve sessions stands."""
    text = (
        'id = "half"\nversion = 1\nname = "Half"\nsource = "Ours"\nsession_minutes = 90\n'
        '[[blocks]]\nkey = "half"\nname = "Half"\nkind = "group"\nsessions = 12\n'
    )
    found = answer(pack, HowRun(minutes), parse_curriculum(text, "half.toml"))
    return {each.key: each.standing for each in found.lines}


@pytest.mark.parametrize(
    ("pack", "key", "run", "standing"),
    [
        ("washington", "group-largest", HowRun(150, people=13), Standing.NOT_MET),
        ("oregon", "group-largest", HowRun(150, people=13), Standing.MET),
        ("oregon", "group-ideal-to", HowRun(150, people=13), Standing.WARNS),
        ("oregon", "group-reported-above", HowRun(150, people=13), Standing.UNSAID),
        ("maine", "group-smallest", HowRun(150, people=2), Standing.NOT_MET),
        ("maine", "group-largest", HowRun(150, people=17), Standing.MET),
        ("north-carolina", "two-facilitators-above", HowRun(150, people=8, facilitators=1), Standing.MET),
        ("north-carolina", "two-facilitators-above", HowRun(150, people=9, facilitators=1), Standing.NOT_MET),
        ("north-carolina", "two-facilitators-above", HowRun(150, facilitators=1), Standing.UNSAID),
        ("nevada", "facilitators", HowRun(150, facilitators=1), Standing.NOT_MET),
        ("norfolk-bbr", "facilitators", HowRun(150, facilitators=1), Standing.WARNS),
        ("oregon", "facilitators", HowRun(150, facilitators=1), Standing.WARNS),
        ("oregon", "mixed-pair", HowRun(150, mixed_pair=False), Standing.WARNS),
        ("maine", "mixed-pair", HowRun(150, mixed_pair=True), Standing.MET),
        ("oregon", "interim-summary-from", LONG, Standing.UNSAID),
        ("oregon", "status-report", LONG, Standing.UNSAID),
        ("oregon", "status-report", HowRun(150, duties=frozenset({"status-report"})), Standing.MET),
    ],
)
def test_size_leaders_and_notices(pack: str, key: str, run: HowRun, standing: Standing) -> None:
    assert line(pack, key, run).standing is standing


def test_a_rule_that_nobody_verified_never_says_not_met() -> None:
    for pack in PACKS:
        for each in answer(pack.id, HowRun(15, every_weeks=4, people=90, facilitators=0)).lines:
            assert each.rule.binding or each.standing is not Standing.NOT_MET


def test_maines_older_text_is_asked_for_a_day_of_its_time() -> None:
    then = conformity(BBR, HowRun(150, people=17), PACKS.of("maine"), date(2024, 9, 18))
    assert [each.standing for each in then.lines if each.key == "group-largest"] == [Standing.NOT_MET]


def test_the_verdict_counts_the_lines() -> None:
    assert answer("north-carolina").verdict.startswith("No: 1 of ")
    assert conformity(BBR, LONG, Pack(), TODAY).verdict == "These rules say nothing about a sequence."
    full = answer("illinois", HowRun(150, duties=frozenset(PACKS.of("illinois").rules)))
    assert full.verdict == "Yes: 7 of 7 rules are met."


def test_every_rule_of_a_pack_is_a_line_or_counted_as_not_about_the_sequence() -> None:
    for pack in PACKS:
        found = answer(pack.id)
        parts = {"interim-summary-by", "small-group", "dose-either", "dose-months"} & set(pack.rules)
        parts -= {each.key for each in found.lines}
        assert len(found.lines) + found.not_asked + len(parts) == len(pack.rules)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "1 minute"),
        (60, "1 hour"),
        (90, "90 minutes"),
        (150, "150 minutes"),
        (2250, "37 hours 30 minutes"),
    ],
)
def test_hours_in_words(minutes: int, words: str) -> None:
    assert hours(minutes) == words


ANY_RUN = st.builds(
    HowRun,
    minutes=st.integers(0, 300),
    every_weeks=st.integers(1, 4),
    people=st.none() | st.integers(0, 30),
    facilitators=st.none() | st.integers(0, 4),
    mixed_pair=st.none() | st.booleans(),
)
RANK = [Standing.NOT_MET, Standing.WARNS, Standing.UNSAID, Standing.MET]


@given(ANY_RUN, st.integers(1, 120), st.sampled_from([pack.id for pack in PACKS]))
def test_longer_sessions_never_make_a_least_number_worse(run: HowRun, more: int, pack: str) -> None:
    longer = replace(run, minutes=run.minutes + more)
    for before, after in zip(answer(pack, run).lines, answer(pack, longer).lines, strict=True):
        assert before.key == after.key
        if before.key in ("dose-hours", "session-length", "session-length-small"):
            # A length that nobody has said may turn out too short; one that is said only gets better.
            assert not run.minutes or RANK.index(after.standing) >= RANK.index(before.standing)


@given(ANY_RUN, st.sampled_from([pack.id for pack in PACKS]))
def test_every_line_has_both_numbers_a_source_and_is_counted_once(run: HowRun, pack: str) -> None:
    found = answer(pack, run)
    assert sum(found.count(standing) for standing in Standing) == len(found.lines)
    assert len({each.key for each in found.lines}) == len(found.lines)
    assert all(each.ours and each.theirs and each.rule.citation for each in found.lines)
    assert found.verdict.startswith("No") == bool(found.count(Standing.NOT_MET))


@given(st.integers(1, 6), st.integers(0, 40))
def test_the_longest_time_is_never_shorter_than_the_weeks_of_the_group(every: int, people: int) -> None:
    sequence = sequence_of(BBR, HowRun(150, every_weeks=every, people=people))
    assert sequence.group_weeks == 23 * every + 1
    assert sequence.longest_weeks - sequence.group_weeks == 5


def test_a_sequence_that_names_no_length_says_so_and_decides_nothing_by_it() -> None:
    themes = parse_curriculum(assets.read_text("curricula/power-and-control.toml"), "power-and-control.toml")
    assert themes.session_minutes == 0
    found = answer("north-carolina", HowRun(themes.session_minutes), themes)
    stands = {each.key: each for each in found.lines}
    for key in ("dose-hours", "session-length"):
        assert stands[key].standing is Standing.UNSAID and "minutes" in stands[key].remark
    # It has no 1-2-1s: its weeks are those of the group, and 24 are two too few.
    assert stands["dose-weeks"].standing is Standing.NOT_MET and "1-2-1" not in stands["dose-weeks"].remark
