"""Adding and changing a partner's record, and the rule for reaching her."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bipdesk.services.safety.values import Partner, PartnerDetails, SafeContactRule, Support
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.safety.participant_link import ParticipantLink
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.style_property import set_style_property

if TYPE_CHECKING:
    from bipdesk.services.safety.partners import SafetyService

CODE, NAME, LINK, SUPPORT, REMARKS = "Code", "Name", "Participant", "Support", "Remarks"
ALLOWED = "She has said how she may be reached"
WAYS, NEVER, WORD, AGREED = "Safe ways and times", "Never", "Code word", "Agreed with her on"
STILL_NONE = f"Saved. The rule stays: no contact, until you tick “{ALLOWED}”."


class SafetyDialog(FormDialog):
    """A dialog on the safety side: the button that acts is plum."""

    def __init__(self, frame: Frame, parent: QWidget, title: str, explanation: str, do_words: str) -> None:
        super().__init__(frame, parent, title, explanation, do_words)
        set_style_property(self.do_button, "kind", "safety")


class PartnerDialog(SafetyDialog):
    """A code is enough; everything else only as far as she wants it written down."""

    def __init__(self, frame: Frame, parent: QWidget, safety: "SafetyService", title: str) -> None:
        explanation = "A code and a safe-contact rule are enough. Write down no more than she agrees to."
        super().__init__(frame, parent, title, explanation, "Save")
        self._safety = safety
        self._partner: Partner | None = None
        self.code = line_edit(CODE)
        self.name = line_edit(NAME)
        self.link = ParticipantLink(frame, safety)
        self.support = Choice(SUPPORT, tuple((one.label, one) for one in Support))
        self.remarks = text_area(REMARKS, frame.look, 4)
        self.add_row(CODE, self.code, required=True)
        self.add_row(NAME, self.name)
        self.add_row(LINK, self.link)
        self.add_row(SUPPORT, self.support)
        self.add_row(REMARKS, self.remarks)

    def propose(self, details: PartnerDetails, participant_name: str) -> None:
        """Fill the fields with what is known before the record exists."""
        self.code.setText(details.code)
        self.name.setText(details.name)
        self.link.keep(details.participant_id, participant_name)
        self.support.set_value(details.support)
        self.remarks.setPlainText(details.remarks)

    def change(self, partner: Partner) -> None:
        """Fill the fields with a record that is to be changed."""
        self._partner = partner
        details = PartnerDetails(
            partner.code, partner.name, partner.participant_id, partner.support, partner.remarks
        )
        self.propose(details, partner.participant_name)

    def submit(self) -> None:
        """Save the record; without a rule of hers nobody calls."""
        if not self.checked():
            return
        details = PartnerDetails(
            code=self.code.text().strip(),
            name=self.name.text().strip(),
            participant_id=self.link.participant_id(),
            support=cast(Support, self.support.value()),
            remarks=self.remarks.toPlainText().strip(),
        )
        if self._partner is None:
            said = "Her record is made. Write down next how she may be reached."
            self.do(partial(self._safety.add, details, SafeContactRule()), said)
        else:
            update = partial(self._safety.update, self._partner.partner_id, details, self._partner.seen)
            self.do(update, "Her record is saved.")


class RuleDialog(SafetyDialog):
    """How she may be reached, in her own words."""

    def __init__(self, frame: Frame, parent: QWidget, safety: "SafetyService", partner: Partner) -> None:
        explanation = "Only what she has said herself. Until she has, nobody calls, writes or visits."
        super().__init__(frame, parent, "Safe contact", explanation, "Save")
        self._safety = safety
        self._partner = partner
        rule = partner.rule
        self.allowed = CheckBox(ALLOWED)
        self.allowed.setAccessibleName(ALLOWED)
        self.allowed.setChecked(rule.allowed)
        self.ways = text_area(WAYS, frame.look, 2)
        self.ways.setPlainText(rule.ways)
        self.never = text_area(NEVER, frame.look, 2)
        self.never.setPlainText(rule.never)
        self.code_word = line_edit(WORD)
        self.code_word.setText(rule.code_word)
        self.agreed_on = DateEdit(AGREED)
        self.agreed_on.set_date(rule.agreed_on)
        self.fields.addWidget(self.allowed)
        for label, field in ((WAYS, self.ways), (NEVER, self.never), (WORD, self.code_word)):
            self.add_row(label, field)
        self.add_row(AGREED, self.agreed_on)

    def submit(self) -> None:
        """Save the rule."""
        rule = replace(
            self._partner.rule,
            allowed=self.allowed.isChecked(),
            ways=self.ways.toPlainText().strip(),
            never=self.never.toPlainText().strip(),
            code_word=self.code_word.text().strip(),
            agreed_on=self.agreed_on.date_or_none(),
        )
        if not self.checked():
            return
        if rule.allowed and not rule.ways:
            self.rows.show(WAYS, "Say in which way and when it is safe.")
            self.fit()
            return
        save = partial(self._safety.set_rule, self._partner.partner_id, rule, self._partner.seen)
        self.do(save, "The safe-contact rule is saved." if rule.allowed else STILL_NONE)
