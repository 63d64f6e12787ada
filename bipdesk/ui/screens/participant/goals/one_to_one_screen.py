"""Record a 1-2-1: what was held and looked at, his goals, two boxes, and when you meet again."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.appointment import kept_by
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import UserError
from bipdesk.domain.goals_file import OneToOneEntry, OneToOneForm
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.one_to_one import OneToOne, OneToOneDetails
from bipdesk.domain.one_to_one_blank import one_to_one_blank
from bipdesk.domain.sentences import sentence
from bipdesk.ui.format import short_date
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.participant.goals.goal_looks import GoalLooks
from bipdesk.ui.screens.participant.goals.held_fields import HeldFields, LookedAtFields
from bipdesk.ui.screens.participant.goals.next_fields import NextFields
from bipdesk.ui.screens.participant.goals.services import GoalServices, OneToOneWanted
from bipdesk.ui.screens.participant.goals.sheet_buttons import LANGUAGES
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

SAVE_KEY = "Ctrl+Return"
_SUBTITLE = "Write no names of a partner or children. What a partner has said belongs to the safety officer."
_RISK = "What bears on risk: may be disclosed under his waiver."
_CLASS = "What he shared: it stays in the programme and is in no letter."
Loaded = tuple[OneToOneForm, OneToOne | None, str]
"""The form, the 1-2-1 that is written over with the title of its step, if one is."""


class OneToOneScreen(Screen):
    """One page, one save; whatever is wrong, everything typed stays."""

    topics = frozenset({Topic.GOALS, Topic.REGISTER})

    def __init__(self, frame: Frame, services: GoalServices) -> None:
        super().__init__(frame)
        look = frame.look
        self._services = services
        self._wanted: OneToOneWanted | None = None
        self._shown: Loaded | None = None
        self.held = HeldFields(look)
        self.looked_at = LookedAtFields(look)
        self.goals = GoalLooks(look)
        self.last = Text("", Role.DETAIL, wrap=True)
        self.risk_note = text_area("Risk: may be disclosed", look, 4)
        self.class_note = text_area("Class: stays in the programme", look, 4)
        self.next = NextFields(look)
        self.drafts = DraftKeeper(frame, "one-to-one", self)
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        self.language = Choice("Language of the paper form", LANGUAGES)
        self.blank_button = Button("Print blank", Kind.QUIET)
        self.blank_button.setObjectName("printBlankButton")
        self.undo_button = Button("Undo changes")
        self.save_button = Button("Save 1-2-1", Kind.PRIMARY, hint="Ctrl Enter")
        self.save_button.setObjectName("saveButton")
        self._lay_out()
        self._listen()

    def _lay_out(self) -> None:
        self.body.addWidget(self.drafts.bar)
        self._goals_panel = self._panel("His goals", self.goals)
        self._next_panel = self._panel("Next appointment", self.next)
        boxes = FieldGrid(self.frame.look, narrowest=300, widest=2)
        boxes.add(FormRow("Risk: may be disclosed", self.risk_note, _RISK))
        boxes.add(FormRow("Class: stays in the programme", self.class_note, _CLASS))
        held = self._panel("What was held", self.held)
        held.body.insertWidget(1, self.last)
        looked_at = self._panel("What was looked at", self.looked_at)
        for panel in (held, looked_at, self._goals_panel, self._panel("Two boxes", boxes), self._next_panel):
            self.body.addWidget(panel)
        self.body.addWidget(self.error)
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(12))
        row.addWidget(self.blank_button)
        row.addWidget(self.language)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.save_button)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def _panel(self, title: str, content: QWidget) -> Panel:
        panel = Panel(title)
        panel.body.addWidget(content)
        return panel

    def _listen(self) -> None:
        self.held.kind_changed.connect(self._on_kind)
        self.drafts.filled.connect(self._on_kind)
        self.save_button.clicked.connect(self._on_save)
        self.undo_button.clicked.connect(self._on_undo)
        self.blank_button.clicked.connect(self._on_blank)
        QShortcut(QKeySequence(SAVE_KEY), self, self.save_button.click)

    def show_for(self, argument: object) -> None:
        """Show the page for what is wanted: an `OneToOneWanted`, or the id of a participant."""
        if isinstance(argument, UUID):
            argument = OneToOneWanted(ParticipantId(argument))
        if not isinstance(argument, OneToOneWanted):
            raise TypeError(f"a 1-2-1 is opened for a participant, not for {type(argument).__name__}")
        if argument != self._wanted:
            self.drafts.leave()
            self._wanted, self._shown = argument, None
        self.load()

    def load(self) -> None:
        """Ask what is open for him; what is being typed stays."""
        wanted, services = self._wanted, self._services
        if wanted is None or (self._shown is not None and self.drafts.is_begun):
            return

        def ask() -> Loaded:
            form = services.one_to_ones.form(wanted.participant_id)
            if wanted.change_id is None:
                return form, None, ""
            file = services.goals.file(wanted.participant_id)
            found = [each for each in file.one_to_ones if each.one_to_one_id == wanted.change_id]
            one = found[0] if found else None
            return form, one, file.step_title(one.details.step_code) if one else ""

        self.frame.tasks.run(self, ask, partial(self._show, wanted))

    def _show(self, wanted: OneToOneWanted, loaded: Loaded) -> None:
        form, one, title = loaded
        if wanted != self._wanted:
            return  # something else was opened meanwhile
        self._shown = loaded
        self.header.set_title(f"1-2-1 with {form.name}", _SUBTITLE, f"Participants / {form.case_number}")
        self.error.hide()
        self.save_button.setEnabled(True)
        self._fill(form, one, title)
        if one is None:
            self.drafts.begin(form.participant_id)
        else:
            self.drafts.begin(one.one_to_one_id, one.seen)
        self.held.step.setFocus()

    def _fill(self, form: OneToOneForm, one: OneToOne | None, title: str) -> None:
        today = self._services.clock.today()
        code = self._wanted.step_code if self._wanted else ""
        if one is None:
            self.held.begin(form, code, today)
            self.looked_at.show_words({}, rules=False)
            self.goals.show_goals(form.goals, today)
            self.next.begin(tuple((each.step.code, each.name) for each in form.steps))
        else:
            self.held.show_details(one.details, title, form.staff)
            self.looked_at.show_words(one.details.looked_at, rules=one.details.rules_gone_through)
        self.risk_note.setPlainText(one.details.risk_note if one else "")
        self.class_note.setPlainText(one.details.class_note if one else "")
        self._goals_panel.setVisible(one is None)
        self._next_panel.setVisible(one is None)
        words = "" if one else last_words(form)
        self.last.setText(words)
        self.last.setVisible(bool(words))
        self._on_kind()

    def _on_kind(self) -> None:
        self.held.show_kind()
        self.looked_at.show_kind(self.held.kind())

    def _on_undo(self) -> None:
        if self._shown is not None:
            self.drafts.discard("What you typed is gone.")
            self._fill(*self._shown)

    def _on_blank(self) -> None:
        form = one_to_one_blank(self.held.kind(), str(self.language.value()))
        self.frame.tasks.run(
            self.frame,
            lambda: self._services.blanks.render(form),
            lambda pdf: self.frame.show_document(form.title, pdf),
        )

    def _on_save(self) -> None:
        self.error.hide()
        details = self.held.details()
        if details is None or self._shown is None or not (self._shown[1] or self.next.checked()):
            return
        details = replace(
            details,
            looked_at=self.looked_at.said(),
            rules_gone_through=self.looked_at.rules.isChecked(),
            risk_note=self.risk_note.toPlainText(),
            class_note=self.class_note.toPlainText(),
        )
        form, one, _ = self._shown
        self.save_button.setEnabled(False)
        if one is None:
            self._record(form, details)
        else:
            self._change(one, details)

    def _record(self, form: OneToOneForm, details: OneToOneDetails) -> None:
        held, whose = self._services.one_to_ones, form.participant_id
        kept = kept_by(form.planned, details.step_code, details.held_on)
        entry = OneToOneEntry(
            details=details,
            reviews=self.goals.reviews(details.held_on),
            next_appointment=self.next.details(details.held_by),
            keeps=kept.appointment_id if kept else None,
            justified=self.held.justified.isChecked(),
        )

        def done(changes: Changes) -> None:
            self._leave(whose)
            row_id, seen = changes.row_id or whose, changes.seen
            self._say("The 1-2-1 is recorded.", lambda: held.withdraw(row_id, seen))

        save = self.drafts.saving(lambda: held.record(whose, entry))
        self.frame.tasks.change(self, save, done, self._on_refused)

    def _change(self, one: OneToOne, details: OneToOneDetails) -> None:
        held, before, row_id = self._services.one_to_ones, one.details, one.one_to_one_id
        wanted, seen = self._wanted, self.drafts.seen

        def done(changes: Changes) -> None:
            if wanted is not None:
                self._leave(wanted.participant_id)
            self._say("The 1-2-1 is changed.", lambda: held.change(row_id, before, changes.seen))

        save = self.drafts.saving(lambda: held.change(row_id, details, seen))
        self.frame.tasks.change(self, save, done, self._on_refused)

    def _say(self, words: str, take_back: Callable[[], Changes]) -> None:
        frame = self.frame

        def undo() -> None:
            frame.tasks.change(frame, take_back)

        frame.notify(words, undo)

    def _leave(self, whose: ParticipantId) -> None:
        self.drafts.saved()
        self.drafts.leave()
        self._wanted, self._shown = None, None
        self.frame.open_page("participant", whose)

    def _on_refused(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not (self.held.rows.show_error(error) or self.next.rows.show_error(error)):
            self.error.setText(sentence(error))
            self.error.show()


def last_words(form: OneToOneForm) -> str:
    """Return what to have in mind: when you met last, what he practised, what he said he would try."""
    parts = []
    if form.last is not None:
        details = form.last.details
        hope = details.looked_at.get("next_hope", "")
        said = f"; he hoped for: {hope}" if hope else ""
        parts.append(f"Last 1-2-1 {short_date(details.held_on)}{said}.")
    if form.practice:
        day, words = form.practice[0]
        parts.append(f"Practised last {short_date(day)}: {words}")
    if form.two_needed:
        parts.append("Two facilitators are present at every 1-2-1 with him.")
    return " ".join(parts)
