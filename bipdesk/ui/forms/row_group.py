"""The questions of a form that are answered together: those asked once, or one entry of what repeats."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.expression_values import Value
from bipdesk.domain.form_state import FormState
from bipdesk.domain.instrument import Instrument, Part, Question
from bipdesk.domain.instrument_blank import numbers_of
from bipdesk.ui.forms.question_row import QuestionRow, field_for, shown_value
from bipdesk.ui.forms.row_blocks import RowBlocks
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

Raw = Mapping[str, object]
"""Answers by the name of the question, as they are stored."""


class Entries(QWidget):
    """A part that repeats, as the rows around it see it."""

    def answers(self) -> list[dict[str, object]]:
        """Return the answers of each entry."""
        raise NotImplementedError

    def show_answers(self, raw: object) -> None:
        """Show these entries instead of those that stand there."""
        raise NotImplementedError

    def apply(self, state: FormState, path: str) -> None:
        """Show what the state of the form says of every entry."""
        raise NotImplementedError

    def row_at(self, number: int, name: str) -> QuestionRow | None:
        """Return the row of a question in one entry."""
        raise NotImplementedError

    @property
    def can_undo(self) -> bool:
        """Say whether an entry was removed that can be put back."""
        raise NotImplementedError

    def undo(self) -> None:
        """Put the entry removed last back where it was."""
        raise NotImplementedError


class Drawing:
    """What every part of one form is drawn with."""

    def __init__(self, instrument: Instrument, look: Look, language: str, today: date) -> None:
        self.look = look
        self.language = language
        self.today = today
        self._lists_of = {question.name: question.choices for question in instrument.questions}
        self.numbers = numbers_of(instrument)
        self._lists = {found.name: found.choices for found in instrument.lists}

    def say(self, name: str, value: Value) -> str:
        """Return an answer as a person reads it: the words of a choice, not its name."""
        labels = {choice.name: choice.label for choice in self._lists.get(self._lists_of.get(name, ""), ())}
        if isinstance(value, str | tuple) and labels:
            names = value if isinstance(value, tuple) else (value,)
            return ", ".join(labels[each].text(self.language) for each in names if each in labels)
        return shown_value(value)

    def row(self, question: Question) -> QuestionRow:
        """Return the row of a question."""
        choices = self._lists.get(question.choices, ())
        field = field_for(question, choices, self.look, self.language)
        return QuestionRow(question, self.numbers.get(question.name, 0), self.look, self.language, field)


@dataclass(slots=True)
class RowGroup:
    """Rows, parts and repeating parts by name; what is not drawn yet keeps its answers."""

    rows: dict[str, QuestionRow] = field(default_factory=dict)
    parts: dict[str, QWidget] = field(default_factory=dict)
    repeats: dict[str, Entries] = field(default_factory=dict)
    kept: dict[str, object] = field(default_factory=dict)
    say: Callable[[str, Value], str] | None = None
    """How answers are put into the words of other questions."""
    blocks: list[RowBlocks] = field(default_factory=list)

    def answers(self) -> dict[str, object]:
        """Return what is entered, without what is empty."""
        found = dict(self.kept)
        found.update({name: row.answer() for name, row in self.rows.items() if row.field is not None})
        found.update({name: repeat.answers() for name, repeat in self.repeats.items()})
        return {name: raw for name, raw in found.items() if raw not in ("", None, [])}

    def show(self, answers: Raw) -> None:
        """Show answers; what `answers` does not name becomes empty."""
        self.kept = dict(answers)
        for name, row in self.rows.items():
            row.show_answer(answers.get(name, ""))
        for name, repeat in self.repeats.items():
            repeat.show_answers(answers.get(name))

    def apply(self, state: FormState, inside: str) -> None:
        """Show what the state of the form says of these; `inside` is "" or "children/0/"."""
        for name, part in self.parts.items():
            place = state.places.get(inside + name)
            show(part, place is not None and place.visible)
        for name, row in self.rows.items():
            path = inside + name
            if path in state.places:
                if self.say is not None:
                    _fill(row, state, path, self.say)
                row.apply(state.places[path], state.values.get(path, ""))
        for name, repeat in self.repeats.items():
            repeat.apply(state, name)
        for blocks in self.blocks:
            blocks.adjust()

    def row_at(self, path: str) -> QuestionRow | None:
        """Return the row of a path, or None when it is none."""
        name, _, rest = path.partition("/")
        if not rest:
            return self.rows.get(name)
        number, _, inner = rest.partition("/")
        return self.repeats[name].row_at(int(number), inner) if name in self.repeats else None


def draw_items(
    part: Part, column: QVBoxLayout, group: RowGroup, drawing: Drawing, repeat: Callable[[Part], Entries]
) -> Iterator[QuestionRow]:
    """Put the items of a part into `column`, one at each step, and return the rows as they are made.

    `repeat` makes a repeating part.
    """
    blocks = RowBlocks(column, column.spacing())
    group.blocks.append(blocks)
    for item in part.items:
        if isinstance(item, Question):
            if item.is_shown:
                row = group.rows[item.name] = drawing.row(item)
                row.show_answer(group.kept.get(item.name, ""))
                blocks.add(row)
                yield row
            continue
        blocks.close()
        if item.repeats:
            made = group.repeats[item.name] = repeat(item)
            group.parts[item.name] = made
            column.addWidget(made)
            made.show_answers(group.kept.get(item.name))
        else:
            below = _nested(item, column, group, drawing)
            yield from draw_items(item, below, group, drawing, repeat)
    blocks.close()


def _nested(part: Part, column: QVBoxLayout, group: RowGroup, drawing: Drawing) -> QVBoxLayout:
    """Return the column of a part inside another."""
    inner = group.parts[part.name] = QWidget()
    below = QVBoxLayout(inner)
    below.setContentsMargins(drawing.look.px(12), 0, 0, 0)
    below.setSpacing(column.spacing())
    head(part, below, drawing, Role.BLOCK)
    column.addWidget(inner)
    return below


def head(part: Part, column: QVBoxLayout, drawing: Drawing, role: Role) -> None:
    """Put the title and the hint of a part into `column`."""
    title, hint = part.title.text(drawing.language), part.hint.text(drawing.language)
    if title:
        column.addWidget(Text(title, role, wrap=True))
    if hint:
        column.addWidget(Text(hint, Role.DETAIL, wrap=True))


def section_panel(part: Part, group: RowGroup, drawing: Drawing) -> Panel:
    """Return the panel of a section, with its title."""
    panel = Panel()
    panel.setObjectName(f"{part.name}Panel")
    panel.body.setSpacing(drawing.look.px(16))
    head(part, panel.body, drawing, Role.HEADING)
    group.parts[part.name] = panel
    return panel


def show(part: QWidget, wanted: bool) -> None:
    """Show or hide a part; Qt works even when nothing changes."""
    if part.isHidden() == wanted:
        part.setVisible(wanted)


def _fill(row: QuestionRow, state: FormState, path: str, say: Callable[[str, Value], str]) -> None:
    """Put the answers in that the words of a question name."""
    question = row.question
    if row.names_answers:
        label, hint = question.label.text(row.language), question.hint.text(row.language)
        row.fill_label(state.filled(label, path, say), state.filled(hint, path, say))
