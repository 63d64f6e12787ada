"""Cancelling an evening: why, and what becomes of its session; every date it moves is said before."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.cancellation import CancelDetails, CancelReason, Outcome
from bipdesk.domain.changes import Changes
from bipdesk.domain.group import GroupSession
from bipdesk.domain.group_blanks import EVENING_BLANK
from bipdesk.domain.ids import CancellationId
from bipdesk.ui.format import long_date
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.forms.choice_fields import RadioRow
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.groups.dates_ahead import AheadText
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.ui.screens.groups.group_services import GroupServices

REASON, WORDS, OUTCOME, EXTRA = "Reason", "What happened", "What becomes of it", "Extra date"
_EXPLANATION = (
    "The evening of {day} stays in the list with the reason. It has no register and no sheet. "
    "Write no names of participants, partners or children."
)
_WIDTH = 620


class CancelDialog(FormDialog):
    """Reason, a line of words, and one of three outcomes with the dates it gives."""

    LEAVE_WORDS = "Go back"

    def __init__(
        self, frame: Frame, parent: QWidget, services: "GroupServices", session: GroupSession
    ) -> None:
        explanation = _EXPLANATION.format(day=long_date(session.on_date))
        super().__init__(frame, parent, f"Cancel {session.title}", explanation, "Cancel this evening")
        self.setObjectName("cancelDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._cancellations = services.cancellations
        self._session = session
        self.reason = Choice(REASON, tuple((reason.label, reason) for reason in CancelReason))
        self.words = line_edit(WORDS, "For example: snow, the road is closed")
        self.outcome = RadioRow(OUTCOME, frame.look, tuple((one.label, one) for one in Outcome))
        self.outcome.show_answer(Outcome.SHIFT)
        self.extra = DateEdit(EXTRA)
        self.ahead = AheadText(frame)
        self.add_row(REASON, self.reason)
        self.add_row(WORDS, self.words)
        self.add_row(OUTCOME, self.outcome)
        self._extra_row = self.rows.add(EXTRA, self.extra, also="The new date")
        self.fields.addWidget(self._extra_row)
        self.fields.addWidget(self.ahead)
        self.buttons.insertWidget(0, blank_button(frame, services.blanks, EVENING_BLANK, small=False))
        self.outcome.edited.connect(self._preview)
        self.extra.edited.connect(self._preview)
        self.ahead.changed.connect(self.fit)
        self.keep_draft("cancel evening", session.session_id, seen=session.seen)
        if self.drafts is not None:
            self.drafts.filled.connect(self._preview)
        self._preview()

    def details(self) -> CancelDetails:
        """Return what is entered."""
        outcome = Outcome(str(self.outcome.answer() or Outcome.SHIFT))
        extra = self.extra.date_or_none() if outcome is Outcome.MADE_UP else None
        return CancelDetails(
            cast(CancelReason, self.reason.value()), self.words.text().strip(), outcome, extra
        )

    def submit(self) -> None:
        """Cancel the evening."""
        if not self.checked():
            return
        session, details = self._session, self.details()
        seen = self.typed_on(session.seen)
        cancel = partial(self._cancellations.cancel, session.session_id, session.on_date, details, seen)
        self.do(cancel, f"{session.title} on {long_date(session.on_date)} is cancelled.", self._take_back)

    def _take_back(self, changes: Changes) -> Changes:
        return self._cancellations.take_back_now(CancellationId(changes.row_id))  # type: ignore[arg-type]

    def _preview(self) -> None:
        details = self.details()
        self._extra_row.setVisible(details.outcome is Outcome.MADE_UP)
        if details.outcome is Outcome.MADE_UP and details.extra_date is None:
            self.ahead.say("Choose the extra date; only this session moves.")
        elif details.outcome is Outcome.OWED:
            self.ahead.say("No date moves. Everybody who is in the group that day makes the session up.")
        else:
            self.ahead.ask(partial(self._cancellations.preview, self._session.session_id, details))
        self.fit()
