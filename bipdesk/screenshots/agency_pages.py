"""The pages about agencies and the directory of services."""

from bipdesk.desk import Desk
from bipdesk.domain.ids import AgencyId
from bipdesk.invented.agency_texts import CENTRE, PROBATION
from bipdesk.ui.studio import Studio
from bipdesk.ui.widgets.tab_pages import TabPages


def draw_agencies(studio: Studio, desk: Desk) -> None:
    """Draw the three lists, two agencies, and the forms."""
    studio.open_page("agencies")
    for place, name in enumerate(("", "-work", "-directory")):
        studio.find(TabPages).choose(place)
        studio.settle()
        studio.take(f"agencies{name}")
    studio.press("Add service")
    studio.take("agencies-service")
    studio.close_dialog()
    studio.open_page("agency", _named(studio, desk, PROBATION))
    studio.take("agency")
    studio.press("Record work together")
    studio.take("agency-work")
    studio.close_dialog()
    centre = _named(studio, desk, CENTRE)
    studio.open_page("agency", centre)
    studio.take("agency-reviewed")
    studio.open_page("agency-review", (centre, None))
    studio.take("agency-review")
    studio.open_page("edit-agency", centre)
    studio.take("agency-change")


def draw_directory(studio: Studio, desk: Desk) -> None:
    """Draw the first page of the printed directory."""
    studio.take_pdf(desk.directory.render(), "service-directory")
    desk.lock()


def _named(studio: Studio, desk: Desk, name: str) -> AgencyId:
    choices = studio.ask(desk.agencies.choices)
    return next(choice.agency_id for choice in choices if choice.name == name)
