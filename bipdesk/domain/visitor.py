"""Visitors of a group: who came, from where, and the confidentiality agreement he signed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.ids import Seen, SessionId, VisitId, VisitorId
from bipdesk.domain.site import Paper


class VisitorRole(StrEnum):
    """Why somebody who is neither participant nor facilitator sits in the room."""

    OBSERVER = "observer"
    TRAINEE = "trainee"
    SUPERVISOR = "supervisor"
    INTERPRETER = "interpreter"
    INSPECTOR = "inspector"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the word for this role."""
        return self.value.capitalize()


@dataclass(frozen=True, slots=True)
class VisitorDetails:
    """What is written about a visitor."""

    name: str
    organisation: str
    role: VisitorRole
    signed_on: date | None = None
    """The day on his confidentiality agreement, which is kept on paper; None: none is on file."""


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody who has visited a group: remembered for the next time."""

    visitor_id: VisitorId
    seen: Seen
    details: VisitorDetails

    def signed_by(self, day: date) -> bool:
        """Say whether he had signed when he was there on `day`."""
        return self.details.signed_on is not None and self.details.signed_on <= day


@dataclass(frozen=True, slots=True)
class Visit:
    """One visitor at one session."""

    visit_id: VisitId
    session_id: SessionId
    visitor: Visitor


def unsigned(visits: tuple[Visit, ...], on_date: date) -> tuple[str, ...]:
    """Return the names of the visitors who had not signed on the day, in order of the visits."""
    return tuple(visit.visitor.details.name for visit in visits if not visit.visitor.signed_by(on_date))


@dataclass(frozen=True, slots=True)
class AgreementPaper:
    """What the confidentiality agreement of a visitor is printed with; empty names print as lines."""

    programme_name: str
    visitor: str = ""
    organisation: str = ""
    paper: Paper = Paper.A4
    language: str = "en"
