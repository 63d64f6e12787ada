"""Somebody comes back: how it ended last time, what is asked again, and what counts from before."""

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.exit import ExitReason, ExitType
from bipdesk.domain.readmission import Before, ReadmissionAnswers, what_counts
from bipdesk.ui.format import joined
from bipdesk.ui.forms.choice_fields import RadioRow
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

NEW_CHARGE = "A new charge, or violence reported since"
CRITERIA = "What shows that he may come back"
_OPTIONS: tuple[tuple[str, object], ...] = (("No, none that we know of", "no"), ("Yes", "yes"))
_ANSWERS = {"yes": True, "no": False}


class BeforePanel(Panel):
    """What counts changes with the answer about a new charge."""

    def __init__(self, look: Look) -> None:
        super().__init__("His last time here")
        self.rows = FormRows()
        self._before: Before | None = None
        self.ended = Text("", Role.STRONG, wrap=True)
        self.new_charge = RadioRow(NEW_CHARGE, look, _OPTIONS)
        self.criteria = text_area(CRITERIA, look, 2)
        self.counts = Text("", Role.DETAIL, wrap=True)
        self.body.addWidget(self.ended)
        self.body.addWidget(self.rows.add(NEW_CHARGE, self.new_charge))
        self.body.addWidget(self.counts)
        self.body.addWidget(self.rows.add(CRITERIA, self.criteria))
        self.new_charge.edited.connect(self._show_counts)
        self.rows.set_visible(CRITERIA, False)

    def show_before(self, before: Before) -> None:
        """Show how it ended; whoever was terminated comes back by the programme's conditions alone."""
        self._before = before
        self.ended.setText(_how(before))
        terminated = before.exit is not None and before.exit.details.type is ExitType.TERMINATED
        self.rows.set_visible(CRITERIA, terminated)
        self._show_counts()

    def empty(self) -> None:
        """Take every answer away: somebody else comes next."""
        self.new_charge.show_answer(None)
        self.criteria.setPlainText("")
        self.rows.clear()
        self._show_counts()

    def answers(self) -> ReadmissionAnswers:
        """Return what was answered."""
        charge = _ANSWERS.get(str(self.new_charge.answer()))
        return ReadmissionAnswers(charge, self.criteria.toPlainText().strip())

    def _show_counts(self) -> None:
        if self._before is not None:
            found = what_counts(self._before, self.answers().new_charge)
            self.counts.setText("\n".join(found))


def _how(before: Before) -> str:
    if before.exit is None:
        return f"It ended on {day_in_words(before.ended_on)}."
    details = before.exit.details
    kind = details.reason_kind.label if details.reason_kind is not ExitReason.NONE else ""
    why = joined(kind, details.reason)
    return f"{details.type.label} on {day_in_words(details.on_date)}" + (f": {why}." if why else ".")
