"""All fields of a three-way review."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.review import ReviewDetails, ReviewFacts, ReviewKind, ReviewWords, SignedOn, Voice
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.screens.participant.reviews.voice_column import VoiceColumn
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

_KINDS: tuple[tuple[str, object], ...] = tuple((kind.label, kind) for kind in ReviewKind)
_NO_NAMES = (
    "Each of the three in their own words; he reads and signs it. Write no names of a partner or of "
    "children, and nothing of what she said."
)
_SIGNED = {
    "participant": "Participant signed on",
    "facilitator": "Facilitator signed on",
    "officer": "Officer or referrer signed on",
}
_NARROWEST = 190
"""So narrow that three columns stand side by side on a small laptop at 150 % text."""


class ReviewFields(QWidget):
    """Who was there and how things stand, the three voices side by side, what follows, who signed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows = FormRows()
        self.kind = Choice("Kind of review", _KINDS)
        self.held_on = DateEdit("Held on")
        self.facilitator = line_edit("Facilitator")
        self.officer = line_edit("Probation officer or referrer", "Name and office")
        self.present = line_edit("Also there", "An interpreter, a second facilitator")
        self.facts = {name: Text("", Role.DETAIL, wrap=True) for name in ("attendance", "goals", "risk")}
        self.voices = {voice: VoiceColumn(look, self.rows, voice) for voice in Voice}
        self.recommendations = text_area("Recommendations", look, 2)
        self.next_on = DateEdit("Next review on")
        self.signed = {who: DateEdit(f"Signed: {who}") for who in _SIGNED}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self._head())
        column.addWidget(Text(_NO_NAMES, Role.DETAIL, wrap=True))
        column.addWidget(self._columns())
        column.addWidget(self._foot())

    def show_details(self, details: ReviewDetails) -> None:
        """Show a review."""
        self.kind.set_value(details.kind)
        self.held_on.set_date(details.held_on)
        for name in ("facilitator", "officer", "present"):
            getattr(self, name).setText(getattr(details, name))
        for column in self.voices.values():
            column.show_words(details.words)
        self.recommendations.setPlainText(details.recommendations)
        self.next_on.set_date(details.next_on)
        for who, field in self.signed.items():
            field.set_date(getattr(details.signed, who))
        self._show_facts(details.facts)

    def fix(self, met_step: bool) -> None:
        """Let kind and day alone of a review that met a step of his journey."""
        self.kind.setEnabled(not met_step)
        self.held_on.setEnabled(not met_step)

    def details(self, today: date) -> ReviewDetails:
        """Return what is entered; the rows are checked before."""
        kind = self.kind.value()
        words: dict[str, str] = {}
        for column in self.voices.values():
            words |= column.words()
        return ReviewDetails(
            kind=kind if isinstance(kind, ReviewKind) else ReviewKind.INTERIM,
            held_on=self.held_on.date_or_none() or today,
            words=ReviewWords(**words),
            recommendations=self.recommendations.toPlainText().strip(),
            facilitator=self.facilitator.text().strip(),
            officer=self.officer.text().strip(),
            present=self.present.text().strip(),
            signed=SignedOn(**{who: field.date_or_none() for who, field in self.signed.items()}),
            next_on=self.next_on.date_or_none(),
        )

    def _head(self) -> QWidget:
        panel = Panel()
        grid = FieldGrid(self._look, narrowest=_NARROWEST, widest=4)
        grid.add(self.rows.add("Kind of review", self.kind))
        grid.add(self.rows.add("Held on", self.held_on, required=True))
        grid.add(self.rows.add("Facilitator", self.facilitator, required=True))
        grid.add(self.rows.add("Probation officer or referrer", self.officer, required=True))
        panel.body.addWidget(grid)
        facts = FieldGrid(self._look, narrowest=_NARROWEST, widest=3)
        for field in self.facts.values():
            facts.add(field)
        panel.body.addWidget(facts)
        return panel

    def _columns(self) -> QWidget:
        grid = FieldGrid(self._look, narrowest=_NARROWEST, widest=3)
        for column in self.voices.values():
            grid.add(column)
        return grid

    def _foot(self) -> QWidget:
        panel = Panel("What follows")
        panel.body.addWidget(self.rows.add("Recommendations", self.recommendations))
        more = FieldGrid(self._look, narrowest=_NARROWEST, widest=2)
        more.add(self.rows.add("Next review on", self.next_on))
        more.add(self.rows.add("Also there", self.present))
        panel.body.addWidget(more)
        signed = FieldGrid(self._look, narrowest=_NARROWEST, widest=3)
        for who, field in self.signed.items():
            signed.add(self.rows.add(_SIGNED[who], field, also=f"Signed: {who}"))
        panel.body.addWidget(signed)
        return panel

    def _show_facts(self, facts: ReviewFacts) -> None:
        for name, field in self.facts.items():
            field.setText(f"{name.capitalize()}: {getattr(facts, name) or '–'}")
