"""Forms: in a participant's file, and on the page of the programme."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.instrument_blank import blank_of
from bipdesk.domain.referral import Status
from bipdesk.invented.forms import TRAVEL_ID
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages


def draw_forms_of_file(studio: Studio, desk: Desk) -> None:
    """Draw the tab Forms of somebody whose form was finished, and the form open."""
    studio.open_page("participant", studio.ask(lambda: _with_form(desk)))
    studio.find(TabPages).choose_titled("Forms")
    studio.settle()
    studio.take("participant-forms")
    studio.press("Correct")
    studio.settle()
    studio.take("participant-form")
    studio.press("Close")
    studio.find(TabPages).choose(0)


def draw_form_pages(studio: Studio) -> None:
    """Draw the list of forms, one to try out, and taking over another."""
    studio.open_page("instruments")
    studio.take("forms")
    studio.press("Try out: Getting here")
    studio.settle()
    studio.take("forms-try-out")
    studio.close_dialog()
    studio.press("Take over a form…")
    studio.take("forms-take-over")
    studio.close_dialog()


def draw_blank_forms(studio: Studio, desk: Desk) -> None:
    """Draw the first page of a blank form, in both languages."""
    form = desk.instruments.definition(TRAVEL_ID)
    studio.take_pdf(desk.blank_forms.render(blank_of(form)), "blank-form")
    studio.take_pdf(desk.blank_forms.render(blank_of(form, "es")), "blank-form-spanish")
    desk.lock()


def _with_form(desk: Desk) -> ParticipantId:
    """Return somebody in the programme whose form was finished."""
    people = (row.participant_id for row in desk.participants.page("", Status.IN_PROGRAMME))
    return next(
        who
        for who in people
        if any(found.answer_set.counts for found in desk.instruments.of_file(who).filled)
    )
