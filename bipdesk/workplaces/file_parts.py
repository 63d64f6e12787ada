"""The tabs of a participant's file that load their own, in their order."""

from bipdesk.desk import Desk
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab

# Each tab is imported when the first file is shown: the window must not wait for all of them.


def file_parts(desk: Desk, frame: Frame) -> tuple[tuple[str, FileTab], ...]:
    """Return each tab with its title; Overview and Intake come before them, Notes after."""
    return (
        ("Person", _person(desk, frame)),
        ("Suitability", _suitability(desk, frame)),
        ("Sessions", _sessions(desk, frame)),
        ("Goals", _goals(desk, frame)),
        ("Practice", _practice(desk, frame)),
        ("Reviews", _reviews(desk, frame)),
        ("Forms", _forms(desk, frame)),
        ("Risk", _risk(desk, frame)),
        ("Notices", _notices(desk, frame)),
        ("Papers", _papers(desk, frame)),
    )


def _person(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.person.person_tab import PersonServices, PersonTab

    return PersonTab(frame, PersonServices(desk.persons, desk.blank_forms, desk.clock))


def _suitability(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.suitability.tab import SuitabilityTab

    return SuitabilityTab(frame, desk.suitability, desk.blank_forms, desk.clock)


def _sessions(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.sessions.tab import SessionServices, SessionsTab

    return SessionsTab(frame, SessionServices(desk.runways, desk.individual, desk.clock))


def _goals(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.goals.services import GoalServices
    from bipdesk.ui.screens.participant.goals.tab import GoalsTab

    return GoalsTab(frame, GoalServices(desk.goals, desk.one_to_ones, desk.blank_forms, desk.clock))


def _practice(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.practice.practice_tab import PracticeServices, PracticeTab

    return PracticeTab(frame, PracticeServices(desk.practice, desk.clock))


def _reviews(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.reviews.reviews_tab import EndingServices, ReviewsTab

    return ReviewsTab(frame, EndingServices(desk.reviews, desk.exits, desk.endings, desk.clock))


def _forms(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.forms.tab import FormsTab

    return FormsTab(frame, desk.instruments, desk.blank_forms, desk.clock)


def _risk(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.risk.risk_tab import RiskServices, RiskTab

    return RiskTab(frame, RiskServices(desk.risks, desk.blank_forms, desk.clock))


def _notices(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.notices.tab import NoticeServices, NoticesTab
    from bipdesk.ui.screens.participant.papers.papers_view import PaperServices

    papers = PaperServices(desk.waivers, desk.agreements, desk.disclosures, desk.clock)
    services = NoticeServices(desk.notices, desk.incidents, papers, desk.blank_forms, desk.clock)
    return NoticesTab(frame, services)


def _papers(desk: Desk, frame: Frame) -> FileTab:
    from bipdesk.ui.screens.participant.papers.papers_view import PaperServices
    from bipdesk.ui.screens.participant.papers.tab import PapersTab

    return PapersTab(frame, PaperServices(desk.waivers, desk.agreements, desk.disclosures, desk.clock))
