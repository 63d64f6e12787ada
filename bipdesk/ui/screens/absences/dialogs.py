"""Excusing an absence, opening a decided one again, and the house's rule."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.absence import Decision
from bipdesk.domain.absence_queue import ListedAbsence
from bipdesk.domain.attendance import EXCUSES, Reason
from bipdesk.domain.attendance_rule import AttendanceRule
from bipdesk.domain.changes import Changes
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.number_edit import NumberEdit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.absences.words import UNDONE, detail_of
from bipdesk.ui.widgets.choice import Choice

if TYPE_CHECKING:
    from bipdesk.services.absence_reviews import AbsenceReviewService

REASON, WORDS, WHY, MINUTES = "Reason", "In words", "Why it is looked at again", "Minutes that may be missed"
_EXCUSE = "The mark in the register stays. The excuse is kept beside it, with your name and the day."
_REOPEN = "It goes into the queue again. What was decided before stays in its history."
_RULE = (
    "Whoever misses more than so many minutes of a session, by coming late or leaving early, has not "
    "attended it: the step stays owed. It holds from today; sessions before keep the rule of their day. "
    "0: it always counts."
)


class ExcuseDialog(FormDialog):
    """Asks for the reason out of the short list, with words."""

    def __init__(
        self, frame: Frame, parent: QWidget, absences: "AbsenceReviewService", listed: ListedAbsence
    ) -> None:
        super().__init__(frame, parent, f"Excuse {listed.name}", f"{detail_of(listed)}. {_EXCUSE}", "Excuse")
        self._service = absences
        self._place = (listed.absence.participant_id, listed.absence.session_id)
        self._name = listed.name
        self.reason = Choice(REASON, tuple((each.label.capitalize(), each) for each in EXCUSES))
        self.words = line_edit(WORDS)
        self.add_row(REASON, self.reason)
        self.add_row(WORDS, self.words, also="The reason")
        self.keep_draft("excuse", listed.absence.attendance_id)

    def submit(self) -> None:
        """Excuse it."""
        reason = self.reason.value()
        if isinstance(reason, Reason) and self.checked():
            excuse = partial(self._service.excuse, [self._place], reason, self.words.text())
            self.do(excuse, f"{self._name} is excused.", self._take_back)

    def _take_back(self, _changes: Changes) -> Changes:
        return self._service.reopen([self._place], UNDONE[Decision.EXCUSE])


class LookAgainDialog(FormDialog):
    """Asks why a decided absence is looked at again."""

    def __init__(
        self, frame: Frame, parent: QWidget, absences: "AbsenceReviewService", listed: ListedAbsence
    ) -> None:
        words = f"{detail_of(listed)}. {_REOPEN}"
        super().__init__(frame, parent, f"Open again: {listed.name}", words, "Open again")
        place = (listed.absence.participant_id, listed.absence.session_id)
        self._reopen = partial(absences.reopen, [place])
        self.why = line_edit(WHY)
        self.add_row(WHY, self.why, required=True)
        self.keep_draft("absence again", listed.absence.attendance_id)

    def submit(self) -> None:
        """Put it into the queue again."""
        if self.checked():
            self.do(partial(self._reopen, self.why.text()), "It waits to be decided again.")


class AttendanceRuleDialog(FormDialog):
    """Asks how many minutes may be missed."""

    def __init__(
        self, frame: Frame, parent: QWidget, absences: "AbsenceReviewService", rule: AttendanceRule
    ) -> None:
        super().__init__(frame, parent, "The house's rule", _RULE, "Set from today")
        self._service = absences
        self.minutes = NumberEdit(MINUTES)
        self.minutes.set_number(rule.most_missed)
        self.add_row(MINUTES, self.minutes, required=True)
        self.keep_draft("attendance rule")

    def submit(self) -> None:
        """Set the rule."""
        number = self.minutes.number_or_none()
        if not self.checked():
            return
        if number is None:
            self.rows.show(MINUTES, "Enter a whole number of minutes.")
            self.fit()
        else:
            self.do(partial(self._service.set_rule, number), "The rule holds from today.")
