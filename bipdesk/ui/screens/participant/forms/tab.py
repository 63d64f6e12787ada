"""Forms: what was filled in about a participant, and filling in another one."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.answer_set import AnswerSet, FilledForm, FormsOfFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.instrument import Instrument
from bipdesk.domain.instrument_blank import blank_of
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.forms.filling import Filling
from bipdesk.ui.screens.participant.forms.opening import Opening, Purpose
from bipdesk.ui.screens.participant.forms.set_line import SetLine
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.instruments import InstrumentService

TITLE = "Forms"
NONE_FILLED = "No form has been filled in for him yet. Choose one above."
NO_FORM = (
    "The coordinator takes forms over from XLSForm workbooks on the page Forms. What is filled in for a "
    "participant is kept here, with the version of the form it was given in."
)


class FormsTab(FileTab):
    """The list of filled-in forms; one form at a time is open in its place."""

    topics = frozenset({Topic.FORMS})

    def __init__(
        self, frame: Frame, instruments: "InstrumentService", blanks: "BlankFormService", clock: Clock
    ) -> None:
        super().__init__(frame)
        self._instruments = instruments
        self._blanks = blanks
        self._clock = clock
        self.filling: Filling | None = None
        self.choice = Choice("Form")
        self.fill_button = Button("Fill in", Kind.PRIMARY, small=True)
        self.fill_button.clicked.connect(self._on_fill_in)
        self.print_button = Button("Print blank", small=True)
        self.print_button.clicked.connect(self._on_print)
        self._offer = QWidget()
        row = QHBoxLayout(self._offer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(frame.look.px(12))
        row.addWidget(self.choice, 1)
        row.addWidget(self.print_button)
        row.addWidget(self.fill_button)
        self._panel = Panel("Forms")
        self._panel.body.addWidget(self._offer)
        self._lines = Lines()
        self._panel.body.addSpacing(frame.look.px(8))
        self._panel.body.addWidget(self._lines)
        self._offer.hide()
        self.body.addWidget(self._panel)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read what was filled in for this participant, and what can be."""
        participant_id = self.participant_id
        if participant_id is not None:
            read = partial(self._instruments.of_file, participant_id)
            self.frame.tasks.run(self, read, partial(self._show, participant_id))

    def forget(self) -> None:
        """Close the open form; what was typed into it is kept as a draft."""
        if self.filling is not None:
            self.filling.leave()
            self._close()
        self._lines.clear()

    def open(self, opening: Opening) -> None:
        """Show a form in place of the list."""
        if opening.participant_id != self.participant_id:
            return
        self._close()
        self.filling = Filling(self.frame, self._instruments, self._clock, opening)
        self.filling.closed.connect(self._close)
        self._panel.hide()
        self.body.insertWidget(0, self.filling)
        self.filling.show()
        self.filling.form.focus_first()

    def _show(self, participant_id: ParticipantId, forms: FormsOfFile) -> None:
        if participant_id != self.participant_id:
            return
        chosen = self.choice.value()
        self.choice.set_choices(tuple((line.title, line.instrument_id) for line in forms.offered))
        if chosen is not None and any(line.instrument_id == chosen for line in forms.offered):
            self.choice.set_value(chosen)
        self._offer.setVisible(bool(forms.offered))
        self._lines.clear()
        for filled in forms.filled:
            self._lines.add(self._line(filled))
        if not forms.filled:
            empty = NONE_FILLED if forms.offered else NO_FORM
            self._lines.add(EmptyState("Nothing here yet", empty))

    def _line(self, filled: FilledForm) -> SetLine:
        found = filled.answer_set
        line = SetLine(self.frame.look, filled)
        purpose = Purpose.READ if found.is_final else Purpose.FILL_IN
        line.open_wanted.connect(partial(self._on_open, found, purpose))
        line.correct_wanted.connect(partial(self._on_open, found, Purpose.CORRECT))
        line.remove_wanted.connect(partial(self._on_remove, found))
        return line

    def _on_fill_in(self) -> None:
        participant_id, chosen = self.participant_id, str(self.choice.value() or "")
        if participant_id is not None and chosen:
            self._with(chosen, 0, lambda instrument: self.open(Opening(instrument, participant_id)))

    def _on_open(self, found: AnswerSet, purpose: Purpose) -> None:
        participant_id, details = self.participant_id, found.details
        if participant_id is not None:
            self._with(
                details.instrument_id,
                details.version,
                lambda instrument: self.open(Opening(instrument, participant_id, purpose, found)),
            )

    def _on_print(self) -> None:
        chosen = str(self.choice.value() or "")

        def render() -> tuple[str, bytes]:
            form = blank_of(self._instruments.definition(chosen))
            return form.title, self._blanks.render(form)

        if chosen:
            self.frame.tasks.run(self, render, lambda answer: self.frame.show_document(*answer))

    def _on_remove(self, found: AnswerSet) -> None:
        remove = partial(self._instruments.remove, found.answer_set_id, found.seen)
        restore = partial(self._instruments.restore, found.answer_set_id)

        def put_back() -> None:
            self.frame.tasks.change(self, restore)

        def removed(_changes: Changes) -> None:
            self.frame.notify("The half-done form is removed.", put_back)

        self.frame.tasks.change(self, remove, removed)

    def _with(self, instrument_id: str, version: int, then: Callable[[Instrument], None]) -> None:
        self.frame.tasks.run(self, partial(self._instruments.definition, instrument_id, version), then)

    def _close(self) -> None:
        if self.filling is not None:
            self.filling.hide()
            self.filling.deleteLater()
            self.filling = None
        self._panel.show()
