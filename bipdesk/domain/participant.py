"""Participants: who is in the programme, as the records side knows them."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import GroupId, NoteId, ParticipantId, ReferralId, Seen
from bipdesk.domain.referral import ReferralDetails, Status


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """What intake writes down about the participant himself; nothing about people to be protected."""

    given_name: str
    family_name: str
    called: str = ""
    date_of_birth: date | None = None
    phone: str = ""
    language: str = ""
    interpreter: bool = False


def check_names(person: PersonDetails) -> None:
    """Say which of his names is missing.

    Raises:
        NothingEntered.
    """
    if not person.given_name.strip():
        raise NothingEntered(field="Given name")
    if not person.family_name.strip():
        raise NothingEntered(field="Family name")


@dataclass(frozen=True, slots=True)
class EarlierParticipant:
    """Somebody whom only the paper files tell of: who he was, who sent him, and how it ended."""

    person: PersonDetails
    referral: ReferralDetails
    status: Status
    since: date


@dataclass(frozen=True, slots=True)
class ListedParticipant:
    """A participant as the list finds him, before his journey is looked at."""

    participant_id: ParticipantId
    case_number: str
    given_name: str
    family_name: str
    status: Status
    group_id: GroupId | None
    """None when he is in no group now."""
    group_name: str
    """Empty when he is in no group now."""
    curriculum_id: str
    """Of the latest group; empty when he was never in one."""


@dataclass(frozen=True, slots=True)
class ParticipantRow:
    """One line of the list of participants."""

    participant_id: ParticipantId
    case_number: str
    given_name: str
    family_name: str
    status: Status
    group_name: str
    attended: int
    owed: int
    last_seen_on: date | None
    same_as: tuple[str, ...] = ()
    """Case numbers of other files of the same person."""


class NoteClass(StrEnum):
    """A risk note may be disclosed to agencies; a class note never leaves (Source 001)."""

    RISK = "risk"
    CLASS = "class"

    @property
    def label(self) -> str:
        """Return the words shown beside a note of this class."""
        return "Risk, may be disclosed" if self is NoteClass.RISK else "Class, confidential"


@dataclass(frozen=True, slots=True)
class Note:
    """A note about the participant, written by staff."""

    note_id: NoteId
    note_class: NoteClass
    written_on: date
    author: str
    text: str


@dataclass(frozen=True, slots=True)
class ParticipantFile:
    """All that the participant screen shows of one person's records."""

    participant_id: ParticipantId
    seen: Seen
    case_number: str
    person: PersonDetails
    referral_id: ReferralId
    referral_seen: Seen
    referral: ReferralDetails
    status: Status
    status_since: date
    waiver_signed_on: date | None
    waiver_revoked_on: date | None
    group_name: str
    group_joined_on: date | None
    latest_notes: tuple[Note, ...]
    conflicts: tuple[str, ...] = ()
    """Names of fields that two people changed without seeing each other's change."""
    waiver_over: bool = False
    """The signed waiver has run out, or lacks a recipient without whom nobody is accepted."""
