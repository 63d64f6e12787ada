"""The curricula a programme runs, and journeys traced through them."""

from collections.abc import Iterable, Iterator

from bipdesk.domain.attendance import AttendanceFact
from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.journey import IndividualFact, Journey, trace_journey

Facts = tuple[list[AttendanceFact], list[IndividualFact]]
"""What happened to one participant: in the group, and outside it."""


class Curricula:
    """All curricula by id; a participant who was never in a group is on the first."""

    def __init__(self, curricula: Iterable[Curriculum]) -> None:
        self._by_id = {curriculum.id: curriculum for curriculum in curricula}

    def __iter__(self) -> Iterator[Curriculum]:
        return iter(self._by_id.values())

    def of(self, curriculum_id: str) -> Curriculum:
        """Return the curriculum with this id, or the first when there is none yet."""
        return self._by_id.get(curriculum_id) or next(iter(self._by_id.values()))

    def trace(self, curriculum_id: str, facts: Facts | None) -> Journey:
        """Return the journey that these facts make."""
        attendance, individual = facts or ([], [])
        return trace_journey(self.of(curriculum_id), attendance, individual)
