"""Record an order of a court to tell something, whatever the waiver says."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.disclosed import CourtOrder
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.waiver import DisclosureTopic, RecipientClass
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.papers.letter_dialog import KINDS as RECIPIENTS
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices, PapersView
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

_WORDS = (
    "Where a court orders the programme to report, its order is the right to do so, with or without a "
    "waiver. "
    "Keep the order itself in the file."
)
KINDS = tuple(each for each in RECIPIENTS if each[1] is not RecipientClass.OTHER)
"""An order names a kind of office; "others" would be anybody at all."""


class OrderDialog(FormDialog):
    """Asks what was ordered, by whom, for whom and until when."""

    def __init__(self, frame: Frame, services: PaperServices, view: PapersView, parent: QWidget) -> None:
        super().__init__(frame, parent, "Order of a court to report", _WORDS, "Record the order")
        self.setObjectName("orderDialog")
        self._services = services
        self._view = view
        self.order = line_edit("Court, number and day of the order")
        self.kind = Choice("To be told", KINDS)
        self.kind.set_value(RecipientClass.COURTS)
        self.begins_on = DateEdit("From")
        self.begins_on.set_date(view.today)
        self.ends_on = DateEdit("Until")
        self.topics = {each: CheckBox(each.label) for each in DisclosureTopic}
        self.add_row("Court, number and day of the order", self.order, required=True, also="Order")
        grid = FieldGrid(frame.look, 200, 2)
        grid.add(self.rows.add("To be told", self.kind))
        grid.add(self.rows.add("From", self.begins_on, required=True))
        grid.add(self.rows.add("Until", self.ends_on))
        self.fields.addWidget(grid)
        self.fields.addWidget(Text("About what", Role.SECTION))
        ticks = FieldGrid(frame.look, 200, 2)
        for box in self.topics.values():
            ticks.add(box)
        self.fields.addWidget(ticks)
        self.keep_draft("disclosure-order", view.participant_id)

    def submit(self) -> None:
        """Record the order."""
        begins, kind = self.begins_on.date_or_none(), self.kind.value()
        if not self.checked() or begins is None or not isinstance(kind, RecipientClass):
            return
        topics = frozenset(each for each, box in self.topics.items() if box.isChecked())
        if not topics:
            self.show_error(NothingEntered(field="About what"))
            return
        order = CourtOrder(self.order.text().strip(), kind, topics, begins, self.ends_on.date_or_none())
        disclosures, participant_id = self._services.disclosures, self._view.participant_id
        self.do(lambda: disclosures.add_order(participant_id, order), "The order is on file.")
