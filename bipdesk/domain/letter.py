"""Letters to agencies: all that stands on each, and nothing beyond what the gate let through."""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.curriculum import Curriculum, StepKind
from bipdesk.domain.site import Paper


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Who writes: the neutral name, and where an answer goes."""

    programme_name: str
    lines: tuple[str, ...] = ()
    """Address and telephone, in lines."""
    paper: Paper = Paper.A4


@dataclass(frozen=True, slots=True)
class About:
    """Who a letter is about, told inside it and never where an envelope has a window."""

    name: str
    court_case: str = ""
    date_of_birth: date | None = None
    """Only where there is no case number to tell him apart by."""


@dataclass(frozen=True, slots=True)
class LetterFrame:
    """What every letter has."""

    head: Letterhead
    about: About
    reference: str
    """Our reference: the case number and the day, no word of the subject."""
    written_on: date
    author: str
    language: str = "en"
    """Of the printed words: "en" or "es"; any other prints in English."""


@dataclass(frozen=True, slots=True)
class Course:
    """How long the programme is, as its curriculum says."""

    group_sessions: int
    one_to_ones: int
    reviews: int
    session_minutes: int


@dataclass(frozen=True, slots=True)
class AcceptanceLetter:
    """That he was accepted, and what he now takes part in."""

    frame: LetterFrame
    accepted_on: date
    course: Course
    starts_on: date | None = None
    """The first session of his group; None while he waits for a place."""


@dataclass(frozen=True, slots=True)
class RejectionNotice:
    """That he was not accepted."""

    frame: LetterFrame
    decided_on: date
    reason: str
    may_be_assessed_again: bool = True


@dataclass(frozen=True, slots=True)
class RevocationNotice:
    """That he revoked his waiver: from that day nothing more is told."""

    frame: LetterFrame
    signed_on: date
    revoked_on: date


@dataclass(frozen=True, slots=True)
class StatusLetter:
    """Attendance and taking part, from acceptance up to the day of the letter."""

    frame: LetterFrame
    accepted_on: date
    course: Course
    attended: int
    """Group sessions attended or caught up."""
    excused: int
    missed: int
    one_to_ones: int
    owed: int
    last_attended_on: date | None
    participation: tuple[int, int, int, int] = (0, 0, 0, 0)
    """In how many sessions he was marked 1 (hardly), 2, 3, 4 (fully)."""


LetterContent = AcceptanceLetter | RejectionNotice | RevocationNotice | StatusLetter


def course_of(curriculum: Curriculum) -> Course:
    """Return how long a curriculum is."""
    kinds = [step.kind for step in curriculum.steps]
    return Course(
        group_sessions=kinds.count(StepKind.GROUP),
        one_to_ones=kinds.count(StepKind.ONE_TO_ONE),
        reviews=kinds.count(StepKind.REVIEW),
        session_minutes=curriculum.session_minutes,
    )


_PARTS = {
    "en": (
        " of {minutes} minutes",
        "{number} group sessions",
        "{number} one-to-one sessions",
        "{number} review",
    ),
    "es": (
        " de {minutes} minutos",
        "{number} sesiones de grupo",
        "{number} sesiones individuales",
        "{number} revisión",
    ),
}


def course_words(course: Course, language: str) -> str:
    """Return "24 group sessions of 150 minutes, 4 one-to-one sessions and 1 review"."""
    each, groups, singles, reviews = _PARTS["es" if language == "es" else "en"]
    first = groups.format(number=course.group_sessions)
    if course.session_minutes:
        first += each.format(minutes=course.session_minutes)
    rest = [
        words.format(number=number)
        for words, number in ((singles, course.one_to_ones), (reviews, course.reviews))
        if number
    ]
    if not rest:
        return first
    return f"{', '.join([first, *rest[:-1]])} {'y' if language == 'es' else 'and'} {rest[-1]}"
