"""The reviews of one participant: when the next is due, then each that was held."""

from functools import partial
from typing import TYPE_CHECKING

from bipdesk.domain.clock import Clock
from bipdesk.domain.ending_file import EndingFile
from bipdesk.domain.review import Review, ReviewKind, SignedOn
from bipdesk.ui.format import due_in_words, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.reviews.sheet_buttons import sheet_buttons
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.endings.reviews import ReviewService

_REMARK = "Participant, facilitator, and probation officer or referrer, in their own words, side by side."
_EMPTY = "None was held yet. The three-way review comes after the last module; some places ask for more."


class ReviewsPanel(ListedPanel):
    """A review is opened on a page of its own."""

    def __init__(self, tab: FileTab, reviews: "ReviewService", clock: Clock) -> None:
        super().__init__(tab.frame.look, "Reviews", _REMARK, ("Record review", self.begin))
        self._tab = tab
        self._reviews = reviews
        self._clock = clock
        self._due: DutyLine | None = None
        for button in reversed(sheet_buttons(tab.frame, reviews, lambda: ReviewKind.POST_GROUP)):
            self.add_to_foot(button)

    def begin(self) -> None:
        """Open a new review."""
        if self._tab.participant_id is not None:
            self._tab.frame.open_page("review", (self._tab.participant_id, None))

    def show_file(self, file: EndingFile) -> None:
        """Show when the next is due and what was held."""
        due = [self._next(file)] if file.review_due is not None else []
        self.show_lines([*due, *(self._review(each) for each in file.reviews)], _EMPTY)

    def _next(self, file: EndingFile) -> DutyLine:
        found, today = file.review_due, self._clock.today()
        if found is None:
            raise ValueError("no review is due")
        left = (found.on - today).days
        state = State.BAD if left < 0 else State.WARN if left <= 14 else State.NEUTRAL
        unsure = "" if found.binding else " Not verified: it only reminds."
        title = f"Next review by {short_date(found.on, today)}"
        return self.line(Pill(due_in_words(left), state), title, f"{found.words} ({found.citation}){unsure}")

    def _review(self, review: Review) -> DutyLine:
        details = review.details
        signed = details.signed
        pill = Pill("Signed", State.GOOD) if signed.is_whole else Pill("To sign", State.WARN)
        day = short_date(details.held_on, self._clock.today())
        return self.line(
            pill,
            f"{details.kind.label}, {day}",
            _who_signed(signed),
            ("Open", lambda: self._open(review)),
            ("Sheet", partial(self._print, review, "en")),
            ("In Spanish", partial(self._print, review, "es")),
            ("Entered by mistake", lambda: self._on_mistake(review)),
        )

    def _open(self, review: Review) -> None:
        self._tab.frame.open_page("review", (review.participant_id, review.review_id))

    def _print(self, review: Review, language: str) -> None:
        reviews, frame = self._reviews, self._tab.frame
        title = review.details.kind.label
        frame.tasks.run(
            frame,
            lambda: reviews.sheet(review.review_id, language),
            lambda pdf: frame.show_document(title, pdf),
        )

    def _on_mistake(self, review: Review) -> None:
        tasks, reviews, frame = self._tab.frame.tasks, self._reviews, self._tab.frame

        def undo() -> None:
            tasks.change(frame, lambda: reviews.restore(review.review_id))

        tasks.change(
            self,
            lambda: reviews.withdraw(review.review_id, review.seen),
            lambda _changes: frame.notify("The review is taken out, with the step it met.", undo),
        )


def _who_signed(signed: SignedOn) -> str:
    missing = [
        words
        for words, day in (
            ("participant", signed.participant),
            ("facilitator", signed.facilitator),
            ("officer or referrer", signed.officer),
        )
        if day is None
    ]
    return f"Still to sign on paper: {', '.join(missing)}" if missing else "All three have signed it on paper"
