"""What a command touched, so that each screen can reload what is its own."""

from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import Seen


class Topic(StrEnum):
    """Something that screens show and commands change."""

    PARTICIPANTS = "participants"
    GROUPS = "groups"
    REGISTER = "register"
    NOTES = "notes"
    COUNTY = "county"
    SITE = "site"
    STAFF = "staff"
    SAFETY = "safety"
    FEES = "fees"
    IMPORTS = "imports"
    PAPERS = "papers"
    PERSON = "person"
    RISK = "risk"
    AGENCIES = "agencies"
    SERVICES = "services"
    READINESS = "readiness"
    FORMS = "forms"
    SUITABILITY = "suitability"
    ENDINGS = "endings"
    CURRICULA = "curricula"
    PRACTICE = "practice"
    NOTICES = "notices"
    GOALS = "goals"


@dataclass(frozen=True, slots=True)
class Changes:
    """The answer of every command: the topics it touched, the row it made or changed, and its new token."""

    topics: frozenset[Topic]
    row_id: UUID | None = None
    seen: Seen = field(default=Seen(""))
