"""The three-way review: participant, facilitator, and whoever referred him, each in their own words.

Source 003 ends the programme with one; some places ask for one every few months besides. Nothing here is
about a partner or a child by name, and nothing of what she said: the officer prepares on her own side.
"""

from dataclasses import dataclass, field, fields
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen


class ReviewKind(StrEnum):
    """Whether it ends the sequence or looks at it half way."""

    INTERIM = "interim"
    POST_GROUP = "post-group"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return "Interim review" if self is ReviewKind.INTERIM else "Three-way review after the group"


class Voice(StrEnum):
    """Who speaks."""

    HIS = "his"
    FACILITATOR = "facilitator"
    OFFICER = "officer"

    @property
    def label(self) -> str:
        """Return the words over the column."""
        return {
            Voice.HIS: "Participant",
            Voice.FACILITATOR: "Facilitator",
            Voice.OFFICER: "Probation officer or referrer",
        }[self]


@dataclass(frozen=True, slots=True)
class ReviewWords:
    """What each of the three says."""

    changed: str = ""
    hard: str = ""
    plans: str = ""
    participation: str = ""
    responsibility: str = ""
    goals: str = ""
    order: str = ""
    contact: str = ""
    concerns: str = ""


COLUMNS: dict[Voice, tuple[tuple[str, str], ...]] = {
    Voice.HIS: (
        ("changed", "What he says has changed"),
        ("hard", "What is still hard"),
        ("plans", "What he plans"),
    ),
    Voice.FACILITATOR: (
        ("participation", "How he takes part"),
        ("responsibility", "Responsibility he takes"),
        ("goals", "His goals"),
    ),
    Voice.OFFICER: (
        ("order", "How the order stands"),
        ("contact", "How he keeps appointments"),
        ("concerns", "Concerns"),
    ),
}
"""The questions of each voice, in the order in which they stand under each other."""


@dataclass(frozen=True, slots=True)
class SignedOn:
    """The day each of the three signed on paper; None while he has not."""

    participant: date | None = None
    facilitator: date | None = None
    officer: date | None = None

    @property
    def is_whole(self) -> bool:
        """Say whether all three have signed."""
        return None not in (self.participant, self.facilitator, self.officer)


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """How attendance, goals and risk stood on the day of the review, in words."""

    attendance: str = ""
    goals: str = ""
    risk: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDetails:
    """One review, as it was held."""

    kind: ReviewKind
    held_on: date
    words: ReviewWords = field(default_factory=ReviewWords)
    recommendations: str = ""
    facilitator: str = ""
    officer: str = ""
    """The probation officer's or referrer's name and office."""
    present: str = ""
    """Who else was there: an interpreter, a second facilitator."""
    signed: SignedOn = field(default_factory=SignedOn)
    next_on: date | None = None
    facts: ReviewFacts = field(default_factory=ReviewFacts)


@dataclass(frozen=True, slots=True)
class Review:
    """A review on file."""

    review_id: UUID
    participant_id: ParticipantId
    referral_id: ReferralId
    seen: Seen
    details: ReviewDetails
    step_row: UUID | None = None
    """The line of his journey that this review brought."""


@dataclass(frozen=True, slots=True)
class OpenReview:
    """A review as the page shows it: one on file, or a new one as it begins."""

    participant_id: ParticipantId
    name: str
    details: ReviewDetails
    review: Review | None = None


Held = tuple[ReviewKind, date]


def check_review(details: ReviewDetails, today: date) -> None:
    """Say what a review lacks or cannot be: each of the three was there and said something.

    Raises:
        NothingEntered, DateInFuture, WrongDate.
    """
    if details.held_on > today:
        raise DateInFuture(field="Held on")
    if not details.facilitator.strip():
        raise NothingEntered(field="Facilitator")
    if not details.officer.strip():
        raise NothingEntered(field="Probation officer or referrer")
    for voice, questions in COLUMNS.items():
        if not any(getattr(details.words, name).strip() for name, _ in questions):
            raise NothingEntered(field=questions[0][1] if voice is Voice.HIS else _said_by(voice))
    _check_days(details, today)


def _said_by(voice: Voice) -> str:
    return COLUMNS[voice][0][1]


def _check_days(details: ReviewDetails, today: date) -> None:
    for part in fields(details.signed):
        day = getattr(details.signed, part.name)
        if day is not None and day > today:
            raise DateInFuture(field=f"Signed: {part.name}")
        if day is not None and day < details.held_on:
            raise WrongDate(field=f"Signed: {part.name}", reason="it is before the review was held")
    if details.next_on is not None and details.next_on <= details.held_on:
        raise WrongDate(field="Next review on", reason="it is not after this one")


def stripped(words: ReviewWords) -> ReviewWords:
    """Return the words without spaces at their ends."""
    return ReviewWords(**{part.name: getattr(words, part.name).strip() for part in fields(words)})
