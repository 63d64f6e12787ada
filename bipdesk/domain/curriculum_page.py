"""What the pages about curricula show: the list, one curriculum, one session of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curriculum import Curriculum, Step
from bipdesk.domain.ids import GroupId
from bipdesk.domain.own_curriculum import AttachedFile, OwnRelease, SessionWords, StoredDraft


@dataclass(frozen=True, slots=True)
class CurriculumLine:
    """One curriculum of the list."""

    curriculum: Curriculum
    groups: tuple[str, ...]
    """The groups that run it, by name."""
    covered: int
    """With how many of the topics its sessions are tagged."""
    release: OwnRelease | None
    """None for one that came with the program."""
    is_offered: bool
    """New groups may choose it: it is the newest version, and not retired."""


@dataclass(frozen=True, slots=True)
class DraftLine:
    """One draft of the list."""

    stored: StoredDraft
    based_on: str
    """The name of what it began as a copy of, or ""."""
    faults: int


@dataclass(frozen=True, slots=True)
class CurriculumList:
    """All that the list shows."""

    own: tuple[CurriculumLine, ...]
    drafts: tuple[DraftLine, ...]
    released: tuple[CurriculumLine, ...]
    unknown: tuple[CurriculumLine, ...]
    """What groups here run and this computer has not got."""
    topics: int
    """How many topics there are."""


@dataclass(frozen=True, slots=True)
class CurriculumFile:
    """All that the page of one curriculum shows."""

    curriculum: Curriculum
    topics: ContentTopics
    files: Mapping[str, tuple[AttachedFile, ...]]
    """By step code."""
    groups: tuple[tuple[GroupId, str], ...]
    release: OwnRelease | None
    versions: tuple[OwnRelease, ...]
    """All versions of an own one, newest first."""
    draft_id: UUID | None
    """The draft somebody is working on for the next version, or as a copy."""
    is_offered: bool


@dataclass(frozen=True, slots=True)
class SessionPage:
    """All that the page of one session shows."""

    curriculum: Curriculum
    step: Step
    words: SessionWords
    topics: ContentTopics
    files: tuple[AttachedFile, ...]
    may_be_worded: bool
    """It came with the program: an own version never changes, words and tags stand in its next one."""
    named: bool
    """Its source or version gives it a title of its own, which stays."""
