"""Partners: survivors as the safety officer knows them; valid with a code and a safe-contact rule alone."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.ids import ContactId, ParticipantId, PartnerId, Seen


class Channel(StrEnum):
    """How a contact took place."""

    PHONE = "phone"
    VISIT = "visit"
    LETTER = "letter"
    VIDEO = "video"
    OTHER = "other"


class Support(StrEnum):
    """What she has chosen; declining is as valid as accepting, and service never depends on it."""

    NOT_YET_ASKED = "not-yet-asked"
    ACCEPTED = "accepted"
    DECLINED = "declined"

    @property
    def label(self) -> str:
        """Return the words for this choice."""
        return {
            Support.NOT_YET_ASKED: "Not yet asked",
            Support.ACCEPTED: "Support accepted",
            Support.DECLINED: "Support declined",
        }[self]


@dataclass(frozen=True, slots=True)
class SafeContactRule:
    """How she may be reached without danger; always in sight before any contact."""

    allowed: bool = False
    """False until she has said how: then nobody calls."""
    ways: str = ""
    """For example "Call weekdays 10:00 to 14:00, ask for the library"."""
    never: str = ""
    """For example "Never text, never leave a message"."""
    code_word: str = ""
    agreed_on: date | None = None


@dataclass(frozen=True, slots=True)
class Partner:
    """A current or former partner of a participant."""

    partner_id: PartnerId
    seen: Seen
    code: str
    name: str
    participant_id: ParticipantId | None
    """The link lives here, in the safety file only."""
    participant_name: str
    """Read from the records when shown; empty when there is no link."""
    support: Support
    rule: SafeContactRule
    remarks: str
    last_contact_on: date | None = None


@dataclass(frozen=True, slots=True)
class PartnerDetails:
    """What an officer writes about her."""

    code: str
    name: str = ""
    participant_id: ParticipantId | None = None
    support: Support = Support.NOT_YET_ASKED
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One contact with her."""

    contact_id: ContactId
    on_date: date
    channel: Channel
    summary: str
    author: str


@dataclass(frozen=True, slots=True)
class PartnerFile:
    """All that the safety workspace shows of her."""

    partner: Partner
    contacts: tuple[Contact, ...]
    attendance: tuple[str, ...]
    """What the records tell about him, as short sentences, newest first."""
