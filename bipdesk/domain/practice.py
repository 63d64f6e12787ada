"""The practice record of one participant: chains of events, control logs and skills he practised.

All of it is personal sharing in class (Source 001): it stays in the programme and is in no letter.
"""

from dataclasses import dataclass
from uuid import UUID

from bipdesk.domain.chain import ChainDetails
from bipdesk.domain.control_log import ControlLogDetails
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.domain.skill import SkillPracticeDetails

NO_NAMES = "Write no names of a partner or children. What a partner has said belongs to the safety officer."


@dataclass(frozen=True, slots=True)
class FiledChain:
    """A chain of events on file."""

    row_id: UUID
    details: ChainDetails
    seen: Seen = UNSEEN
    by: str = ""
    """Who put it on file; "" when that person is not known here."""


@dataclass(frozen=True, slots=True)
class FiledLog:
    """A control log on file."""

    row_id: UUID
    details: ControlLogDetails
    seen: Seen = UNSEEN
    by: str = ""


@dataclass(frozen=True, slots=True)
class FiledPractice:
    """One time that he practised a skill, on file."""

    row_id: UUID
    details: SkillPracticeDetails
    seen: Seen = UNSEEN
    by: str = ""


@dataclass(frozen=True, slots=True)
class PracticeFile:
    """All that the tab shows of one participant, each kind newest first."""

    participant_id: ParticipantId
    case_number: str
    chains: tuple[FiledChain, ...]
    logs: tuple[FiledLog, ...]
    practices: tuple[FiledPractice, ...]
    lists: PracticeLists
    steps: tuple[tuple[str, str], ...] = ()
    """Code and title of the sessions that an entry can be tied to, in the order of his curriculum."""
    conflicts: tuple[str, ...] = ()
    """What two people changed without seeing each other's change."""

    def step_title(self, code: str) -> str:
        """Return the title of a session, or "" for none and for one that his curriculum has not."""
        return dict(self.steps).get(code, "")
