"""Instruments as files: every one of the program is good, and what is wrong with another one is named."""

import pytest

from bipdesk import assets
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.form_state import evaluate
from bipdesk.domain.instrument import Question, walk
from bipdesk.domain.instrument_reading import parse_instrument, stored_instrument
from bipdesk.domain.instrument_writing import definition_of, digest_of
from tests.domain.instruments.forms import HOUSEHOLD, household
from tests.domain.instruments.test_form_state import TODAY

FILES = assets.names("instruments", ".toml")


@pytest.mark.parametrize("file", FILES)
def test_every_instrument_of_the_program_can_be_used(file: str) -> None:
    instrument = parse_instrument(assets.read_text(file), file)
    assert file.endswith(f"/{instrument.id}-{instrument.version}.toml")
    assert stored_instrument(definition_of(instrument)) == instrument
    assert evaluate(instrument, {}, TODAY).problems


def test_what_is_stored_comes_back_the_same_and_a_change_changes_the_digest() -> None:
    instrument = household()
    assert stored_instrument(definition_of(instrument)) == instrument
    other = parse_instrument(HOUSEHOLD.replace("From 1 to 30.", "1 to 30."), "f")
    assert len({digest_of(instrument), digest_of(other), digest_of(household())}) == 2


def test_a_text_comes_in_the_language_asked_for_or_else_in_the_first() -> None:
    both = HOUSEHOLD.replace('title = "Household"', 'title = { en = "Household", "Español (es)" = "Hogar" }')
    title = parse_instrument(both, "f").title
    assert (title.text("es"), title.text("fr"), title.text()) == ("Hogar", "Household", "Household")


@pytest.mark.parametrize(
    ("old", "new", "where", "reason"),
    [
        ('type = "yes-no"', 'type = "maybe"', "type", "'maybe' is not one of"),
        ('name = "region"\n', 'name = "2region"\n', "name", "must begin with a letter"),
        ('name = "people"', 'name = "town"', "town, name", "used twice"),
        ('choices = "regions"', 'choices = "lands"', "region, choices", "'lands' is missing or empty"),
        ("region = ${region}", "land = ${region}", "town, choice_filter", "no column 'land'"),
        ("${people} = 1", "${peple} = 1", "alone, show_if", "refers to 'peple'"),
        ("${people} = 1", "${spoken} = 1", "alone, show_if", "which has no answer"),
        ("${people} = 1", "${age} = 1", "alone, show_if", "repeats and so has no single answer"),
        ("${people} = 1", "${why_alone} = 1", "alone", "depends on itself"),
        ("${people} * 2", "${people} div 2", "value", "divides (div)"),
        ('value = "${people} * 2"', "", "value", "is missing"),
        ("most = 3", "most = 3000", "most", "from 1 to 200"),
        ('evidence = "yes"', 'evidence = "often"', "evidence", "must be one of"),
        ('label = "Age"', 'label = "Age"\nlabel_es = "Edad"', "label_es", "is not a key"),
        ('outcome = "look"', 'outcome = ["look"]', "outcome", "must be text"),
    ],
)
def test_what_is_wrong_is_named_with_its_key_and_reason(old: str, new: str, where: str, reason: str) -> None:
    assert old in HOUSEHOLD
    with pytest.raises(ResourceInvalid) as refused:
        parse_instrument(HOUSEHOLD.replace(old, new), "household.toml")
    values = refused.value.values
    assert values["file"] == "household.toml"
    assert where in str(values["where"]) and reason in str(values["reason"])


@pytest.mark.parametrize("text", ["", "[]", "{", '{"id": "x"}', "null", "[" * 100_000])
def test_a_stored_definition_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(ResourceInvalid):
        stored_instrument(text)


def test_everything_is_found_in_reading_order() -> None:
    names = [item.name for item in walk(household().sections) if isinstance(item, Question)]
    assert names[0] == "region" and names[-1] == "twice" and "school" in names
