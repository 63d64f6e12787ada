"""When a man can come into a group that is running: where nothing before it would be passed over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.curriculum import Block, Curriculum, StepKind
from bipdesk.domain.journey import MET, Journey, StepState

HAD_THEIR_TURN = MET | {StepState.EARLY, StepState.MISSED}
"""A missed session was his to attend: it is owed and made up, wherever he goes on."""
REACHED = MET | {StepState.EARLY}


@dataclass(frozen=True, slots=True)
class Entry:
    """A session at which he can come in."""

    on_date: date
    title: str
    begins: str
    """The block that begins there; empty where he goes on in the middle of one."""


def entries(
    curriculum: Curriculum, sessions: Sequence[tuple[str, date]], journey: Journey
) -> tuple[Entry, ...]:
    """Return the sessions, given as step code and date, at which he can come in, in order of date.

    That is where every group session before it has had its turn for him already, and at the start of a block
    whose earlier groups he has met: rolling entry at the starts of modules (issue 4; Maine, 03-201 ch. 15
    s. 4: open admission). The 1-2-1s between are his own and do not keep him out of a group: what he attends
    before them counts once they are held.
    """
    states = {place.step.code: place.state for place in journey.steps}
    in_order = [step.code for step in curriculum.group_steps]
    found = []
    for code, on_date in sorted(sessions, key=lambda session: session[1]):
        if not curriculum.has(code):
            continue
        step = curriculum.step(code)
        before = in_order[: in_order.index(code)]
        begins = step.block_name if step.index == 1 else ""
        turned = all(states.get(other) in HAD_THEIR_TURN for other in before)
        if turned or (begins and _met_before(curriculum, step.block_key, states)):
            found.append(Entry(on_date, step.title, begins))
    return tuple(found)


def _met_before(curriculum: Curriculum, block_key: str, states: dict[str, StepState]) -> bool:
    """Say whether the groups of every block that comes before this one, by `after`, are met."""
    blocks = {block.key: block for block in curriculum.blocks}
    waiting, seen = [*blocks[block_key].after], set[str]()
    while waiting:
        key = waiting.pop()
        if key in seen:
            continue
        seen.add(key)
        if not _is_met(blocks[key], states):
            return False
        waiting += blocks[key].after
    return True


def _is_met(block: Block, states: dict[str, StepState]) -> bool:
    alone = block.kind is not StepKind.GROUP
    return alone or all(states.get(step.code) in REACHED for step in block.steps)
