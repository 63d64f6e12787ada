"""A curriculum somebody is working on: as typed, half done, perhaps wrong."""

from dataclasses import dataclass, replace

from bipdesk.domain.curriculum import Block, Curriculum, Step, StepKind, untitled


@dataclass(frozen=True, slots=True)
class DraftSession:
    """One session; `aims` holds one aim a line."""

    title: str = ""
    aims: str = ""
    topics: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()

    @property
    def aim_lines(self) -> tuple[str, ...]:
        """Return the aims, without blank lines."""
        return tuple(line.strip() for line in self.aims.splitlines() if line.strip())


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """One block; its key is made with it and stays, so that versions of a curriculum can be compared."""

    key: str
    name: str = ""
    kind: StepKind = StepKind.GROUP
    sessions: tuple[DraftSession, ...] = (DraftSession(),)
    after: tuple[str, ...] | None = None
    """Keys of the blocks that come first; None for the one above, whichever that is."""

    def called(self, index: int) -> str:
        """Return what the session at `index` (from 0) is called: its title, or "My Thinking 3"."""
        name = self.name.strip() or "Block without a name"
        return self.sessions[index].title.strip() or untitled(name, index + 1, len(self.sessions))


@dataclass(frozen=True, slots=True)
class CurriculumDraft:
    """All that is typed about a curriculum; `minutes` may be no number yet."""

    name: str = ""
    source: str = ""
    minutes: str = ""
    blocks: tuple[DraftBlock, ...] = ()

    def place(self, key: str) -> int:
        """Return where the block with this key stands, from 0; `KeyError` if it is gone."""
        for place, block in enumerate(self.blocks):
            if block.key == key:
                return place
        raise KeyError(key)

    def with_block(self, block: DraftBlock) -> "CurriculumDraft":
        """Return the draft with this block instead of the one with its key."""
        return replace(self, blocks=tuple(block if old.key == block.key else old for old in self.blocks))


BLANK = CurriculumDraft(minutes="150", blocks=(DraftBlock("block-1"),))
"""A new curriculum: one block, and the length that Source 003 names."""


def draft_of(curriculum: Curriculum, name: str) -> CurriculumDraft:
    """Return a draft that begins as a copy of `curriculum`, with its words and tags, under `name`."""
    blocks: list[DraftBlock] = []
    for place, block in enumerate(curriculum.blocks):
        usual = (curriculum.blocks[place - 1].key,) if place else ()
        blocks.append(
            DraftBlock(
                block.key,
                block.name,
                block.kind,
                tuple(_session(step) for step in block.steps),
                None if block.after == usual else block.after,
            )
        )
    minutes = str(curriculum.session_minutes) if curriculum.session_minutes else ""
    return CurriculumDraft(name, curriculum.source, minutes, tuple(blocks))


def _session(step: Step) -> DraftSession:
    return DraftSession("" if step.is_untitled else step.title, "\n".join(step.aims), step.topics, step.uses)


def release_of(draft: CurriculumDraft, curriculum_id: str, version: int) -> Curriculum:
    """Return the curriculum that the draft makes; only for one without faults (`draft_faults`)."""
    blocks: list[Block] = []
    number = 1
    for block in draft.blocks:
        above = (blocks[-1].key,) if blocks else ()
        name, of = block.name.strip(), len(block.sessions)
        steps = tuple(
            Step(
                code=f"{block.key}-{index}",
                number=number + index - 1,
                block_key=block.key,
                block_name=name,
                kind=block.kind,
                index=index,
                of=of,
                title=session.title.strip() or untitled(name, index, of),
                aims=session.aim_lines,
                topics=session.topics,
                uses=session.uses,
            )
            for index, session in enumerate(block.sessions, 1)
        )
        blocks.append(
            Block(block.key, name, block.kind, steps, above if block.after is None else block.after)
        )
        number += of
    return Curriculum(
        curriculum_id, version, draft.name.strip(), draft.source.strip(), int(draft.minutes), tuple(blocks)
    )
