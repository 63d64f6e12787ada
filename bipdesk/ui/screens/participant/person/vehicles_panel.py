"""Vehicles he has or uses."""

from typing import TYPE_CHECKING

from bipdesk.domain.person import PersonFile, Vehicle
from bipdesk.ui.format import joined
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.person.vehicle_dialog import VehicleDialog
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.persons import PersonService


class VehiclesPanel(ListedPanel):
    """One line for each vehicle; a removed one can be put back."""

    def __init__(self, tab: FileTab, persons: "PersonService") -> None:
        super().__init__(tab.frame.look, "Vehicles", "", ("Add a vehicle", lambda: self._open(None)))
        self._tab = tab
        self._frame = tab.frame
        self._persons = persons

    def show_file(self, file: PersonFile) -> None:
        """Show the vehicles of this file."""
        self.show_lines((self._vehicle(each) for each in file.vehicles), "None was entered.")

    def _vehicle(self, vehicle: Vehicle) -> DutyLine:
        details = vehicle.details
        title = f"{details.make} {details.model}".strip() or details.colour
        year = str(details.year) if details.year else ""
        return self.line(
            Pill(details.plate or "No plate", State.NEUTRAL),
            title or "Vehicle",
            joined(details.colour, year),
            ("Change", lambda: self._open(vehicle)),
            ("Remove", lambda: self._on_remove(vehicle, title)),
        )

    def _open(self, vehicle: Vehicle | None) -> None:
        if self._tab.participant_id is not None:
            VehicleDialog(self._frame, self._persons, self._tab.participant_id, vehicle, self).open()

    def _on_remove(self, vehicle: Vehicle, title: str) -> None:
        tasks, persons = self._frame.tasks, self._persons

        def undo() -> None:
            tasks.change(self, lambda: persons.restore_vehicle(vehicle.vehicle_id))

        tasks.change(
            self,
            lambda: persons.remove_vehicle(vehicle.vehicle_id, vehicle.seen),
            lambda _changes: self._frame.notify(f"The vehicle ({title}) is removed.", undo),
        )
