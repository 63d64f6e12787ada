"""What is asked to plan a group."""

from datetime import date, time, timedelta
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.group import GroupDetails
from bipdesk.domain.ids import StaffId
from bipdesk.domain.staff import StaffMember
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.screens.groups.words import NOT_WHOLE, PLACES, UNCONVICTED
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.time_edit import TimeEdit

EVENING = time(18, 30)
NAME, FIRST, STARTS, LENGTH = "Name of the group", "First session", "Starts at", "Length in minutes"


class PlanFields(QWidget):
    """The fields of `GroupDetails`; `edited` is emitted whenever the plan may have changed."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._curricula: dict[str, Curriculum] = {}
        self._staff: tuple[StaffMember, ...] = ()
        self.rows = FormRows()
        self.name = line_edit(NAME, "Thursday group")
        self.curriculum = Choice("Curriculum")
        self.first_date = DateEdit(FIRST)
        self.every_weeks = Choice("How often", (("Every week", 1), ("Every fortnight", 2)))
        self.starts_at = TimeEdit(STARTS, EVENING)
        self.length = line_edit(LENGTH)
        self.length.setValidator(QIntValidator(15, 600, self))
        self.place = line_edit("Place", "Grange Hall")
        self.first_facilitator = Choice("First facilitator")
        self.second_facilitator = Choice("Second facilitator")
        self.places, self.unconvicted = NumberEdit(PLACES), NumberEdit(UNCONVICTED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid(look))
        self._listen()

    def _grid(self, look: Look) -> FieldGrid:
        grid = FieldGrid(look, narrowest=200, widest=2)
        grid.add(self.rows.add(NAME, self.name, required=True))
        grid.add(self.rows.add("Curriculum", self.curriculum))
        grid.add(self.rows.add(FIRST, self.first_date, required=True))
        grid.add(self.rows.add("How often", self.every_weeks))
        grid.add(self.rows.add(STARTS, self.starts_at, required=True))
        grid.add(self.rows.add(LENGTH, self.length, required=True))
        grid.add(self.rows.add("First facilitator", self.first_facilitator))
        grid.add(self.rows.add("Second facilitator", self.second_facilitator))
        grid.add(self.rows.add("Place", self.place, required=True))
        grid.add(self.rows.add(PLACES, self.places))
        grid.add(self.rows.add(UNCONVICTED, self.unconvicted))
        return grid

    def begin(self, today: date) -> None:
        """Empty the fields; a first evening a week ahead is offered."""
        for field in (self.name, self.place, self.places, self.unconvicted):
            field.clear()
        self.first_date.set_date(today + timedelta(days=7))
        self.rows.clear()

    def offer_curricula(self, curricula: tuple[Curriculum, ...]) -> None:
        """Offer these; what was chosen stays chosen where it still can be."""
        chosen = self.curriculum.value()
        self._curricula = {one.id: one for one in curricula}
        self.curriculum.set_choices(tuple((one.name, one.id) for one in curricula))
        if chosen in self._curricula:
            self.curriculum.set_value(chosen)

    def curricula(self) -> tuple[Curriculum, ...]:
        """Return what is offered now."""
        return tuple(self._curricula.values())

    def offer_facilitators(self, staff: tuple[StaffMember, ...]) -> None:
        """Offer these people; two lead a group, so the first two are proposed until somebody chooses."""
        if staff == self._staff:
            return
        self._staff = staff
        people = tuple((one.name, one.staff_id) for one in staff)
        nobody: tuple[tuple[str, object], ...] = (("Nobody yet", None),)
        self.first_facilitator.set_choices(people or nobody)
        self.second_facilitator.set_choices(nobody + people)
        if len(people) > 1:
            self.second_facilitator.set_value(people[1][1])

    def check(self) -> bool:
        """Say whether the plan can be made; what is wrong stands under its field."""
        if not self.rows.check():
            return False
        for label, field in ((PLACES, self.places), (UNCONVICTED, self.unconvicted)):
            if field.is_wrong():
                self.rows.show(label, NOT_WHOLE)
                return False
        if self.starts_at.time_or_none() is None:
            self.rows.show(STARTS, "This is no time of day. Type for example 18:30.")
        elif self.details() is None:
            self.rows.show(LENGTH, "A session takes between 15 and 600 minutes.")
        return self.details() is not None

    def details(self) -> GroupDetails | None:
        """Return the plan as entered; None while its dates cannot be worked out."""
        first_date, starts_at = self.first_date.date_or_none(), self.starts_at.time_or_none()
        if first_date is None or starts_at is None or not self.length.hasAcceptableInput():
            return None
        return GroupDetails(
            name=self.name.text().strip(),
            curriculum_id=str(self.curriculum.value()),
            first_date=first_date,
            starts_at=starts_at,
            length_minutes=int(self.length.text()),
            place=self.place.text().strip(),
            facilitators=self._facilitators(),
            every_weeks=cast(int, self.every_weeks.value()),
            places=self.places.number_or_none(),
            unconvicted_places=self.unconvicted.number_or_none(),
        )

    def _facilitators(self) -> tuple[StaffId, ...]:
        chosen = (self.first_facilitator.value(), self.second_facilitator.value())
        return tuple(dict.fromkeys(cast(StaffId, one) for one in chosen if one is not None))

    def _show_length(self) -> None:
        curriculum = self._curricula.get(str(self.curriculum.value()))
        if curriculum is not None and curriculum.session_minutes:  # else what was typed stays
            self.length.setText(str(curriculum.session_minutes))

    def _listen(self) -> None:
        self.curriculum.currentIndexChanged.connect(lambda: self._show_length())
        for choice in (self.curriculum, self.every_weeks):
            choice.currentIndexChanged.connect(lambda: self.edited.emit())
        self.first_date.edited.connect(lambda: self.edited.emit())
        self.starts_at.edited.connect(lambda: self.edited.emit())
        for choice in (self.first_facilitator, self.second_facilitator):
            choice.activated.connect(lambda: self.edited.emit())
        for field in (self.length, self.place, self.places):
            field.textEdited.connect(lambda: self.edited.emit())
