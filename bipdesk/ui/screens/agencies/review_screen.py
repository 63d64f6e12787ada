"""The yearly partnership review with an agency."""

from datetime import date
from functools import partial
from typing import cast

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.agency import AgencyFile
from bipdesk.domain.agency_blanks import REVIEW_BLANK
from bipdesk.domain.changes import Changes
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import AgencyId, PartnershipReviewId
from bipdesk.domain.partnership import QUESTIONS, STRATEGIES, PartnershipReview, ReviewDetails
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.record_dialog import notify_with_undo
from bipdesk.ui.screens.agencies.review_fields import PROGRESSES, RATINGS, QuestionsFields
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

_WORDS = (
    "Answer together with the agency, as far as you come: a review can be saved half answered and gone on "
    "with. It is about how both work; nobody is named here."
)
Asked = tuple[AgencyId, PartnershipReviewId | None]


class ReviewScreen(Screen):
    """Eight questions and six strategies (Source 002), each with what was said last time under it."""

    def __init__(self, frame: Frame, services: AgencyServices) -> None:
        super().__init__(frame)
        self._agencies = services.agencies
        self._partnerships = services.partnerships
        self._today = services.today
        self._blank = services.blank_button(frame, REVIEW_BLANK)
        self._file: AgencyFile | None = None
        self._stored: PartnershipReview | None = None
        self.fields = QWidget()
        self.rows = FormRows()
        self.on_date = DateEdit("Date of the review")
        self.took_part = line_edit("Who took part")
        self.questions = QuestionsFields(frame.look, QUESTIONS, RATINGS)
        self.strategies = QuestionsFields(frame.look, STRATEGIES, PROGRESSES)
        self.drafts = DraftKeeper(frame, "agency-review", self.fields)
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self._lay_out()

    def show_for(self, argument: object) -> None:
        """Show the review of `argument` (agency and review), or with None for a review an empty one."""
        self.drafts.leave()
        self.rows.clear()
        self._error.hide()
        agency_id, review_id = cast(Asked, argument)
        self.frame.tasks.run(
            self, partial(self._agencies.file, agency_id), lambda file: self._show(file, review_id)
        )

    def details(self) -> ReviewDetails:
        """Return what is entered; the date is there once the rows are checked."""
        return ReviewDetails(
            on_date=self.on_date.date_or_none() or self._today,
            took_part=self.took_part.text().strip(),
            answers=self.questions.answers(),
            followed=self.strategies.followed(),
        )

    def _lay_out(self) -> None:
        look = self.frame.look
        column = QVBoxLayout(self.fields)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(Text(_WORDS, Role.DETAIL, wrap=True))
        head = Panel()
        grid = FieldGrid(look, narrowest=220, widest=2)
        grid.add(self.rows.add("Date of the review", self.on_date, required=True))
        grid.add(self.rows.add("Who took part", self.took_part))
        head.body.addWidget(grid)
        column.addWidget(head)
        for title, part in (
            ("The eight questions", self.questions),
            ("The six strategies", self.strategies),
        ):
            panel = Panel(title)
            panel.body.addWidget(part)
            column.addWidget(panel)
        self.body.addWidget(self.drafts.bar)
        self.body.addWidget(self.fields)
        self.body.addWidget(self._error)
        self.body.addLayout(self._buttons())
        self.body.addStretch(1)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(12))
        self.remove_button = Button("Remove", Kind.QUIET)
        self.remove_button.setObjectName("removeButton")
        self.remove_button.clicked.connect(self._on_remove_pressed)
        undo = Button("Undo changes")
        undo.setObjectName("undoButton")
        undo.clicked.connect(lambda: self.drafts.discard())
        self.save_button = Button("Save review", Kind.PRIMARY, hint="Ctrl Enter")
        self.save_button.setObjectName("saveButton")
        self.save_button.clicked.connect(self._on_save_pressed)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.save_button.click)
        row.addWidget(self.remove_button)
        row.addWidget(self._blank)
        row.addStretch(1)
        row.addWidget(undo)
        row.addWidget(self.save_button)
        return row

    def _show(self, file: AgencyFile, review_id: PartnershipReviewId | None) -> None:
        stored = next((one for one in file.reviews if one.review_id == review_id), None)
        self._file, self._stored = file, stored
        self.header.set_title("Partnership review", file.agency.details.name, "Agencies")
        self.remove_button.setVisible(stored is not None)
        self.save_button.setEnabled(True)
        details = stored.details if stored else ReviewDetails(self._today)
        before = _before(file.reviews, stored)
        self.on_date.set_date(details.on_date)
        self.took_part.setText(details.took_part)
        self.questions.show_answers(details.answers, before.answers)
        self.strategies.show_followed(details.followed, before.followed)
        self.drafts.begin(stored.review_id if stored else file.agency.agency_id)
        self.scroll_area.verticalScrollBar().setValue(0)
        self.on_date.setFocus()

    def _on_save_pressed(self) -> None:
        file, stored = self._file, self._stored
        if file is None or not self.rows.check():
            return
        self._error.hide()
        agency_id = file.agency.agency_id

        def done(_changes: Changes) -> None:
            self.drafts.leave()
            self.frame.open_page("agency", agency_id)
            self.frame.notify("The review is saved.")

        self.save_button.setEnabled(False)
        command = partial(self._partnerships.save_review, agency_id, self.details(), stored)
        self.frame.tasks.change(self, self.drafts.saving(command), done, self._show_error)

    def _on_remove_pressed(self) -> None:
        file, stored = self._file, self._stored
        if file is None or stored is None:
            return

        def done(_changes: Changes) -> None:
            self.drafts.leave()
            self.frame.open_page("agency", file.agency.agency_id)
            undo = partial(self._partnerships.bring_review_back, stored.review_id)
            notify_with_undo(self.frame, "The review is taken out.", undo)

        command = self.drafts.saving(partial(self._partnerships.remove_review, stored))
        self.frame.tasks.change(self, command, done, self._show_error)

    def _show_error(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not self.rows.show_error(error):
            self._error.setText(sentence(error))
            self._error.show()


def _before(reviews: tuple[PartnershipReview, ...], shown: PartnershipReview | None) -> ReviewDetails:
    """Return the review before the one that is shown; for a new one the newest, and an empty one for none."""
    later = () if shown is None else reviews[: reviews.index(shown) + 1]
    earlier = reviews[len(later) :]
    return earlier[0].details if earlier else ReviewDetails(date.min)
