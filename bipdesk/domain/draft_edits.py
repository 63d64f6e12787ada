"""What can be done to the blocks and sessions of a curriculum somebody works on."""

from dataclasses import replace
from typing import TypeVar

from bipdesk.domain.curriculum_draft import CurriculumDraft, DraftBlock, DraftSession

_T = TypeVar("_T")


def add_block(draft: CurriculumDraft) -> CurriculumDraft:
    """Return the draft with a new block at the end; its key was never used in this draft's blocks."""
    used = [int(block.key[6:]) for block in draft.blocks if _is_numbered(block.key)]
    return replace(draft, blocks=(*draft.blocks, DraftBlock(f"block-{max(used, default=0) + 1}")))


def remove_block(draft: CurriculumDraft, key: str) -> CurriculumDraft:
    """Return the draft without this block; no other block waits for it any more."""
    blocks = tuple(
        block
        if block.after is None
        else replace(block, after=tuple(each for each in block.after if each != key))
        for block in draft.blocks
        if block.key != key
    )
    return replace(draft, blocks=blocks)


def move_block(draft: CurriculumDraft, key: str, by: int) -> CurriculumDraft:
    """Return the draft with this block one place up (-1) or down (1); at the end it stays."""
    return replace(draft, blocks=_moved(draft.blocks, draft.place(key), by))


def resize(draft: CurriculumDraft, key: str, number: int) -> CurriculumDraft:
    """Return the draft with `number` sessions in this block: blank ones are added, or the last taken away."""
    block = draft.blocks[draft.place(key)]
    kept = block.sessions[:number]
    return draft.with_block(replace(block, sessions=kept + (DraftSession(),) * (number - len(kept))))


def remove_session(draft: CurriculumDraft, key: str, index: int) -> CurriculumDraft:
    """Return the draft without the session at `index` (from 0) of this block; the last one stays."""
    block = draft.blocks[draft.place(key)]
    if len(block.sessions) == 1:
        return draft
    return draft.with_block(replace(block, sessions=block.sessions[:index] + block.sessions[index + 1 :]))


def move_session(draft: CurriculumDraft, key: str, index: int, by: int) -> CurriculumDraft:
    """Return the draft with the session at `index` (from 0) of this block one place up or down."""
    block = draft.blocks[draft.place(key)]
    return draft.with_block(replace(block, sessions=_moved(block.sessions, index, by)))


def put_session(draft: CurriculumDraft, key: str, index: int, session: DraftSession) -> CurriculumDraft:
    """Return the draft with another session at `index` (from 0) of this block."""
    block = draft.blocks[draft.place(key)]
    sessions = (*block.sessions[:index], session, *block.sessions[index + 1 :])
    return draft.with_block(replace(block, sessions=sessions))


def _moved(found: tuple[_T, ...], place: int, by: int) -> tuple[_T, ...]:
    there = place + by
    if not 0 <= there < len(found):
        return found
    changed = list(found)
    changed[place], changed[there] = changed[there], changed[place]
    return tuple(changed)


def _is_numbered(key: str) -> bool:
    return key.startswith("block-") and key[6:].isdecimal()
