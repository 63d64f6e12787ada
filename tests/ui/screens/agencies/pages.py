"""Puts the pages about agencies on a stage, with some agencies in the file."""

from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind, PersonAtAgency
from bipdesk.domain.agency_agreement import AgreementDetails, AgreementKind
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.joint_work import WorkDetails, WorkKind
from bipdesk.domain.partnership import Answer, Rating, ReviewDetails
from bipdesk.domain.service_directory import ServiceDetails, ServiceKind
from bipdesk.ui.screens.agencies.agency_screen import AgencyScreen
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.screen import AgenciesScreen
from tests.ui.screens.stage import Stage

W = TypeVar("W", bound=QWidget)
TODAY = date(2026, 11, 19)


def services(desk: Desk) -> AgencyServices:
    """Return what the pages need."""
    return AgencyServices(desk.agencies, desk.partnerships, desk.directory, desk.blank_forms, desk.clock)


def enter(desk: Desk, name: str = "Dale County Probation") -> AgencyId:
    """Enter an agency without anything about it."""
    row_id = desk.agencies.add(AgencyDetails(AgencyKind.PROBATION, name, refers=True)).row_id
    assert row_id is not None
    return AgencyId(row_id)


def enter_much(desk: Desk) -> AgencyId:
    """Enter an agency with something of everything."""
    agency_id = enter(desk)
    desk.agencies.add_person(agency_id, PersonAtAgency("P. Lindal", "Supervising officer", "555-0120"))
    soon = AgreementDetails(
        AgreementKind.MEMORANDUM, "Letters and absences", date(2025, 1, 2), TODAY + timedelta(days=34)
    )
    desk.agencies.add_agreement(agency_id, soon)
    work = WorkDetails(WorkKind.CONSULTATION, TODAY, agency_id, "J. Ashdown", "How absences count")
    desk.partnerships.record(work)
    step = WorkDetails(
        WorkKind.MEETING,
        date(2026, 11, 2),
        agency_id,
        what="Yearly talk",
        next_step="Send the rule in writing",
        next_by=date(2026, 11, 17),
    )
    desk.partnerships.record(step)
    review = ReviewDetails(
        date(2026, 6, 22), "All of us", {"equity": Answer(Rating.NOT_YET, "No interpreter")}
    )
    desk.partnerships.save_review(agency_id, review, None)
    desk.directory.add(ServiceDetails("Legal aid", ServiceKind.LEGAL, "People of low income", "Pierce"))
    return agency_id


def dialog_of(page: QWidget, kind: type[W]) -> W:
    """Return the newest dialog of this kind that the page has opened."""
    return page.findChildren(kind)[-1]


def listed(desk: Desk, stage: Stage) -> AgenciesScreen:
    """Show the list."""
    return stage.show(AgenciesScreen(stage.frame, services(desk)))


def opened(desk: Desk, stage: Stage, agency_id: AgencyId) -> AgencyScreen:
    """Show the page of one agency."""
    screen = AgencyScreen(stage.frame, services(desk))
    screen.open_for(agency_id)
    return stage.show(screen)
