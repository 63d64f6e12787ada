"""The pages about agencies: the list, one agency, its form, the yearly review."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bipdesk.desk import Desk
from bipdesk.domain.folding import folded
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Hit, Page
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


def found_agencies(desk: Desk, text: str) -> tuple[Hit, ...]:
    """Return the agencies in whose names each word of `text` stands."""
    words = folded(text).split()
    return tuple(
        Hit(choice.name, choice.kind.label, "agency", choice.agency_id)
        for choice in desk.agencies.choices()
        if words and all(word in folded(choice.name) for word in words)
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
