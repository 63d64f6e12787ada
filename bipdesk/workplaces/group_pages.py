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

    return GroupScreen(frame, desk.groups, desk.participants, desk.sheets, desk.clock)


def _plan_group(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.plan_screen import PlanScreen

    return PlanScreen(frame, desk.groups, desk.staff, desk.curricula, desk.clock)


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
