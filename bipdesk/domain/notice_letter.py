"""Letters that give a notice: plain, short, and with nothing beyond what the gate let through."""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.disclosure import Document, Provenance
from bipdesk.domain.exit import SummaryWords
from bipdesk.domain.incident import AtOnce, IncidentKind
from bipdesk.domain.letter import Course, LetterFrame

SAYS_RELEASE = frozenset({Document.TERMINATION_LETTER, Document.COMPLETION_LETTER, Document.EXIT_SUMMARY})
"""Letters about release: each says what release does not prove (OAR 137-087-0070(2)(a))."""
WORDED = {
    Document.NON_COMPLIANCE_NOTICE: "What else they need to know",
    Document.INCIDENT_NOTICE: "What was said or done",
    Document.LEVEL_NOTICE: "What changes, and why",
    Document.INTERIM_SUMMARY: "What the programme recommends",
    Document.TERMINATION_LETTER: "Why it ended",
    Document.EXIT_SUMMARY: "What else they need to know",
}
"""Letters in which somebody writes a few words, and what they are asked for."""
MUST_BE_WORDED = frozenset({Document.INCIDENT_NOTICE, Document.LEVEL_NOTICE, Document.INTERIM_SUMMARY})


@dataclass(frozen=True, slots=True)
class SeenHere:
    """Attendance in numbers, from enrolment to the day of the letter."""

    attended: int
    of: int
    excused: int
    missed: int
    one_to_ones: int
    last_on: date | None = None
    participation: tuple[int, int, int, int] = (0, 0, 0, 0)
    """In how many sessions he was marked 1 (hardly), 2, 3, 4 (fully)."""


@dataclass(frozen=True, slots=True)
class ToldIncident:
    """One incident as the letter tells it; what was said or done stands in the letter's own words."""

    kind: IncidentKind
    happened_on: date
    heard_on: date
    provenance: Provenance
    at_once: frozenset[AtOnce] = frozenset()


@dataclass(frozen=True, slots=True)
class NoticeLetter:
    """What one notice says; only what its document needs is filled in."""

    frame: LetterFrame
    document: Document
    on_date: date
    """The day of what it tells: enrolment, end, change, last incident."""
    words: str = ""
    absences: tuple[tuple[date, str], ...] = ()
    """The day and the session of each absence that was not excused."""
    broken_on: tuple[date, ...] = ()
    """The days of rules or conditions broken."""
    incidents: tuple[ToldIncident, ...] = ()
    course: Course | None = None
    seen: SeenHere | None = None
    end: str = ""
    """The kind of end, as stored: "terminated"; empty where only that it ended is known."""
    summary: SummaryWords | None = None
