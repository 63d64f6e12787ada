"""Waivers of confidentiality: to whom, about what, and until when a participant lets the programme speak.

Source 000: every participant signs one, so that survivors, probation and courts can be told.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import ParticipantId, ReferralId, Seen, WaiverId

DAYS_AFTER_DISCHARGE = 90
"""How long a waiver goes on after discharge (WAC 388-60B-0365)."""
UNTIL_CITATION = "WAC 388-60B-0365"


class RecipientClass(StrEnum):
    """Who may be told, as a kind of office or person."""

    SURVIVORS = "survivors"
    PROBATION = "probation"
    COURTS = "courts"
    CHILD_PROTECTION = "child-protection"
    POLICE = "police"
    PROSECUTORS = "prosecutors"
    HEALTH = "health"
    VICTIM_ADVOCATES = "victim-advocates"
    FAMILY_COURT = "family-court"
    OTHER_PROGRAMMES = "other-programmes"
    OTHER = "other"
    """Nobody as a kind: such a recipient is in a waiver by name or not at all."""

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return _CLASS_LABELS[self]


_CLASS_LABELS = {
    RecipientClass.SURVIVORS: "Survivors",
    RecipientClass.PROBATION: "Probation and parole",
    RecipientClass.COURTS: "Courts",
    RecipientClass.CHILD_PROTECTION: "Child protection",
    RecipientClass.POLICE: "Police",
    RecipientClass.PROSECUTORS: "Prosecutors",
    RecipientClass.HEALTH: "Health services",
    RecipientClass.VICTIM_ADVOCATES: "Victim advocates",
    RecipientClass.FAMILY_COURT: "Guardian, family court",
    RecipientClass.OTHER_PROGRAMMES: "Other programmes of his",
    RecipientClass.OTHER: "Others, by name only",
}

OFFERED = tuple(each for each in RecipientClass if each is not RecipientClass.OTHER)
"""The classes a waiver can name as a kind."""
COMPULSORY = frozenset({RecipientClass.SURVIVORS, RecipientClass.PROBATION, RecipientClass.COURTS})
"""Without these nobody is accepted (Source 000)."""


class DisclosureTopic(StrEnum):
    """What may be told."""

    ATTENDANCE = "attendance"
    PARTICIPATION = "participation"
    DECISION = "decision"
    RISK_NOTES = "risk-notes"
    COMPLETION = "completion"
    NON_COMPLIANCE = "non-compliance"
    PLAN_CHANGES = "plan-changes"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return _TOPIC_LABELS[self]


_TOPIC_LABELS = {
    DisclosureTopic.ATTENDANCE: "Attendance",
    DisclosureTopic.PARTICIPATION: "Taking part",
    DisclosureTopic.DECISION: "Acceptance or rejection",
    DisclosureTopic.RISK_NOTES: "Risk notes",
    DisclosureTopic.COMPLETION: "Completion or end",
    DisclosureTopic.NON_COMPLIANCE: "Broken rules and conditions",
    DisclosureTopic.PLAN_CHANGES: "Changes of the plan",
}


class Direction(StrEnum):
    """Whether the recipients may also tell the programme."""

    TO_THEM = "to-them"
    BOTH_WAYS = "both-ways"

    @property
    def label(self) -> str:
        """Return the words on the screen."""
        return "The programme tells them" if self is Direction.TO_THEM else "Both ways: they may tell us too"


@dataclass(frozen=True, slots=True)
class NamedRecipient:
    """One office or person by name; `agency_id` where it stands in the register of agencies."""

    name: str
    recipient_class: RecipientClass
    agency_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class WaiverTerms:
    """What the paper says, before and after it is signed."""

    recipients: frozenset[RecipientClass]
    named: tuple[NamedRecipient, ...]
    topics: frozenset[DisclosureTopic]
    direction: Direction
    begins_on: date
    ends_on: date | None = None
    """A fixed last day, where one was agreed; otherwise discharge and `days_after_discharge` decide."""
    days_after_discharge: int = DAYS_AFTER_DISCHARGE
    language: str = "en"

    @property
    def missing_classes(self) -> tuple[RecipientClass, ...]:
        """Return the compulsory classes that are not in it, in their usual order."""
        return tuple(each for each in RecipientClass if each in COMPULSORY - self.recipients)

    def last_day(self, discharged_on: date | None) -> date | None:
        """Return the last day it stands; None while he is not discharged and no day was agreed."""
        if self.ends_on is not None:
            return self.ends_on
        return None if discharged_on is None else discharged_on + timedelta(days=self.days_after_discharge)


def default_terms(begins_on: date, language: str = "en") -> WaiverTerms:
    """Return the terms most participants sign: the compulsory classes and every topic."""
    return WaiverTerms(
        recipients=COMPULSORY,
        named=(),
        topics=frozenset(DisclosureTopic),
        direction=Direction.BOTH_WAYS,
        begins_on=begins_on,
        language=language,
    )


@dataclass(frozen=True, slots=True)
class Waiver:
    """A waiver: made, then signed on paper, perhaps revoked."""

    waiver_id: WaiverId
    participant_id: ParticipantId
    referral_id: ReferralId | None
    """The referral it was signed for: with its end the waiver runs out."""
    seen: Seen
    terms: WaiverTerms
    signed_on: date | None
    witnessed_by: str
    revoked_on: date | None

    def stands_on(self, day: date, discharged_on: date | None) -> bool:
        """Say whether it is signed, begun, not revoked and not run out on `day`."""
        if self.signed_on is None or day < max(self.signed_on, self.terms.begins_on):
            return False
        if self.revoked_on is not None and self.revoked_on <= day:
            return False
        last = self.terms.last_day(discharged_on)
        return last is None or day <= last

    def admits(self, day: date, discharged_on: date | None) -> bool:
        """Say whether it is enough to accept him on `day`: standing, with the compulsory classes."""
        return self.stands_on(day, discharged_on) and not self.terms.missing_classes

    def covers(self, recipient_class: RecipientClass, name: str, agency_id: UUID | None = None) -> bool:
        """Say whether this recipient is in it, by class or by name."""
        if recipient_class in self.terms.recipients:
            return True
        wanted = name.casefold().strip()
        return any(
            (agency_id is not None and each.agency_id == agency_id)
            or (bool(wanted) and each.name.casefold().strip() == wanted)
            for each in self.terms.named
        )


def class_by_name(name: str) -> RecipientClass:
    """Return what an office seems to be by its name; the person at the desk sees it and can change it."""
    words = name.casefold()
    signs = (
        ("family court", RecipientClass.FAMILY_COURT),
        ("guardian", RecipientClass.FAMILY_COURT),
        ("probation", RecipientClass.PROBATION),
        ("parole", RecipientClass.PROBATION),
        ("court", RecipientClass.COURTS),
        ("police", RecipientClass.POLICE),
        ("sheriff", RecipientClass.POLICE),
        ("prosecutor", RecipientClass.PROSECUTORS),
        ("child", RecipientClass.CHILD_PROTECTION),
        ("victim", RecipientClass.VICTIM_ADVOCATES),
    )
    return next((found for sign, found in signs if sign in words), RecipientClass.OTHER)
