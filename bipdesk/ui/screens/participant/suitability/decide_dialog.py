"""Decide: what the criteria say, or as coordinator otherwise with a written reason."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.service_directory import ServiceEntry
from bipdesk.domain.suitability import Judgement, Outcome, Verdict, may_decide
from bipdesk.services.suitability import SuitabilityFile
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.suitability.words import FINAL, headline
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, Text

WHAT, WHEN, AGAIN = "Decision", "Decided on", "Assess again on"
WHY = "Why the decision departs from the criteria"
NO_SERVICES = "The directory of services is empty. It is kept under Agencies."
SAID = {
    Outcome.SUITABLE: "He is suitable: the waiver and the acceptance are next.",
    Outcome.UNSUITABLE: "He is unsuitable: whoever referred him is to be told.",
    Outcome.REFER_ON: "He is referred on: whoever referred him is to be told.",
}
Decide = Callable[[Verdict], Callable[[], Changes]]
"""Makes the command that stores a verdict."""


class DecideDialog(FormDialog):
    """Asks what is decided, when, and what follows for somebody who is not taken."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        file: SuitabilityFile,
        judgement: Judgement,
        decide: Decide,
    ) -> None:
        explanation = " ".join((headline(judgement), *judgement.reasons))
        super().__init__(frame, parent, "Is he suitable?", explanation, "Record decision")
        self.setObjectName("decideSuitabilityDialog")
        self._judgement = judgement
        self._decide = decide
        self.what = Choice(WHAT, _choices(judgement, file.may_override))
        self.why = text_area(WHY, frame.look, 2)
        self.when = DateEdit(WHEN)
        self.when.set_date(file.today)
        self.again = DateEdit(AGAIN)
        self.services = ServiceBoxes(frame.look, file.services)
        self._turned_away: list[QWidget] = []
        self._lay_out()
        self.what.currentIndexChanged.connect(self._on_chosen)
        self._on_chosen()
        self.keep_draft("decide suitability", file.referral.referral_id)

    def submit(self) -> None:
        """Write the decision."""
        day, outcome = self.when.date_or_none(), self.what.value()
        good = self.checked()
        overriding = outcome is not self._judgement.outcome
        if overriding and not self.why.toPlainText().strip():
            self.rows.show(WHY, "Write why: the reason stays in his file and in the audit.")
            self.fit()
            return
        if not good or day is None or not isinstance(outcome, Outcome):
            return
        taken = outcome is Outcome.SUITABLE
        verdict = Verdict(
            outcome,
            day,
            self.why.toPlainText().strip() if overriding else "",
            None if taken else self.again.date_or_none(),
            () if taken else self.services.chosen(),
        )
        self.do(self._decide(verdict), SAID[outcome])

    def _lay_out(self) -> None:
        self.add_row(WHAT, self.what)
        if self._judgement.is_final:
            self.fields.addWidget(Text(FINAL, Role.DETAIL, wrap=True))
        self._why_row = self._add(WHY, self.why)
        self.add_row(WHEN, self.when, required=True, also="The date of the decision")
        self._turned_away = [
            self._add(AGAIN, self.again),
            self._add("Services he was told of", self.services),
        ]

    def _add(self, label: str, field: QWidget) -> FormRow:
        row = self.rows.add(label, field)
        self.fields.addWidget(row)
        return row

    def _on_chosen(self) -> None:
        outcome = self.what.value()
        self._why_row.setVisible(outcome is not self._judgement.outcome)
        for row in self._turned_away:
            row.setVisible(outcome is not Outcome.SUITABLE)
        self.fit()


class ServiceBoxes(QWidget):
    """The services of the directory, each with a box to tick."""

    def __init__(self, look: Look, services: tuple[ServiceEntry, ...]) -> None:
        super().__init__()
        self._boxes = tuple(CheckBox(_named(service)) for service in services)
        self._names = tuple(service.details.name for service in services)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        for box in self._boxes:
            column.addWidget(box)
        if not self._boxes:
            column.addWidget(Text(NO_SERVICES, Role.DETAIL, wrap=True))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        area.setFixedHeight(look.px(min(150, 40 + 28 * len(self._boxes))))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def chosen(self) -> tuple[str, ...]:
        """Return the names of those ticked."""
        return tuple(name for name, box in zip(self._names, self._boxes, strict=True) if box.isChecked())


def _named(service: ServiceEntry) -> str:
    phone = f", {service.details.phone}" if service.details.phone else ""
    return f"{service.details.name} ({service.details.kind.label.lower()}{phone})"


def _choices(judgement: Judgement, is_coordinator: bool) -> tuple[tuple[str, object], ...]:
    """Return what the criteria say first, then what a coordinator may decide instead."""
    others = (Outcome.SUITABLE, Outcome.UNSUITABLE, Outcome.REFER_ON)
    return (
        (f"{judgement.outcome.label}, as the criteria say", judgement.outcome),
        *(
            (f"{outcome.label}, otherwise than the criteria say", outcome)
            for outcome in others
            if outcome is not judgement.outcome and may_decide(judgement, outcome, is_coordinator)
        ),
    )
