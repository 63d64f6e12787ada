"""Packs: rules of a place as cited data, and the days they count."""

from datetime import date

import pytest

from bipdesk import assets
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.pack import Pack, Packs, Unit, parse_pack

FILES = assets.names("packs", ".toml")
RULE = '[[values]]\nkey = "rejection-notice"\nunit = "working-days"\nnumber = 7\nwords = "Seven."\n'
HEAD = 'id = "here"\nversion = 1\nname = "Here"\ncountry = "GB"\n'
CITED = 'citation = "A rule"\nchecked = 2026-11-21\n'


def packs() -> Packs:
    return Packs(parse_pack(assets.read_text(name), name) for name in FILES)


@pytest.mark.parametrize("name", FILES)
def test_every_pack_file_is_whole_and_named_after_its_pack(name: str) -> None:
    pack = parse_pack(assets.read_text(name), name)
    assert name == f"packs/{pack.id}.toml"
    assert all(value.citation and value.checked_on <= date(2026, 11, 22) for value in pack.values.values())


def test_oregon_gives_seven_working_days_for_the_notice_of_a_rejection() -> None:
    notice = packs().of("oregon").days("rejection-notice")
    assert notice is not None and notice.binding and not notice.adopted
    assert (notice.number, notice.unit) == (7, Unit.WORKING_DAYS)
    # From the Friday before Thanksgiving 2026: with the holiday, one day more.
    friday, thanksgiving = date(2026, 11, 20), date(2026, 11, 26)
    assert notice.due_on(friday) == date(2026, 12, 1)
    assert notice.due_on(friday, frozenset({thanksgiving})) == date(2026, 12, 2)
    assert notice.due_on(date(2026, 11, 21)) == date(2026, 12, 1), (
        "a Saturday is no working day to begin with"
    )


def test_the_waiver_outlives_the_discharge_by_ninety_days() -> None:
    for pack in packs():
        waiver = pack.days("waiver-after-discharge")
        assert waiver is not None and waiver.due_on(date(2026, 1, 1)) == date(2026, 4, 1)
        assert waiver.adopted == (pack.id != "washington")


def test_what_nobody_found_in_a_source_binds_nobody() -> None:
    pair = packs().of("norfolk-bbr").value("facilitators")
    assert pair is not None and pair.unverified and not pair.binding
    assert "not verified" in pair.source


def test_a_value_that_counts_no_days_has_no_due_date() -> None:
    age = packs().of("norfolk-bbr").value("minimum-age")
    assert age is not None and age.number == 18
    assert packs().of("norfolk-bbr").days("minimum-age") is None
    with pytest.raises(ValueError, match="minimum-age"):
        age.due_on(date(2026, 1, 1))


@pytest.mark.parametrize(
    ("country", "region", "pack_id"),
    [
        ("GB", "", "norfolk-bbr"),
        ("GB", "ENG", "norfolk-bbr"),
        ("US", "OR", "oregon"),
        ("US", "CA", "california"),
        ("US", "CO", "colorado"),
        ("US", "IL", "illinois"),
        ("US", "ME", "maine"),
        ("US", "MN", "minnesota"),
        ("US", "NC", "north-carolina"),
        ("US", "NV", "nevada"),
        ("US", "TX", "texas"),
        ("US", "WA", "washington"),
        ("US", "SD", ""),
        ("ES", "", ""),
    ],
)
def test_the_place_suggests_its_pack(country: str, region: str, pack_id: str) -> None:
    assert packs().suggested(country, region) == pack_id


def test_no_pack_says_nothing() -> None:
    assert packs().of("") == packs().of("of-a-newer-program") == Pack()
    assert Pack().days("rejection-notice") is None and not Pack().required_fields


def test_a_rule_that_packs_do_not_know_is_a_slip() -> None:
    with pytest.raises(ValueError, match="rejection"):
        Pack().days("rejection")


@pytest.mark.parametrize(
    ("text", "where", "reason"),
    [
        (HEAD + RULE, "value 1, citation", "is missing"),
        (HEAD + RULE + CITED.replace("2026-11-21", '"soon"'), "value 1, checked", "must be a date"),
        (HEAD + RULE + CITED + 'adopted = "yes"', "value 1, adopted", "must be true or false"),
        (HEAD + (RULE + CITED) * 2, "value 2, key", "stands in the file twice"),
        (HEAD + 'required_fields = ["partner"]\n' + RULE + CITED, "required_fields", "is not a field"),
    ],
)
def test_a_wrong_pack_is_refused_by_key_and_reason(text: str, where: str, reason: str) -> None:
    with pytest.raises(ResourceInvalid) as caught:
        parse_pack(text, "packs/here.toml")
    assert caught.value.values["where"] == where
    assert reason in str(caught.value.values["reason"])


def changed_rule(*forms: tuple[int, str]) -> Pack:
    """Return a pack whose rule has these numbers, each in force since the day given ("" for always)."""
    text = HEAD
    for number, since in forms:
        text += RULE.replace("= 7", f"= {number}") + CITED + (f"since = {since}\n" if since else "")
    return parse_pack(text, "packs/here.toml")


@pytest.mark.parametrize(
    ("on", "number"),
    [
        (date(2025, 6, 30), 7),
        (date(2025, 7, 1), 5),
        (date(2026, 12, 31), 5),
        (date(2027, 1, 1), 2),
        (None, 2),
    ],
)
def test_a_rule_applies_as_it_was_in_force_on_the_day(on: date | None, number: int) -> None:
    pack = changed_rule((5, "2025-07-01"), (2, "2027-01-01"), (7, ""))
    value = pack.days("rejection-notice", on)
    assert value is not None and value.number == number
    assert pack.values["rejection-notice"].number == 2


def test_a_rule_says_nothing_before_it_was_made() -> None:
    pack = changed_rule((5, "2025-07-01"))
    assert pack.value("rejection-notice", date(2025, 6, 30)) is None
    assert pack.value("rejection-notice", date(2025, 7, 1)) is not None


def test_two_forms_of_a_rule_cannot_begin_on_one_day() -> None:
    with pytest.raises(ResourceInvalid):
        changed_rule((5, "2025-07-01"), (7, "2025-07-01"))
