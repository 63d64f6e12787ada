"""Reviews, the completion list, and how it ended."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.referral import Status
from bipdesk.domain.review import ReviewKind
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages


def draw_endings(studio: Studio, desk: Desk) -> None:
    """Draw the tab Reviews of somebody in the programme and of one who completed, and a review."""
    studio.open_page("participant", studio.ask(lambda: _one(desk, Status.IN_PROGRAMME)))
    studio.find(TabPages).choose_titled("Reviews")
    studio.settle()
    studio.take("participant-reviews")
    studio.press("End in another way")
    studio.take("end-programme")
    studio.close_dialog()
    studio.find(TabPages).choose(0)
    completed = studio.ask(lambda: _one(desk, Status.COMPLETED))
    studio.open_page("participant", completed)
    studio.find(TabPages).choose_titled("Reviews")
    studio.settle()
    studio.take("participant-completed")
    studio.find(TabPages).choose(0)
    review = studio.ask(lambda: desk.endings.file(completed).reviews[0].review_id)
    studio.open_page("review", (completed, review))
    studio.take("review")


def draw_review_sheets(studio: Studio, desk: Desk) -> None:
    """Draw the sheet of a review, filled and blank, in both languages; locks the desk."""
    for language, name in (("en", "review-sheet"), ("es", "review-sheet-spanish")):
        studio.take_pdf(desk.reviews.blank(ReviewKind.POST_GROUP, language), f"{name}-blank")
    review = desk.endings.file(_one(desk, Status.COMPLETED)).reviews[0]
    studio.take_pdf(desk.reviews.sheet(review.review_id, "en"), "review-sheet")
    desk.lock()


def _one(desk: Desk, status: Status) -> ParticipantId:
    """Return somebody who stands so; of those who completed, one with a review."""
    people = [row.participant_id for row in desk.participants.page("", status)]
    held = (who for who in people if desk.endings.file(who).reviews)
    return next(held, people[0])
