"""Reads a curriculum: TOML as released with the program, or the same tables as stored JSON."""

import json
from collections.abc import Sequence
from typing import TypeVar

from bipdesk.domain.curriculum import Block, Curriculum, Side, Step, StepKind, untitled
from bipdesk.domain.errors import ResourceInvalid
from bipdesk.domain.resource_table import ResourceTable, read_resource

SHORTEST, LONGEST = 15, 600
"""Minutes of one group session."""
MOST_SESSIONS = 99
_OWN = "own curriculum"
_T = TypeVar("_T")


def parse_curriculum(text: str, file: str) -> Curriculum:
    """Return the curriculum written in `text` (TOML); `file` is the name to show in errors.

    Raises `ResourceInvalid` (file, where, reason) for the first thing that is wrong.
    """
    return _read(read_resource(text, file))


def stored_curriculum(definition: str) -> Curriculum:
    """Return the curriculum that `curriculum_writing.definition_of` wrote.

    Raises `ResourceInvalid`: a newer program may have written what this one cannot read.
    """
    try:
        values = json.loads(definition)
    except (ValueError, RecursionError) as error:
        raise ResourceInvalid(file=_OWN, where="the definition", reason="cannot be read") from error
    if not isinstance(values, dict):
        raise ResourceInvalid(file=_OWN, where="the definition", reason="is no table")
    return _read(ResourceTable(values, _OWN))


def _read(table: ResourceTable) -> Curriculum:
    head = (table.key("id"), table.whole("version", 1, 9999), table.text("name"), table.text("source"))
    side = Side(table.one_of("side", tuple(Side))) if table.has("side") else Side.RECORDS
    minutes = table.whole("session_minutes", 0, LONGEST)
    if 0 < minutes < SHORTEST:
        table.refuse("session_minutes", f"must be from {SHORTEST} to {LONGEST}, or 0 where none is named")
    blocks: list[Block] = []
    for inner in table.tables("blocks", "block"):
        blocks.append(_read_block(inner, blocks))
    table.done()
    return Curriculum(*head, minutes, tuple(blocks), side)


def _read_block(table: ResourceTable, before: list[Block]) -> Block:
    """Read one block; `before` holds the blocks above it in the file."""
    key = table.key("key")
    if any(block.key == key for block in before):
        table.refuse("key", f"'{key}' is used by an earlier block; each block needs a key of its own")
    name = table.text("name")
    kind = StepKind(table.one_of("kind", tuple(StepKind)))
    of = table.whole("sessions", 1, MOST_SESSIONS)
    titles = _filled(table.lines("titles", of), of, "")
    aims, topics, uses = (
        _filled(table.lists_of_lines(each, of), of, ()) for each in ("aims", "topics", "uses")
    )
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
            title=titles[index - 1] or untitled(name, index, of),
            aims=aims[index - 1],
            topics=topics[index - 1],
            uses=uses[index - 1],
        )
        for index in range(1, of + 1)
    )
    return Block(key, name, kind, steps, after)


def _read_after(table: ResourceTable, before: Sequence[Block]) -> tuple[str, ...]:
    """Read which blocks come first: the one above where the file does not say, none for `after = []`."""
    if not table.has("after"):
        return (before[-1].key,) if before else ()
    after = table.lines("after", 99)
    for key in after:
        if all(block.key != key for block in before):
            table.refuse("after", f"'{key}' is no block above this one")
    return after


def _filled(given: tuple[_T, ...], length: int, blank: _T) -> tuple[_T, ...]:
    return given + (blank,) * (length - len(given))
