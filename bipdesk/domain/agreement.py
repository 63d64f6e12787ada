"""The programme agreement: its parts, the programme's own wording of each, and that it was signed.

The parts are those of Maine 03-201 Chapter 15, 5.1.C; each programme words them itself, from plain defaults.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.letter import Course, Letterhead, course_words

LANGUAGES = ("en", "es")


class Section(StrEnum):
    """A part of the agreement, in the order in which it is printed."""

    FORMAT = "format"
    STOP = "stop"
    HIS = "his"
    OURS = "ours"
    RULES = "rules"
    LENGTH = "length"
    FEES = "fees"
    LIMITS = "limits"
    COMPLAINTS = "complaints"
    DISCHARGE = "discharge"
    READMISSION = "readmission"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return {
            Section.FORMAT: "What the programme is",
            Section.STOP: "Stopping all abuse",
            Section.HIS: "What the participant undertakes",
            Section.OURS: "What the programme undertakes",
            Section.RULES: "Rules of the group",
            Section.LENGTH: "How long it takes",
            Section.FEES: "Fees",
            Section.LIMITS: "Limits of confidentiality",
            Section.COMPLAINTS: "Complaints",
            Section.DISCHARGE: "When it ends",
            Section.READMISSION: "Coming back",
        }[self]


@dataclass(frozen=True, slots=True)
class AgreementForm:
    """All that stands on the agreement; an empty name prints as a line to write on."""

    head: Letterhead
    texts: Mapping[Section, str]
    """Paragraphs with line breaks; a line that begins with "- " is an item of a list."""
    course: Course
    name: str = ""
    case_number: str = ""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Agreement:
    """That a participant signed."""

    agreement_id: UUID
    participant_id: ParticipantId
    signed_on: date
    language: str
    seen: Seen


@dataclass(frozen=True, slots=True)
class Wording:
    """The programme's own words for one part, or the default where it has none."""

    section: Section
    language: str
    body: str
    own: bool
    """The programme wrote it itself."""
    seen: Seen = field(default=Seen(""))


def length_words(course: Course, language: str) -> str:
    """Return how long the programme is, from its curriculum; it stands before the programme's own words."""
    end = "" if not course.reviews else " al final" if language == "es" else " at the end"
    return f"{'Al menos' if language == 'es' else 'At least'} {course_words(course, language)}{end}."
