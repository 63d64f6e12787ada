"""The answers with which a form begins, and those that are left when it is finished."""

from collections.abc import Mapping
from datetime import date

from bipdesk.domain.form_state import FormState
from bipdesk.domain.instrument import Instrument, Part, Question, QuestionKind

TODAY = "today()"


def answers_at_start(instrument: Instrument, today: date) -> dict[str, object]:
    """Return the defaults of an instrument; what repeats begins without an entry."""
    return {
        question.name: _default(question, today)
        for section in instrument.sections
        for question in _asked_once(section)
        if question.default
    }


def without_hidden(answers: Mapping[str, object], state: FormState) -> dict[str, object]:
    """Return `answers` without those that were not asked in the end: they must not stay in the file."""
    found: dict[str, object] = {}
    for name, raw in answers.items():
        place = state.places.get(name)
        if place is None or not place.visible:
            continue
        found[name] = _rows_without_hidden(name, raw, state) if _is_rows(raw) else raw
    return found


def _rows_without_hidden(name: str, raw: object, state: FormState) -> list[object]:
    rows = raw if isinstance(raw, list | tuple) else ()
    return [
        {
            inner: answer
            for inner, answer in row.items()
            if (place := state.places.get(f"{name}/{number}/{inner}")) is not None and place.visible
        }
        if isinstance(row, Mapping)
        else {}
        for number, row in enumerate(rows)
    ]


def _is_rows(raw: object) -> bool:
    """Say whether these are the entries of something that repeats, and not several choices."""
    return isinstance(raw, list | tuple) and all(isinstance(row, Mapping) for row in raw)


def _asked_once(part: Part) -> tuple[Question, ...]:
    if part.repeats:
        return ()
    found: list[Question] = []
    for item in part.items:
        found.extend((item,) if isinstance(item, Question) else _asked_once(item))
    return tuple(found)


def _default(question: Question, today: date) -> object:
    default = question.default
    if question.kind is QuestionKind.DATE and default == TODAY:
        return today.isoformat()
    if question.kind is QuestionKind.SEVERAL:
        return default.split()
    if (
        question.kind in (QuestionKind.WHOLE, QuestionKind.SCALE)
        and default.isdecimal()
        and default.isascii()
    ):
        return int(default[:15])
    return default
