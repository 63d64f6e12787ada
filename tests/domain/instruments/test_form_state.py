"""What a form asks, demands, refuses and concludes, for any answers at all."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.answer_reading import NO_CHOICE, NO_WHOLE
from bipdesk.domain.form_state import (
    NO_EVIDENCE,
    TOO_OFTEN,
    UNANSWERED,
    FormRules,
    FormState,
    evaluate,
)
from bipdesk.domain.instrument_start import without_hidden
from tests.domain.instruments.forms import household

TODAY = date(2026, 11, 22)
RULES = FormRules(household())


def state(**answers: object) -> FormState:
    return RULES.evaluate(answers, TODAY)


def problems(found: FormState) -> dict[str, str]:
    return dict(found.problems)


def test_a_question_is_asked_only_where_its_rule_says_so() -> None:
    assert not state().places["alone"].visible
    assert not state(people=2).places["alone"].visible
    assert state(people=1).places["alone"].visible
    assert problems(state(people=1, region="north")) == {"alone": UNANSWERED}


def test_a_hidden_answer_counts_nowhere_and_shows_nothing_that_depends_on_it() -> None:
    found = state(people=2, alone="yes", why_alone="May", region="north")
    assert not found.places["alone"].visible and not found.places["why_alone"].visible
    assert "alone" not in found.values and "why_alone" not in found.values
    kept = without_hidden({"people": 2, "alone": "yes", "why_alone": "May"}, found)
    assert kept == {"people": 2}


@pytest.mark.parametrize(
    ("answers", "path", "sentence"),
    [
        ({}, "region", UNANSWERED),
        ({"region": "east"}, "region", NO_CHOICE),
        ({"people": 31}, "people", "From 1 to 30."),
        ({"people": "many"}, "people", NO_WHOLE),
        ({"region": "south", "town": "alder"}, "town", NO_CHOICE),
        ({"heard": {"answer": "yes"}}, "heard", NO_EVIDENCE),
        ({"heard": {"answer": "yes", "evidence": "They said so."}}, "heard", NO_EVIDENCE),
        ({"children": [{}]}, "children/0/age", UNANSWERED),
        ({"children": [{"age": 1}] * 4}, "children", TOO_OFTEN),
    ],
)
def test_what_is_missing_or_wrong_is_said_at_its_question(
    answers: dict[str, object], path: str, sentence: str
) -> None:
    assert problems(state(**answers))[path] == sentence


def test_evidence_is_demanded_only_where_the_criterion_says_so() -> None:
    assert "heard" not in problems(state(heard={"answer": "no"}))
    full = {"answer": "yes", "evidence": "They said so.", "source": "Police report"}
    assert "heard" not in problems(state(heard=full))


def test_a_filter_offers_only_what_fits_another_answer() -> None:
    offered = state(region="north").places["town"].choices
    assert [choice.name for choice in offered] == ["alder", "beech"]


def test_each_entry_of_a_repeat_is_asked_by_its_own_answers() -> None:
    found = state(region="north", children=[{"age": 4}, {"age": 6}, {"age": 7}])
    shown = [found.places[f"children/{number}/school"].visible for number in range(3)]
    assert shown == [False, True, True]
    assert problems(found) == {"children/2/school": UNANSWERED}


def test_scores_and_findings_follow_from_the_answers() -> None:
    (score,) = state(people=4).scores
    assert (score.value, score.band.text()) == (Decimal(7), "Crowded")
    assert [finding.name for finding in state(people=4).findings] == ["crowd"]
    (score,) = state().scores
    assert (score.value, score.band.text(), state().findings) == ("", "", ())


def test_words_are_filled_with_the_answers_they_name() -> None:
    label = household().question("spoken").label.text()
    assert state(people=3, region="north", town="beech").filled(label, "spoken") == "3 people in beech"
    assert state().filled(label, "spoken") == "… people in …"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)
GOOD = st.sampled_from(["north", "alder", "yes", "2026-11-22", 1, 7, 12, "", None])
NAMES = ("region", "town", "people", "alone", "why_alone", "heard", "children", "age", "spoken", "twice")
ROWS = st.lists(st.fixed_dictionaries({}, optional={"age": GOOD | JSON, "school": GOOD}), max_size=5)


@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(NAMES, GOOD | JSON)),
    ROWS | JSON,
)
def test_no_answers_make_it_fail_and_what_is_hidden_never_counts(
    answers: dict[str, object], children: object
) -> None:
    found = RULES.evaluate({**answers, "children": children}, TODAY)
    assert found == evaluate(household(), {**answers, "children": children}, TODAY)
    shown = {path for path, place in found.places.items() if place.visible}
    assert set(found.values) <= shown
    assert {path for path, _ in found.problems} <= shown
