"""The answers with which a form begins, and those that are left when it is finished."""

from collections.abc import Mapping
from datetime import date

from bipdesk.domain.form_state import FormState
from bipdesk.domain.instrument import Instrument, Item, Part, Question, QuestionKind

TODAY = "today()"


def answers_at_start(instrument: Instrument, today: date) -> dict[str, object]:
    """Return the defaults of an instrument; what repeats begins without an entry."""
    return {
        name: raw
        for section in instrument.sections
        if not section.repeats
        for name, raw in entry_at_start(section, today).items()
    }


def entry_at_start(part: Part, today: date) -> dict[str, object]:
    """Return the defaults of a part, or of one entry of it; what repeats inside it is left out."""
    return {
        question.name: _default(question, today) for question in _asked_once(part.items) if question.default
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


def _asked_once(items: tuple[Item, ...]) -> tuple[Question, ...]:
    found: list[Question] = []
    for item in items:
        if isinstance(item, Question):
            found.append(item)
        elif not item.repeats:
            found.extend(_asked_once(item.items))
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
