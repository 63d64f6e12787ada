"""Every number of every pack against the practice sheet, and nothing in a pack that is not on the sheet."""

import re
from datetime import date
from pathlib import Path

import pytest

from bipdesk import assets
from bipdesk.domain.pack import NUMBERLESS, Pack, PackValue, Unit, parse_pack

SHEET = Path(__file__).with_name("pack_numbers.txt")
WORDS_WITHOUT_NUMBER = {"yes": Unit.YES, "possible": Unit.WHERE_POSSIBLE}
ROW = re.compile(
    r"(?P<section>[0-9.]+) +(?P<key>[a-z0-9-]+) (?:(?P<word>yes|possible)|(?P<number>\d+) (?P<unit>[a-z-]+))"
    r"(?P<open> \?)?(?P<adopted> \+)?(?: @(?P<since>[0-9-]+))?"
)
SECTIONS = {"0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "7"}

Row = tuple[str, int, Unit, bool, bool, date | None]
"""Key, number, unit, unverified, adopted, in force since."""


def sheet() -> dict[str, set[Row]]:
    found: dict[str, set[Row]] = {}
    rows: set[Row] = set()
    for line in SHEET.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            rows = found.setdefault(line.strip("[]"), set())
        elif line and not line.startswith("#"):
            rows.add(read(line))
    return found


def read(line: str) -> Row:
    match = ROW.fullmatch(line)
    assert match is not None and match["section"] in SECTIONS, line
    unit = WORDS_WITHOUT_NUMBER[match["word"]] if match["word"] else Unit(match["unit"])
    since = date.fromisoformat(match["since"]) if match["since"] else None
    return match["key"], int(match["number"] or 0), unit, bool(match["open"]), bool(match["adopted"]), since


def row(value: PackValue) -> Row:
    return value.key, value.number, value.unit, value.unverified, value.adopted, value.since


def packs() -> dict[str, Pack]:
    found = (parse_pack(assets.read_text(name), name) for name in assets.names("packs", ".toml"))
    return {pack.id: pack for pack in found}


def test_the_sheet_names_the_eleven_places() -> None:
    assert set(sheet()) == set(packs())
    assert len(packs()) == 11


@pytest.mark.parametrize("pack_id", sorted(packs()))
def test_a_pack_has_the_numbers_of_the_sheet_and_no_other(pack_id: str) -> None:
    carried = {row(form) for forms in packs()[pack_id].rules.values() for form in forms}
    assert carried == sheet()[pack_id]


def test_the_newest_form_of_maines_group_size_is_seventeen_and_the_older_one_still_stands_for_its_time() -> (
    None
):
    largest = {
        day: packs()["maine"].value("group-largest", day) for day in (date(2024, 9, 18), date(2024, 12, 1))
    }
    assert [value.number for value in largest.values() if value] == [15, 17]


@pytest.mark.parametrize("pack_id", sorted(packs()))
def test_the_words_of_a_rule_say_its_own_number(pack_id: str) -> None:
    for forms in packs()[pack_id].rules.values():
        for value in forms:
            if value.unit not in NUMBERLESS:
                assert said(value), f"{pack_id}, {value.key}: {value.words}"


SPOKEN = {
    **{1: "one", 2: "two", 3: "three", 4: "four", 6: "six", 7: "seven", 8: "eight", 9: "nine", 12: "twelve"},
    **{14: "14", 15: "fifteen", 16: "sixteen", 17: "seventeen", 18: "eighteen"},
}


def said(value: PackValue) -> bool:
    """Say whether the words have the number, as figures or spelled, or as the span it is."""
    words = value.words.lower()
    if re.search(rf"\b{value.number}(th)?\b", words) or re.search(
        rf"\b{SPOKEN.get(value.number, '-')}\b", words
    ):
        return True
    spans = {
        (90, Unit.MINUTES): "an hour and a half",
        (120, Unit.MINUTES): "two hours",
        (150, Unit.MINUTES): "two and a half hours",
        (14, Unit.DAYS): "two weeks",
        (42, Unit.DAYS): "six weeks",
        (1, Unit.MONTHS): "month",
        (1, Unit.TIMES): "a three-way review",
        (2, Unit.PEOPLE): "a man and a woman",
    }
    return spans.get((value.number, value.unit), "-") in words
