"""The pages of a coordinator: county, programme, staff, readiness, approach, forms; and of a county."""

from functools import partial

from bipdesk.desk import Desk
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Page
from bipdesk.ui.screen import Screen


def coordinator_pages(desk: Desk) -> tuple[Page, ...]:
    """Return the pages that only a coordinator has."""
    return (
        Page("county", "County sync", "usb", partial(_county_sync, desk), shortcut="Ctrl+5"),
        Page("programme", "Programme", "settings", partial(_programme, desk), shortcut="Ctrl+6"),
        Page("staff", "Staff", "users", partial(_staff, desk)),
        Page("staff-member", "Staff", "user", partial(_staff_member, desk), False, "staff"),
        Page("readiness", "Readiness", "clipboard-list", partial(_readiness, desk)),
        Page("approach", "Approach", "clipboard-list", partial(_approach, desk), False, "readiness"),
        Page("wording", "Wording of papers", "clipboard-list", partial(_wording, desk), False, "programme"),
        Page("instruments", "Forms", "clipboard-list", partial(_instruments, desk), False, "programme"),
        Page("packs", "Rules", "clipboard-list", partial(_packs, desk), False, "programme"),
        Page("conformity", "Rules", "clipboard-list", partial(_conformity, desk), False, "programme"),
    )


def fee_pages(desk: Desk) -> tuple[Page, ...]:
    """Return the page of fees where the programme charges any; asked on the database thread."""
    return (
        (Page("fees", "Fees", "clipboard-list", partial(_fees, desk)),) if desk.fees.scale()[0].is_on else ()
    )


def county_pages(desk: Desk) -> tuple[Page, ...]:
    """Return the pages of a county office."""
    return (
        Page("county", "County desk", "building-2", partial(_county_desk, desk)),
        Page("programme", "Office", "settings", partial(_programme, desk)),
    )


# Each screen is imported when it is first shown: the window must not wait for all of them.


def _county_sync(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.county_sync.screen import CountySyncScreen

    return CountySyncScreen(frame, desk.sync, desk.clock)


def _county_desk(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.county_desk.screen import CountyDeskScreen

    return CountyDeskScreen(frame, desk.county, desk.clock)


def _programme(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.programme.programme_services import ProgrammeServices
    from bipdesk.ui.screens.programme.screen import ProgrammeScreen

    return ProgrammeScreen(frame, ProgrammeServices(desk.site, desk.staff, desk.recovery, desk.fees))


def _fees(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.fees.screen import FeesScreen

    return FeesScreen(frame, desk.fees, desk.clock)


def _staff(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.staff.screen import StaffScreen

    return StaffScreen(frame, desk.staff_records, desk.clock)


def _staff_member(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.staff.member_screen import StaffMemberScreen

    return StaffMemberScreen(frame, desk.staff_records, desk.blank_forms, desk.clock)


def _readiness(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.readiness.screen import ReadinessScreen

    return ReadinessScreen(frame, desk.readiness, desk.blank_forms, desk.clock)


def _approach(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.approach.screen import ApproachScreen

    return ApproachScreen(frame, desk.approach, desk.blank_forms)


def _instruments(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.instruments.screen import InstrumentsScreen

    return InstrumentsScreen(frame, desk.instruments, desk.imported_forms, desk.blank_forms, desk.clock)


def _wording(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.wording.screen import WordingScreen

    return WordingScreen(frame, desk.agreements)


def _packs(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.packs.screen import PacksScreen

    return PacksScreen(frame, desk.rules)


def _conformity(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.packs.conformity_screen import ConformityScreen

    return ConformityScreen(frame, desk.conformity)
