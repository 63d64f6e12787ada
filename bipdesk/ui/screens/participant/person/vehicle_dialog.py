"""A vehicle: what it can be recognised by."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ids import UNSEEN, ParticipantId
from bipdesk.domain.person import Vehicle, VehicleDetails
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.person.record_fields import NO_NUMBER

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService

_WORDS = "One that he has or drives. A vehicle that is his partner's alone is not entered here."


class VehicleDialog(FormDialog):
    """Asks for make, model, colour, year and plate; any one of make, colour and plate will do."""

    def __init__(
        self,
        frame: Frame,
        persons: "PersonService",
        participant_id: ParticipantId,
        vehicle: Vehicle | None,
        parent: QWidget,
    ) -> None:
        """`vehicle` is the one to change, or None for another one."""
        title = "Another vehicle" if vehicle is None else "Change a vehicle"
        super().__init__(frame, parent, title, _WORDS, "Save vehicle")
        self.setObjectName("vehicleDialog")
        self._persons = persons
        self._participant_id = participant_id
        self._vehicle = vehicle
        self.make = line_edit("Make")
        self.model = line_edit("Model")
        self.colour = line_edit("Colour")
        self.year = NumberEdit("Year")
        self.plate = line_edit("Plate")
        for field in (self.make, self.model, self.colour, self.year, self.plate):
            self.add_row(field.accessibleName(), field)
        if vehicle is not None:
            self._show(vehicle.details)
        if vehicle is None:
            self.keep_draft("vehicle", participant_id)
        else:
            self.keep_draft("vehicle", vehicle.vehicle_id, seen=vehicle.seen)

    def submit(self) -> None:
        """Store the vehicle."""
        good = self.checked()
        if self.year.is_wrong():
            self.rows.show("Year", NO_NUMBER)
            self.fit()
            return
        if not good:
            return
        persons, whose, vehicle = self._persons, self._participant_id, self._vehicle
        details = VehicleDetails(
            make=self.make.text().strip(),
            model=self.model.text().strip(),
            colour=self.colour.text().strip(),
            year=self.year.number_or_none(),
            plate=self.plate.text().strip(),
        )
        vehicle_id, seen = (
            (None, UNSEEN) if vehicle is None else (vehicle.vehicle_id, self.typed_on(vehicle.seen))
        )
        self.do(lambda: persons.put_vehicle(whose, details, vehicle_id, seen), "The vehicle is saved.")

    def _show(self, details: VehicleDetails) -> None:
        self.make.setText(details.make)
        self.model.setText(details.model)
        self.colour.setText(details.colour)
        self.year.set_number(details.year)
        self.plate.setText(details.plate)
