"""The pages about rules, the question whether our sequence satisfies them, and the calendar."""

from datetime import date

from bipdesk.desk import Desk
from bipdesk.domain.calendar_page import Span
from bipdesk.domain.conformity_lines import HowRun
from bipdesk.domain.conformity_question import Question
from bipdesk.ui.studio import Studio

ASKED = Question("bbr-1", "north-carolina", HowRun(90))


def draw_rules(studio: Studio) -> None:
    """Draw the rules of a place, the answer to the question about them, and the calendar."""
    studio.open_page("packs", "washington")
    studio.take("rules")
    studio.open_page("conformity", "north-carolina")
    studio.take("rules-satisfied")
    _calendar(studio)


def _calendar(studio: Studio) -> None:
    studio.open_page("calendar")
    studio.take("calendar")
    studio.press("Week")
    studio.take("calendar-week")
    studio.press("Calendar file…")
    studio.take("calendar-file")
    studio.close_dialog()


def draw_rule_papers(studio: Studio, desk: Desk, day: date) -> None:
    """Draw the first pages of the printed answer and of the printed calendar."""
    studio.take_pdf(desk.conformity.render(ASKED), "rules-paper")
    for span in Span:
        studio.take_pdf(desk.calendar.render(span, day), f"calendar-paper-{span.value}")
    desk.lock()
