"""Expressions in words, for paper: "only if 3 is Yes" instead of ${heard} = 'yes'."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from bipdesk.domain.expressions import Call, Expression, Literal, Node, Own, Reference

_ENGLISH = {
    "=": "{} is {}",
    "!=": "{} is not {}",
    "<": "{} is less than {}",
    "<=": "{} is at most {}",
    ">": "{} is more than {}",
    ">=": "{} is at least {}",
    "and": "{} and {}",
    "or": "{} or {}",
    "not": "not ({})",
    "selected": "{} has {} ticked",
    "+": "{} + {}",
    "-": "{} − {}",
    "*": "{} × {}",
    "if": "({1} if {0}, otherwise {2})",
    "today": "today",
    "true": "yes",
    "false": "no",
    "own": "the answer",
    "blank": "left blank",
    "only": "only if {}",
}
_SPANISH = {
    "=": "{} es {}",
    "!=": "{} no es {}",
    "<": "{} es menor que {}",
    "<=": "{} es como máximo {}",
    ">": "{} es mayor que {}",
    ">=": "{} es al menos {}",
    "and": "{} y {}",
    "or": "{} o {}",
    "not": "no ({})",
    "selected": "{} tiene marcado {}",
    "+": "{} + {}",
    "-": "{} − {}",
    "*": "{} × {}",
    "if": "({1} si {0}; si no, {2})",
    "today": "hoy",
    "true": "sí",
    "false": "no",
    "own": "la respuesta",
    "blank": "vacía",
    "only": "solo si {}",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What stands for a question in words, and for one of its choices."""

    question: Callable[[str], str]
    choice: Callable[[str, str], str]
    """Gets the question and the name of the choice."""
    language: str = "en"


def in_words(expression: Expression, names: Names, own: str = "") -> str:
    """Return an expression as a person would say it; `own` is the question whose answer it checks."""
    return _say(expression.root, names, own)


def only_if(expression: Expression | None, names: Names) -> str:
    """Return "only if …", or "" where there is no condition."""
    if expression is None:
        return ""
    return _table(names)["only"].format(in_words(expression, names))


def _table(names: Names) -> dict[str, str]:
    return _SPANISH if names.language == "es" else _ENGLISH


def _say(node: Node, names: Names, own: str) -> str:
    table = _table(names)
    if isinstance(node, Literal):
        return _literal(node, "", names)
    if isinstance(node, Reference):
        return node.name if node.is_column else names.question(node.name)
    if isinstance(node, Own):
        return table["own"]
    if node.name == "-" and len(node.arguments) == 1:
        return f"−{_say(node.arguments[0], names, own)}"
    if node.name in ("=", "!=", "selected"):
        return table[node.name].format(*_compared(node, names, own))
    said = [_inside(node, each, names, own) for each in node.arguments]
    return table[node.name].format(*said)


def _compared(node: Call, names: Names, own: str) -> list[str]:
    """Return both sides; a text beside a question is one of its choices."""
    asked = [_question_of(each, own) for each in node.arguments]
    question = next((each for each in asked if each), "")
    return [
        _literal(each, question, names) if isinstance(each, Literal) else _inside(node, each, names, own)
        for each in node.arguments
    ]


def _question_of(node: Node, own: str) -> str:
    if isinstance(node, Reference) and not node.is_column:
        return node.name
    return own if isinstance(node, Own) else ""


def _literal(node: Literal, question: str, names: Names) -> str:
    if isinstance(node.value, Decimal):
        return str(node.value)
    if not node.value:
        return _table(names)["blank"]
    return names.choice(question, node.value) if question else node.value


def _inside(around: Call, node: Node, names: Names, own: str) -> str:
    """Return a part in brackets where reading without them would mean something else."""
    said = _say(node, names, own)
    loose = {"and": ("or",), "*": ("+", "-"), "-": ("+", "-")}.get(around.name, ())
    return f"({said})" if isinstance(node, Call) and node.name in loose and len(node.arguments) == 2 else said
