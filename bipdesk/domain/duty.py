"""Duties: what is due to somebody by a date; derived from facts, never stored."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.no_longer_due import NoLongerDue


class DutyKind(StrEnum):
    """What is to be done; the screen gives each kind its button."""

    PRINT_SHEET = "print-sheet"
    TAKE_REGISTER = "take-register"
    GET_WAIVER = "get-waiver"
    CONTACT = "contact"
    ASSESS = "assess"
    DECIDE = "decide"
    ASSESS_AGAIN = "assess-again"
    DOCUMENT = "document"
    ACCEPT = "accept"
    CATCH_UP = "catch-up"
    ONE_TO_ONE = "one-to-one"
    REVIEW = "review"
    HAND_OVER = "hand-over"
    SEND_BUNDLE = "send-bundle"
    PLACE_IN_GROUP = "place-in-group"
    RECOVERY_CODE = "recovery-code"
    STAFF_ENDS = "staff-ends"
    OFFICER_SIGNS_IN = "officer-signs-in"
    REFERRAL_BEGUN = "referral-begun"
    HARM_NOW = "harm-now"
    ASSESS_RISK = "assess-risk"
    REVIEW_FLAG = "review-flag"
    BREAK_TOO_LONG = "break-too-long"
    RISK_ACTION = "risk-action"
    RENEW_AGREEMENT = "renew-agreement"
    AGENCY_STEP = "agency-step"
    COMMUNITY_STEP = "community-step"
    SEND_REVOCATION = "send-revocation"
    SEND_REJECTION = "send-rejection"
    READINESS = "readiness"
    EVIDENCE_ENDS = "evidence-ends"
    TELL_NOW = "tell-now"
    WRITE_INCIDENT = "write-incident"
    NOTICE_INCIDENT = "notice-incident"
    NOTICE_NON_COMPLIANCE = "notice-non-compliance"
    NOTICE_LEVEL = "notice-level"
    NOTICE_ENROLMENT = "notice-enrolment"
    NOTICE_STATUS = "notice-status"
    NOTICE_INTERIM = "notice-interim"
    NOTICE_COMPLETION = "notice-completion"
    NOTICE_TERMINATION = "notice-termination"
    EXIT_SUMMARY = "exit-summary"
    SEND_EXIT_SUMMARY = "send-exit-summary"
    STATUS_REPORTS = "status-reports"
    PROGRAMME_RETURN = "programme-return"
    REVIEW_ABSENCE = "review-absence"
    INTERIM_REVIEW = "interim-review"
    SIGN_COMPLETION = "sign-completion"
    GOAL_REVIEW = "goal-review"
    GOAL_STEP = "goal-step"
    APPOINTMENT = "appointment"
    GROUP_SIZE = "group-size"
    SOLO_LIMIT = "solo-limit"
    NO_FACILITATOR = "no-facilitator"


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing due: for whom, what, by when."""

    kind: DutyKind
    subject_id: UUID
    """The participant or session it is about."""
    title: str
    detail: str
    due_on: date | None
    citation: str = ""
    """The rule it follows from and where it stands: "WAC 388-60B-0425(6)", or "House rule: ..."."""
    to: str = ""
    """Whom it is owed to, where that is somebody outside."""
    discharged_by: str = ""
    """What ends it, in a few words: "The notice, printed and sent"."""
    for_coordinator: bool = False
    """Nobody else sees it: what it is about is for coordinators only."""

    def days_left(self, today: date) -> int | None:
        """Return days from `today` to the due date; negative when overdue, None without a date."""
        return None if self.due_on is None else (self.due_on - today).days


@dataclass(frozen=True, slots=True)
class TonightGroup:
    """A group that meets today."""

    session_id: UUID
    group_name: str
    starts: str
    ends: str
    place: str
    title: str
    """For example "My Thinking 5 of 6"."""
    number: str
    """For example "Group session 11 of 24"."""
    facilitators: tuple[str, ...]
    expected: int
    marked: int
    closed: bool
    remark: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """The programme at a glance."""

    in_programme: int
    waiting: int
    longest_wait_days: int
    two_or_more_owed: int
    completed_this_year: int


@dataclass(frozen=True, slots=True)
class BundleStanding:
    """How the exchange with the county stands."""

    county: UUID
    written: int
    last_written_on: date
    """The day the county was enrolled while none has been written."""
    confirmed_on: date | None
    """The day a receipt last came back."""
    unconfirmed: int


@dataclass(frozen=True, slots=True)
class Today:
    """All that the start screen shows."""

    on_date: date
    due: tuple[Duty, ...]
    decisions: tuple[Duty, ...]
    tonight: tuple[TonightGroup, ...]
    numbers: Numbers
    last_bundle_on: date | None
    """The day the county last confirmed a bundle by a receipt."""
    written_unconfirmed: int
    """Bundles written since then without a receipt."""
    no_longer: tuple[NoLongerDue, ...] = ()
    """What was due and disappeared lately because a fact was taken back."""
