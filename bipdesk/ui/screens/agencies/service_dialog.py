"""Entering or changing a service in the directory."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.agency_blanks import SERVICE_BLANK
from bipdesk.domain.service_directory import ServiceDetails, ServiceEntry, ServiceKind
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.record_dialog import RecordDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = "For those whom the programme cannot take. Ring once a year and enter the date: numbers change."


class ServiceDialog(RecordDialog):
    """What the service offers, to whom, where, and how one reaches it."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: AgencyServices,
        entry: ServiceEntry | None = None,
    ) -> None:
        super().__init__(frame, parent, "Service in the directory", _WORDS, "Save service")
        self.setObjectName("serviceDialog")
        self._directory = services.directory
        self._today = services.today
        self._entry = entry
        self.name = line_edit("Name")
        self.kind = Choice("Kind of service", tuple((kind.label, kind) for kind in ServiceKind))
        self.for_whom = line_edit("For whom")
        self.area = line_edit("Area")
        self.phone = line_edit("Phone")
        self.hours = line_edit("Hours")
        self.languages = line_edit("Languages")
        self.cost = line_edit("Cost")
        self.checked_on = DateEdit("Checked on")
        self._lay_out()
        self.offer_blank(services, SERVICE_BLANK)
        if entry is None:
            self.checked_on.set_date(services.today)
            self.keep_draft("service")
        else:
            self._show(entry)
            self.keep_draft("service", entry.entry_id)

    def submit(self) -> None:
        """Save the service."""
        if not self.checked():
            return
        entry, details = self._entry, self.details()
        if entry is None:
            self.do(partial(self._directory.add, details), f"{details.name} is in the directory.")
        else:
            change = partial(self._directory.update, entry.entry_id, details, entry.seen)
            self.do(change, f"{details.name} is saved.")

    def details(self) -> ServiceDetails:
        """Return what is entered."""
        return ServiceDetails(
            name=self.name.text().strip(),
            kind=cast(ServiceKind, self.kind.value()),
            for_whom=self.for_whom.text().strip(),
            area=self.area.text().strip(),
            phone=self.phone.text().strip(),
            hours=self.hours.text().strip(),
            languages=self.languages.text().strip(),
            cost=self.cost.text().strip(),
            checked_on=self.checked_on.date_or_none(),
        )

    def _lay_out(self) -> None:
        self.add_cell("Name", self.name, required=True)
        self.add_cell("Kind of service", self.kind)
        self.add_cell("For whom", self.for_whom)
        self.add_cell("Area", self.area)
        self.add_cell("Phone", self.phone)
        self.add_cell("Hours", self.hours)
        self.add_cell("Languages", self.languages)
        self.add_cell("Cost", self.cost)
        self.add_cell("Checked on", self.checked_on)

    def _show(self, entry: ServiceEntry) -> None:
        details, service = entry.details, self._directory
        self.kind.set_value(details.kind)
        for field, words in (
            (self.name, details.name),
            (self.for_whom, details.for_whom),
            (self.area, details.area),
            (self.phone, details.phone),
            (self.hours, details.hours),
            (self.languages, details.languages),
            (self.cost, details.cost),
        ):
            field.setText(words)
        self.checked_on.set_date(details.checked_on)
        self.offer_removal(
            partial(service.remove, entry),
            partial(service.bring_back, entry.entry_id),
            f"{details.name} is taken out of the directory.",
        )
        checked = Button("Checked today", Kind.QUIET)
        checked.setObjectName("checkedTodayButton")
        checked.clicked.connect(lambda: self.checked_on.set_date(self._today))
        self.buttons.insertWidget(1, checked)
