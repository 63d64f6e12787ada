"""Writes a curriculum as canonical JSON, the same tables as its file: what is stored of an own one."""

import json
from collections.abc import Sequence

from bipdesk.domain.curriculum import Block, Curriculum, Side

Table = dict[str, object]


def definition_of(curriculum: Curriculum) -> str:
    """Return the whole definition: the same curriculum gives the same text."""
    table: Table = {
        "id": curriculum.id,
        "version": curriculum.version,
        "name": curriculum.name,
        "source": curriculum.source,
        "session_minutes": curriculum.session_minutes,
        "blocks": [_block(block) for block in curriculum.blocks],
    }
    if curriculum.side is not Side.RECORDS:
        table["side"] = curriculum.side.value
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _block(block: Block) -> Table:
    steps = block.steps
    table: Table = {
        "key": block.key,
        "name": block.name,
        "kind": block.kind.value,
        "sessions": len(steps),
        "after": list(block.after),
        "titles": _trimmed(["" if step.is_untitled else step.title for step in steps]),
        "aims": _trimmed([list(step.aims) for step in steps]),
        "topics": _trimmed([list(step.topics) for step in steps]),
        "uses": _trimmed([list(step.uses) for step in steps]),
    }
    return {key: value for key, value in table.items() if value != [] or key == "after"}


def _trimmed(entries: Sequence[object]) -> list[object]:
    """Return the entries without the blank ones at the end."""
    last = max((place for place, entry in enumerate(entries, 1) if entry), default=0)
    return list(entries[:last])
