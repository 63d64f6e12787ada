"""Entering or changing one thing that was done together with an agency."""

from dataclasses import replace
from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.agency import AgencyChoice
from bipdesk.domain.agency_blanks import WORK_BLANK
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.joint_work import JointWork, WorkDetails, WorkKind
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.record_dialog import RecordDialog
from bipdesk.ui.screens.agencies.words import NO_NAMES
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

NOBODY = "No agency in particular"


class WorkDialog(RecordDialog):
    """What was done, when, with whom, and what follows by when."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: AgencyServices,
        choices: tuple[AgencyChoice, ...],
    ) -> None:
        super().__init__(frame, parent, "Work together", NO_NAMES, "Save")
        self.setObjectName("workDialog")
        self._partnerships = services.partnerships
        self._work: JointWork | None = None
        agencies = tuple((choice.name, choice.agency_id) for choice in choices)
        self.kind = Choice("Kind", tuple((kind.label, kind) for kind in WorkKind))
        self.on_date = DateEdit("Date")
        self.agency = Choice("Agency", ((NOBODY, None), *agencies))
        self.who = line_edit("Who took part")
        self.what = text_area("What", frame.look, 3)
        self.next_step = line_edit("Next step")
        self.next_by = DateEdit("By")
        self.done_on = DateEdit("Done on")
        self.on_date.set_date(services.today)
        self._lay_out()
        self.offer_blank(services, WORK_BLANK)

    def begin_with(self, agency_id: AgencyId | None) -> None:
        """Show an empty form about this agency, or about none."""
        self.agency.set_value(agency_id)
        if agency_id is None:
            self.keep_draft("joint-work")
        else:
            self.keep_draft("joint-work", agency_id)

    def begin_with_stored(self, work: JointWork) -> None:
        """Show what was entered earlier, to be changed or taken out."""
        details, service = work.details, self._partnerships
        self._work = work
        self.kind.set_value(details.kind)
        self.on_date.set_date(details.on_date)
        self.agency.set_value(details.agency_id)
        self.who.setText(details.who)
        self.what.setPlainText(details.what)
        self.next_step.setText(details.next_step)
        self.next_by.set_date(details.next_by)
        self.done_on.set_date(details.next_done_on)
        self.done_row.show()
        self.offer_removal(
            partial(service.remove, work),
            partial(service.bring_back, work.work_id),
            "The entry is taken out.",
        )
        self.keep_draft("joint-work-entry", work.work_id)

    def submit(self) -> None:
        """Save the entry."""
        details = self.details()
        if not self.checked() or details is None:
            return
        work = self._work
        if work is None:
            self.do(partial(self._partnerships.record, details), f"{details.kind.label} is entered.")
        else:
            change = partial(self._partnerships.update, work.work_id, details, work.seen)
            self.do(change, f"{details.kind.label} is saved.")

    def details(self) -> WorkDetails | None:
        """Return what is entered; None while there is no date."""
        on_date = self.on_date.date_or_none()
        if on_date is None:
            return None
        details = WorkDetails(cast(WorkKind, self.kind.value()), on_date)
        return replace(
            details,
            agency_id=cast(AgencyId | None, self.agency.value()),
            who=self.who.text().strip(),
            what=self.what.toPlainText().strip(),
            next_step=self.next_step.text().strip(),
            next_by=self.next_by.date_or_none(),
            next_done_on=self.done_on.date_or_none(),
        )

    def _lay_out(self) -> None:
        self.add_cell("Kind", self.kind)
        self.add_cell("Date", self.on_date, required=True)
        self.add_cell("Agency", self.agency)
        self.add_cell("Who took part", self.who)
        self.add_row("What", self.what)
        self.begin_cells(2)
        self.add_cell("Next step", self.next_step)
        self.add_cell("By", self.next_by)
        self.done_row = self.add_cell("Done on", self.done_on)
        self.done_row.hide()
