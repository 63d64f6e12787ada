"""Works out expressions: the same answers give the same value, and no answers at all make it fail.

What is unanswered is the empty text, as in XLSForm: it equals nothing but the empty text, it is neither more
nor less than anything, and arithmetic with it is empty again.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Context, Decimal

from bipdesk.domain.expressions import Call, Expression, Literal, Node, Own, Reference

Value = str | Decimal | date | bool | tuple[str, ...]
"""What an answer or an expression is worth; "" is nothing."""

_NUMBER = re.compile(r"[-+]?\d{1,15}(\.\d{1,15})?")
_EXACT = Context(prec=40, Emax=60, Emin=-60, traps=[])


@dataclass(frozen=True, slots=True)
class Scope:
    """What an expression can see: other answers by name, its own, the columns of a choice, the day."""

    answer: Callable[[str], Value]
    today: date
    own: Value = ""
    columns: Mapping[str, str] = field(default_factory=dict)


def work_out(expression: Expression, scope: Scope) -> Value:
    """Return what `expression` is worth in `scope`; it never raises."""
    return _value(expression.root, scope)


def holds(expression: Expression, scope: Scope) -> bool:
    """Say whether `expression` is true in `scope`."""
    return truth(work_out(expression, scope))


def truth(value: Value) -> bool:
    """Say whether a value counts as true: not nothing, not 0, not false."""
    return bool(value)


def number_of(value: Value) -> Decimal | None:
    """Return the number that a value is or spells; None when it is none."""
    if isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and _NUMBER.fullmatch(value.strip()):
        return Decimal(value.strip())
    return None


def date_of(value: Value) -> date | None:
    """Return the day that a value is or spells (2026-11-22); None when it is none."""
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return None


def text_of(value: Value) -> str:
    """Return a value as text: "3.5", "2026-11-22", "a b" for several choices."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        words = f"{value:f}"
        return words.rstrip("0").rstrip(".") if "." in words else words
    return (
        value.isoformat() if isinstance(value, date) else value if isinstance(value, str) else " ".join(value)
    )


def _value(node: Node, scope: Scope) -> Value:
    if isinstance(node, Literal):
        return node.value
    if isinstance(node, Own):
        return scope.own
    if isinstance(node, Reference):
        return scope.columns.get(node.name, "") if node.is_column else scope.answer(node.name)
    if node.name == "if":
        return _value(node.arguments[1 if truth(_value(node.arguments[0], scope)) else 2], scope)
    return _call(node, scope)


def _call(node: Call, scope: Scope) -> Value:
    if node.name == "today":
        return scope.today
    values = [_value(argument, scope) for argument in node.arguments]
    if len(values) == 2:
        return _TWO[node.name](*values)
    if node.name == "-":
        return _arithmetic("-", Decimal(0), values[0])
    return not truth(values[0]) if node.name == "not" else node.name == "true"


def _equal(left: Value, right: Value) -> bool:
    if isinstance(left, bool) or isinstance(right, bool):
        return truth(left) == truth(right)
    if isinstance(left, Decimal) or isinstance(right, Decimal):
        return number_of(left) is not None and number_of(left) == number_of(right)
    if isinstance(left, date) or isinstance(right, date):
        return date_of(left) is not None and date_of(left) == date_of(right)
    return text_of(left) == text_of(right)


def _ordered(left: Value, right: Value, wanted: tuple[int, ...]) -> bool:
    """Say whether `left` is less (-1), equal (0) or more (1) than `right`, as `wanted`; never for nothing."""
    first: Decimal | date | None
    second: Decimal | date | None
    if isinstance(left, date) or isinstance(right, date):
        first, second = date_of(left), date_of(right)
    else:
        first, second = number_of(left), number_of(right)
    if first is None or second is None:
        return False
    return ((first > second) - (first < second)) in wanted  # type: ignore[operator]


def _arithmetic(sign: str, left: Value, right: Value) -> Value:
    if isinstance(left, date) or isinstance(right, date):
        return _with_dates(sign, left, right)
    first, second = number_of(left), number_of(right)
    if first is None or second is None:
        return ""
    work = {"+": _EXACT.add, "-": _EXACT.subtract, "*": _EXACT.multiply}[sign]
    found = work(first, second)
    return found if found.is_finite() else ""


def _with_dates(sign: str, left: Value, right: Value) -> Value:
    """Return the days between two days, or a day some days later or earlier; nothing otherwise."""
    if isinstance(left, date) and isinstance(right, date):
        return Decimal((left - right).days) if sign == "-" else ""
    if isinstance(right, date):
        left, right = (right, left) if sign == "+" else ("", right)
    days = number_of(right)
    if not isinstance(left, date) or days is None or sign == "*" or abs(days) > 10**6:
        return ""
    try:
        return left + timedelta(days=int(days)) * (1 if sign == "+" else -1)
    except OverflowError:
        return ""


def _selected(chosen: Value, name: Value) -> bool:
    among = chosen if isinstance(chosen, tuple) else tuple(text_of(chosen).split())
    return text_of(name) in among


_TWO: dict[str, Callable[[Value, Value], Value]] = {
    "or": lambda left, right: truth(left) or truth(right),
    "and": lambda left, right: truth(left) and truth(right),
    "=": _equal,
    "!=": lambda left, right: not _equal(left, right),
    "<": lambda left, right: _ordered(left, right, (-1,)),
    "<=": lambda left, right: _ordered(left, right, (-1, 0)),
    ">": lambda left, right: _ordered(left, right, (1,)),
    ">=": lambda left, right: _ordered(left, right, (0, 1)),
    "+": lambda left, right: _arithmetic("+", left, right),
    "-": lambda left, right: _arithmetic("-", left, right),
    "*": lambda left, right: _arithmetic("*", left, right),
    "selected": _selected,
}
