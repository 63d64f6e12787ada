"""How somebody's time in the programme ends: what kind of end it was, why, and what follows from it.

Kinds of end matter to courts and differ from place to place (practice, section 1.2): a certificate of
completion, a discharge because he moved or was referred on, a termination because he broke the agreement.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.completion_lines import Line
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen
from bipdesk.domain.referral import Status

VIOLENT_SIGNS_CITATION = "NAC 228.195(3)"
RELEASE_CITATION = "OAR 137-087-0070(2)(a)"
RELEASE_STATEMENT = (
    "Release is not evidence that he is now non-violent. It does not describe behaviour outside the "
    "programme and does not predict future behaviour."
)


class ExitType(StrEnum):
    """What kind of end it was."""

    COMPLETED = "completed"
    DISCHARGED = "discharged"
    TERMINATED = "terminated"
    WITHDREW = "withdrew"
    TRANSFERRED = "transferred"
    DIED = "died"
    ORDER_ENDED = "order-ended"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return _LABELS[self]

    @property
    def meaning(self) -> str:
        """Return one sentence that tells it from the others."""
        return _MEANINGS[self]

    @property
    def status(self) -> Status:
        """Return where it leaves the referral."""
        return Status.COMPLETED if self is ExitType.COMPLETED else Status.LEFT


_LABELS = {
    ExitType.COMPLETED: "Completed",
    ExitType.DISCHARGED: "Discharged",
    ExitType.TERMINATED: "Terminated",
    ExitType.WITHDREW: "Withdrew",
    ExitType.TRANSFERRED: "Transferred",
    ExitType.DIED: "Died",
    ExitType.ORDER_ENDED: "Order ended",
}
_MEANINGS = {
    ExitType.COMPLETED: "All that is asked is met, and two people sign it.",
    ExitType.DISCHARGED: "He cannot go on here through no breach of his: he moved, or was referred on.",
    ExitType.TERMINATED: "The programme ended it because he broke the agreement.",
    ExitType.WITHDREW: "He stopped coming or said that he will not go on.",
    ExitType.TRANSFERRED: "He goes on in another programme.",
    ExitType.DIED: "He died.",
    ExitType.ORDER_ENDED: "The order or licence ended before the programme did.",
}

BEFORE_START = (
    ExitType.WITHDREW,
    ExitType.DISCHARGED,
    ExitType.TRANSFERRED,
    ExitType.ORDER_ENDED,
    ExitType.DIED,
)
"""What can end a referral of somebody who has not begun."""


class ExitReason(StrEnum):
    """Why, as a kind that can be counted."""

    NONE = ""
    MOVED = "moved"
    REFERRED_ON = "referred-on"
    HEALTH = "health"
    ABSENCE = "absence"
    RULES = "rules"
    NOT_TAKING_PART = "not-taking-part"
    VIOLENCE = "violence"
    THREAT = "threat"
    ORDER_BROKEN = "order-broken"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return _REASONS[self]


_REASONS = {
    ExitReason.NONE: "Choose the reason",
    ExitReason.MOVED: "He moved away",
    ExitReason.REFERRED_ON: "Referred on to another service",
    ExitReason.HEALTH: "Health",
    ExitReason.ABSENCE: "Too many absences",
    ExitReason.RULES: "Broke rules of the group",
    ExitReason.NOT_TAKING_PART: "Did not take part or do the work",
    ExitReason.VIOLENCE: "New violence",
    ExitReason.THREAT: "A threat",
    ExitReason.ORDER_BROKEN: "Broke an order of the court",
    ExitReason.OTHER: "Another reason",
}
REASONS_OF: dict[ExitType, tuple[ExitReason, ...]] = {
    ExitType.DISCHARGED: (
        ExitReason.MOVED,
        ExitReason.REFERRED_ON,
        ExitReason.HEALTH,
        ExitReason.OTHER,
    ),
    ExitType.TERMINATED: (
        ExitReason.ABSENCE,
        ExitReason.RULES,
        ExitReason.NOT_TAKING_PART,
        ExitReason.VIOLENCE,
        ExitReason.THREAT,
        ExitReason.ORDER_BROKEN,
        ExitReason.OTHER,
    ),
}
"""The reasons that fit a kind of end; the others need none of a kind."""
ASKS_FOR_VIOLENT_SIGNS = frozenset(
    {ExitType.COMPLETED, ExitType.DISCHARGED, ExitType.TERMINATED, ExitType.WITHDREW, ExitType.ORDER_ENDED}
)
NEEDS_WORDS = frozenset({ExitType.DISCHARGED, ExitType.TERMINATED, ExitType.WITHDREW})


@dataclass(frozen=True, slots=True)
class ExitDetails:
    """How it ended."""

    type: ExitType
    on_date: date
    reason_kind: ExitReason = ExitReason.NONE
    reason: str = ""
    last_contact_on: date | None = None
    """The last day he was seen here; None: the day it ended."""
    violent_signs: bool | None = None
    """Whether he shows signs of violence now; None where nobody was asked."""
    receiving: str = ""
    """The programme he goes on in."""
    authorised_by: str = ""
    """Who, at the supervising authority, authorised the transfer."""
    authorised_on: date | None = None

    @property
    def counts_from(self) -> date:
        """Return the last day of service, from which the exit summary is due."""
        return self.last_contact_on or self.on_date


@dataclass(frozen=True, slots=True)
class TakenBack:
    """That an exit was recorded by mistake."""

    on_date: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExitRecord:
    """An exit on file."""

    exit_id: UUID
    participant_id: ParticipantId
    referral_id: ReferralId
    seen: Seen
    details: ExitDetails
    signed_by: tuple[str, ...] = ()
    """The names of those who signed it; two for a completion."""
    recorded_on: date | None = None
    lines: tuple[Line, ...] = ()
    """The checklist of a completion as it stood when it was signed."""
    taken_back: TakenBack | None = None


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """What the exit summary says; each begins as what the records say and can be put better."""

    dose: str = ""
    attendance: str = ""
    participation: str = ""
    goals: str = ""
    recommendations: str = ""


@dataclass(frozen=True, slots=True)
class ExitSummary:
    """An exit summary on file."""

    summary_id: UUID
    exit_id: UUID
    seen: Seen
    prepared_on: date
    by: str
    words: SummaryWords


def check_exit(details: ExitDetails, today: date) -> None:
    """Say what the record of an exit lacks.

    Raises:
        NothingEntered, DateInFuture, WrongDate.
    """
    if details.on_date > today:
        raise DateInFuture(field="Ended on")
    if details.last_contact_on is not None and details.last_contact_on > details.on_date:
        raise WrongDate(field="Last seen on", reason="it is after the day on which it ended")
    if details.type in REASONS_OF and details.reason_kind not in REASONS_OF[details.type]:
        raise NothingEntered(field="Kind of reason")
    if details.type in NEEDS_WORDS and not details.reason.strip():
        raise NothingEntered(field="Why")
    if details.type in ASKS_FOR_VIOLENT_SIGNS and details.violent_signs is None:
        raise NothingEntered(field="Does he show signs of violence now?")
    if details.type is ExitType.TRANSFERRED and not details.receiving.strip():
        raise NothingEntered(field="Receiving programme")
    if details.authorised_on is not None and details.authorised_on > details.on_date:
        raise WrongDate(field="Authorised on", reason="it is after the day on which he went")


def consequences(details_type: ExitType, violent_signs: bool | None) -> tuple[str, ...]:
    """Return what follows from an exit, sentence by sentence, to be read before it is recorded."""
    found = ["His place in the group ends on this day. Everything recorded stays."]
    if details_type is not ExitType.DIED:
        found.append("An exit summary is to be prepared, and whoever referred him is told.")
    if details_type is ExitType.TRANSFERRED:
        found.append("The packet for the next programme is made ready, as far as his waiver covers it.")
    if violent_signs:
        found.append(
            "Tell the coordinator now. The court gets a statement of how he stands, and the safety officer "
            f"learns of this end on her side ({VIOLENT_SIGNS_CITATION}). Where somebody is in danger now, "
            "the danger panel comes first."
        )
    if details_type is ExitType.COMPLETED:
        found.append(f"{RELEASE_STATEMENT} ({RELEASE_CITATION})")
    return tuple(found)
