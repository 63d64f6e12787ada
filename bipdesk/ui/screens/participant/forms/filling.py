"""One form, open: the day, the questions, and what can be done with the answers."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.answer_set import AnswerDetails, AnswerSet, AnswerState
from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import AnswerSetId
from bipdesk.domain.sentences import sentence
from bipdesk.ui.format import counted
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.form_rows import NO_DATE
from bipdesk.ui.forms.instrument_form import InstrumentForm
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.forms.opening import Opening, Purpose
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.instruments import InstrumentService

STARS = "* has to be answered before the form can be finished."
_FINISH = {Purpose.FILL_IN: "Finish", Purpose.CORRECT: "Save the correction", Purpose.READ: ""}


class Filling(QWidget):
    """A form while it is filled in, corrected or read; what is half typed survives lock and crash."""

    closed = Signal()

    def __init__(
        self, frame: Frame, instruments: "InstrumentService", clock: Clock, opening: Opening
    ) -> None:
        super().__init__()
        self.frame = frame
        self.opening = opening
        self._instruments = instruments
        self._clock = clock
        found = opening.answer_set
        day = clock.today() if found is None else found.details.given_on
        self.day = DateEdit("Answered on")
        self.day.set_date(day)
        self.form = InstrumentForm(frame.look, opening.instrument, day)
        if found is not None:
            self.form.show_answers(found.details.answers)
        self._day_row = FormRow("Answered on", self.day)
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self._lay_out()
        self.keeper = DraftKeeper(frame, opening.draft_key, self)
        self._column.insertWidget(0, self.keeper.bar)
        if opening.purpose is Purpose.READ:
            self.form.only_show()
            self.day.setEnabled(False)
        else:
            self.keeper.begin(opening.subject)
        self._remember()
        self.day.edited.connect(self._on_day)
        self.day.edited.connect(self._on_edited)
        self.form.edited.connect(self._on_edited)
        self.keeper.filled.connect(self._on_edited)

    def leave(self) -> None:
        """Keep what is typed as a draft; another participant comes next."""
        self.keeper.leave()

    def save(self) -> None:
        """Store the answers as they are, to go on another day."""
        self._give(AnswerState.DRAFT)

    def finish(self) -> None:
        """Store the answers for good, when nothing is missing or wrong."""
        if self.form.show_problems():
            self._give(AnswerState.FINAL)
        else:
            left = counted(len(self.form.state.problems), "question still needs", "questions still need")
            self._say(f"{left} an answer, or another one.")

    def _lay_out(self) -> None:
        look, opening = self.frame.look, self.opening
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(16))
        head = Panel()
        head.body.addWidget(Text(opening.instrument.title.text("en"), Role.HEADING, wrap=True))
        version = f"{opening.instrument.source} · version {opening.instrument.version}"
        head.body.addWidget(Text(version, Role.SMALL, wrap=True))
        if opening.purpose is not Purpose.READ:
            head.body.addWidget(Text(STARS, Role.DETAIL, wrap=True))
        day = QHBoxLayout()
        self._day_row.setFixedWidth(look.px(240))
        day.addWidget(self._day_row)
        day.addStretch(1)
        head.body.addLayout(day)
        self._column.addWidget(head)
        self._column.addWidget(self.form)
        self._column.addWidget(self._error)
        self._column.addLayout(self._buttons())

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(12))
        self.close_button = Button("Close")
        self.close_button.clicked.connect(self._on_close)
        row.addStretch(1)
        row.addWidget(self.close_button)
        purpose = self.opening.purpose
        self.undo_button = Button("Undo changes")
        self.undo_button.clicked.connect(self._on_undo)
        self.undo_button.hide()
        row.addWidget(self.undo_button)
        self.save_button = Button("Save for later")
        self.save_button.clicked.connect(self.save)
        self.finish_button = Button(_FINISH[purpose], Kind.PRIMARY)
        self.finish_button.clicked.connect(self.finish)
        row.addWidget(self.save_button)
        row.addWidget(self.finish_button)
        self.save_button.setVisible(purpose is Purpose.FILL_IN)
        self.finish_button.setVisible(purpose is not Purpose.READ)
        return row

    def _give(self, state: AnswerState) -> None:
        day = self.day.date_or_none()
        if day is None:
            self._day_row.set_error(NO_DATE)
            self.day.setFocus()
            return
        answers = self.form.answers()
        opening, service = self.opening, self._instruments
        found = opening.answer_set

        def command() -> Changes:
            if found is None:
                finished = state is AnswerState.FINAL
                return service.start(
                    opening.instrument, opening.participant_id, answers, day, finished=finished
                )
            if opening.purpose is Purpose.CORRECT:
                return service.correct(found.answer_set_id, answers, day)
            write = service.finish if state is AnswerState.FINAL else service.save
            return write(found.answer_set_id, answers, day, found.seen)

        self._enable(False)
        self.frame.tasks.change(
            self,
            self.keeper.saving(command),
            lambda changes: self._on_saved(changes, state),
            self._on_refused,
        )

    def _on_saved(self, changes: Changes, state: AnswerState) -> None:
        self._enable(True)
        self._error.hide()
        if state is AnswerState.FINAL:
            self.frame.notify("The form is finished and stored.")
            self.closed.emit()
            return
        self.frame.notify("Saved. The form can be finished later.")
        self._go_on_with(changes)

    def _go_on_with(self, changes: Changes) -> None:
        """From now on it is these answers that are written, and drafts are about them."""
        opening, day = self.opening, self.day.date_or_none() or self._clock.today()
        if changes.row_id is None:
            return
        instrument = opening.instrument
        details = AnswerDetails(
            opening.participant_id, instrument.id, instrument.version, "", day, AnswerState.DRAFT, {}
        )
        found = AnswerSet(AnswerSetId(changes.row_id), details, seen=changes.seen)
        self.opening = Opening(instrument, opening.participant_id, opening.purpose, found)
        self.keeper.saved()
        self.keeper.begin(self.opening.subject)
        self._remember()

    def _on_refused(self, error: UserError) -> None:
        self._enable(True)
        self._say(sentence(error))

    def _on_close(self) -> None:
        if self.keeper.is_begun:
            self.frame.notify("What you typed is kept. Open the form again to go on.")
        self.keeper.leave()
        self.closed.emit()

    def _on_edited(self) -> None:
        self.undo_button.setVisible(True)

    def _on_undo(self) -> None:
        """Show again what stood there when the form was opened or saved last."""
        answers, day = self._shown
        self.form.show_answers(answers)
        self.day.set_date(day)
        self._on_day()
        self.undo_button.hide()
        self._error.hide()
        self.keeper.touch()
        self.form.focus_first()

    def _remember(self) -> None:
        """Take what stands there now as what undoing comes back to."""
        self._shown = (self.form.answers(), self.day.date_or_none())
        self.undo_button.hide()

    def _on_day(self) -> None:
        self._day_row.set_error("")
        day = self.day.date_or_none()
        if day is not None:
            self.form.set_day(day)

    def _say(self, words: str) -> None:
        self._error.setText(words)
        self._error.show()

    def _enable(self, enabled: bool) -> None:
        for button in (self.save_button, self.finish_button):
            button.setEnabled(enabled)
