"""What a form looks like for some answers: what is asked, what is demanded, what is wrong, what follows.

`evaluate` is a pure function and answers anything, however strange: it is what the window, the printing and
the tests ask. A hidden answer counts nowhere; it stays as it was typed, in case its question is shown again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.answer_reading import YES_NO_UNKNOWN, Read, criterion_parts, read_answer
from bipdesk.domain.expression_values import Scope, Value, holds, text_of, work_out
from bipdesk.domain.instrument import Choice, Finding, Instrument, Part, Question, QuestionKind, Score, Words
from bipdesk.domain.instrument_checks import FILLED_IN
from bipdesk.domain.instrument_map import InstrumentMap

Answers = Mapping[str, object]
"""What was typed, by the name of the question: texts, whole numbers, lists of names; see `read_answer`."""

UNANSWERED = "Answer this question."
NOT_ALLOWED = "This answer does not fit the rule of this question."
NO_EVIDENCE = "Write the evidence, and where it comes from."
TOO_OFTEN = "There are more entries here than the form has room for. Remove some."


@dataclass(frozen=True, slots=True)
class Place:
    """One question or part of the form as it stands."""

    visible: bool
    required: bool = False
    problem: str = ""
    """A sentence; "" when nothing is wrong or missing."""
    is_missing: bool = False
    """Whether the problem is only that it is not answered yet."""
    choices: tuple[Choice, ...] = ()
    """What is offered now."""


@dataclass(frozen=True, slots=True)
class ScoreValue:
    """A score as it stands; `value` is "" while an answer it needs is missing."""

    name: str
    label: Words
    value: Value
    band: Words


@dataclass(frozen=True, slots=True)
class FormState:
    """The whole form as it stands; paths are "name", and "children/0/age" inside what repeats."""

    places: Mapping[str, Place]
    values: Mapping[str, Value]
    """What counts, by path; unanswered, wrong and hidden answers are not in it."""
    scores: tuple[ScoreValue, ...]
    findings: tuple[Finding, ...]

    @property
    def problems(self) -> tuple[tuple[str, str], ...]:
        """Return path and sentence of everything that is wrong or missing, in reading order."""
        return tuple((path, place.problem) for path, place in self.places.items() if place.problem)

    def filled(self, text: str, path: str, say: Callable[[str, Value], str] | None = None) -> str:
        """Return a shown text with the answers it names put in; what is not answered is three dots.

        `say` gets a question's name and its value, and returns how a person reads it.
        """
        inside = path.rpartition("/")[0]

        def answer(name: str) -> str:
            value = self.values.get(f"{inside}/{name}", self.values.get(name, ""))
            return (text_of(value) if say is None else say(name, value)) or "…"

        return FILLED_IN.sub(lambda found: answer(found[1]), text) if "${" in text else text


class FormRules:
    """One instrument made ready to be worked out again and again: a form does so at every key."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        self.map = InstrumentMap(instrument)
        self.order = self.map.order()

    def evaluate(self, answers: Answers, today: date) -> FormState:
        """Return the form as `answers` make it; `today` is the day on which they are given."""
        return _Pass(self, answers, today).state()


def evaluate(instrument: Instrument, answers: Answers, today: date) -> FormState:
    """Return the form as `answers` make it; keep a `FormRules` where it is asked often."""
    return FormRules(instrument).evaluate(answers, today)


class _Pass:
    """Works through the form once: first what every answer is worth, then what is wrong with it."""

    def __init__(self, rules: FormRules, answers: Answers, today: date) -> None:
        self._rules = rules
        self._answers = answers
        self._today = today
        self._shown: dict[str, bool] = {}
        self._read: dict[str, Read] = {}
        self._offered: dict[str, tuple[Choice, ...]] = {}
        for name in rules.order:
            for inside in self._insides(name):
                self._work_out(name, inside)

    def state(self) -> FormState:
        """Return what was found."""
        places: dict[str, Place] = {}
        for section in self._rules.instrument.sections:
            places.update(self._places(section, ""))
        values = {path: value for path, (value, _) in self._read.items() if value != ""}
        return FormState(places, values, *self._conclusions(values))

    def _work_out(self, name: str, inside: str) -> None:
        placed, path = self._rules.map.placed[name], inside + name
        item, scope = placed.item, self._scope(inside)
        parent = placed.parent if placed.parent == placed.repeat else inside + placed.parent
        self._shown[path] = (not placed.parent or self._shown[parent]) and (
            item.show_if is None or holds(item.show_if, scope)
        )
        if not isinstance(item, Question) or not self._shown[path]:
            return
        if item.kind is QuestionKind.CALCULATED:
            self._read[path] = ("" if item.value is None else work_out(item.value, scope)), ""
            return
        choices = self._offered[path] = self._choices(item, scope)
        raw = self._raw(path)
        self._read[path] = read_answer(item, raw, tuple(choice.name for choice in choices))

    def _choices(self, question: Question, scope: Scope) -> tuple[Choice, ...]:
        if not question.kind.has_choices:
            return ()
        choices = self._rules.map.lists[question.choices]
        wanted = question.choice_filter
        if wanted is None:
            return choices
        return tuple(
            choice
            for choice in choices
            if holds(
                wanted, Scope(scope.answer, self._today, "", {"name": choice.name, **dict(choice.columns)})
            )
        )

    def _places(self, item: Part | Question, inside: str) -> Iterator[tuple[str, Place]]:
        path = inside + item.name
        if isinstance(item, Question):
            yield path, self._question(item, path, inside)
            return
        given = len(self._rows(item.name)) if item.repeats else 1
        wrong = TOO_OFTEN if item.repeats and given > item.most and self._shown[path] else ""
        yield path, Place(self._shown[path], problem=wrong)
        insides = self._insides_of(item.name) if item.repeats else (inside,)
        for each in insides:
            for inner in item.items:
                yield from self._places(inner, each)

    def _question(self, question: Question, path: str, inside: str) -> Place:
        if not self._shown[path] or not question.kind.is_asked:
            return Place(self._shown[path] and question.is_shown)
        value, wrong = self._read[path]
        scope = self._scope(inside, value)
        required = question.required is not None and holds(question.required, scope)
        missing = False
        if not wrong and value == "" and required:
            wrong, missing = question.required_message.text() or UNANSWERED, True
        elif not wrong and value != "":
            wrong, missing = self._against_rules(question, path, scope)
        return Place(True, required, wrong, missing, self._offered[path])

    def _against_rules(self, question: Question, path: str, scope: Scope) -> tuple[str, bool]:
        if question.constraint is not None and not holds(question.constraint, scope):
            return question.constraint_message.text() or NOT_ALLOWED, False
        if question.kind is QuestionKind.CRITERION:
            answer, evidence, source = criterion_parts(self._raw(path))
            if answer in YES_NO_UNKNOWN and question.evidence.demands(answer) and not (evidence and source):
                return NO_EVIDENCE, True
        return "", False

    def _conclusions(self, values: dict[str, Value]) -> tuple[tuple[ScoreValue, ...], tuple[Finding, ...]]:
        known = dict(values)
        scope = Scope(lambda name: known.get(name, ""), self._today)
        scores = []
        for score in self._rules.instrument.scores:
            known[score.name] = value = work_out(score.value, scope)
            scores.append(ScoreValue(score.name, score.label, value, _band(score, value)))
        findings = self._rules.instrument.findings
        return tuple(scores), tuple(finding for finding in findings if holds(finding.when, scope))

    def _scope(self, inside: str, own: Value = "") -> Scope:
        def answer(name: str) -> Value:
            repeats = self._rules.map.placed[name].repeat
            return self._read.get(inside + name if repeats else name, ("", ""))[0]

        return Scope(answer, self._today, own)

    def _insides(self, name: str) -> tuple[str, ...]:
        repeat = self._rules.map.placed[name].repeat
        return self._insides_of(repeat) if repeat else ("",)

    def _insides_of(self, repeat: str) -> tuple[str, ...]:
        part = self._rules.map.placed[repeat].item
        most = part.most if isinstance(part, Part) else 0
        return tuple(f"{repeat}/{number}/" for number in range(min(len(self._rows(repeat)), most)))

    def _rows(self, repeat: str) -> tuple[object, ...]:
        rows = self._answers.get(repeat)
        return tuple(rows) if isinstance(rows, list | tuple) else ()

    def _raw(self, path: str) -> object:
        repeat, _, rest = path.partition("/")
        if not rest:
            return self._answers.get(path)
        number, _, name = rest.partition("/")
        row = self._rows(repeat)[int(number)]
        return row.get(name) if isinstance(row, Mapping) else None


def _band(score: Score, value: Value) -> Words:
    """Return what the score is called: the band with the highest beginning that it reaches."""
    reached = [
        band for band in score.bands if not isinstance(value, str | tuple | date) and band.least <= value
    ]
    return max(reached, key=lambda band: band.least).label if reached else Words()
