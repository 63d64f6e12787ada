"""A red flag: raised, or looked at again."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.reassessment import EVERY
from bipdesk.domain.risk import FlagDetails, FlagKind, Provenance, RedFlag, Visibility
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService

_RAISE = (
    "The risk is then to be assessed anew at once. Name nobody to be protected and write nothing she has "
    "told: that goes to the safety officer. If somebody is in danger now, press F9."
)
_AGAIN = "What has changed, what is done now, and when it is looked at the next time."


CHOOSE: tuple[str, object] = ("Choose", None)
"""Nothing is chosen to begin with: a flag with a wrong word on it is worse than one more press."""


class FlagDialog(FormDialog):
    """Asks what, who said it, who reads it, what is done, and when it is looked at again."""

    def __init__(
        self,
        frame: Frame,
        risks: "RiskService",
        whose: tuple[ParticipantId, RedFlag | None],
        today: date,
        parent: QWidget,
    ) -> None:
        """`whose` is the participant, and the flag to look at again or None for a new one."""
        self._participant_id, self._flag = whose
        new = self._flag is None
        title, words = ("Red flag", _RAISE) if new else ("Look at a red flag again", _AGAIN)
        super().__init__(frame, parent, title, words, "Raise flag" if new else "Save")
        self.setObjectName("flagDialog")
        self._risks = risks
        self.kind = Choice("Which flag", (CHOOSE, *((kind.label, kind) for kind in FlagKind)))
        self.detail = text_area("What was seen or told", frame.look, 3)
        self.provenance = Choice("Who said it", (CHOOSE, *((each.label, each) for each in Provenance)))
        self.source = line_edit("Which agency")
        self.visibility = Choice("Who reads it", tuple((each.label, each) for each in Visibility))
        self.raised_on = DateEdit("Raised on")
        self.action = text_area("What is done about it", frame.look, 2)
        self.review_on = DateEdit("Look at it again on")
        self._lay_out()
        self.provenance.currentIndexChanged.connect(self._show_source)
        if self._flag is None:
            self.raised_on.set_date(today)
            self.review_on.set_date(today + EVERY / 4)
        else:
            self._show(self._flag.details, today)
        self._show_source()
        if self._flag is None:
            self.keep_draft("red flag", self._participant_id)
        else:
            self.keep_draft("red flag", self._flag.flag_id, seen=self._flag.seen)

    def allow_restriction(self, may_restrict: bool) -> None:
        """Offer "coordinators only" to coordinators: nobody writes what he could not read again."""
        self.rows.set_visible("Who reads it", may_restrict)

    def submit(self) -> None:
        """Store the flag."""
        raised_on, review_on = self.raised_on.date_or_none(), self.review_on.date_or_none()
        if not self.checked() or raised_on is None or review_on is None or not self._chosen():
            return
        details = self._details(raised_on, review_on)
        risks, whose, flag = self._risks, self._participant_id, self._flag
        if flag is None:
            self.do(lambda: risks.raise_flag(whose, details), "The flag is raised. Assess the risk anew.")
        else:
            seen = self.typed_on(flag.seen)
            self.do(lambda: risks.change_flag(flag.flag_id, details, seen), "The flag is saved.")

    def _chosen(self) -> bool:
        for label, choice in (("Who said it", self.provenance), ("Which flag", self.kind)):
            if choice.value() is None:
                self.rows.show_error(NothingEntered(field=label))
                self.fit()
                return False
        return True

    def _details(self, raised_on: date, review_on: date) -> FlagDetails:
        provenance = Provenance(str(self.provenance.value()))
        return FlagDetails(
            kind=FlagKind(str(self.kind.value())),
            detail=self.detail.toPlainText().strip(),
            provenance=provenance,
            raised_on=raised_on,
            review_on=review_on,
            action=self.action.toPlainText().strip(),
            source=self.source.text().strip() if provenance is Provenance.AGENCY else "",
            visibility=Visibility(str(self.visibility.value())),
        )

    def _lay_out(self) -> None:
        self.add_row("Which flag", self.kind)
        self.add_row("What was seen or told", self.detail, required=True)
        self.add_row("Who said it", self.provenance)
        self.add_row("Which agency", self.source)
        self.add_row("Who reads it", self.visibility)
        self.add_row("Raised on", self.raised_on, required=True)
        self.add_row("What is done about it", self.action, required=True)
        self.add_row("Look at it again on", self.review_on, required=True)

    def _show(self, details: FlagDetails, today: date) -> None:
        self.kind.set_value(details.kind)
        self.detail.setPlainText(details.detail)
        self.provenance.set_value(details.provenance)
        self.source.setText(details.source)
        self.visibility.set_value(details.visibility)
        self.raised_on.set_date(details.raised_on)
        self.action.setPlainText(details.action)
        # Looking at it again sets the next day; a later one stays.
        self.review_on.set_date(max(details.review_on, today + EVERY / 4))

    def _show_source(self) -> None:
        self.rows.set_visible("Which agency", self.provenance.value() is Provenance.AGENCY)
        self.fit()
