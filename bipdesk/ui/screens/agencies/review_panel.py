"""The newest partnership review of an agency, question by question, and the ones before it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.partnership import QUESTIONS, STRATEGIES, PartnershipReview, Progress, Rating
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.agencies.words import PROGRESS_STATES, RATING_STATES, review_summary
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

STILL_OPEN = "Open"


class ReviewPanel(Panel):
    """What was said and how far it is in place; a new one is suggested a year later."""

    begin_wanted = Signal()
    change_wanted = Signal(object)
    """The PartnershipReview to go on with."""

    def __init__(self) -> None:
        super().__init__("Partnership review")
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        self._holder = QWidget()
        self._holder.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self._holder)

    def show_reviews(self, reviews: tuple[PartnershipReview, ...], today: date) -> None:
        """Show the newest of these whole, the others as a line each."""
        with filling(self._holder):
            self._clear()
            if not reviews:
                self._column.addWidget(self._nothing())
            else:
                self._show_newest(reviews[0], today)
                self._show_earlier(reviews[1:], today)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _nothing(self) -> EmptyState:
        begin = Button("Begin the review", Kind.PLAIN)
        begin.setObjectName("beginReviewButton")
        begin.clicked.connect(self.begin_wanted)
        return EmptyState(
            "Not reviewed yet",
            "Eight questions and six strategies for the work between advocates and programmes, answered "
            "together once a year.",
            begin,
        )

    def _show_newest(self, review: PartnershipReview, today: date) -> None:
        self._column.addWidget(self._head(review, today))
        self._column.addWidget(Text(review_summary(review), Role.DETAIL, wrap=True))
        answers, followed = review.details.answers, review.details.followed
        questions = [
            DutyLine(_rated(answers[q.code].rating), q.title, answers[q.code].words) for q in QUESTIONS
        ]
        strategies = [
            DutyLine(_going(followed[s.code].progress), s.title, followed[s.code].words) for s in STRATEGIES
        ]
        line_up([*questions, *strategies])
        for title, lines in (("The eight questions", questions), ("The six strategies", strategies)):
            self._column.addWidget(SectionTitle(title))
            rows = Lines()
            for line in lines:
                rows.add(line)
            self._column.addWidget(rows)

    def _head(self, review: PartnershipReview, today: date) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(2)
        held = joined(f"Held on {short_date(review.details.on_date, today)}", review.details.took_part)
        words.addWidget(Text(held, Role.STRONG, wrap=True))
        late = review.next_on <= today
        next_words = f"The next one is suggested for {short_date(review.next_on, today)}"
        words.addWidget(Text(next_words + (": it is time." if late else "."), Role.DETAIL, wrap=True))
        row.addLayout(words, 1)
        change = Button("Change…", Kind.QUIET, small=True)
        change.setObjectName("changeReviewButton")
        change.setAccessibleName("Change the review")
        change.clicked.connect(lambda: self.change_wanted.emit(review))
        begin = Button("New review", small=True)
        begin.setObjectName("beginReviewButton")
        begin.clicked.connect(self.begin_wanted)
        for button in (change, begin):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _show_earlier(self, reviews: tuple[PartnershipReview, ...], today: date) -> None:
        if not reviews:
            return
        self._column.addWidget(SectionTitle("Earlier reviews"))
        rows = Lines()
        for review in reviews:
            opening = Button("Open", Kind.QUIET, small=True)
            opening.setAccessibleName(f"Open the review of {short_date(review.details.on_date)}")
            opening.clicked.connect(lambda _=False, one=review: self.change_wanted.emit(one))
            day = short_date(review.details.on_date, today)
            rows.add(DutyLine(Pill(day), review_summary(review), review.details.took_part, opening))
        self._column.addWidget(rows)


def _rated(rating: Rating | None) -> Pill:
    return Pill(STILL_OPEN) if rating is None else Pill(rating.label, RATING_STATES[rating])


def _going(progress: Progress | None) -> Pill:
    return Pill(STILL_OPEN) if progress is None else Pill(progress.label, PROGRESS_STATES[progress])
