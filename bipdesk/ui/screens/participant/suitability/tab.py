"""Suitability: the criteria with their evidence, what they come to, and the decision."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import UserError
from bipdesk.domain.instrument import Instrument
from bipdesk.domain.instrument_blank import blank_of
from bipdesk.domain.sentences import sentence
from bipdesk.domain.suitability import Decision, Verdict, judge
from bipdesk.ui.forms.instrument_form import InstrumentForm
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.suitability.answers_dialog import AnswersDialog
from bipdesk.ui.screens.participant.suitability.decide_dialog import DecideDialog
from bipdesk.ui.screens.participant.suitability.history_panel import HistoryPanel
from bipdesk.ui.screens.participant.suitability.outcome_panel import OutcomePanel

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.suitability import SuitabilityFile, SuitabilityService, Working

DECIDE_KEY = "Ctrl+Return"
FILLED_IN = "The answers of the last time are filled in: look at each of them again."
OVER = "The answers begun here are taken away."


class SuitabilityTab(FileTab):
    """Answers can be left half-done; what they come to stands above them while one answers."""

    topics = frozenset({Topic.SUITABILITY, Topic.PARTICIPANTS, Topic.SERVICES, Topic.SITE})

    def __init__(
        self,
        frame: Frame,
        suitability: "SuitabilityService",
        blanks: "BlankFormService",
        clock: Clock,
    ) -> None:
        super().__init__(frame)
        self._suitability = suitability
        self._blanks = blanks
        self._clock = clock
        self.file: SuitabilityFile | None = None
        self.form: InstrumentForm | None = None
        self._go_to_form = False
        self.outcome = OutcomePanel(frame.look)
        self.history = HistoryPanel(self._on_answers_wanted)
        self._holder = QWidget()
        self._holder.setAccessibleName("Criteria")
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.drafts = self.draft_of("suitability", self._holder)
        for widget in (self.drafts.bar, self.outcome, self._holder, self.history):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._listen()

    def forget(self) -> None:
        """Let go of the form: another participant comes next."""
        self.file = None
        self._drop_form()

    def load(self) -> None:
        """Ask for answers, decisions and services."""
        participant_id = self.participant_id
        if participant_id is not None:
            self.frame.tasks.run(self, lambda: self._suitability.file(participant_id), self._show)

    def begin(self, _act: object) -> None:
        """Begin with what is due: the first open question."""
        self._go_to_form = True

    # Showing

    def _listen(self) -> None:
        panel = self.outcome
        panel.print_button.clicked.connect(self._on_print_pressed)
        panel.over_button.clicked.connect(self._on_over_pressed)
        panel.save_button.clicked.connect(self._on_save_pressed)
        panel.decide_button.clicked.connect(self._on_decide_pressed)
        self.drafts.filled.connect(self._show_state)
        decide = QShortcut(QKeySequence(DECIDE_KEY), self, self._on_decide_pressed)
        decide.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _show(self, file: "SuitabilityFile") -> None:
        if file.participant_id != self.participant_id:
            return
        edited = self._is_edited()
        before, self.file = self.file, file
        self.history.show_decisions(file.decisions, self._clock.today())
        if edited and before is not None and self.form is not None and file.decided is None:
            # What somebody is typing stays, with the token it was loaded with.
            self.file = replace(file, working=before.working, instrument=before.instrument)
        elif file.decided is None and file.is_open:
            self._show_form(file)
        else:
            self._drop_form()
        self._show_state()

    def _show_form(self, file: "SuitabilityFile") -> None:
        if self.form is None or self.form.instrument != file.instrument:
            self._drop_form()
            self.form = InstrumentForm(self.frame.look, file.instrument, self._clock.today())
            self.form.edited.connect(self._show_state)
            self._holder.layout().addWidget(self.form)  # type: ignore[union-attr]
        self.form.show_answers(file.working.answers)
        self.drafts.begin(file.referral.referral_id)
        if self._go_to_form:
            self._go_to_form = False
            self.form.focus_first()

    def _drop_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.setParent(None)
            self.form.deleteLater()
            self.form = None

    def _is_edited(self) -> bool:
        file, form = self.file, self.form
        if file is None or form is None:
            return False
        return _given(form.answers()) != _given(file.working.answers)

    def _show_state(self) -> None:
        file, panel = self.file, self.outcome
        if file is None:
            return
        panel.setVisible(file.is_open)
        form = self.form
        if form is not None:
            panel.show_judgement(judge(form.instrument, form.state), file.may_override)
        elif file.decided is not None:
            panel.show_decided(file.decided, self._clock.today())
        panel.say("")
        panel.show_buttons(
            answering=form is not None, edited=self._is_edited(), begun=file.working.answer_set_id is not None
        )

    # Doing

    def _working(self) -> "Working | None":
        """Return what is typed with the tokens it was loaded with."""
        if self.file is None or self.form is None:
            return None
        return replace(self.file.working, answers=_given(self.form.answers()))

    def _on_save_pressed(self) -> None:
        file, working = self.file, self._working()
        if file is None or working is None:
            return
        command = self.drafts.saving(
            lambda: self._suitability.save(file.participant_id, file.instrument, working)
        )

        def saved(_changes: Changes) -> None:
            self._forget_edits()
            self.frame.notify("The answers are saved, half-done; nothing is decided yet.")

        self.frame.tasks.change(self, command, saved, self._on_refused)

    def _on_decide_pressed(self) -> None:
        file, working, form = self.file, self._working(), self.form
        if file is None:
            return
        if form is None or working is None:
            self._assess_again(file)
            return
        judgement = judge(form.instrument, form.state)
        if not judgement.may_be_decided:
            form.show_problems()
            open_words = judgement.unfit or ("Answer what is still open first; “not known” decides nothing.",)
            self.outcome.say(" ".join(open_words))
            return

        def decide(verdict: Verdict) -> Callable[[], Changes]:
            return self.drafts.saving(
                lambda: self._suitability.decide(file.participant_id, file.instrument, working, verdict)
            )

        dialog = DecideDialog(self.frame, self, file, judgement, decide)
        dialog.accepted.connect(self._forget_edits)
        dialog.open()

    def _assess_again(self, file: "SuitabilityFile") -> None:
        """Begin anew with the answers of the last time; they are saved half-done at once."""

        def begun(_changes: Changes) -> None:
            self._forget_edits()
            self.frame.notify(FILLED_IN)

        self.frame.tasks.change(
            self,
            lambda: self._suitability.save(file.participant_id, file.instrument, file.working),
            begun,
            self._on_refused,
        )

    def _on_over_pressed(self) -> None:
        """Take away what was begun here; Undo brings it back."""
        file = self.file
        if file is None:
            return
        set_id = file.working.answer_set_id
        if set_id is None:
            self.drafts.discard(OVER)
            return

        def undo() -> None:
            self.frame.tasks.change(self, lambda: self._suitability.bring_back(set_id))

        def taken(_changes: Changes) -> None:
            self._forget_edits()
            self.frame.notify(OVER, undo)

        command = self.drafts.saving(lambda: self._suitability.start_over(file.participant_id, file.working))
        self.frame.tasks.change(self, command, taken, self._on_refused)

    def _on_print_pressed(self) -> None:
        if self.file is None:
            return
        blank = blank_of(self.file.instrument)

        def shown(pdf: bytes) -> None:
            self.frame.show_document(blank.title, pdf)

        self.frame.tasks.run(self, lambda: self._blanks.render(blank), shown)

    def _on_answers_wanted(self, decision: Decision) -> None:
        def shown(form: tuple[Instrument, Mapping[str, object]]) -> None:
            AnswersDialog(self.frame.look, self, decision, form, self._clock.today()).open()

        self.frame.tasks.run(self, lambda: self._suitability.answers_of(decision), shown)

    def _on_refused(self, error: UserError) -> None:
        self.outcome.say(sentence(error))

    def _forget_edits(self) -> None:
        """What stands in the form is stored: the next load may show something else."""
        self.file = None


def _given(answers: Mapping[str, object]) -> dict[str, object]:
    return {name: raw for name, raw in answers.items() if raw not in ("", None, [])}
