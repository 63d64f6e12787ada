"""Suitability, line by line as Source 003 has it: every criterion alone, and every combination it names."""

from datetime import date

import pytest

from bipdesk import assets
from bipdesk.domain.form_state import evaluate
from bipdesk.domain.instrument import Instrument
from bipdesk.domain.instrument_reading import parse_instrument
from bipdesk.domain.suitability import (
    OUTCOMES,
    PURPOSE,
    Judgement,
    Outcome,
    foreign_sources,
    judge,
    may_decide,
)

DAY = date(2026, 11, 22)
SUITABLE, UNSUITABLE = Outcome.SUITABLE, Outcome.UNSUITABLE
REFER_ON, NOT_KNOWN = Outcome.REFER_ON, Outcome.NOT_KNOWN
MEETS = {
    "man": "yes",
    "adult": "yes",
    "heterosexual": "yes",
    "partner": "yes",
    "route": "statutory",
    "index_offence": "yes",
    "motivated": "yes",
    "recalls": "yes",
    "extreme_denial": "no",
}
"""A man of whom every criterion holds."""
OPEN = {"who": "man", "couple": "heterosexual"} | {
    name: MEETS[name]
    for name in ("adult", "partner", "index_offence", "motivated", "recalls", "extreme_denial")
}
CHOSEN = ("route", "who", "couple")
CASES: list[tuple[str, dict[str, str], Outcome]] = [
    ("every criterion is met", {}, SUITABLE),
    # Men 18+
    ("no man", {"man": "no"}, REFER_ON),
    ("whether a man is not known", {"man": "unknown"}, NOT_KNOWN),
    ("under 18", {"adult": "no"}, REFER_ON),
    ("age not known", {"adult": "unknown"}, NOT_KNOWN),
    # Offended within heterosexual relationship
    ("no heterosexual relationship", {"heterosexual": "no"}, REFER_ON),
    ("relationship not known", {"heterosexual": "unknown"}, NOT_KNOWN),
    # Victim is current partner or previous partner
    ("the victim is no partner", {"partner": "no"}, UNSUITABLE),
    ("who the victim is is not known", {"partner": "unknown"}, NOT_KNOWN),
    # Index offence is intimate partner violence
    ("index offence not IPV, no episode admitted", {"index_offence": "no", "admits": "no"}, UNSUITABLE),
    ("index offence not IPV, one episode admitted", {"index_offence": "no", "admits": "yes"}, SUITABLE),
    ("index offence not IPV, nobody asked", {"index_offence": "no"}, NOT_KNOWN),
    ("index offence not IPV, not known", {"index_offence": "no", "admits": "unknown"}, NOT_KNOWN),
    ("index offence not known, one admitted", {"index_offence": "unknown", "admits": "yes"}, SUITABLE),
    ("index offence not known, none admitted", {"index_offence": "unknown", "admits": "no"}, NOT_KNOWN),
    ("index offence IPV: what he admits is not asked", {"admits": "no"}, SUITABLE),
    # Motivated to make positive change
    ("not motivated", {"motivated": "no"}, UNSUITABLE),
    ("motivation not known", {"motivated": "unknown"}, NOT_KNOWN),
    # Denial: recall and discuss at least some, not necessarily the convicted act
    ("denies the conviction, discusses other", {"recalls": "no", "unconvicted": "yes"}, SUITABLE),
    ("can discuss nothing", {"recalls": "no", "unconvicted": "no"}, UNSUITABLE),
    ("denies the conviction, rest not known", {"recalls": "no", "unconvicted": "unknown"}, NOT_KNOWN),
    ("conviction not known, discusses other", {"recalls": "unknown", "unconvicted": "yes"}, SUITABLE),
    ("conviction not known, other not", {"recalls": "unknown", "unconvicted": "no"}, NOT_KNOWN),
    ("discusses the conviction: other is not asked", {"unconvicted": "no"}, SUITABLE),
    # Extreme denial
    ("extreme denial", {"extreme_denial": "yes"}, UNSUITABLE),
    ("extreme denial not known", {"extreme_denial": "unknown"}, NOT_KNOWN),
    # Statutory cases, and limited places for unconvicted men through the family-court adviser
    ("not convicted, through the adviser", {"route": "adviser"}, SUITABLE),
    ("not convicted, otherwise", {"route": "other"}, REFER_ON),
    ("how he comes is not known", {"route": ""}, NOT_KNOWN),
    # Several at once
    ("unmotivated, and no man", {"motivated": "no", "man": "no"}, UNSUITABLE),
    ("one criterion fails, another is not known", {"motivated": "no", "partner": "unknown"}, UNSUITABLE),
]


def instrument(name: str) -> Instrument:
    file = f"instruments/{name}-1.toml"
    return parse_instrument(assets.read_text(file), file)


BBR, FOR_ALL = instrument("suitability-bbr"), instrument("suitability-open")


def answers(given: dict[str, str]) -> dict[str, object]:
    """Return the answers with evidence, as the form keeps them."""
    found: dict[str, object] = {}
    for name, answer in given.items():
        source = "Referral papers"
        found[name] = (
            answer if name in CHOSEN else {"answer": answer, "evidence": "Police report", "source": source}
        )
    return found


def judged(given: dict[str, str], of: Instrument = BBR) -> Judgement:
    return judge(of, evaluate(of, answers(given), DAY))


@pytest.mark.parametrize(("said", "given", "outcome"), CASES, ids=[case[0] for case in CASES])
def test_each_criterion_and_combination_of_the_source(
    said: str, given: dict[str, str], outcome: Outcome
) -> None:
    found = judged(MEETS | given)
    assert found.outcome is outcome, said
    assert found.reasons
    assert found.is_final is (given.get("extreme_denial") == "yes")


@pytest.mark.parametrize(("said", "given", "outcome"), CASES, ids=[case[0] for case in CASES])
def test_extreme_denial_is_unsuitable_whatever_else_is_answered(
    said: str, given: dict[str, str], outcome: Outcome
) -> None:
    found = judged(MEETS | given | {"extreme_denial": "yes"})
    assert (found.outcome, found.is_final) == (UNSUITABLE, True), said
    assert "extreme denial" in found.reasons[0]
    for wanted in (SUITABLE, REFER_ON):
        assert not may_decide(found, wanted, is_coordinator=True)
    assert may_decide(found, UNSUITABLE, is_coordinator=False)


def test_extreme_denial_alone_is_enough() -> None:
    assert judged({"extreme_denial": "yes"}).is_final


@pytest.mark.parametrize("missing", sorted(MEETS))
def test_nobody_is_suitable_while_a_criterion_is_open(missing: str) -> None:
    found = judged({name: answer for name, answer in MEETS.items() if name != missing})
    assert found.outcome is NOT_KNOWN
    assert found.reasons == (BBR.question(missing).label.text(),)
    assert not may_decide(found, SUITABLE, is_coordinator=True)


def test_no_answers_are_not_yet_known() -> None:
    assert judged({}).outcome is NOT_KNOWN
    assert judged({}, FOR_ALL).outcome is NOT_KNOWN


@pytest.mark.parametrize(
    "given", [{"motivated": "no"}, {"man": "no"}, {"recalls": "no", "unconvicted": "no"}]
)
def test_a_coordinator_alone_may_override_what_is_no_extreme_denial(given: dict[str, str]) -> None:
    found = judged(MEETS | given)
    assert may_decide(found, SUITABLE, is_coordinator=True)
    assert not may_decide(found, SUITABLE, is_coordinator=False)
    assert may_decide(found, found.outcome, is_coordinator=False)


def test_an_answer_without_evidence_cannot_be_decided() -> None:
    given = answers(MEETS) | {"motivated": {"answer": "yes", "evidence": "", "source": ""}}
    found = judge(BBR, evaluate(BBR, given, DAY))
    assert found.outcome is SUITABLE
    assert not found.may_be_decided
    assert found.unfit[0].startswith("Motivated to make positive change")


def test_the_few_places_for_unconvicted_men_are_noted() -> None:
    assert any("limited places" in note for note in judged(MEETS | {"route": "adviser"}).notes)
    assert judged(MEETS).notes == ()


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({}, SUITABLE),
        ({"couple": "same-sex"}, SUITABLE),
        ({"who": "woman", "stable": "yes"}, SUITABLE),
        ({"who": "woman"}, NOT_KNOWN),
        ({"who": "woman", "stable": "no"}, REFER_ON),
        ({"who": "woman", "couple": "same-sex", "stable": "yes"}, SUITABLE),
        ({"who": ""}, NOT_KNOWN),
        ({"adult": "no"}, REFER_ON),
        ({"partner": "no"}, UNSUITABLE),
        ({"motivated": "no"}, UNSUITABLE),
        ({"index_offence": "no", "admits": "no"}, UNSUITABLE),
        ({"recalls": "no", "unconvicted": "no"}, UNSUITABLE),
        ({"extreme_denial": "yes"}, UNSUITABLE),
    ],
)
def test_a_programme_for_women_and_same_sex_couples_has_its_own_file(
    given: dict[str, str], outcome: Outcome
) -> None:
    found = judged(OPEN | given, FOR_ALL)
    assert found.outcome is outcome
    assert found.is_final is (given.get("extreme_denial") == "yes")


@pytest.mark.parametrize("file", [BBR, FOR_ALL], ids=lambda file: file.id)
def test_an_eligibility_file_speaks_of_outcomes_alone_and_never_of_a_partner_as_source(
    file: Instrument,
) -> None:
    assert file.purpose == PURPOSE
    assert {finding.outcome for finding in file.findings} <= OUTCOMES
    assert all("partner" not in source.casefold() for q in file.questions for source in q.sources)


def test_evidence_from_a_source_that_is_not_offered_is_found() -> None:
    given = answers(MEETS) | {"motivated": {"answer": "yes", "evidence": "x", "source": "His wife"}}
    assert foreign_sources(BBR, given) == ("Motivated to make positive change",)
    assert foreign_sources(BBR, answers(MEETS)) == ()
