"""The queue of absences as a page shows it: names and titles beside the facts."""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.absence import Absence, AbsenceDecision
from bipdesk.domain.attendance_rule import AttendanceRule


@dataclass(frozen=True, slots=True)
class ToldDecision:
    """One decision with the name of who made it."""

    decision: AbsenceDecision
    by: str


@dataclass(frozen=True, slots=True)
class ListedAbsence:
    """One line of the queue."""

    absence: Absence
    name: str
    """"Pruett, Aaron"."""
    title: str
    """The session: "Foundation 2"."""
    group: str
    by_when: date
    rule: str
    """What the day follows from, with its citation."""
    history: tuple[ToldDecision, ...]
    """The oldest first."""


@dataclass(frozen=True, slots=True)
class AbsenceQueue:
    """All that the page of absences shows."""

    waiting: tuple[ListedAbsence, ...]
    """The soonest first."""
    decided: tuple[ListedAbsence, ...]
    """The newest decision first, as many as are shown."""
    rule: AttendanceRule
    """How much of a session may be missed, as in force today."""
