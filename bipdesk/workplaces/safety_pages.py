"""The pages of the officer's side; they exist with her service alone."""

from functools import partial

from bipdesk.desk import Desk
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Page
from bipdesk.ui.screen import Screen


def safety_pages(desk: Desk) -> tuple[Page, ...]:
    """Return the officer's pages, or none where her side is not open."""
    if desk.safety is None:
        return ()
    return (
        Page("safety", "Safety", "shield", partial(_safety, desk), shortcut="Ctrl+4", safety=True),
        Page("partner", "Partner", "shield", partial(_partner, desk), False, "safety", safety=True),
    )


# Each screen is imported when it is first shown: the window must not wait for all of them.


def _safety(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.safety.screen import SafetyScreen

    assert desk.safety is not None  # the page exists with the service alone
    return SafetyScreen(frame, desk.safety, desk.clock)


def _partner(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.safety.partner_screen import PartnerScreen

    assert desk.safety is not None  # the page exists with the service alone
    return PartnerScreen(frame, desk.safety, desk.clock)
