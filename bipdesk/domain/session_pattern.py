"""What his sessions looked like one after the other: there or not, taking part, homework."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.attendance import Mark

MOST_PARTICIPATION = 4


@dataclass(frozen=True, slots=True)
class SessionPoint:
    """One session of his, as its register says."""

    on_date: date
    step_code: str
    title: str
    mark: Mark
    participation: int | None = None
    """1 to 4; None where nobody marked it."""
    homework_done: bool | None = None

    @property
    def was_there(self) -> bool:
        """Say whether he was there, late or not to the end included."""
        return self.mark.counts_as_attended


def in_words(points: Sequence[SessionPoint]) -> str:
    """Return the sessions as one line for who does not see the picture; "" without any."""
    if not points:
        return ""
    there = sum(point.was_there for point in points)
    parts = [f"there at {there} of {len(points)} sessions"]
    homework = [point.homework_done for point in points if point.homework_done is not None]
    if homework:
        parts.append(f"homework done {sum(homework)} of {len(homework)} times")
    taking_part = _range(point.participation for point in points if point.participation is not None)
    if taking_part:
        parts.append(f"participation {taking_part} of {MOST_PARTICIPATION}")
    return ", ".join(parts)


def _range(degrees: Iterable[int]) -> str:
    found = sorted(set(degrees))
    if not found:
        return ""
    return str(found[0]) if len(found) == 1 else f"{found[0]} to {found[-1]}"
