"""Readiness: what stands, what ends, what keeps a group from opening."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from bipdesk import assets
from bipdesk.domain.checklist import Checklists, parse_checklist
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.ids import EvidenceId, Seen
from bipdesk.domain.readiness import (
    Evidence,
    EvidenceDetails,
    Readiness,
    ReadinessFacts,
    Standing,
    in_words,
    judge,
    usual_end,
)

TODAY = date(2026, 11, 19)
LISTS = Checklists(
    parse_checklist(assets.read_text(name), name) for name in assets.names("readiness", ".toml")
)
SIX = tuple(item.key for item in LISTS.blocking)
SERVICE = (("Women's centre", None),)


def evidence(item: str, on_date: date = date(2026, 1, 1), expires_on: date | None = None) -> Evidence:
    details = EvidenceDetails(item, "Seen", "", on_date, expires_on)
    return Evidence(EvidenceId(UUID(int=1)), Seen(""), details, "T. Hallam")


def judged(
    items: tuple[str, ...] = SIX,
    officers: int = 1,
    leaders: int = 2,
    services: tuple[tuple[str, date | None], ...] = SERVICE,
) -> Readiness:
    facts = ReadinessFacts(tuple(evidence(item) for item in items), officers, leaders, services)
    return judge(LISTS, facts, TODAY)


def test_the_sources_ask_for_six_seven_four_and_seven_things() -> None:
    assert {one.id: len(one.items) for one in LISTS.lists} == {
        "preconditions": 6,
        "components": 7,
        "duluth": 4,
        "elements": 7,
    }
    assert [one.id for one in LISTS.lists if one.blocks] == ["preconditions"]
    assert LISTS.lists[0].preamble == "if these components are not in place, programs should not proceed."


def test_a_programme_with_everything_is_ready() -> None:
    assert judged().missing == ()


@pytest.mark.parametrize("without", SIX)
def test_without_evidence_for_one_precondition_it_is_not(without: str) -> None:
    item = LISTS.item(without)
    assert item is not None
    assert judged(tuple(key for key in SIX if key != without)).missing == (item.title,)


@pytest.mark.parametrize(
    ("readiness", "missing"),
    [
        (judged(officers=0), "Allocated safety officer"),
        (judged(services=()), "Agreement with a victim service"),
        (judged(leaders=1), "Two facilitators"),
    ],
)
def test_nor_without_what_the_records_show_by_themselves(readiness: Readiness, missing: str) -> None:
    assert readiness.missing == (missing,)


def test_a_group_that_one_person_leads_lacks_its_second() -> None:
    assert judged().missing_for(2) == ()
    assert judged().missing_for(1) == ("Two facilitators",)
    assert judged(leaders=1).missing_for(1) == ("Two facilitators",)


def test_the_other_lists_keep_nobody_from_opening_a_group() -> None:
    readiness = judged()
    assert [one.met for one in readiness.lists] == [6, 0, 0, 0]
    assert readiness.missing == ()


@pytest.mark.parametrize(
    ("on_date", "expires_on", "standing"),
    [
        (TODAY, None, Standing.IN_PLACE),
        (TODAY + timedelta(days=1), None, Standing.MISSING),
        (date(2026, 1, 1), TODAY + timedelta(days=61), Standing.IN_PLACE),
        (date(2026, 1, 1), TODAY + timedelta(days=60), Standing.ENDS_SOON),
        (date(2026, 1, 1), TODAY, Standing.ENDS_SOON),
        (date(2026, 1, 1), TODAY - timedelta(days=1), Standing.EXPIRED),
    ],
)
def test_evidence_counts_to_its_last_day_and_warns_sixty_days_before(
    on_date: date, expires_on: date | None, standing: Standing
) -> None:
    assert EvidenceDetails("x", "Seen", "", on_date, expires_on).standing(TODAY) is standing


def test_newer_evidence_takes_the_place_of_what_has_ended() -> None:
    old = evidence(SIX[0], date(2025, 1, 1), date(2025, 12, 31))
    new = evidence(SIX[0], date(2026, 1, 1))
    facts = ReadinessFacts((old, new), 1, 2, SERVICE)
    (first, *_) = judge(LISTS, facts, TODAY).lists[0].items
    assert first.standing is Standing.IN_PLACE
    assert first.evidence == (new, old)


def test_the_agreement_that_lasts_longest_counts() -> None:
    services = (("North", TODAY + timedelta(days=90)), ("South", TODAY + timedelta(days=9)))
    assert judged(services=services).arrangements[1].standing is Standing.IN_PLACE
    assert judged(services=services[1:]).arrangements[1].standing is Standing.ENDS_SOON


def test_what_is_missing_is_told_apart_whatever_its_titles_hold() -> None:
    assert in_words(("Two facilitators",)) == "two facilitators"
    assert in_words(("A", "B", "C")) == "a; b; c"


def test_a_year_is_proposed_also_from_the_last_day_of_february() -> None:
    assert usual_end(date(2026, 11, 19)) == date(2027, 11, 18)
    assert usual_end(date(2028, 2, 29)) == date(2029, 2, 27)


def test_a_wrong_checklist_is_refused_by_key_and_reason() -> None:
    item = '[[items]]\nkey = "a"\ntitle = "A"\nwords = "A."\nshows = "S"\n'
    head = 'id = "x"\nversion = 1\nname = "X"\nsource = "S"\npreamble = "P"\n'
    assert len(parse_checklist(head + item, "x.toml").items) == 1
    with pytest.raises(ResourceInvalid) as caught:
        parse_checklist(head + item + item, "x.toml")
    assert caught.value.values["where"] == "item 2, key"
