"""The person record and the risk of a participant."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.referral import Status
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages


def draw_person(studio: Studio, desk: Desk) -> None:
    """Draw the tabs Person and Risk of somebody with a red flag, and what is asked there."""
    studio.open_page("participant", studio.ask(lambda: _with_flag(desk)))
    tabs = studio.find(TabPages)
    tabs.choose_titled("Person")
    studio.settle()
    studio.take("participant-person")
    studio.press("New address")
    studio.take("person-address")
    studio.close_dialog()
    studio.press("Record what he answered")
    studio.take("person-thoughts")
    studio.close_dialog()
    tabs.choose_titled("Risk")
    studio.settle()
    studio.take("participant-risk")
    studio.press("Enter an assessment")
    studio.take("risk-assessment")
    studio.close_dialog()
    studio.press("Raise a flag")
    studio.take("risk-flag")
    studio.close_dialog()
    tabs.choose(0)


def _with_flag(desk: Desk) -> ParticipantId:
    """Return somebody in the programme with a red flag and several assessments."""
    people = (row.participant_id for row in desk.participants.page("", Status.IN_PROGRAMME))
    files = (desk.risks.file(who) for who in people)
    return next(file.participant_id for file in files if file.flags and len(file.assessments) > 1)
