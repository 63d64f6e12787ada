"""The pages about groups: the list, one group, planning, the register."""

from functools import partial

from bipdesk.desk import Desk
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Page
from bipdesk.ui.screen import Screen


def group_pages(desk: Desk, *, leads: bool) -> tuple[Page, ...]:
    """Return the pages about groups."""
    return (
        Page("groups", "Groups and sessions", "calendar", partial(_groups, desk), shortcut="Ctrl+3"),
        Page("calendar", "Calendar", "calendar-days", partial(_calendar, desk)),
        Page("group", "Group", "calendar", partial(_group, desk), listed=False, under="groups"),
        Page("group-checks", "Checks", "calendar", partial(_checks, desk), listed=False, under="groups"),
        Page("plan-group", "Plan a group", "plus", partial(_plan_group, desk), listed=False, under="groups"),
        Page(
            "absences",
            "Absences",
            "clipboard-check",
            partial(_absences, desk, leads),
            listed=False,
            under="groups",
        ),
        Page(
            "register", "Register", "clipboard-check", partial(_register, desk), listed=False, under="groups"
        ),
    )


# Each screen is imported when it is first shown: the window must not wait for all of them.


def _groups(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.screen import GroupsScreen

    return GroupsScreen(frame, desk.groups, desk.clock)


def _group(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.group_screen import GroupScreen
    from bipdesk.ui.screens.groups.group_services import GroupServices

    services = GroupServices(
        desk.groups,
        desk.members,
        desk.cancellations,
        desk.group_checks,
        desk.participants,
        desk.sheets,
        desk.staff,
        desk.blank_forms,
        desk.clock,
    )
    return GroupScreen(frame, services)


def _checks(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.checks_screen import GroupChecksScreen

    return GroupChecksScreen(frame, desk.groups, desk.group_checks)


def _plan_group(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.plan_screen import PlanScreen

    screen = PlanScreen(frame, desk.groups, desk.staff, desk.curricula, desk.clock)
    screen.offer_blank(desk.blank_forms)
    return screen


def _register(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.register.register_services import RegisterServices
    from bipdesk.ui.screens.register.screen import RegisterScreen

    services = RegisterServices(
        desk.registers, desk.sheets, desk.notes, desk.guests, desk.visitors, desk.staff
    )
    return RegisterScreen(frame, services)


def _calendar(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.calendar.screen import CalendarScreen

    return CalendarScreen(frame, desk.calendar, desk.clock)


def _absences(desk: Desk, leads: bool, frame: Frame) -> Screen:
    from bipdesk.ui.screens.absences.screen import AbsencesScreen

    return AbsencesScreen(frame, desk.absences, desk.clock, leads=leads)
