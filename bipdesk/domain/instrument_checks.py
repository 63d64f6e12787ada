"""What can be wrong with an instrument as a whole: names, lists, references, circles, size."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bipdesk.domain.expressions import Expression
from bipdesk.domain.instrument import Instrument, Item, Part, Question, QuestionKind, Words, walk
from bipdesk.domain.instrument_map import InstrumentMap

MOST_ITEMS = 1000
MOST_CHOICES = 5000
MOST_FILTERED = 50_000
"""Choices that filters look through after each answer, all questions together: a fifth of a second."""
DEEPEST = 8
FILLED_IN = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
"""An answer named inside a shown text: "How old is ${name}?"."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong: the name of the item, the key of it, and the end of a sentence."""

    name: str
    key: str
    reason: str


def faults_of(instrument: Instrument) -> tuple[Fault, ...]:
    """Return everything that is wrong with `instrument`, in reading order within each kind of fault."""
    items = tuple(walk(instrument.sections))
    if len(items) > MOST_ITEMS or sum(len(found.choices) for found in instrument.lists) > MOST_CHOICES:
        return (Fault("", "", f"has more than {MOST_ITEMS} questions or {MOST_CHOICES} choices"),)
    placed = InstrumentMap(instrument)
    checks = (_names, _sizes, _lists, _filters, _references, _texts, _conclusions)
    found = [fault for check in checks for fault in check(placed)]
    circle = placed.circle()
    if circle:
        found.append(Fault(circle[0], "", f"depends on itself: {' needs '.join(circle)}"))
    return tuple(found)


def _names(placed: InstrumentMap) -> Iterator[Fault]:
    for name in placed.twice:
        yield Fault(name, "name", f"the name '{name}' is used twice; every question needs a name of its own")
    taken = set(placed.placed)
    conclusions = [score.name for score in placed.instrument.scores]
    conclusions += [finding.name for finding in placed.instrument.findings]
    for name in conclusions:
        if name in taken:
            yield Fault(name, "name", f"the name '{name}' is used twice")
        taken.add(name)
    seen: set[str] = set()
    for found in placed.instrument.lists:
        if found.name in seen:
            yield Fault(found.name, "lists", f"there are two lists with the name '{found.name}'")
        seen.add(found.name)
        # The same name may stand twice where a filter offers only one of them at a time.
        times = Counter((choice.name, choice.columns) for choice in found.choices)
        for name in dict.fromkeys(name for (name, _), count in times.items() if count > 1):
            yield Fault(found.name, "lists", f"the list '{found.name}' has the choice '{name}' twice")


def _sizes(placed: InstrumentMap) -> Iterator[Fault]:
    for name in placed.nested:
        yield Fault(name, "repeat", "repeats inside something that repeats, which is not supported")
    for name, place in placed.placed.items():
        if place.depth > DEEPEST:
            yield Fault(name, "", f"is nested more than {DEEPEST} deep")


def _lists(placed: InstrumentMap) -> Iterator[Fault]:
    for question in placed.instrument.questions:
        if not question.kind.has_choices:
            continue
        choices = placed.lists.get(question.choices)
        if not choices:
            yield Fault(question.name, "choices", f"the list '{question.choices}' is missing or empty")
            continue
        columns = {"name", *(column for choice in choices for column, _ in choice.columns)}
        wanted = question.choice_filter.columns if question.choice_filter else frozenset()
        for column in sorted(wanted - columns):
            yield Fault(question.name, "choice_filter", f"the list has no column '{column}'")


def _filters(placed: InstrumentMap) -> Iterator[Fault]:
    looked_through = 0
    for question in placed.instrument.questions:
        if question.choice_filter is not None:
            looked_through += len(placed.lists.get(question.choices, ()))
            if looked_through > MOST_FILTERED:
                reason = f"has, with those before it, more than {MOST_FILTERED} choices to look through"
                yield Fault(question.name, "choice_filter", reason)
                return


def _references(placed: InstrumentMap) -> Iterator[Fault]:
    for item in walk(placed.instrument.sections):
        for key, expression in _expressions(item):
            yield from _reach(placed, item.name, key, expression.names)


def _texts(placed: InstrumentMap) -> Iterator[Fault]:
    for item in walk(placed.instrument.sections):
        texts = (item.label, item.hint) if isinstance(item, Question) else (item.title, item.hint)
        for key, shown in zip(("label", "hint"), texts, strict=True):
            yield from _reach(placed, item.name, key, _named_in(shown))


def _conclusions(placed: InstrumentMap) -> Iterator[Fault]:
    scores: set[str] = set()
    for score in placed.instrument.scores:
        yield from _reach(placed, score.name, "value", score.value.names - scores)
        scores.add(score.name)
    for finding in placed.instrument.findings:
        yield from _reach(placed, finding.name, "when", finding.when.names - scores)


def _reach(placed: InstrumentMap, name: str, key: str, wanted: frozenset[str]) -> Iterator[Fault]:
    for other in sorted(wanted):
        found = placed.placed.get(other)
        if found is None:
            yield Fault(name, key, f"refers to '{other}', and no question has this name")
        elif isinstance(found.item, Part) or found.item.kind is QuestionKind.NOTE:
            yield Fault(name, key, f"refers to '{other}', which has no answer")
        elif not placed.reaches(name, other):
            yield Fault(name, key, f"refers to '{other}', which repeats and so has no single answer here")


def _expressions(item: Item) -> Iterator[tuple[str, Expression]]:
    found = [("show_if", item.show_if)]
    if isinstance(item, Question):
        found += [("required", item.required), ("constraint", item.constraint)]
        found += [("choice_filter", item.choice_filter), ("value", item.value)]
    return ((key, expression) for key, expression in found if expression is not None)


def _named_in(shown: Words) -> frozenset[str]:
    return frozenset(name for _, text in shown.by_language for name in FILLED_IN.findall(text))
