"""The partnership review of an agency: the eight questions and the six strategies of Source 002."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bipdesk.domain.ids import AgencyId, PartnershipReviewId, Seen


class Rating(StrEnum):
    """How far something asked about is in place."""

    IN_PLACE = "in-place"
    PARTLY = "partly"
    NOT_YET = "not-yet"

    @property
    def label(self) -> str:
        """Return the words for this rating."""
        return self.value.replace("-", " ").capitalize()


class Progress(StrEnum):
    """How far a strategy is followed."""

    DOING = "doing"
    PLANNED = "planned"
    NOT_YET = "not-yet"

    @property
    def label(self) -> str:
        """Return the words for this progress."""
        return self.value.replace("-", " ").capitalize()


@dataclass(frozen=True, slots=True)
class Question:
    """One question or strategy; its code stands in the file and never changes its meaning."""

    code: str
    title: str
    words: str


QUESTIONS: tuple[Question, ...] = (
    Question(
        "programmes",
        "Programmes in the area",
        "Do programmes for abusive partners operate in the area and, if so, has the agency reached out "
        "to them, and they to the agency?",
    ),
    Question("certified", "Certification", "If applicable, are these programmes certified by the state?"),
    Question(
        "shared_values",
        "Shared values",
        "Have opportunities been created to mutually share values and philosophies about the root causes "
        "of domestic violence and how to effectively address them?",
    ),
    Question(
        "equity",
        "Racism and equity",
        "How do the programme and the agency each address racism and other systemic equity issues?",
    ),
    Question(
        "centre",
        "Survivors and children at the centre",
        "Is it one of the programme's priorities to safely keep the lived experiences of adult and child "
        "survivors at the centre of its work and, if so, how is this put into practice?",
    ),
    Question(
        "contact",
        "Voluntary and safe contact",
        "Does the programme attempt to contact the partners or ex-partners of participants to voluntarily "
        "and safely provide and gather information? (How it is arranged; no names.)",
    ),
    Question(
        "training",
        "Training and supervision",
        "What type of training and ongoing supervision do the programme's staff receive about domestic "
        "violence and about children's exposure to domestic violence?",
    ),
    Question(
        "responsibility",
        "Responsibility and change",
        "How does the programme work towards holding men who use violence responsible for their behaviour "
        "while supporting opportunities for change and healing?",
    ),
)
"""The eight questions of Source 002, in its order."""

STRATEGIES: tuple[Question, ...] = (
    Question(
        "conversations",
        "First conversations",
        "Hosting preliminary conversations between the staff of both about working philosophy, the root "
        "causes of domestic violence and strategies to address them",
    ),
    Question("vision", "Common vision", "Developing a common vision and principles"),
    Question("respect", "Respect and curiosity", "Fostering respect and curiosity for each other's work"),
    Question(
        "oppression",
        "Work against oppression",
        "Hosting ongoing conversations on how to work collaboratively to address racism and other forms "
        "of systemic oppression",
    ),
    Question(
        "learning",
        "Cross-training",
        "Providing cross-training and learning about each other's roles and limitations",
    ),
    Question(
        "mechanisms",
        "Support and referrals",
        "Creating mechanisms for support, consultation and referrals",
    ),
)
"""The six strategies of Source 002, in its order."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was said to one question, and how far it is in place; None while nobody has said."""

    rating: Rating | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Followed:
    """How far a strategy is followed, and with what; None while nobody has said."""

    progress: Progress | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class ReviewDetails:
    """What is asked in a review; what is left open may be answered later."""

    on_date: date
    took_part: str = ""
    answers: Mapping[str, Answer] = field(default_factory=dict)
    """By the code of the question."""
    followed: Mapping[str, Followed] = field(default_factory=dict)
    """By the code of the strategy."""


@dataclass(frozen=True, slots=True)
class PartnershipReview:
    """A review with the token of what is stored."""

    review_id: PartnershipReviewId
    agency_id: AgencyId
    seen: Seen
    details: ReviewDetails

    @property
    def next_on(self) -> date:
        """Return the day on which the next one is suggested."""
        return a_year_after(self.details.on_date)

    def rated(self, rating: Rating) -> int:
        """Return how many of the eight questions have this rating."""
        return sum(answer.rating is rating for answer in self.details.answers.values())

    def at(self, progress: Progress) -> int:
        """Return how many of the six strategies are that far."""
        return sum(one.progress is progress for one in self.details.followed.values())


def a_year_after(day: date) -> date:
    """Return the same day of the next year; the last day of February for a leap day."""
    leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if leap_day else day.day)
