"""The services that the tab Goals and the page of a 1-2-1 use."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import ParticipantId

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.goals import GoalService
    from bipdesk.services.one_to_ones import OneToOneService


@dataclass(frozen=True, slots=True)
class GoalServices:
    """Goals, 1-2-1s, blank forms, the clock."""

    goals: "GoalService"
    one_to_ones: "OneToOneService"
    blanks: "BlankFormService"
    clock: Clock


@dataclass(frozen=True, slots=True)
class OneToOneWanted:
    """What the page of a 1-2-1 is opened for."""

    participant_id: ParticipantId
    step_code: str = ""
    """The step it is for; "" for the first that is open."""
    change_id: UUID | None = None
    """A 1-2-1 on file that is written over."""
