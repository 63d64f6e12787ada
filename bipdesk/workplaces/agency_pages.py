"""The pages about agencies: the list, one agency, its form, the yearly review."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bipdesk.desk import Desk
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Page
from bipdesk.ui.screen import Screen

if TYPE_CHECKING:
    from bipdesk.ui.screens.agencies.agency_services import AgencyServices


def agency_pages(desk: Desk) -> tuple[Page, ...]:
    """Return the pages about agencies."""

    def under_agencies(key: str, title: str, factory: Callable[[Desk, Frame], Screen]) -> Page:
        return Page(key, title, "building-2", partial(factory, desk), listed=False, under="agencies")

    return (
        Page("agencies", "Agencies", "building-2", partial(_agencies, desk), shortcut="Ctrl+7"),
        under_agencies("agency", "Agency", _agency),
        under_agencies("edit-agency", "Agency", _edit_agency),
        under_agencies("agency-review", "Partnership review", _agency_review),
    )


# Each screen is imported when it is first shown: the window must not wait for all of them.


def _agency_services(desk: Desk) -> "AgencyServices":
    from bipdesk.ui.screens.agencies.agency_services import AgencyServices

    return AgencyServices(desk.agencies, desk.partnerships, desk.directory, desk.blank_forms, desk.clock)


def _agencies(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.agencies.screen import AgenciesScreen

    return AgenciesScreen(frame, _agency_services(desk))


def _agency(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.agencies.agency_screen import AgencyScreen

    return AgencyScreen(frame, _agency_services(desk))


def _edit_agency(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.agencies.edit_screen import EditAgencyScreen

    return EditAgencyScreen(frame, _agency_services(desk))


def _agency_review(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.agencies.review_screen import ReviewScreen

    return ReviewScreen(frame, _agency_services(desk))
