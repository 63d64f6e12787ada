"""Recording a contact with her, under the rule for reaching her."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bipdesk.services.safety.values import Channel, Partner
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.safety.partner_dialogs import SafetyDialog
from bipdesk.ui.screens.safety.rule_panel import RulePanel
from bipdesk.ui.screens.safety.words import CHANNELS
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.safety.partners import SafetyService

ON, HOW, WHAT = "Date", "How", "What was said and agreed"


class ContactDialog(SafetyDialog):
    """Date, way and what was said; the safe-contact rule stands above the fields."""

    def __init__(
        self, frame: Frame, parent: QWidget, safety: "SafetyService", partner: Partner, today: date
    ) -> None:
        explanation = (
            "It stays in the safety records; the other side does not learn that there was a contact."
        )
        super().__init__(frame, parent, "Record contact", explanation, "Record contact")
        self._record = partial(safety.record_contact, partner.partner_id)
        rule = RulePanel()
        rule.show_rule(partner.rule)
        self.on_date = DateEdit(ON)
        self.on_date.set_date(today)
        self.channel = Choice(HOW, tuple((words, channel) for channel, words in CHANNELS.items()))
        self.summary = text_area(WHAT, frame.look, 5)
        self.fields.addWidget(rule)
        self.add_row(ON, self.on_date, required=True, also="The date of the contact")
        self.add_row(HOW, self.channel)
        self.add_row(WHAT, self.summary, required=True)

    def submit(self) -> None:
        """Keep the contact."""
        on_date = self.on_date.date_or_none()
        if self.checked() and on_date is not None:
            channel = cast(Channel, self.channel.value())
            record = partial(self._record, on_date, channel, self.summary.toPlainText())
            self.do(record, "The contact is recorded.")
