"""One three-way review: three voices side by side, with what goes before and after."""

from functools import partial
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.review import OpenReview, Voice
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.participant.reviews.review_fields import ReviewFields
from bipdesk.ui.screens.participant.reviews.sheet_buttons import sheet_buttons
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.endings.reviews import ReviewService

Asked = tuple[ParticipantId, UUID | None]
FORM = "three-way review"


class ReviewScreen(Screen):
    """A new review begins with what the records know; one on file can be put right and signed later."""

    def __init__(self, frame: Frame, reviews: "ReviewService", clock: Clock) -> None:
        super().__init__(frame)
        self._reviews = reviews
        self._clock = clock
        self.shown: OpenReview | None = None
        self.fields = ReviewFields(frame.look)
        self.drafts = DraftKeeper(frame, FORM, self.fields)
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self.body.addWidget(self.drafts.bar)
        self.body.addWidget(self.fields)
        self.body.addWidget(self._error)
        self.body.addLayout(self._buttons())
        self.body.addStretch(1)

    def show_for(self, argument: object) -> None:
        """Show the review of `argument` (participant and review), with None for a review a new one."""
        self.drafts.leave()
        self.fields.rows.clear()
        self._error.hide()
        participant_id, review_id = cast(Asked, argument)
        self.frame.tasks.run(self, partial(self._reviews.open, participant_id, review_id), self._show)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(12))
        self.back_button = Button("Back to his file", Kind.QUIET)
        self.back_button.clicked.connect(self._go_back)
        undo = Button("Undo changes")
        undo.setObjectName("undoButton")
        undo.clicked.connect(lambda: self.drafts.discard())
        self.save_button = Button("Save review", Kind.PRIMARY, hint="Ctrl Enter")
        self.save_button.setObjectName("saveButton")
        self.save_button.clicked.connect(self._on_save_pressed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save_button.click)
        row.addWidget(self.back_button)
        for button in sheet_buttons(self.frame, self._reviews, self._kind):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(undo)
        row.addWidget(self.save_button)
        return row

    def _kind(self) -> object:
        return self.fields.kind.value()

    def _show(self, shown: OpenReview) -> None:
        self.shown = shown
        review = shown.review
        held = f"of {day_in_words(shown.details.held_on)}" if review is not None else "not saved yet"
        title = f"{shown.details.kind.label}, {held}"
        self.header.set_title(title, shown.name, f"Participants / {shown.name} / Reviews")
        self.fields.show_details(shown.details)
        self.fields.fix(review is not None and review.step_row is not None)
        self.save_button.setEnabled(True)
        if review is not None:
            self.drafts.begin(review.review_id, review.seen)
        else:
            self.drafts.begin(shown.participant_id)
        self.scroll_area.verticalScrollBar().setValue(0)
        self.fields.voices[Voice.HIS].first().setFocus()

    def _go_back(self) -> None:
        if self.shown is not None:
            self.drafts.leave()
            self.frame.open_page("participant", self.shown.participant_id)

    def _on_save_pressed(self) -> None:
        shown = self.shown
        if shown is None or not self.fields.rows.check():
            return
        self._error.hide()
        details = self.fields.details(self._clock.today())

        def command() -> Changes:
            if shown.review is None:
                return self._reviews.record(shown.participant_id, details)
            return self._reviews.change(shown.review.review_id, details, self.drafts.seen)

        def done(_changes: Changes) -> None:
            self.drafts.leave()
            self.frame.open_page("participant", shown.participant_id)
            self.frame.notify("The review is saved.")

        self.save_button.setEnabled(False)
        self.frame.tasks.change(self, self.drafts.saving(command), done, self._show_error)

    def _show_error(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not self.fields.rows.show_error(error):
            self._error.setText(sentence(error))
            self._error.show()
