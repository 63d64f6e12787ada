"""Notices: the page of all, a participant's tab, and the dialogs that write down."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages

TITLE = "Notices"


def draw_notices(studio: Studio, desk: Desk) -> None:
    """Draw the page, the tab of somebody with a threat, an incident and a notice being written."""
    studio.open_page("notices")
    studio.take("notices")
    whose = studio.ask(lambda: _threatened(desk))
    studio.open_page("participant", whose)
    studio.find(TabPages).choose_titled(TITLE)
    studio.settle()
    studio.take("participant-notices")
    studio.press("Record an incident")
    studio.take("notice-incident")
    studio.close_dialog()
    studio.press("Record call")
    studio.take("notice-record")
    studio.close_dialog()
    studio.press("Write letter")
    studio.take("notice-letter")
    studio.close_dialog()
    studio.press("Strike out")
    studio.take("notice-strike-out")
    studio.close_dialog()


def _threatened(desk: Desk) -> ParticipantId:
    return ParticipantId(desk.notices.programme().due[0].subject_id)
