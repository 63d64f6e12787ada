"""What was due and is not any more."""

from dataclasses import dataclass

from bipdesk.domain.duties.facts import Withdrawn
from bipdesk.domain.ids import ParticipantId


@dataclass(frozen=True, slots=True)
class NoLongerDue:
    """What was due and is not any more, because its fact was taken back; derived, so nobody can delete it."""

    participant_id: ParticipantId
    name: str
    what: str
    to: str
    fact: str
    withdrawn: Withdrawn
    citation: str
