"""The curricula a programme runs, and journeys traced through them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from bipdesk.domain.attendance import AttendanceFact
from bipdesk.domain.curriculum import Block, Curriculum, Side, Step
from bipdesk.domain.journey import IndividualFact, Journey, trace_journey
from bipdesk.domain.own_curriculum import OwnRelease, SessionWords
from bipdesk.domain.unknown_curriculum import UnknownCurriculum

Facts = tuple[list[AttendanceFact], list[IndividualFact]]
"""What happened to one participant: in the group, and outside it."""


class Curricula:
    """All curricula by id, those of the program first; who was never in a group is on the very first."""

    def __init__(self, curricula: Iterable[Curriculum]) -> None:
        self._released = tuple(curricula)
        self._own: tuple[OwnRelease, ...] = ()
        self._by_id = {curriculum.id: curriculum for curriculum in self._released}

    def of_one_desk(self) -> "Curricula":
        """Return the released ones alone, for one programme to add its own to by `renew`."""
        return Curricula(self._released)

    def renew(self, own: Iterable[OwnRelease], words: Mapping[str, Mapping[str, SessionWords]]) -> None:
        """Take in what the programme added: all at once, for another thread may be reading.

        Its words and tags are laid over what came with the program; an own version stands as it is.
        """
        releases = tuple(one for one in own if self._may_stand(one.curriculum))
        found = {
            curriculum.id: with_words(curriculum, words.get(curriculum.id, {}))
            for curriculum in self._released
        }
        for release in releases:
            found.setdefault(release.curriculum.id, release.curriculum)
        self._own, self._by_id = releases, found

    def _may_stand(self, curriculum: Curriculum) -> bool:
        """Refuse what would pass for a released one, or belongs to the other side, whoever wrote it."""
        return curriculum.side is Side.RECORDS and not self.came_with_the_program(curriculum.id)

    def __iter__(self) -> Iterator[Curriculum]:
        return iter(self._by_id.values())

    @property
    def own(self) -> tuple[OwnRelease, ...]:
        """Return every version of the programme's own, oldest first."""
        return self._own

    def offered(self) -> tuple[Curriculum, ...]:
        """Return what a new group may run: of own ones the newest version, none that is retired."""
        newest: dict[UUID, OwnRelease] = {}
        for release in self._own:
            before = newest.get(release.family_id)
            if before is None or release.curriculum.version >= before.curriculum.version:
                newest[release.family_id] = release
        old = {release.curriculum.id for release in self._own} - {
            release.curriculum.id for release in newest.values() if release.retired_on is None
        }
        return tuple(curriculum for curriculum in self if curriculum.id not in old)

    def came_with_the_program(self, curriculum_id: str) -> bool:
        """Say whether it is one of those that came with the program."""
        return any(curriculum.id == curriculum_id for curriculum in self._released)

    def knows(self, curriculum_id: str) -> bool:
        """Say whether this computer has the curriculum."""
        return curriculum_id in self._by_id

    def of(self, curriculum_id: str) -> Curriculum:
        """Return the curriculum with this id, or the first for "" (he was never in a group).

        For one that this computer has not got, what stands in for it says so in words and is never complete.
        """
        if not curriculum_id:
            return next(iter(self._by_id.values()))
        return self._by_id.get(curriculum_id) or UnknownCurriculum(curriculum_id)

    def trace(self, curriculum_id: str, facts: Facts | None) -> Journey:
        """Return the journey that these facts make."""
        attendance, individual = facts or ([], [])
        return trace_journey(self.of(curriculum_id), attendance, individual)


def with_words(curriculum: Curriculum, words: Mapping[str, SessionWords]) -> Curriculum:
    """Return the curriculum with the programme's own words where it is blank, and its tags added."""
    if not words:
        return curriculum
    blocks = tuple(_block_with_words(block, words) for block in curriculum.blocks)
    return replace(curriculum, blocks=blocks)


def _block_with_words(block: Block, words: Mapping[str, SessionWords]) -> Block:
    steps = tuple(
        _step_with_words(step, words[step.code]) if step.code in words else step for step in block.steps
    )
    return replace(block, steps=steps)


def _step_with_words(step: Step, words: SessionWords) -> Step:
    return replace(
        step,
        title=words.title if step.is_untitled and words.title else step.title,
        aims=step.aims or words.aims,
        topics=tuple(dict.fromkeys((*step.topics, *words.topics))),
    )
