"""Checks of a group against packs: as planned, and by what happened."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

import pytest

from bipdesk.assets import read_text
from bipdesk.domain.group_checks import CheckStanding, PlanFacts, plan_checks
from bipdesk.domain.group_evenings import HeldEvening, happened_checks, night_findings
from bipdesk.domain.ids import StaffId
from bipdesk.domain.pack import Pack, PackValue, Unit, parse_pack
from bipdesk.domain.staff import Sex

DAY = date(2026, 11, 19)
MET, WARN, BROKEN, UNSAID = CheckStanding
ORTEGA, BIRCH = StaffId(UUID(int=1)), StaffId(UUID(int=2))
PLAN = PlanFacts(DAY, 10, None, 120, (Sex.MAN, Sex.WOMAN))


def pack(name: str) -> Pack:
    return parse_pack(read_text(f"packs/{name}.toml"), f"{name}.toml")


def rules(*values: tuple[str, int, Unit], unverified: bool = False) -> Pack:
    made = (PackValue(k, n, u, "A rule.", "NAC 1", DAY, unverified=unverified) for k, n, u in values)
    return Pack(id="made", rules={value.key: (value,) for value in made})


def plan(of: Pack, **facts: object) -> dict[str, CheckStanding]:
    lines = plan_checks(replace(PLAN, **facts), of)  # type: ignore[arg-type]
    assert all(line.citation and line.words for line in lines)
    return {line.key: line.standing for line in lines}


@pytest.mark.parametrize(
    ("name", "facts", "key", "standing"),
    [
        ("washington", {"size": 12}, "size", MET),
        ("washington", {"size": 13}, "size", BROKEN),
        ("washington", {"size": 8, "places": 13}, "size", BROKEN),
        ("washington", {"size": 1}, "smallest", WARN),
        ("washington", {"length_minutes": 89}, "length", BROKEN),
        ("washington", {"length_minutes": 90}, "length", MET),
        ("oregon", {"size": 12}, "reported", MET),
        ("oregon", {"size": 13}, "reported", WARN),
        ("oregon", {"size": 13}, "size", MET),
        ("oregon", {"size": 6}, "ideal", WARN),
        ("oregon", {"length_minutes": 121}, "longest", BROKEN),
        ("oregon", {"leaders": (Sex.MAN, Sex.MAN)}, "pair", WARN),
        ("oregon", {"leaders": (Sex.MAN, Sex.UNSAID)}, "pair", UNSAID),
        ("oregon", {"leaders": (Sex.MAN, Sex.WOMAN)}, "pair", MET),
        ("north-carolina", {"size": 9, "leaders": (Sex.MAN,)}, "two", BROKEN),
        ("north-carolina", {"size": 8, "leaders": (Sex.MAN,)}, "two", MET),
        ("norfolk-bbr", {"leaders": (Sex.MAN,)}, "leaders", WARN),
        ("norfolk-bbr", {"length_minutes": 149}, "length", BROKEN),
        ("washington", {"every_weeks": 2}, "weekly", BROKEN),
        ("washington", {}, "weekly", MET),
    ],
)
def test_a_plan_stands_as_the_pack_says(
    name: str, facts: dict[str, object], key: str, standing: CheckStanding
) -> None:
    assert plan(pack(name), **facts)[key] is standing


def test_every_other_week_is_looked_at_where_the_pack_allows_it_or_is_silent() -> None:
    far = rules(("fortnightly-beyond", 70, Unit.MILES), ("meets-weekly", 0, Unit.YES))
    assert plan(far, every_weeks=2)["weekly"] is WARN
    (line,) = [line for line in plan_checks(replace(PLAN, every_weeks=2), Pack()) if line.key == "weekly"]
    assert line.standing is WARN
    assert "70 miles" in line.words
    assert line.citation.startswith("Source 003")


def test_what_nobody_verified_only_warns() -> None:
    unsure = rules(("group-largest", 5, Unit.PEOPLE), ("session-length", 200, Unit.MINUTES), unverified=True)
    assert set(plan(unsure).values()) == {WARN, MET}


def evening(weeks_ago: int, present: int = 8, minutes: int = 90, leaders: int = 2) -> HeldEvening:
    who = ((ORTEGA, Sex.MAN), (BIRCH, Sex.WOMAN))[:leaders]
    return HeldEvening(DAY - timedelta(weeks=weeks_ago), present, minutes, who)


def happened(of: Pack, evenings: Sequence[HeldEvening]) -> dict[str, CheckStanding]:
    return {line.key: line.standing for line in happened_checks(evenings, of, DAY)}


def test_a_short_evening_is_allowed_where_few_came() -> None:
    washington = pack("washington")
    assert happened(washington, [evening(1, present=3, minutes=60)])["length"] is MET
    assert happened(washington, [evening(1, present=4, minutes=60)])["length"] is BROKEN
    assert happened(washington, [evening(1, present=3, minutes=59)])["length"] is BROKEN


def test_the_evenings_on_which_a_rule_was_not_met_are_named() -> None:
    evenings = [evening(3), evening(2, present=13), evening(1)]
    (line,) = [one for one in happened_checks(evenings, pack("washington"), DAY) if one.key == "size"]
    assert line.words == "On 1 of 3 evenings: 5 November 2026. Last: 13 came; at most 12"


@pytest.mark.parametrize(("alone", "standing"), [(3, MET), (4, WARN), (5, BROKEN)])
def test_evenings_led_alone_are_counted(alone: int, standing: CheckStanding) -> None:
    evenings = [evening(week, leaders=1) for week in range(1, alone + 1)]
    long_ago = [evening(week, leaders=1) for week in (26, 27, 51, 52, 53)]
    found = happened(pack("norfolk-bbr"), [*long_ago, *evenings])
    assert found["solo-26"] is standing
    assert found["solo-52"] is (MET if alone + 3 < 8 else WARN)


def test_a_night_says_only_what_is_not_met() -> None:
    north_carolina = pack("north-carolina")
    assert night_findings(evening(0), [], north_carolina) == ()
    before = [evening(week, leaders=1) for week in (1, 2, 3)]
    found = night_findings(evening(0, present=9, leaders=1), before, north_carolina)
    assert [line.key for line in found] == ["two", "solo-26"]
