"""The next appointment, made before he goes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.appointment import AppointmentDetails, How
from bipdesk.domain.ids import StaffId
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.screens.participant.goals.appointment_dialogs import NO_TIME
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.time_edit import TimeEdit

_USUAL = 60


class NextFields(QWidget):
    """Without a day there is no next appointment."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.rows = FormRows()
        self.step = Choice("Next appointment for", (("Another 1-2-1", ""),))
        self.on_date = DateEdit("Next appointment on")
        self.at = TimeEdit("Next appointment at")
        self.minutes = NumberEdit("Minutes planned")
        self.how = Choice("Next appointment: how", tuple((how.label, how) for how in How))
        self.place = line_edit("Next appointment: place")
        grid = FieldGrid(look, narrowest=150, widest=6)
        for label, field, also in (
            ("Day", self.on_date, "Next appointment"),
            ("Time", self.at, ""),
            ("Minutes planned", self.minutes, ""),
            ("For", self.step, ""),
            ("How", self.how, ""),
            ("Place", self.place, ""),
        ):
            grid.add(self.rows.add(label, field, also=also))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)

    def begin(self, steps: tuple[tuple[str, str], ...]) -> None:
        """Show nothing yet; `steps` are code and title of what it can be for."""
        offered: tuple[tuple[str, object], ...] = tuple((title, code) for code, title in steps)
        self.step.set_choices((*offered, ("Another 1-2-1", "")))
        self.step.set_value("")
        self.on_date.set_date(None)
        self.at.set_time(None)
        self.minutes.set_number(_USUAL)
        self.how.set_value(How.ROOM)
        self.place.setText("")

    def checked(self) -> bool:
        """Say whether it can be read; what is wrong stands under its field."""
        good = self.rows.check()
        if good and self.on_date.date_or_none() is not None and self.at.time_or_none() is None:
            self.rows.show("Time", NO_TIME)
            return False
        return good

    def details(self, staff_id: StaffId | None) -> AppointmentDetails | None:
        """Return the appointment, or None without a day."""
        on_date, at, how = self.on_date.date_or_none(), self.at.time_or_none(), self.how.value()
        if on_date is None or at is None:
            return None
        return AppointmentDetails(
            on_date=on_date,
            at=at,
            step_code=str(self.step.value() or ""),
            minutes=self.minutes.number_or_none() or 0,
            how=how if isinstance(how, How) else How.ROOM,
            place=self.place.text().strip(),
            staff_id=staff_id,
        )
