"""What keeps a curriculum somebody works on from being released: one sentence for each, all at once."""

from collections.abc import Iterator
from dataclasses import dataclass

from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.curriculum_draft import CurriculumDraft, DraftBlock, DraftSession
from bipdesk.domain.curriculum_reading import LONGEST, MOST_SESSIONS, SHORTEST

LONGEST_NAME, LONGEST_AIM, MOST_AIMS, MOST_BLOCKS = 200, 400, 10, 40
NO_NAME = "Give the curriculum a name: it is chosen by it when a group is planned."
NO_SOURCE = "Say where it comes from: who wrote it, or what it was adapted from."
NAME_TAKEN = "Another curriculum has this name already. Choose one that tells them apart."
NO_MINUTES = f"Say how long a group session takes: from {SHORTEST} to {LONGEST} minutes."
NO_BLOCKS = "There is no block yet. Add the first one."
NO_GROUP = "No block is held in the group, so no group could be planned. Make at least one a group block."
TOO_MANY_BLOCKS = f"There are more than {MOST_BLOCKS} blocks. Put some of them together."
NO_BLOCK_NAME = "Give the block a name: its untitled sessions are called by it."
TOO_MANY_SESSIONS = f"A block holds at most {MOST_SESSIONS} sessions. Divide it."
NOT_ABOVE = "It waits for a block that does not stand above it. Move one of them, or choose again."
TOO_LONG = "This is longer than {most} characters. Shorten it."
NOT_PLAIN = "This holds characters that cannot be printed. Type it again."
AIM_TOO_LONG = f"One of the aims is longer than {LONGEST_AIM} characters. Shorten it, or make two of it."
TOO_MANY_AIMS = (
    f"There are more than {MOST_AIMS} aims. Keep those that matter most: the session sheet shows the first "
    "few."
)


@dataclass(frozen=True, slots=True)
class DraftFault:
    """One thing that is wrong: in which field, and what to do about it.

    `field` is name, source, minutes, blocks, sessions, after, title or aims; `block` the key of the block,
    and `session` the index from 0 of the session it is in.
    """

    field: str
    sentence: str
    block: str = ""
    session: int = -1


def draft_faults(draft: CurriculumDraft, taken: frozenset[str] = frozenset()) -> tuple[DraftFault, ...]:
    """Return everything that is wrong with a draft, in the order of the page; `taken` are names in use."""
    return (*_head(draft, taken), *_whole(draft), *_blocks(draft))


def _head(draft: CurriculumDraft, taken: frozenset[str]) -> Iterator[DraftFault]:
    name = _line(draft.name, NO_NAME)
    if not name and draft.name.strip().casefold() in {each.casefold() for each in taken}:
        name = NAME_TAKEN
    found = (("name", name), ("source", _line(draft.source, NO_SOURCE)), ("minutes", _minutes(draft.minutes)))
    yield from (DraftFault(field, sentence) for field, sentence in found if sentence)


def _minutes(typed: str) -> str:
    plain = typed.strip()
    good = plain.isascii() and plain.isdecimal() and len(plain) < 5 and SHORTEST <= int(plain) <= LONGEST
    return "" if good else NO_MINUTES


def _whole(draft: CurriculumDraft) -> Iterator[DraftFault]:
    if not draft.blocks:
        yield DraftFault("blocks", NO_BLOCKS)
    elif all(block.kind is not StepKind.GROUP for block in draft.blocks):
        yield DraftFault("blocks", NO_GROUP)
    if len(draft.blocks) > MOST_BLOCKS:
        yield DraftFault("blocks", TOO_MANY_BLOCKS)


def _blocks(draft: CurriculumDraft) -> Iterator[DraftFault]:
    above: set[str] = set()
    for block in draft.blocks:
        for field, sentence in _block(block, above):
            yield DraftFault(field, sentence, block.key)
        for index, session in enumerate(block.sessions):
            for field, sentence in _session(session):
                yield DraftFault(field, sentence, block.key, index)
        above.add(block.key)


def _block(block: DraftBlock, above: set[str]) -> Iterator[tuple[str, str]]:
    if sentence := _line(block.name, NO_BLOCK_NAME):
        yield "name", sentence
    if len(block.sessions) > MOST_SESSIONS:
        yield "sessions", TOO_MANY_SESSIONS
    if block.after is not None and not set(block.after) <= above:
        yield "after", NOT_ABOVE


def _session(session: DraftSession) -> Iterator[tuple[str, str]]:
    if sentence := _line(session.title, ""):
        yield "title", sentence
    if sentence := aims_fault(session.aim_lines):
        yield "aims", sentence


def aims_fault(aims: tuple[str, ...]) -> str:
    """Return what is wrong with the aims of one session, or ""."""
    if len(aims) > MOST_AIMS:
        return TOO_MANY_AIMS
    if any(len(aim) > LONGEST_AIM for aim in aims):
        return AIM_TOO_LONG
    return NOT_PLAIN if any(not aim.isprintable() for aim in aims) else ""


def _line(typed: str, missing: str) -> str:
    """Return what is wrong with one line; `missing` is said of a blank one, "" if it may be blank."""
    plain = typed.strip()
    if not plain:
        return missing
    if len(plain) > LONGEST_NAME:
        return TOO_LONG.format(most=LONGEST_NAME)
    return "" if plain.isprintable() else NOT_PLAIN


def title_fault(title: str) -> str:
    """Return what is wrong with the title of one session, or ""."""
    return _line(title, "")
