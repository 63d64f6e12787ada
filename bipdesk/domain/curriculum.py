"""Curricula: the sequence of a programme as data, read from a file and checked.

A sequence is never code. A released file is never edited: a change is a new id (`bbr-2` after `bbr-1`), and
people who began under the old one stay with it.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from bipdesk.domain.resource_table import ResourceTable, read_resource

_T = TypeVar("_T")


class StepKind(StrEnum):
    """How a step is delivered."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Step:
    """One place in a participant's journey."""

    code: str
    """Stable within the curriculum: the block's key and the index, "thinking-3"."""
    number: int
    """1 for the first step of the programme, counted over all blocks."""
    block_key: str
    block_name: str
    kind: StepKind
    index: int
    """1 for the first step of its block."""
    of: int
    """How many steps the block has."""
    title: str
    """What the programme calls it, or "My Thinking 3" where it gave no title."""
    aims: tuple[str, ...]
    """What the programme wrote; empty otherwise. No source gives any, and none is invented."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of steps that belong together: a module, the pre-group 1-2-1s, the review."""

    key: str
    name: str
    kind: StepKind
    steps: tuple[Step, ...]
    after: tuple[str, ...] = ()
    """Keys of the blocks that must be done before this one counts."""


@dataclass(frozen=True, slots=True)
class Curriculum:
    """A released sequence; `session_minutes` is the length of one group session."""

    id: str
    version: int
    name: str
    source: str
    session_minutes: int
    blocks: tuple[Block, ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return every step in order."""
        return tuple(step for block in self.blocks for step in block.steps)

    @property
    def group_steps(self) -> tuple[Step, ...]:
        """Return the steps that a group meets for, in order."""
        return tuple(step for step in self.steps if step.kind is StepKind.GROUP)

    def step(self, code: str) -> Step:
        """Return the step with this code; `KeyError` if the curriculum has none."""
        for step in self.steps:
            if step.code == code:
                return step
        raise KeyError(code)

    def group_number(self, code: str) -> int:
        """Return the place of a group step among the group steps, from 1; `KeyError` if it is none."""
        for number, step in enumerate(self.group_steps, 1):
            if step.code == code:
                return number
        raise KeyError(code)


def parse_curriculum(text: str, file: str) -> Curriculum:
    """Return the curriculum written in `text` (TOML); `file` is the name to show in errors.

    Raises `ResourceInvalid` (file, where, reason) for the first thing that is wrong.
    """
    table = read_resource(text, file)
    head = (table.key("id"), table.whole("version", 1, 9999), table.text("name"), table.text("source"))
    minutes = table.whole("session_minutes", 15, 600)
    blocks: list[Block] = []
    for inner in table.tables("blocks", "block"):
        blocks.append(_read_block(inner, blocks))
    table.done()
    return Curriculum(*head, minutes, tuple(blocks))


def _read_block(table: ResourceTable, before: list[Block]) -> Block:
    """Read one block; `before` holds the blocks above it in the file."""
    key = table.key("key")
    if any(block.key == key for block in before):
        table.refuse("key", f"'{key}' is used by an earlier block; each block needs a key of its own")
    name = table.text("name")
    kind = StepKind(table.one_of("kind", tuple(StepKind)))
    of = table.whole("sessions", 1, 99)
    titles = _filled(table.lines("titles", of), of, "")
    aims = _filled(table.lists_of_lines("aims", of), of, ())
    after = _read_after(table, before)
    table.done()
    first = sum(len(block.steps) for block in before) + 1
    steps = tuple(
        Step(
            code=f"{key}-{index}",
            number=first + index - 1,
            block_key=key,
            block_name=name,
            kind=kind,
            index=index,
            of=of,
            title=titles[index - 1] or _untitled(name, index, of),
            aims=aims[index - 1],
        )
        for index in range(1, of + 1)
    )
    return Block(key, name, kind, steps, after)


def _read_after(table: ResourceTable, before: list[Block]) -> tuple[str, ...]:
    """Read which blocks come first: the one above where the file does not say, none for `after = []`."""
    if not table.has("after"):
        return (before[-1].key,) if before else ()
    after = table.lines("after", 99)
    for key in after:
        if all(block.key != key for block in before):
            table.refuse("after", f"'{key}' is no block above this one")
    return after


def _untitled(name: str, index: int, of: int) -> str:
    """Return what a step is called that no source gives a title: "My Thinking 3"."""
    if of == 1:
        return name
    return f"{name}, {index} of {of}" if name[-1].isdigit() else f"{name} {index}"


def _filled(given: tuple[_T, ...], length: int, blank: _T) -> tuple[_T, ...]:
    return given + (blank,) * (length - len(given))
