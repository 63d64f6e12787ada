"""Reads one answer as it was typed or stored: what it is worth, and what is wrong with it if it is wrong.

Answers are kept as they are typed, even those that cannot be read yet, so that nothing half-done is lost.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from bipdesk.domain.expression_values import Value
from bipdesk.domain.instrument import Question, QuestionKind

LONGEST_TEXT = 20_000
NO_CHOICE = "This is not one of the choices any more. Choose again."
NO_WHOLE = "This is not a whole number. Type digits only, for example 12."
NO_NUMBER = "This is not a number. Type digits, with a point if need be, for example 2.5."
NO_DATE = "This cannot be read as a date. Type day, month and year, for example 19/11/2026."
NO_ANSWER = "This answer cannot be read. Answer again."
TOO_LONG = f"This is longer than {LONGEST_TEXT} characters. Shorten it."
YES_NO_UNKNOWN = ("yes", "no", "unknown")

Read = tuple[Value, str]
"""What an answer is worth ("" for nothing), and what is wrong with it ("" for nothing)."""

_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
_DECIMAL = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?")


def read_answer(question: Question, raw: object, choices: tuple[str, ...]) -> Read:
    """Return what `raw` is worth as an answer to `question`; `choices` are the names that are offered now."""
    if raw is None or raw == "" or raw == []:
        return "", ""
    if question.kind.has_choices:
        return _chosen(question, raw, choices)
    return _READ.get(question.kind, _nothing)(question, raw)


def criterion_parts(raw: object) -> tuple[str, str, str]:
    """Return answer, evidence and source of a criterion's answer; "" for what is not there."""
    if not isinstance(raw, Mapping):
        return "", "", ""
    parts = [raw.get(key) for key in ("answer", "evidence", "source")]
    answer, evidence, source = (part.strip() if isinstance(part, str) else "" for part in parts)
    return (answer if answer in YES_NO_UNKNOWN else ""), evidence, source


def _nothing(_question: Question, _raw: object) -> Read:
    return "", ""


def _chosen(question: Question, raw: object, choices: tuple[str, ...]) -> Read:
    if question.kind is QuestionKind.ONE:
        return (raw, "") if isinstance(raw, str) and raw in choices else ("", NO_CHOICE)
    if not isinstance(raw, list | tuple):
        return "", NO_CHOICE
    wanted = {name for name in raw if isinstance(name, str)}
    chosen = tuple(name for name in choices if name in wanted)
    return (chosen or ""), ("" if len(chosen) == len(raw) else NO_CHOICE)


def _text(_question: Question, raw: object) -> Read:
    if not isinstance(raw, str):
        return "", NO_ANSWER
    if len(raw) > LONGEST_TEXT:
        return "", TOO_LONG
    return raw.strip(), ""


def _whole(_question: Question, raw: object) -> Read:
    spelled = _spelled(raw)
    return (Decimal(spelled), "") if _WHOLE.fullmatch(spelled) else ("", NO_WHOLE)


def _decimal(_question: Question, raw: object) -> Read:
    spelled = _spelled(raw).replace(",", ".")
    return (Decimal(spelled), "") if _DECIMAL.fullmatch(spelled) else ("", NO_NUMBER)


def _scale(question: Question, raw: object) -> Read:
    value, wrong = _whole(question, raw)
    if not wrong and isinstance(value, Decimal) and question.least <= value <= question.most:
        return value, ""
    return "", NO_ANSWER


def _yes_no(_question: Question, raw: object) -> Read:
    return (raw, "") if isinstance(raw, str) and raw in YES_NO_UNKNOWN else ("", NO_ANSWER)


def _criterion(_question: Question, raw: object) -> Read:
    if not isinstance(raw, Mapping):
        return "", NO_ANSWER
    if any(len(part) > LONGEST_TEXT for part in raw.values() if isinstance(part, str)):
        return "", TOO_LONG
    return criterion_parts(raw)[0], ""


def _date(_question: Question, raw: object) -> Read:
    if isinstance(raw, date):
        return raw, ""
    try:
        return date.fromisoformat(raw if isinstance(raw, str) else ""), ""
    except ValueError:
        return "", NO_DATE


def _spelled(raw: object) -> str:
    """Return a number as it would be typed; a huge one is not spelled out, it is no answer anyway."""
    if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal | str):
        return ""
    if isinstance(raw, int) and abs(raw) >= 10**15:
        return ""
    if isinstance(raw, float):
        return repr(raw)
    return str(raw).strip()


_READ: dict[QuestionKind, Callable[[Question, object], Read]] = {
    QuestionKind.TEXT: _text,
    QuestionKind.LONG_TEXT: _text,
    QuestionKind.WHOLE: _whole,
    QuestionKind.DECIMAL: _decimal,
    QuestionKind.SCALE: _scale,
    QuestionKind.YES_NO: _yes_no,
    QuestionKind.CRITERION: _criterion,
    QuestionKind.DATE: _date,
}
