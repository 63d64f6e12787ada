"""A programme's own rule of how much of a session somebody may miss before it does not count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

MOST_MINUTES = 240


@dataclass(frozen=True, slots=True)
class AttendanceRule:
    """From a day on: who missed more minutes than this has not attended."""

    since: date
    most_missed: int
    """0: however late, it counts (the default, docs/decisions/0007)."""

    def too_short(self, missed: int) -> bool:
        """Say whether missing this many minutes makes the session not count."""
        return 0 < self.most_missed < missed

    @property
    def words(self) -> str:
        """Return the rule as one sentence."""
        if self.most_missed == 0:
            return "However late somebody comes, the session counts."
        return f"Whoever misses more than {self.most_missed} minutes has not attended."


NONE = AttendanceRule(date.min, 0)


def rule_on(rules: Iterable[AttendanceRule], day: date) -> AttendanceRule:
    """Return the rule in force on a day: the newest that had begun; without any, the one that counts all.

    `rules` are in the order in which they were made: of two that begin on one day the later stands.
    """
    found = NONE
    for rule in rules:
        if found.since <= rule.since <= day:
            found = rule
    return found
