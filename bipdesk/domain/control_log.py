"""The control log: one controlling act, looked at from all sides, as he fills it in.

That men keep a control log in the first week of each theme is in the design's practice notes, section 1.1
(the Duluth curriculum, after the abstract at ojp.gov). No source prints one. What it asks is general
knowledge of the field: the act, what was intended, the feelings, minimising, denying and blaming, the
effects, earlier violence, another way. Source 003 names two of them ("without blaming others or minimising
it", "the impact of violence and abuse on my partner and children"), Source 000 the feelings and the denial.
The questions are this program's own.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Denial(StrEnum):
    """How somebody pushes responsibility away."""

    MINIMISED = "minimised"
    DENIED = "denied"
    BLAMED = "blamed"

    @property
    def label(self) -> str:
        """Return the words for it, as he would say it."""
        return {
            Denial.MINIMISED: "I played it down",
            Denial.DENIED: "I denied it",
            Denial.BLAMED: "I blamed her or somebody else",
        }[self]


@dataclass(frozen=True, slots=True)
class ControlLogDetails:
    """One control log; all of it is his own account, "her" is never her own report."""

    brought_on: date
    """The day he brought it to the programme."""
    action: str
    """What he did to control: the one thing every log has."""
    happened_on: date | None = None
    situation: str = ""
    intent: str = ""
    """What he wanted to reach by it."""
    thoughts: tuple[str, ...] = ()
    """Keys of the list of thoughts."""
    feelings: tuple[str, ...] = ()
    """Keys of the list of feelings."""
    feeling: str = ""
    """Another feeling, in his words."""
    denials: frozenset[Denial] = frozenset()
    denial: str = ""
    """How he made it small, denied it or blamed, in his words."""
    effect_her: str = ""
    effect_children: str = ""
    effect_me: str = ""
    past_violence: str = ""
    """Earlier violence of his that gave this act its force."""
    differently: str = ""
    skill: str = ""
    """Key of the skill that he would use instead."""
    step_code: str = ""
    """The session it was set in, in the curriculum he is on; its block is the theme. "" for none."""
