"""Entering or changing somebody who works at an agency."""

from functools import partial

from PySide6.QtWidgets import QWidget

from bipdesk.domain.agency import PersonAtAgency, StoredAgency, StoredPerson
from bipdesk.domain.agency_blanks import AGENCY_BLANK
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.record_dialog import RecordDialog
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = "Who leaves gets a date: letters and notes of that time stay understandable."


class PersonDialog(RecordDialog):
    """Name, function, how to reach her or him, and when she or he left."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: AgencyServices,
        agency: StoredAgency,
        person: StoredPerson | None = None,
    ) -> None:
        title = f"Person at {agency.details.name}"
        super().__init__(frame, parent, title, _WORDS, "Save person")
        self.setObjectName("personDialog")
        self._agencies = services.agencies
        self._agency_id = agency.agency_id
        self._person = person
        self.name = line_edit("Name")
        self.function = line_edit("Function")
        self.phone = line_edit("Phone")
        self.email = line_edit("Email")
        self.left_on = DateEdit("Left on")
        self.add_cell("Name", self.name, required=True)
        self.add_cell("Function", self.function)
        self.add_cell("Phone", self.phone)
        self.add_cell("Email", self.email)
        self.add_cell("Left on", self.left_on)
        self.offer_blank(services, AGENCY_BLANK)
        if person is not None:
            self._show(person)
        self.keep_draft("agency-person", person.person_id if person else agency.agency_id)

    def submit(self) -> None:
        """Save the person."""
        if not self.checked():
            return
        details = PersonAtAgency(
            name=self.name.text().strip(),
            function=self.function.text().strip(),
            phone=self.phone.text().strip(),
            email=self.email.text().strip(),
            left_on=self.left_on.date_or_none(),
        )
        person = self._person
        if person is None:
            self.do(
                partial(self._agencies.add_person, self._agency_id, details), f"{details.name} is entered."
            )
        else:
            change = partial(self._agencies.update_person, person.person_id, details, person.seen)
            self.do(change, f"{details.name} is saved.")

    def _show(self, person: StoredPerson) -> None:
        details, service = person.details, self._agencies
        self.name.setText(details.name)
        self.function.setText(details.function)
        self.phone.setText(details.phone)
        self.email.setText(details.email)
        self.left_on.set_date(details.left_on)
        self.offer_removal(
            partial(service.remove_person, person),
            partial(service.bring_person_back, person.person_id),
            f"{details.name} is taken out.",
        )
