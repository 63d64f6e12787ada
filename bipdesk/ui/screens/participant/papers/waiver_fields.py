"""The terms of a waiver as fields: recipients, names, topics, direction, until when, language."""

from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.waiver import (
    COMPULSORY,
    OFFERED,
    Direction,
    DisclosureTopic,
    NamedRecipient,
    WaiverTerms,
    class_by_name,
)
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.screens.participant.papers.words import LANGUAGES
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

_DIRECTIONS: tuple[tuple[str, object], ...] = tuple((each.label, each) for each in Direction)
_NAMED = (
    "Offices and people who write to the programme in their work: never a partner, a former one or a child. "
    "They are in it as survivors, without their names."
)


class WaiverFields(QWidget):
    """Shows terms and gives them back; what he struck out on the paper is taken out here too."""

    def __init__(self, look: Look, rows: FormRows, citation: str) -> None:
        super().__init__()
        self._terms: WaiverTerms | None = None
        self.recipients = {each: CheckBox(each.label) for each in OFFERED}
        self.topics = {each: CheckBox(each.label) for each in DisclosureTopic}
        self.named = text_area("By name, one to a line", look, 2)
        self.direction = Choice("Direction", _DIRECTIONS)
        self.begins_on = DateEdit("From")
        self.ends_on = DateEdit("Last day, where one was agreed")
        self.language = Choice("Language of the paper", LANGUAGES)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        needed = [self.recipients[each] for each in OFFERED if each in COMPULSORY]
        others = [self.recipients[each] for each in OFFERED if each not in COMPULSORY]
        self._add_ticks(column, look, "May be told: needed, nobody is accepted without them", needed)
        self._add_ticks(column, look, "May be told also", others)
        column.addWidget(rows.add("By name, one to a line", self.named))
        column.addWidget(Text(_NAMED, Role.DETAIL, wrap=True))
        self._add_ticks(column, look, "About what", list(self.topics.values()))
        grid = FieldGrid(look, 200, 4)
        grid.add(rows.add("Direction", self.direction))
        grid.add(rows.add("From", self.begins_on, required=True))
        grid.add(rows.add("Last day, where one was agreed", self.ends_on, also="The last day"))
        grid.add(rows.add("Language of the paper", self.language))
        column.addWidget(grid)
        self._rule = Text("", Role.DETAIL, wrap=True)
        self._citation = citation
        column.addWidget(self._rule)

    def show_terms(self, terms: WaiverTerms) -> None:
        """Show these terms."""
        self._terms = terms
        for recipient, box in self.recipients.items():
            box.setChecked(recipient in terms.recipients)
        for topic, tick in self.topics.items():
            tick.setChecked(topic in terms.topics)
        self.named.setPlainText("\n".join(each.name for each in terms.named))
        self.direction.set_value(terms.direction)
        self.begins_on.set_date(terms.begins_on)
        self.ends_on.set_date(terms.ends_on)
        self.language.set_value(terms.language)
        self._rule.setText(
            f"Without a last day it holds until {terms.days_after_discharge} days after discharge "
            f"({self._citation})."
        )

    def terms(self) -> WaiverTerms | None:
        """Return what the fields say; None without a first day."""
        begins = self.begins_on.date_or_none()
        direction, language = self.direction.value(), self.language.value()
        if self._terms is None or begins is None or not isinstance(direction, Direction):
            return None
        return replace(
            self._terms,
            recipients=frozenset(each for each, box in self.recipients.items() if box.isChecked()),
            named=self._named(),
            topics=frozenset(each for each, box in self.topics.items() if box.isChecked()),
            direction=direction,
            begins_on=begins,
            ends_on=self.ends_on.date_or_none(),
            language=str(language),
        )

    def _named(self) -> tuple[NamedRecipient, ...]:
        names = [" ".join(line.split()) for line in self.named.toPlainText().splitlines()]
        known = {each.name: each.recipient_class for each in (self._terms.named if self._terms else ())}
        return tuple(
            NamedRecipient(name, known.get(name, class_by_name(name)))
            for name in dict.fromkeys(names)
            if name
        )

    def _add_ticks(self, column: QVBoxLayout, look: Look, title: str, boxes: list[CheckBox]) -> None:
        column.addWidget(Text(title, Role.SECTION))
        grid = FieldGrid(look, 210, 3)
        for box in boxes:
            grid.add(box)
        column.addWidget(grid)
