"""Agencies: who refers, and who works beside the programme; the word partner is never theirs."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.agency_agreement import AgencyAgreement
from bipdesk.domain.ids import AgencyId, AgencyPersonId, Seen
from bipdesk.domain.joint_work import JointWork
from bipdesk.domain.partnership import PartnershipReview


class AgencyKind(StrEnum):
    """What an agency is."""

    COURT = "court"
    PROBATION = "probation"
    CHILD_PROTECTION = "child-protection"
    POLICE = "police"
    HEALTH = "health"
    FAMILY_COURT_ADVISER = "family-court-adviser"
    VICTIM_SERVICE = "victim-service"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return self.value.replace("-", " ").capitalize().replace("Family court", "Family-court")


ALL_KINDS = frozenset(AgencyKind)


class LetterWay(StrEnum):
    """How an agency wants what is written to it."""

    POST = "post"
    BY_HAND = "by-hand"
    ENCRYPTED_EMAIL = "encrypted-email"
    FAX = "fax"
    FILED_ONLINE = "filed-online"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for this way."""
        return {
            LetterWay.POST: "Post",
            LetterWay.BY_HAND: "By hand",
            LetterWay.ENCRYPTED_EMAIL: "Encrypted email",
            LetterWay.FAX: "Fax",
            LetterWay.FILED_ONLINE: "Through its own web page",
            LetterWay.OTHER: "Another way, see the remark",
        }[self]


class LetterLanguage(StrEnum):
    """The languages letters are written in."""

    ENGLISH = "en"
    SPANISH = "es"

    @property
    def label(self) -> str:
        """Return the language's name."""
        return "Spanish" if self is LetterLanguage.SPANISH else "English"


@dataclass(frozen=True, slots=True)
class AgencyDetails:
    """What is asked about an agency itself."""

    kind: AgencyKind
    name: str
    address: str = ""
    """As it stands on an envelope, in lines, without the name."""
    phone: str = ""
    email: str = ""
    letter_way: LetterWay = LetterWay.POST
    letter_remark: str = ""
    """For whose attention, a fax number, when the desk is open."""
    letter_language: LetterLanguage = LetterLanguage.ENGLISH
    refers: bool = False
    works_beside: bool = False


@dataclass(frozen=True, slots=True)
class AgencyChoice:
    """An agency as one chooses it for a referral or a letter."""

    agency_id: AgencyId
    name: str
    kind: AgencyKind


@dataclass(frozen=True, slots=True)
class LetterAddress:
    """What a letter to an agency needs."""

    agency_id: AgencyId
    name: str
    lines: tuple[str, ...]
    """The postal address in lines, without the name."""
    email: str
    way: LetterWay
    remark: str
    language: LetterLanguage


@dataclass(frozen=True, slots=True)
class StoredAgency:
    """An agency with the token of what is stored."""

    agency_id: AgencyId
    seen: Seen
    details: AgencyDetails


@dataclass(frozen=True, slots=True)
class PersonAtAgency:
    """What is asked about somebody who works at an agency."""

    name: str
    function: str = ""
    phone: str = ""
    email: str = ""
    left_on: date | None = None
    """None while she or he is still there."""


@dataclass(frozen=True, slots=True)
class StoredPerson:
    """Somebody at an agency with the token of what is stored."""

    person_id: AgencyPersonId
    agency_id: AgencyId
    seen: Seen
    details: PersonAtAgency


@dataclass(frozen=True, slots=True)
class AgencyLine:
    """One line of the list of agencies."""

    agency_id: AgencyId
    name: str
    kind: AgencyKind
    refers: bool
    works_beside: bool
    phone: str
    letter_way: LetterWay
    agreement: AgencyAgreement | None
    """The one that ends first of those that have not been ended."""
    next_step: JointWork | None
    """The open next step that is due first."""
    last_worked_on: date | None
    reviewed_on: date | None


@dataclass(frozen=True, slots=True)
class AgencyFile:
    """All that the page of one agency shows."""

    agency: StoredAgency
    people: tuple[StoredPerson, ...]
    """Those who are there by name, then those who left."""
    agreements: tuple[AgencyAgreement, ...]
    work: tuple[JointWork, ...]
    """Newest first."""
    reviews: tuple[PartnershipReview, ...]
    """Newest first."""
