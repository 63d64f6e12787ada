"""What the pages about agencies need of the programme."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bipdesk.domain.blank_form import BlankForm
from bipdesk.domain.clock import Clock
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button

if TYPE_CHECKING:
    from bipdesk.services.agencies import AgencyService
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.partnerships import PartnershipService
    from bipdesk.services.service_directory import ServiceDirectoryService


@dataclass(frozen=True, slots=True)
class AgencyServices:
    """The services behind the pages about agencies, and the day."""

    agencies: "AgencyService"
    partnerships: "PartnershipService"
    directory: "ServiceDirectoryService"
    blanks: "BlankFormService"
    clock: Clock

    @property
    def today(self) -> date:
        """Return the day."""
        return self.clock.today()

    def blank_button(self, frame: Frame, form: BlankForm) -> Button:
        """Return the button that prints `form` without anything in it."""
        return blank_button(frame, self.blanks, form, small=False)
