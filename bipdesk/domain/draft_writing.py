"""Writes and reads a curriculum somebody works on, as JSON: what is stored, and what a form keeps."""

import json

from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.curriculum_draft import CurriculumDraft, DraftBlock, DraftSession

Table = dict[str, object]


def content_of(draft: CurriculumDraft) -> str:
    """Return the draft as JSON; the same draft gives the same text."""
    table: Table = {
        "name": draft.name,
        "source": draft.source,
        "minutes": draft.minutes,
        "blocks": [_block(block) for block in draft.blocks],
    }
    return json.dumps(table, ensure_ascii=False, separators=(",", ":"))


def _block(block: DraftBlock) -> Table:
    return {
        "key": block.key,
        "name": block.name,
        "kind": block.kind.value,
        "after": None if block.after is None else list(block.after),
        "sessions": [
            {"title": one.title, "aims": one.aims, "topics": list(one.topics), "uses": list(one.uses)}
            for one in block.sessions
        ],
    }


def stored_draft(content: str) -> CurriculumDraft | None:
    """Return the draft that `content_of` wrote, or None when this program cannot read it."""
    try:
        table = json.loads(content)
        return CurriculumDraft(
            _text(table["name"]),
            _text(table["source"]),
            _text(table["minutes"]),
            tuple(_read_block(each) for each in _list(table["blocks"])),
        )
    except (ValueError, RecursionError, KeyError, TypeError):
        return None


def _read_block(table: object) -> DraftBlock:
    values = _table(table)
    after = values["after"]
    return DraftBlock(
        _text(values["key"]),
        _text(values["name"]),
        StepKind(_text(values["kind"])),
        tuple(_read_session(each) for each in _list(values["sessions"])),
        None if after is None else tuple(_text(each) for each in _list(after)),
    )


def _read_session(table: object) -> DraftSession:
    values = _table(table)
    topics, uses = (tuple(_text(each) for each in _list(values[name])) for name in ("topics", "uses"))
    return DraftSession(_text(values["title"]), _text(values["aims"]), topics, uses)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value


def _table(value: object) -> Table:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value
