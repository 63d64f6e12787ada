"""Writing down what shows that one item of a checklist is in place."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.checklist import ChecklistItem
from bipdesk.domain.ids import EvidenceId
from bipdesk.domain.readiness import Evidence, EvidenceDetails, usual_end
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.readiness import ReadinessService

SHOWS, WHERE, FROM, UNTIL = "What shows it", "Where it can be seen", "Holds from", "Counts until"
NO_NAMES = "Write down no name of anybody the programme protects: everybody on the records side reads this."
NO_END = "A year is proposed; empty it for evidence without an end. Sixty days before, it stands under Today."


class EvidenceDialog(FormDialog):
    """The words of the source, what shows it, where, and its term."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        readiness: "ReadinessService",
        item: ChecklistItem,
        before: Evidence | None,
        today: date,
    ) -> None:
        super().__init__(frame, parent, item.title, f"“{item.words}”", "Save evidence")
        self.setObjectName("evidenceDialog")
        self._readiness = readiness
        self._item = item
        self._before = before
        self.shows = text_area(SHOWS, frame.look, 4)
        self.where = line_edit(WHERE)
        self.on_date = DateEdit(FROM)
        self.expires_on = DateEdit(UNTIL)
        self.fields.addWidget(Text(f"{item.shows} {NO_NAMES}", Role.DETAIL, wrap=True))
        self.add_row(SHOWS, self.shows, required=True)
        self.add_row(WHERE, self.where)
        self.add_row(FROM, self.on_date, required=True)
        self.add_row(UNTIL, self.expires_on)
        self.fields.addWidget(Text(NO_END, Role.SMALL, wrap=True))
        self._show(before, today)
        form = f"evidence {item.key}"
        if before is None:
            self.keep_draft(form)
        else:
            self.keep_draft(form, before.evidence_id)

    def _show(self, before: Evidence | None, today: date) -> None:
        if before is None:
            self.on_date.set_date(today)
            self.expires_on.set_date(usual_end(today))
            return
        self.shows.setPlainText(before.details.text)
        self.where.setText(before.details.where)
        self.on_date.set_date(before.details.on_date)
        self.expires_on.set_date(before.details.expires_on)

    def submit(self) -> None:
        """Store the evidence, or write it over what was shown."""
        if not self.checked():
            return
        details = EvidenceDetails(
            item=self._item.key,
            text=self.shows.toPlainText(),
            where=self.where.text(),
            on_date=self.on_date.date_or_none() or date.min,
            expires_on=self.expires_on.date_or_none(),
        )
        if self._before is None:
            record = partial(self._readiness.record, details)
            self.do(record, "The evidence is recorded.", partial(_take_away, self._readiness))
        else:
            change = partial(self._readiness.change, self._before.evidence_id, details, self._before.seen)
            self.do(change, "The evidence is changed.", partial(_change_back, self._readiness, self._before))


def _take_away(readiness: "ReadinessService", made: Changes) -> Changes:
    assert made.row_id is not None  # recording always makes a row
    return readiness.remove(EvidenceId(made.row_id), made.seen)


def _change_back(readiness: "ReadinessService", before: Evidence, changed: Changes) -> Changes:
    return readiness.change(before.evidence_id, before.details, changed.seen)
