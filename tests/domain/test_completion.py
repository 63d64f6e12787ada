"""Completion: a list judged line by line, by the rules of each place; a count alone completes nobody."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.completion import checklist
from bipdesk.domain.completion_dose import levels_of
from bipdesk.domain.completion_lines import CONFIRMED, Completion, CompletionFacts, Confirmation, Item, Met
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.journey import IndividualFact, IndividualKind, Journey, trace_journey
from bipdesk.domain.pack import Pack, PackValue, Unit
from bipdesk.library_files import load_curricula, load_packs

TODAY = date(2026, 11, 19)
BEGUN = TODAY - timedelta(days=700)
BBR = next(iter(load_curricula()))
PACKS = tuple(load_packs())


def journey(*, but: tuple[str, ...] = ()) -> Journey:
    """Return the journey of somebody who was at everything but some steps."""
    steps = [step for step in BBR.steps if step.code not in but]
    group = [
        AttendanceFact(step.code, BEGUN + timedelta(days=7 * step.number), Mark.PRESENT)
        for step in steps
        if step.kind is StepKind.GROUP
    ]
    alone = [
        IndividualFact(step.code, BEGUN + timedelta(days=7 * step.number), IndividualKind(step.kind.value))
        for step in steps
        if step.kind is not StepKind.GROUP
    ]
    return trace_journey(BBR, group, alone)


DONE = CompletionFacts(
    journey=journey(),
    curriculum_source=BBR.source,
    minutes=60 * 100,
    sessions=60,
    begun_on=BEGUN,
    last_on=TODAY - timedelta(days=3),
    goals_reached=3,
    reviews=9,
    confirmed={item: Confirmation(item, TODAY, "Seen on paper", "C. Rivers") for item in CONFIRMED},
)
NOTHING = CompletionFacts(journey(but=tuple(step.code for step in BBR.steps)), BBR.source, 0, 0, None, None)


def rule(key: str, number: int = 1, unit: Unit = Unit.YES, *, unverified: bool = False) -> PackValue:
    """Return a rule of an invented place."""
    return PackValue(key, number, unit, "As the test says.", "Test 1.2", TODAY, unverified=unverified)


def pack(*rules: PackValue) -> Pack:
    """Return an invented place with these rules."""
    return Pack(id="test", name="Test", rules={one.key: (one,) for one in rules})


def line(found: Completion, item: Item) -> tuple[Met, str]:
    """Return how a line stands and what it says."""
    one = next(each for each in found.lines if each.item is item)
    return one.met, one.sentence


@pytest.mark.parametrize("place", PACKS, ids=lambda place: place.id)
def test_in_every_place_who_did_all_that_is_asked_may_be_signed(place: Pack) -> None:
    levels = levels_of(place, TODAY) or ("",)
    for level in levels:
        found = checklist(replace(DONE, level=level), place, TODAY)
        others = {sentence for one in found.unmet if "level" not in (sentence := one.sentence)}
        assert not others, others


@pytest.mark.parametrize("place", PACKS, ids=lambda place: place.id)
def test_in_every_place_each_unmet_line_is_one_sentence_with_its_rule(place: Pack) -> None:
    found = checklist(NOTHING, place, TODAY)
    assert not found.is_ready
    for one in found.lines:
        if one.met in (Met.UNMET, Met.WARNS):
            assert one.sentence.endswith(".") and one.sentence in (*found.refusal.split("\n"), one.sentence)
            assert one.citation
    assert all(one.sentence in found.refusal for one in found.unmet)


@pytest.mark.parametrize("place", PACKS, ids=lambda place: place.id)
def test_in_every_place_an_unverified_rule_warns_and_never_blocks(place: Pack) -> None:
    unsure = Pack(
        id=place.id,
        rules={
            key: tuple(replace(one, unverified=True) for one in forms) for key, forms in place.rules.items()
        },
    )
    blocking = {one.item for one in checklist(NOTHING, unsure, TODAY).unmet}
    assert blocking == {Item.STEPS}  # the curriculum itself is no rule of a place


def test_steps_that_are_missing_are_named_and_a_count_of_sessions_does_not_make_up_for_them() -> None:
    facts = replace(DONE, journey=journey(but=("thinking-3",)))
    found = checklist(facts, pack(), TODAY)
    assert not found.is_ready
    assert "My Thinking 3" in found.refusal
    assert line(found, Item.STEPS)[0] is Met.UNMET


def test_the_order_itself_can_ask_for_more_sessions_than_the_curriculum_has() -> None:
    facts = replace(DONE, sessions=24, sessions_ordered=26, court_case="26-CR-9")
    assert checklist(facts, pack(), TODAY).refusal == "The order asks for 26 sessions; 24 count so far."


@pytest.mark.parametrize(
    ("rules", "facts", "sentence"),
    [
        (
            (rule("dose-hours", 39, Unit.HOURS),),
            replace(DONE, minutes=36 * 60),
            "3 h of the least 39 hours are missing.",
        ),
        (
            (rule("dose-weeks", 26, Unit.WEEKS),),
            replace(DONE, begun_on=TODAY - timedelta(days=160)),
            "His sessions span 23 of at least 26 weeks.",
        ),
        (
            (rule("dose-months", 9, Unit.MONTHS),),
            replace(DONE, begun_on=date(2026, 3, 31)),
            "The least of 9 months is over on 31 December 2026, not before.",
        ),
        (
            (rule("reviews-least", 2, Unit.TIMES),),
            replace(DONE, reviews=1),
            "1 of at least 2 reviews were held.",
        ),
        (
            (rule("completion-goals"),),
            replace(DONE, goals_open=1),
            "1 of 4 goals of his plan is not reached.",
        ),
        (
            (rule("violence-free", 6, Unit.MONTHS),),
            replace(DONE, violence=(date(2025, 1, 2), date(2026, 8, 31))),
            "Violence or a threat is recorded on 31 August 2026: 6 months without any end on "
            "28 February 2027.",
        ),
        (
            (rule("completion-assignments"),),
            replace(DONE, confirmed={}, homework_open=2),
            "Homework was not done for 2 sessions: confirm when all of it is made up.",
        ),
        (
            (rule("completion-orders"),),
            replace(DONE, orders_broken=(TODAY + timedelta(days=1),)),
            "An order was broken on 20 November 2026; nobody has confirmed since then that it is obeyed.",
        ),
    ],
)
def test_what_is_missing_is_said_in_one_sentence(
    rules: tuple[PackValue, ...], facts: CompletionFacts, sentence: str
) -> None:
    assert checklist(facts, pack(*rules), TODAY).refusal == sentence


def test_where_hours_or_sessions_are_enough_one_of_them_is_enough() -> None:
    rules = (rule("dose-hours", 36, Unit.HOURS), rule("dose-sessions", 24, Unit.SESSIONS))
    few_hours = replace(DONE, minutes=24 * 60, sessions=24)
    assert checklist(few_hours, pack(*rules), TODAY).refusal == "12 h of the least 36 hours are missing."
    assert checklist(few_hours, pack(*rules, rule("dose-either")), TODAY).is_ready
    neither = replace(few_hours, sessions=23)
    assert len(checklist(neither, pack(*rules, rule("dose-either")), TODAY).unmet) == 2


def test_where_the_least_time_follows_from_the_level_the_level_has_to_be_said() -> None:
    levels = (rule("dose-months-level-1", 6, Unit.MONTHS), rule("dose-months-level-4", 18, Unit.MONTHS))
    facts = replace(DONE, begun_on=TODAY - timedelta(days=300))
    assert "at which level" in checklist(facts, pack(*levels), TODAY).refusal
    assert checklist(replace(facts, level="1"), pack(*levels), TODAY).is_ready
    assert not checklist(replace(facts, level="4"), pack(*levels), TODAY).is_ready


def test_recorded_violence_is_said_also_where_no_rule_asks_for_time_without_it() -> None:
    found = checklist(replace(DONE, violence=(date(2026, 10, 1),)), pack(), TODAY)
    assert found.is_ready
    assert "1 October 2026" in line(found, Item.VIOLENCE)[1]
    assert [one.item for one in found.warnings] == [Item.VIOLENCE]


def test_fees_of_the_programme_are_said_and_keep_nobody_back() -> None:
    found = checklist(replace(DONE, owed_cents=1200), pack(), TODAY)
    assert found.is_ready
    assert line(found, Item.FEES)[0] is Met.WARNS


def test_a_rule_counts_from_the_day_it_came_into_force() -> None:
    later = replace(rule("reviews-least", 3, Unit.TIMES), since=TODAY + timedelta(days=30))
    facts = replace(DONE, reviews=0)
    assert checklist(facts, pack(later), TODAY).is_ready
    assert not checklist(facts, pack(later), TODAY + timedelta(days=31)).is_ready
