"""The small language in which instruments say when a question is asked, what it accepts and what follows.

A subset of what XLSForm workbooks use (XPath): names in `${ }`, the own answer as a point, comparisons,
`and`, `or`, `+`, `-`, `*` and six functions. Everything else is refused when it is read, so that nothing can
go wrong when it is worked out: there are no loops, no texts put together, no files, no division.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

LONGEST = 2000
DEEPEST = 30
MOST_SIGNS = 150
FUNCTIONS = {"not": 1, "if": 3, "selected": 2, "today": 0, "true": 0, "false": 0}
"""What can be called, and with how many arguments."""

_TOKEN = re.compile(
    r"""\s*(?:
    (?P<ref>\$\{[^{}]*\})
  | (?P<number>\d+(?:\.\d+)?|\.\d+)
  | (?P<text>'[^']*'|"[^"]*")
  | (?P<sign>!=|<=|>=|[-+*=<>(),])
  | (?P<name>[^\W\d][\w.-]*(?::[^\W\d][\w.-]*)?)
  | (?P<own>\.(?![\w.]))
  | (?P<other>\S)
    )""",
    re.VERBOSE,
)
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]{0,63}")
"""What a question, group, list or score may be called."""

_PATH = "goes by a path (/ or ..), which is not supported; name the question as ${name}"
_LEVELS: tuple[tuple[str, ...], ...] = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*",),
)


class ExpressionWrong(ValueError):
    """The text is no expression of this language; the message says why, as the end of a sentence."""


@dataclass(frozen=True, slots=True)
class Literal:
    """A number or a text written in the expression."""

    value: Decimal | str


@dataclass(frozen=True, slots=True)
class Reference:
    """The answer to another question, or a column of the choices where `is_column`."""

    name: str
    is_column: bool = False


@dataclass(frozen=True, slots=True)
class Own:
    """The answer that is being checked."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function or an operator with what it works on; a sign before one number is "-" with one argument."""

    name: str
    arguments: tuple["Node", ...]


Node = Literal | Reference | Own | Call


@dataclass(frozen=True, slots=True)
class Expression:
    """One expression that was read and found good."""

    text: str
    root: Node = field(compare=False, repr=False)

    @property
    def names(self) -> frozenset[str]:
        """Return the questions it refers to."""
        return frozenset(node.name for node in _walk(self.root) if not node.is_column)

    @property
    def columns(self) -> frozenset[str]:
        """Return the columns of the choices it refers to."""
        return frozenset(node.name for node in _walk(self.root) if node.is_column)


def parse_expression(text: str, *, own: bool = False, columns: bool = False) -> Expression:
    """Return the expression written in `text`.

    `own` allows the point (in a constraint), `columns` plain names (in a filter of choices).
    Raises `ExpressionWrong` with the reason for anything the language has not.
    """
    if len(text) > LONGEST:
        raise ExpressionWrong(f"is {len(text)} characters long where at most {LONGEST} fit")
    reading = _Reading(text, own, columns)
    root = reading.level(0)
    reading.end()
    return Expression(text.strip(), root)


def _walk(root: Node) -> Iterator[Reference]:
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Reference):
            yield node
        elif isinstance(node, Call):
            waiting.extend(node.arguments)


class _Reading:
    """Reads one text from left to right."""

    def __init__(self, text: str, own: bool, columns: bool) -> None:
        self._tokens = [(found.lastgroup or "", found[found.lastgroup or 0]) for found in _tokens(text)]
        self._place = 0
        self._depth = 0
        self._signs = 0
        self._own = own
        self._columns = columns

    def level(self, level: int) -> Node:
        """Read what binds at `level` or closer."""
        if level == len(_LEVELS):
            return self._signed()
        node = self.level(level + 1)
        while self._next()[1] in _LEVELS[level] and self._next()[0] != "text":
            name = self._take()
            self._signs += 1
            if self._signs > MOST_SIGNS:
                raise ExpressionWrong(f"has more than {MOST_SIGNS} signs; split it into calculations")
            node = Call(name, (node, self.level(level + 1)))
        return node

    def end(self) -> None:
        """Refuse what is left over."""
        kind, word = self._next()
        if word.startswith("/"):
            raise ExpressionWrong(_PATH)
        if kind == "name" and word in ("div", "mod"):
            raise ExpressionWrong(f"divides ({word}); only + - * and if can be worked out")
        if kind:
            raise ExpressionWrong(f"has {_shown(word)} where it should end or go on with a sign")

    def _signed(self) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionWrong(f"is nested more than {DEEPEST} deep")
        if self._next()[1] == "-":
            self._take()
            node: Node = Call("-", (self._signed(),))
        else:
            node = self._single()
        self._depth -= 1
        return node

    def _single(self) -> Node:
        kind, word = self._next()
        if word == "(" and kind == "sign":
            self._take()
            node = self.level(0)
            self._expect(")")
            return node
        self._place += 1
        read = {"number": self._number, "text": self._text, "ref": self._ref, "name": self._named}.get(kind)
        if read is not None:
            return read(word)
        if kind == "own" and self._own:
            return Own()
        if kind == "own":
            raise ExpressionWrong("uses . for the own answer, which only a constraint can")
        if word in ("/", "."):
            raise ExpressionWrong(_PATH)
        raise ExpressionWrong(f"has {_shown(word)} where a value is needed" if kind else "ends too early")

    def _number(self, word: str) -> Node:
        if len(word) > 18:
            raise ExpressionWrong("has a number of more than 18 characters")
        return Literal(Decimal(word))

    def _text(self, word: str) -> Node:
        return Literal(word[1:-1])

    def _ref(self, word: str) -> Node:
        name = word[2:-1].strip()
        if not NAME.fullmatch(name):
            raise ExpressionWrong(f"refers to {_shown(word)}, which is not a name of a question")
        return Reference(name)

    def _named(self, word: str) -> Node:
        if self._next()[1] == "(":
            return self._call(word)
        if not self._columns:
            raise ExpressionWrong(f"has the word {_shown(word)}, which means nothing here")
        return Reference(word, is_column=True)

    def _call(self, word: str) -> Node:
        if word not in FUNCTIONS:
            raise ExpressionWrong(f"uses the function {word}(), which is not supported")
        self._expect("(")
        arguments: list[Node] = []
        while self._next()[1] != ")" or self._next()[0] == "text":
            if arguments:
                self._expect(",")
            arguments.append(self.level(0))
        self._expect(")")
        if len(arguments) != FUNCTIONS[word]:
            raise ExpressionWrong(f"gives {word}() {len(arguments)} values where it takes {FUNCTIONS[word]}")
        return Call(word, tuple(arguments))

    def _expect(self, sign: str) -> None:
        kind, word = self._next()
        if kind != "sign" or word != sign:
            raise ExpressionWrong(f"has {_shown(word)} where {sign} is needed" if kind else f"lacks a {sign}")
        self._place += 1

    def _next(self) -> tuple[str, str]:
        return self._tokens[self._place] if self._place < len(self._tokens) else ("", "")

    def _take(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1][1]


def _tokens(text: str) -> Iterator[re.Match[str]]:
    end = 0
    stripped = text.rstrip()
    while end < len(stripped):
        found = _TOKEN.match(stripped, end)
        if found is None:  # pragma: no cover - the last alternative takes any character
            raise ExpressionWrong("cannot be read")
        end = found.end()
        yield found


def _shown(word: str) -> str:
    return f"'{word if len(word) <= 40 else word[:39] + '…'}'"


ALWAYS = parse_expression("true()")
