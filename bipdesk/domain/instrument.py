"""Instruments: questionnaires, checklists and forms as data, drawn and worked out by one engine.

A released instrument is never edited: a change is a new version, and answers keep the version they were given
in. What is not in the values below cannot be asked.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.expressions import Expression

FOR_THE_FILE = "file"
"""The purpose of what any participant may be asked; other purposes belong to a part of the program."""


class QuestionKind(StrEnum):
    """How a question is answered."""

    ONE = "one"
    SEVERAL = "several"
    SCALE = "scale"
    TEXT = "text"
    LONG_TEXT = "long-text"
    WHOLE = "whole"
    DECIMAL = "decimal"
    YES_NO = "yes-no"
    CRITERION = "criterion"
    DATE = "date"
    NOTE = "note"
    CALCULATED = "calculated"

    @property
    def is_asked(self) -> bool:
        """Say whether somebody answers it; notes and calculations answer themselves."""
        return self not in (QuestionKind.NOTE, QuestionKind.CALCULATED)

    @property
    def has_choices(self) -> bool:
        """Say whether it is answered from a list."""
        return self in (QuestionKind.ONE, QuestionKind.SEVERAL)


class EvidenceRule(StrEnum):
    """When a criterion demands its evidence and where that comes from."""

    NEVER = "never"
    YES = "yes"
    NO = "no"
    ANSWERED = "answered"
    ALWAYS = "always"

    def demands(self, answer: str) -> bool:
        """Say whether this answer ("yes", "no" or "unknown") needs evidence."""
        if self is EvidenceRule.ANSWERED:
            return answer in ("yes", "no")
        return self is EvidenceRule.ALWAYS or self.value == answer


@dataclass(frozen=True, slots=True)
class Words:
    """A shown text in each language it was written in; "" is that of an instrument with but one."""

    by_language: tuple[tuple[str, str], ...] = ()

    def text(self, language: str = "") -> str:
        """Return the text in `language` ("es"), or in the first language there is; "" for no text."""
        found = dict(self.by_language)
        for tag, text in found.items():
            if language and code_of(tag) == language and text:
                return text
        return next((text for text in found.values() if text), "")

    def __bool__(self) -> bool:
        return any(text for _, text in self.by_language)


def words(text: str) -> Words:
    """Return a text of an instrument that has one language."""
    return Words((("", text),)) if text else Words()


def code_of(tag: str) -> str:
    """Return the short code of a language as it is written in instruments: "es", "es-MX", "Español (es)"."""
    inner = tag[tag.rfind("(") + 1 : -1] if tag.endswith(")") else tag
    return inner.strip().partition("-")[0].casefold()


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer of a list; `columns` are what a filter may ask about it."""

    name: str
    label: Words
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """The answers that one or several questions offer."""

    name: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question; what does not belong to its kind is left as it is here."""

    name: str
    kind: QuestionKind
    label: Words
    hint: Words = Words()
    show_if: Expression | None = None
    required: Expression | None = None
    """`ALWAYS`, or when; None is never."""
    required_message: Words = Words()
    constraint: Expression | None = None
    constraint_message: Words = Words()
    choices: str = ""
    """The name of its list."""
    choice_filter: Expression | None = None
    value: Expression | None = None
    """What a calculation works out."""
    default: str = ""
    """What stands in it at the beginning, as text; "today()" for the day on which it is begun."""
    least: int = 0
    most: int = 0
    least_label: Words = Words()
    most_label: Words = Words()
    evidence: EvidenceRule = EvidenceRule.NEVER
    sources: tuple[str, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Say whether a person sees it; a calculation without a label works unseen."""
        return self.kind is not QuestionKind.CALCULATED or bool(self.label)


@dataclass(frozen=True, slots=True)
class Part:
    """Questions that belong together; a repeating part is answered as often as there is reason to."""

    name: str
    title: Words
    items: tuple["Question | Part", ...]
    hint: Words = Words()
    show_if: Expression | None = None
    repeats: bool = False
    most: int = 20
    """How often a repeating part may be answered."""


Item = Question | Part


@dataclass(frozen=True, slots=True)
class Band:
    """What a score is called from `least` on, up to the next band."""

    least: int
    label: Words


@dataclass(frozen=True, slots=True)
class Score:
    """Something worked out from the answers that the reader wants to know."""

    name: str
    label: Words
    value: Expression
    bands: tuple[Band, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """A sentence that is true of some answers; `outcome` is a word for the part of the program that asked."""

    name: str
    when: Expression
    outcome: str
    words: Words


@dataclass(frozen=True, slots=True)
class Instrument:
    """A released form: what is asked, in which order, and what follows."""

    id: str
    version: int
    title: Words
    source: str
    purpose: str
    lists: tuple[ChoiceList, ...]
    sections: tuple[Part, ...]
    scores: tuple[Score, ...] = ()
    findings: tuple[Finding, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """Return every question in reading order."""
        return tuple(item for item in walk(self.sections) if isinstance(item, Question))

    @property
    def languages(self) -> tuple[str, ...]:
        """Return the languages of its title and labels, in the order in which they appear."""
        found: dict[str, None] = {}
        for item in walk(self.sections):
            label = item.label if isinstance(item, Question) else item.title
            found.update(dict.fromkeys(tag for tag, text in label.by_language if text))
        return tuple(found)

    def question(self, name: str) -> Question:
        """Return the question with this name; `KeyError` if there is none."""
        for question in self.questions:
            if question.name == name:
                return question
        raise KeyError(name)

    def choices(self, name: str) -> tuple[Choice, ...]:
        """Return the choices of a list; `KeyError` if there is none of this name."""
        for found in self.lists:
            if found.name == name:
                return found.choices
        raise KeyError(name)


def walk(items: tuple[Item, ...]) -> Iterator[Item]:
    """Return every part and question in reading order, a part before what is in it."""
    for item in items:
        yield item
        if isinstance(item, Part):
            yield from walk(item.items)
