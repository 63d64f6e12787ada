"""Referrals: how a participant comes into the programme, under what order, and where it stands."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.errors import NothingEntered, WrongDate, WrongStatus
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen


class Status(StrEnum):
    """Where a referral stands; dated changes, never lost. Before acceptance he is a potential participant."""

    REFERRED = "referred"
    CONTACTED = "contacted"
    ASSESSED = "assessed"
    SUITABLE = "suitable"
    UNSUITABLE = "unsuitable"
    ACCEPTED = "accepted"
    WAITING = "waiting"
    IN_PROGRAMME = "in-programme"
    COMPLETED = "completed"
    LEFT = "left"

    @property
    def label(self) -> str:
        """Return the words for this status."""
        return {
            Status.WAITING: "Waiting to start",
            Status.IN_PROGRAMME: "In programme",
        }.get(self, self.value.capitalize())


NEXT: Mapping[Status, frozenset[Status]] = MappingProxyType(
    {
        Status.REFERRED: frozenset({Status.CONTACTED, Status.LEFT}),
        Status.CONTACTED: frozenset({Status.ASSESSED, Status.LEFT}),
        Status.ASSESSED: frozenset({Status.SUITABLE, Status.UNSUITABLE, Status.LEFT}),
        Status.SUITABLE: frozenset({Status.ACCEPTED, Status.ASSESSED, Status.LEFT}),
        # Source 003: extreme denial can be assessed again later; a coordinator may override the rest.
        Status.UNSUITABLE: frozenset({Status.ASSESSED, Status.SUITABLE, Status.LEFT}),
        Status.ACCEPTED: frozenset({Status.WAITING, Status.IN_PROGRAMME, Status.LEFT}),
        Status.WAITING: frozenset({Status.IN_PROGRAMME, Status.LEFT}),
        Status.IN_PROGRAMME: frozenset({Status.COMPLETED, Status.LEFT}),
        Status.COMPLETED: frozenset(),
        Status.LEFT: frozenset(),
    }
)
"""Every change of status that is allowed; taking one back is another thing (`before_last`)."""
INTAKE = (Status.REFERRED, Status.CONTACTED, Status.ASSESSED, Status.SUITABLE)
"""On the way to acceptance: somebody has something to do next."""
REJECTED = frozenset({Status.UNSUITABLE})
HERE = frozenset({Status.ACCEPTED, Status.WAITING, Status.IN_PROGRAMME})
"""Accepted, and not at the end."""
FINISHED = frozenset({Status.COMPLETED, Status.LEFT})
OVER = FINISHED | REJECTED
"""Nothing more comes of this referral; he may be referred again."""


class ReferralKind(StrEnum):
    """How a participant comes: by order of a court, or of his own will (Source 000)."""

    COURT_ORDERED = "court-ordered"
    VOLUNTARY = "voluntary"


class OrderKind(StrEnum):
    """What he is under."""

    NONE = ""
    ORDER = "order"
    LICENCE = "licence"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {OrderKind.NONE: "None", OrderKind.ORDER: "Order of a court", OrderKind.LICENCE: "Licence"}[
            self
        ]


@dataclass(frozen=True, slots=True)
class ReferralDetails:
    """Who sent him, under what order, and until when."""

    kind: ReferralKind
    referrer: str
    referred_on: date
    court_case: str = ""
    order_ends_on: date | None = None
    hearing_on: date | None = None
    referrer_person: str = ""
    agency_id: UUID | None = None
    """The referring agency in the register of agencies; None while only its name is known."""
    order_kind: OrderKind = OrderKind.NONE
    court: str = ""
    order_made_on: date | None = None
    order_begins_on: date | None = None
    required_sessions: int | None = None
    conditions: str = ""
    """What the order demands of him, without anything about the people it protects."""


@dataclass(frozen=True, slots=True)
class ReferralState:
    """A referral with where it stands."""

    referral_id: ReferralId
    participant_id: ParticipantId
    seen: Seen
    details: ReferralDetails
    status: Status
    since: date


@dataclass(frozen=True, slots=True)
class ReferralEvent:
    """One change of a referral's status: when, by whom, and why."""

    event_id: UUID
    referral_id: ReferralId
    status: Status
    on_date: date
    by: str
    reason: str = ""
    takes_back: bool = False
    """The change before it was a mistake: the referral stands again where it stood."""


@dataclass(frozen=True, slots=True)
class ReferralFile:
    """A referral with every change of where it stood, oldest first."""

    state: ReferralState
    events: tuple[ReferralEvent, ...]


def check_move(before: Status, after: Status) -> None:
    """Say whether a referral may go from one status to another.

    Raises:
        WrongStatus: when it may not.
    """
    if after not in NEXT[before]:
        raise WrongStatus(status=before.label.lower())


def check_order(since: date, on_date: date) -> None:
    """Say whether a change may be of this day.

    Raises:
        WrongDate: when it would come before the change it follows.
    """
    if on_date < since:
        raise WrongDate(field="The date", reason=f"the step before it was on {day_in_words(since)}")


def standing(events: Sequence[ReferralEvent]) -> tuple[ReferralEvent, ...]:
    """Return the changes that are in force, oldest first: without mistakes and what took them back."""
    left: list[ReferralEvent] = []
    for event in events:
        if not event.takes_back:
            left.append(event)
        elif len(left) > 1:
            left.pop()
    return tuple(left)


def check_referral(referral: ReferralDetails) -> None:
    """Say what a referral lacks: whoever is ordered to come was sent by somebody, a volunteer by nobody.

    Raises:
        NothingEntered, WrongDate.
    """
    if referral.kind is ReferralKind.COURT_ORDERED and not referral.referrer.strip():
        raise NothingEntered(field="Referred by")
    begins, ends = referral.order_begins_on or referral.order_made_on, referral.order_ends_on
    if begins is not None and ends is not None and ends < begins:
        raise WrongDate(field="Order ends", reason="it is before the order begins")
