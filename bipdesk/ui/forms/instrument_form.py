"""The one form engine: draws any instrument, shows and hides as its rules say, and gives the answers back."""

from collections.abc import Iterator, Mapping
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from bipdesk.domain.form_state import FormRules, FormState
from bipdesk.domain.instrument import FOR_THE_FILE, Instrument, Part
from bipdesk.domain.instrument_start import answers_at_start
from bipdesk.ui.forms.question_row import QuestionRow
from bipdesk.ui.forms.repeat_part import RepeatPart
from bipdesk.ui.forms.result_panel import ResultPanel
from bipdesk.ui.forms.row_group import Drawing, RowGroup, draw_items, section_panel
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button

ROWS_AT_A_TIME = 4
"""How many questions are drawn, or complained of, before the window may do something else."""


class InstrumentForm(QWidget):
    """An instrument with its answers; a long one is drawn piece by piece, `answers` is whole at once."""

    edited = Signal()
    """A person changed an answer."""
    built = Signal()
    """Every question is there."""

    def __init__(self, look: Look, instrument: Instrument, today: date, language: str = "en") -> None:
        """`today` is the day on which the answers are given; `language` is that of the questions."""
        super().__init__()
        self.setObjectName("instrumentForm")
        self.instrument = instrument
        self._rules = FormRules(instrument)
        self._today = today
        self._drawing = Drawing(instrument, look, language, today)
        self._group = RowGroup(kept=answers_at_start(instrument, today), say=self._drawing.say)
        self._complaining: list[str] = []
        """Where it is still to be said what is missing."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(16))
        self._results = ResultPanel(look, language)
        self._column.addStretch(1)
        self._left: Iterator[QuestionRow] | None = self._draw()
        self.state: FormState = self._rules.evaluate(self.answers(), today)
        self._go_on()

    @property
    def is_built(self) -> bool:
        """Say whether every question is drawn."""
        return self._left is None

    def answers(self) -> dict[str, object]:
        """Return what is entered, by the name of the question; hidden answers are among it."""
        return self._group.answers()

    def show_answers(self, answers: Mapping[str, object]) -> None:
        """Show answers instead of what stands there; nothing is sent."""
        self._complaining = []
        self._group.show(answers)
        self._evaluate()

    def show_problems(self) -> bool:
        """Say under every question what is missing or wrong, and go to the first; True when nothing is."""
        self._finish_drawing()
        self._complaining = [path for path, _sentence in self.state.problems]
        first = self._group.row_at(self._complaining[0]) if self._complaining else None
        self._complain()
        if first is not None and first.field is not None:
            first.field.entry().setFocus()
            self._bring_into_view(first)
        return not self.state.problems

    def only_show(self) -> None:
        """Let the answers be read and not changed, with no buttons that would change them."""
        self.setEnabled(False)
        self._hide_buttons()
        self.built.connect(self._hide_buttons)

    def _hide_buttons(self) -> None:
        for button in self.findChildren(Button):
            button.hide()

    def focus_first(self) -> None:
        """Put the cursor into the first answer."""
        first = next((row.field for row in self._group.rows.values() if row.field is not None), None)
        if first is not None:
            first.entry().setFocus(Qt.FocusReason.TabFocusReason)

    def set_day(self, day: date) -> None:
        """Judge the answers as given on `day`."""
        self._today = day
        self._evaluate()

    # What was half typed survives lock and crash

    def draft_content(self) -> dict[str, object]:
        """Return the answers as plain values."""
        return self.answers()

    def fill_draft(self, content: Mapping[str, object]) -> None:
        """Show what was typed earlier over what stands there; "" is no answer."""
        together = {**self.answers(), **content}
        self.show_answers({name: raw for name, raw in together.items() if raw != ""})

    # Undo

    @property
    def can_undo(self) -> bool:
        """Say whether an entry was removed that can be put back."""
        return any(repeat.can_undo for repeat in self._group.repeats.values())

    def undo(self) -> None:
        """Put the entry back that was removed last."""
        for repeat in self._group.repeats.values():
            if repeat.can_undo:
                repeat.undo()
                return

    def _draw(self) -> Iterator[QuestionRow]:
        for section in self.instrument.sections:
            panel = section_panel(section, self._group, self._drawing)
            self._column.insertWidget(self._column.count() - 1, panel)
            if section.repeats:
                made = self._group.repeats[section.name] = self._repeat(section, titled=False)
                panel.body.addWidget(made)
                made.show_answers(self._group.kept.get(section.name))
            else:
                yield from draw_items(section, panel.body, self._group, self._drawing, self._repeat)
        if self.instrument.purpose == FOR_THE_FILE:
            self._column.insertWidget(self._column.count() - 1, self._results)

    def _repeat(self, part: Part, *, titled: bool = True) -> RepeatPart:
        made = RepeatPart(part, self._drawing, titled=titled)
        made.edited.connect(self._on_edited)
        made.judged.connect(self._evaluate)
        return made

    def _go_on(self) -> None:
        """Draw some more; the window comes in between."""
        if self._left is None:
            return
        for _ in range(ROWS_AT_A_TIME):
            if not self._draw_one():
                break
        self._evaluate()
        if self._left is not None:
            QTimer.singleShot(0, self, self._go_on)
        else:
            self.built.emit()

    def _draw_one(self) -> bool:
        row = None if self._left is None else next(self._left, None)
        if row is None:
            self._left = None
            return False
        row.edited.connect(self._on_edited)
        row.judged.connect(self._evaluate)
        return True

    def _finish_drawing(self) -> None:
        if self._left is not None:
            while self._draw_one():
                pass
            self.built.emit()

    def _complain(self) -> None:
        """Say at a few more questions what is missing or wrong; a long form has its window in between."""
        for path in self._complaining[:ROWS_AT_A_TIME]:
            row = self._group.row_at(path)
            if row is not None:
                row.is_strict = True
        del self._complaining[:ROWS_AT_A_TIME]
        self._evaluate()
        if self._complaining:
            QTimer.singleShot(0, self, self._complain)

    def _on_edited(self) -> None:
        self._evaluate()
        self.edited.emit()

    def _evaluate(self) -> None:
        self.state = self._rules.evaluate(self.answers(), self._today)
        self._group.apply(self.state, "")
        self._results.show_state(self.state)

    def _bring_into_view(self, row: QWidget) -> None:
        above = self.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(row)
                return
            above = above.parentWidget()
