"""What the page of the programme asks with, and what it shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bipdesk.domain.fee import FeeScale
from bipdesk.domain.site import Site
from bipdesk.domain.staff import StaffMember

if TYPE_CHECKING:
    from bipdesk.services.fees import FeeService
    from bipdesk.services.recovery_codes import RecoveryCodeService
    from bipdesk.services.site import SiteService
    from bipdesk.services.staff import StaffService


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """The programme as read at one moment."""

    site: Site
    staff: tuple[StaffMember, ...]
    code_on_paper: bool
    fees: FeeScale


@dataclass(frozen=True, slots=True)
class ProgrammeServices:
    """The services that the page and its dialogs use."""

    site: "SiteService"
    staff: "StaffService"
    recovery: "RecoveryCodeService"
    fees: "FeeService"

    def view(self) -> ProgrammeView:
        """Return everything the page shows; on the database thread."""
        return ProgrammeView(
            self.site.get(), self.staff.list(), self.recovery.is_on_paper(), self.fees.scale()[0]
        )
