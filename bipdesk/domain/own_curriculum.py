"""What a programme adds to curricula: versions of its own, words and tags for released ones, files."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.curriculum_draft import CurriculumDraft
from bipdesk.domain.ids import UNSEEN, Seen


@dataclass(frozen=True, slots=True)
class OwnRelease:
    """One version of a curriculum of the programme's own; it never changes, except that it may be retired."""

    release_id: UUID
    family_id: UUID
    """The same for all versions of one curriculum."""
    curriculum: Curriculum
    released_on: date
    by: str
    retired_on: date | None
    seen: Seen = UNSEEN


@dataclass(frozen=True, slots=True)
class SessionWords:
    """The programme's own words for one session of a curriculum that came with the program."""

    title: str = ""
    aims: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    seen: Seen = UNSEEN


@dataclass(frozen=True, slots=True)
class StoredDraft:
    """A curriculum somebody works on, as stored."""

    draft_id: UUID
    family_id: UUID
    based_on: str
    """The id of the curriculum it began as a copy of; "" for a blank one."""
    draft: CurriculumDraft | None
    """None when a newer program wrote what this one cannot read."""
    begun_on: date
    by: str
    seen: Seen = UNSEEN


Words = dict[str, dict[str, SessionWords]]
"""By curriculum id and step code."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file of the programme's own for one session, without its bytes."""

    file_id: UUID
    curriculum_id: str
    step_code: str
    name: str
    kind: str
    """pdf, png, jpeg or text"""
    size: int
    added_on: date
    by: str
    is_here: bool
    """Its content is kept on this computer; otherwise on the one it was attached on."""
    seen: Seen = UNSEEN


def own_id(number: int, version: int, release_id: UUID) -> str:
    """Return the id of an own version: "house-1-v2-3f9ac".

    Two computers may release a first or a next version on the same day: the last part, from the random end of
    the row's id, keeps them apart.
    """
    return f"house-{number}-v{version}-{release_id.hex[-5:]}"
