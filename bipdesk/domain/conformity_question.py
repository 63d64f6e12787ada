"""What is asked when somebody wants to know whether a sequence satisfies a pack, and what can be asked."""

from collections.abc import Sequence as Many
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from bipdesk.domain.conformity import Conformity
from bipdesk.domain.conformity_lines import HowRun
from bipdesk.domain.ids import GroupId
from bipdesk.domain.site import Paper


@dataclass(frozen=True, slots=True)
class Question:
    """A curriculum, a pack, and how the one is run; the duties are the program's to say."""

    curriculum_id: str
    pack_id: str
    run: HowRun
    group: str = ""
    """The name of the run that the dates are of, for the paper; empty where none was chosen."""


@dataclass(frozen=True, slots=True)
class CurriculumOffer:
    """A curriculum to ask about."""

    curriculum_id: str
    name: str
    minutes: int
    """Of one group session; 0 where it names no length."""


@dataclass(frozen=True, slots=True)
class GroupOffer:
    """A group run to ask about, with what is known of it."""

    group_id: GroupId
    name: str
    curriculum_id: str
    run: HowRun


@dataclass(frozen=True, slots=True)
class ConformityOffer:
    """All that can be asked about."""

    packs: tuple[tuple[str, str], ...]
    """Name and id."""
    own_pack: str
    """Id of the pack the programme keeps; empty for none."""
    curricula: tuple[CurriculumOffer, ...]
    groups: tuple[GroupOffer, ...]


@dataclass(frozen=True, slots=True)
class ConformityPaper:
    """What the printed answer shows."""

    programme_name: str
    paper: Paper
    curriculum: str
    group: str
    printed_on: date
    answer: Conformity


def weeks_between(dates: Many[date]) -> int:
    """Return every how many weeks a run meets: the least distance of two sessions, or 1 if unknown."""
    ordered = sorted(set(dates))
    gaps = [(later - earlier).days // 7 for earlier, later in pairwise(ordered)]
    return max(1, min(gaps, default=1))


def minutes_between(starts_minute: int, ends_minute: int) -> int:
    """Return how long a session lasts, both counted in minutes of the day; it may end after midnight."""
    return (ends_minute - starts_minute) % (24 * 60)
