"""What the screen of one group and its dialogs ask."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bipdesk.domain.clock import Clock
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.groups.cancellations import CancellationService
    from bipdesk.services.groups.checks import GroupCheckService
    from bipdesk.services.groups.members import GroupMemberService
    from bipdesk.services.groups.service import GroupService
    from bipdesk.services.participants import ParticipantService
    from bipdesk.services.session_sheets import SessionSheetService
    from bipdesk.services.staff import StaffService


@dataclass(frozen=True, slots=True)
class GroupServices:
    """The services of the screen of one group."""

    groups: "GroupService"
    members: "GroupMemberService"
    cancellations: "CancellationService"
    checks: "GroupCheckService"
    participants: "ParticipantService"
    sheets: "SessionSheetService"
    staff: "StaffService"
    blanks: "BlankFormService"
    clock: "Clock"
