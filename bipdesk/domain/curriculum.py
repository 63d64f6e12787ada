"""Curricula: the sequence of a programme as data.

A sequence is never code. A released one is never edited: a change is a new id (`bbr-2` after `bbr-1`), and
people who began under the old one stay with it. `curriculum_reading` reads them from their files.
"""

from dataclasses import dataclass
from enum import StrEnum


class StepKind(StrEnum):
    """How a step is delivered."""

    ONE_TO_ONE = "one-to-one"
    GROUP = "group"
    REVIEW = "review"


class Side(StrEnum):
    """Whose curriculum it is: the women's group is known to the safety side alone."""

    RECORDS = "records"
    SAFETY = "safety"


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
    topics: tuple[str, ...] = ()
    """Keys of the topics of Source 003 it covers, as the programme tagged it."""
    uses: tuple[str, ...] = ()
    """What its source says is used in it: "Control log"."""

    @property
    def is_untitled(self) -> bool:
        """Say whether nobody gave it a title."""
        return self.title == untitled(self.block_name, self.index, self.of)


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
    """A released sequence; `session_minutes` is the length of one group session, 0 where none is named."""

    id: str
    version: int
    name: str
    source: str
    session_minutes: int
    blocks: tuple[Block, ...]
    side: Side = Side.RECORDS

    @property
    def is_known(self) -> bool:
        """Say whether this computer has it; what stands in for one it has not is `UnknownCurriculum`."""
        return True

    @property
    def steps(self) -> tuple[Step, ...]:
        """Return every step in order."""
        return tuple(step for block in self.blocks for step in block.steps)

    @property
    def group_steps(self) -> tuple[Step, ...]:
        """Return the steps that a group meets for, in order."""
        return tuple(step for step in self.steps if step.kind is StepKind.GROUP)

    def has(self, code: str) -> bool:
        """Say whether a step has this code."""
        return any(step.code == code for step in self.steps)

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


def untitled(block_name: str, index: int, of: int) -> str:
    """Return what a step is called that no source gives a title: "My Thinking 3"."""
    if of == 1:
        return block_name
    if block_name[-1:].isdigit():
        return f"{block_name}, {index} of {of}"
    return f"{block_name} {index}"
