"""What the tab of notices and the page of notices show."""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.disclosure import Recipient
from bipdesk.domain.duties.owed import Owed, OwedBy
from bipdesk.domain.duty import Duty
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.incident import Incident
from bipdesk.domain.no_longer_due import NoLongerDue
from bipdesk.domain.notice import Notice


@dataclass(frozen=True, slots=True)
class NoticeFile:
    """One participant's incidents, what is owed because of them and of all else, and what was told."""

    participant_id: ParticipantId
    today: date
    due: tuple[Owed, ...]
    incidents: tuple[Incident, ...]
    sent: tuple[Notice, ...]
    no_longer: tuple[NoLongerDue, ...]
    recipients: tuple[Recipient, ...]
    """To whom one could tell it: his referrer first."""


@dataclass(frozen=True, slots=True)
class ProgrammeNotices:
    """What is owed about everybody, and by the programme itself."""

    today: date
    due: tuple[Duty, ...]
    returns: tuple[OwedBy, ...]
    sent: tuple[Notice, ...]
    """Returns that were sent, the newest first."""
    no_longer: tuple[NoLongerDue, ...]
