"""An instrument as a blank form on paper, its rules in words."""

from collections.abc import Iterator

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankLine, BlankSection
from bipdesk.domain.expression_words import Names, in_words, only_if
from bipdesk.domain.expressions import ALWAYS
from bipdesk.domain.instrument import Instrument, Part, Question, QuestionKind
from bipdesk.domain.instrument_checks import FILLED_IN

MOST_OPTIONS = 24
"""A longer list is not printed: the answer is written, and found in the program afterwards."""
COPIES = 3
"""How often what repeats is printed."""

_KINDS = {
    QuestionKind.ONE: BlankKind.TICK_ONE,
    QuestionKind.SEVERAL: BlankKind.TICK_SEVERAL,
    QuestionKind.SCALE: BlankKind.SCALE,
    QuestionKind.TEXT: BlankKind.LINE,
    QuestionKind.LONG_TEXT: BlankKind.LINES,
    QuestionKind.WHOLE: BlankKind.NUMBER,
    QuestionKind.DECIMAL: BlankKind.NUMBER,
    QuestionKind.YES_NO: BlankKind.YES_NO,
    QuestionKind.CRITERION: BlankKind.CRITERION,
    QuestionKind.DATE: BlankKind.DATE,
    QuestionKind.NOTE: BlankKind.WORDS,
}
_ANSWERS = {
    "en": {"yes": "Yes", "no": "No", "unknown": "Not known"},
    "es": {"yes": "Sí", "no": "No", "unknown": "No se sabe"},
}
_STARS = {"en": "* has to be answered", "es": "* hay que responder"}
_FITTING = {"en": "only what fits the answers above", "es": "solo lo que corresponda a lo anterior"}
_LONG = {"en": "write one of the {} choices", "es": "escriba una de las {} opciones"}


def numbers_of(instrument: Instrument) -> dict[str, int]:
    """Return the number of each question that is answered, from 1: the same on screen and on paper."""
    asked = (question.name for question in instrument.questions if question.kind.is_asked)
    return {name: number for number, name in enumerate(asked, 1)}


def blank_of(instrument: Instrument, language: str = "en") -> BlankForm:
    """Return the blank form of an instrument in one of its languages."""
    return _Printing(instrument, "es" if language == "es" else "en", language).form()


class _Printing:
    """Goes through one instrument once."""

    def __init__(self, instrument: Instrument, own: str, language: str) -> None:
        self._instrument = instrument
        self._own = own
        self._language = language
        self._numbers = numbers_of(instrument)
        self._has_stars = any(question.required == ALWAYS for question in instrument.questions)
        self._questions = {question.name: question for question in instrument.questions}
        self._names = Names(self._question_in_words, self._choice_in_words, own)

    def form(self) -> BlankForm:
        """Return the whole form."""
        instrument = self._instrument
        sections = [part for section in instrument.sections for part in self._sections(section, 1)]
        return BlankForm(
            title=instrument.title.text(self._language),
            sections=tuple(sections),
            subtitle=f"{instrument.source} · {_STARS[self._own]}" if self._has_stars else instrument.source,
            foot=f"{instrument.id} {instrument.version}",
            language=self._own,
        )

    def _sections(self, part: Part, copies: int) -> Iterator[BlankSection]:
        copies = min(COPIES, part.most) if part.repeats else copies
        title, note = part.title.text(self._language), self._shown(part.hint.text(self._language))
        rule = only_if(part.show_if, self._names)
        lines: list[BlankLine] = []
        for item in part.items:
            if isinstance(item, Question):
                lines += self._line(item)
                continue
            if lines or note or rule:
                yield BlankSection(title, tuple(lines), note, rule, copies)
                title, note, rule, lines = "", "", "", []
            yield from self._sections(item, copies)
        if lines:
            yield BlankSection(title, tuple(lines), note, rule, copies)

    def _line(self, question: Question) -> Iterator[BlankLine]:
        kind = _KINDS.get(question.kind)
        if kind is None:
            return
        options, rules = self._options(question)
        if question.kind.has_choices and not options:
            kind = BlankKind.LINE
        star = " *" if question.required == ALWAYS else ""
        yield BlankLine(
            label=self._shown(question.label.text(self._language)) + star,
            kind=kind,
            options=options,
            hint=self._shown(question.hint.text(self._language)),
            rule="; ".join(rule for rule in (only_if(question.show_if, self._names), *rules) if rule),
            lines=4,
            number=question.kind.is_asked,
        )

    def _options(self, question: Question) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if question.kind is QuestionKind.SCALE:
            points = [str(point) for point in range(question.least, question.most + 1)]
            points[0] = f"{points[0]} {question.least_label.text(self._language)}".strip()
            points[-1] = f"{points[-1]} {question.most_label.text(self._language)}".strip()
            return tuple(points), ()
        rule = question.constraint
        said = "" if rule is None else in_words(rule, self._names, question.name)
        if not question.kind.has_choices:
            return (), (said,)
        choices = self._instrument.choices(question.choices)
        options = tuple(dict.fromkeys(choice.label.text(self._language) for choice in choices))
        fitting = _FITTING[self._own] if question.choice_filter is not None else ""
        if len(options) > MOST_OPTIONS:
            return (), (_LONG[self._own].format(len(options)), fitting, said)
        return options, (fitting, said)

    def _question_in_words(self, name: str) -> str:
        number = self._numbers.get(name)
        if number is not None:
            return str(number)
        question = self._questions.get(name)
        if question is None or question.value is None:
            return name
        return f"({in_words(question.value, self._names)})"

    def _choice_in_words(self, question: str, name: str) -> str:
        found = self._questions.get(question)
        if found is None or not found.kind.has_choices:
            return _ANSWERS[self._own].get(name, name)
        labels = {choice.name: choice.label for choice in self._instrument.choices(found.choices)}
        return labels[name].text(self._language) if name in labels else name

    def _shown(self, text: str) -> str:
        """Return a text with blanks where it names answers."""
        return FILLED_IN.sub("……", text)
