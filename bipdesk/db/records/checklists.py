"""The lines of a completion as they stood when it was signed, as text."""

import json
from collections.abc import Iterable

from bipdesk.domain.completion_lines import Item, Line, Met


def to_text(lines: Iterable[Line]) -> str:
    """Return the lines as they are stored."""
    rows = [[line.item.value, line.met.value, line.sentence, line.citation] for line in lines]
    return json.dumps(rows, ensure_ascii=False)


def from_text(text: str) -> tuple[Line, ...]:
    """Return the stored lines; what a newer computer wrote and this one does not know is left out."""
    try:
        rows = json.loads(text or "[]")
        return tuple(_line(row) for row in rows if _known(row))
    except (ValueError, TypeError):
        return ()


def _known(row: object) -> bool:
    if not isinstance(row, list) or len(row) != 4 or not all(isinstance(part, str) for part in row):
        return False
    return row[0] in set(Item) and row[1] in set(Met)


def _line(row: list[str]) -> Line:
    return Line(Item(row[0]), Met(row[1]), row[2], row[3])
