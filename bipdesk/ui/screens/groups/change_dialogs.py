"""Changing what a group is called, where it meets, who leads it and how many it takes; reporting its size."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.group import GroupChange, StoredGroup
from bipdesk.domain.ids import StaffId
from bipdesk.domain.staff import StaffMember
from bipdesk.ui.format import counted
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.groups.words import NOT_WHOLE, PLACES, UNCONVICTED
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.ui.screens.groups.group_services import GroupServices

NAME, PLACE = "Name of the group", "Place"
FIRST, SECOND = "First facilitator", "Second facilitator"
ON, TO = "Reported on", "Reported to"
_EXPLANATION = "Dates are changed session by session; the rest holds for all that is to come."
_WIDTH = 620


class ChangeGroupDialog(FormDialog):
    """The fields of `GroupChange`."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: "GroupServices",
        group: StoredGroup,
        staff: tuple[StaffMember, ...],
    ) -> None:
        super().__init__(frame, parent, f"Change {group.name}", _EXPLANATION, "Save")
        self.setObjectName("changeGroupDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._groups = services.groups
        self._group = group
        people = (("Nobody yet", None), *((one.name, one.staff_id) for one in staff))
        self.name, self.place = line_edit(NAME), line_edit(PLACE)
        self.first, self.second = Choice(FIRST, people), Choice(SECOND, people)
        self.places, self.unconvicted = NumberEdit(PLACES), NumberEdit(UNCONVICTED)
        grid = FieldGrid(frame.look, narrowest=220, widest=2)
        for label, field in (
            (NAME, self.name),
            (PLACE, self.place),
            (FIRST, self.first),
            (SECOND, self.second),
            (PLACES, self.places),
            (UNCONVICTED, self.unconvicted),
        ):
            grid.add(self.rows.add(label, field, required=label in (NAME, PLACE)))
        self.fields.addWidget(grid)
        self._fill(group)
        self.keep_draft("change group", group.group_id, seen=group.seen)

    def submit(self) -> None:
        """Save the group."""
        good = self.checked()
        for label, field in ((PLACES, self.places), (UNCONVICTED, self.unconvicted)):
            if field.is_wrong():
                self.rows.show(label, NOT_WHOLE)
                good = False
        if good:
            seen = self.typed_on(self._group.seen)
            save = partial(self._groups.update, self._group.group_id, self.change(), seen)
            self.do(save, f"{self.name.text().strip()} is changed.", self._change_back)
        self.fit()

    def change(self) -> GroupChange:
        """Return what is entered."""
        leaders = dict.fromkeys(
            cast(StaffId, one) for one in (self.first.value(), self.second.value()) if one is not None
        )
        return GroupChange(
            name=self.name.text().strip(),
            place=self.place.text().strip(),
            facilitators=tuple(leaders),
            places=self.places.number_or_none(),
            unconvicted_places=self.unconvicted.number_or_none(),
        )

    def _change_back(self, changes: Changes) -> Changes:
        old = self._group
        before = GroupChange(old.name, old.place, old.facilitators, old.places, old.unconvicted_places)
        return self._groups.update(old.group_id, before, changes.seen)

    def _fill(self, group: StoredGroup) -> None:
        self.name.setText(group.name)
        self.place.setText(group.place)
        leaders = (*group.facilitators, None, None)
        self.first.set_value(leaders[0])
        self.second.set_value(leaders[1])
        self.places.set_number(group.places)
        self.unconvicted.set_number(group.unconvicted_places)


class ReportSizeDialog(FormDialog):
    """When and to whom it was reported that the group is so large."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: "GroupServices",
        group: StoredGroup,
        today: date,
    ) -> None:
        explanation = (
            f"{counted(group.members, 'man is', 'men are')} in {group.name}. Write down when and to whom a "
            "group of this size was reported; when more come, it is to be reported again."
        )
        super().__init__(frame, parent, "The size is reported", explanation, "Save the report")
        self.setObjectName("reportSizeDialog")
        self._groups = services.groups
        self._group = group
        self.on_date = DateEdit(ON)
        self.on_date.set_date(today)
        self.to = line_edit(TO, "For example: the council, by letter")
        self.add_row(ON, self.on_date, required=True)
        self.add_row(TO, self.to, required=True)
        self.keep_draft("report size", group.group_id)

    def submit(self) -> None:
        """Save the report."""
        on_date = self.on_date.date_or_none()
        if self.checked() and on_date is not None:
            report = partial(self._groups.report_size, self._group.group_id, on_date, self.to.text())
            self.do(report, "The report is written down.", self._take_back)

    def _take_back(self, _changes: Changes) -> Changes:
        return self._groups.take_back_report(self._group.group_id)
