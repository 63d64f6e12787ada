"""What the register's page asks for its work."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bipdesk.services.guests import GuestService
    from bipdesk.services.notes import NoteService
    from bipdesk.services.registers.service import RegisterService
    from bipdesk.services.session_sheets import SessionSheetService
    from bipdesk.services.staff import StaffService
    from bipdesk.services.visitors import VisitorService


@dataclass(frozen=True, slots=True)
class RegisterServices:
    """The services behind one page."""

    registers: "RegisterService"
    sheets: "SessionSheetService"
    notes: "NoteService"
    guests: "GuestService"
    visitors: "VisitorService"
    staff: "StaffService"
