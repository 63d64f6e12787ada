"""The pages of the window for the desk that was unlocked: which there are, and what each is built from."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from bipdesk.desk import Desk
from bipdesk.domain.staff import Role
from bipdesk.ui.format import short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Hit, Page, Standing, Workplace
from bipdesk.ui.screen import Screen

if TYPE_CHECKING:
    from bipdesk.ui.screens.agencies.agency_services import AgencyServices

FOUND_LIMIT = 8
SOON_DAYS, LATE_DAYS = 26, 30
RESTORED = (
    "This programme is an older copy that was put back, or it came from another computer. Nothing is wrong "
    "with it, but what was entered after that copy was made is not in it. What the county had received comes "
    "back with its next answer; safety records come back from nowhere."
)


def workplace(desk: Desk) -> Workplace:
    """Return what the window needs of an unlocked desk; called on the database thread."""
    me = desk.me
    return Workplace(
        who=me.name,
        role=me.role_words,
        programme=desk.site.get().details.name,
        pages=pages(desk, me.roles),
        standing=partial(_standing, desk),
        find=partial(_find, desk),
        close=desk.lock,
        drafts=desk.drafts,
        danger=lambda: desk.site.get().details.danger,
        warning=" ".join(words for words in (RESTORED if desk.restored else "", desk.key_store) if words),
    )


def pages(desk: Desk, roles: frozenset[Role]) -> tuple[Page, ...]:
    """Return the pages a person of these roles sees; of the others there is no sign."""
    if desk.kind == "county":
        return (
            Page("county", "County desk", "building-2", partial(_county_desk, desk)),
            Page("programme", "Office", "settings", partial(_programme, desk)),
        )
    leads = Role.COORDINATOR in roles
    found = [
        Page("today", "Today", "house", partial(_today, desk), shortcut="Ctrl+1"),
        Page("participants", "Participants", "users", partial(_participants, desk, leads), shortcut="Ctrl+2"),
        Page(
            "participant",
            "Participant",
            "user",
            partial(_participant, desk),
            listed=False,
            under="participants",
        ),
        Page(
            "referral", "New referral", "plus", partial(_referral, desk), listed=False, under="participants"
        ),
        Page(
            "refer-again",
            "Refer again",
            "plus",
            partial(_refer_again, desk),
            listed=False,
            under="participants",
        ),
        Page("groups", "Groups and sessions", "calendar", partial(_groups, desk), shortcut="Ctrl+3"),
        Page("group", "Group", "calendar", partial(_group, desk), listed=False, under="groups"),
        Page("plan-group", "Plan a group", "plus", partial(_plan_group, desk), listed=False, under="groups"),
        Page(
            "register", "Register", "clipboard-check", partial(_register, desk), listed=False, under="groups"
        ),
        *_agency_pages(desk),
    ]
    if desk.safety is not None:
        found += [
            Page("safety", "Safety", "shield", partial(_safety, desk), shortcut="Ctrl+4", safety=True),
            Page("partner", "Partner", "shield", partial(_partner, desk), False, "safety", safety=True),
        ]
    if leads:
        found += _coordinator_pages(desk)
    return tuple(found)


def _coordinator_pages(desk: Desk) -> tuple[Page, ...]:
    return (
        Page("import", "Import", "plus", partial(_import, desk), listed=False, under="participants"),
        Page("county", "County sync", "usb", partial(_county_sync, desk), shortcut="Ctrl+5"),
        Page("programme", "Programme", "settings", partial(_programme, desk), shortcut="Ctrl+6"),
        Page("readiness", "Readiness", "clipboard-list", partial(_readiness, desk)),
        Page("approach", "Approach", "clipboard-list", partial(_approach, desk), False, "readiness"),
    )


def _standing(desk: Desk) -> Standing:
    if desk.kind == "county":
        return Standing()
    today = desk.today.bundles()
    if today is None:
        return Standing((("No county office enrolled", ""),))
    words = "Last bundle confirmed by the county"
    if today.confirmed_on is None:
        return Standing(((words, ""), ("None yet", "warn")))
    days = (desk.clock.today() - today.confirmed_on).days
    state = "bad" if days > LATE_DAYS else "warn" if days >= SOON_DAYS else ""
    return Standing(
        ((words, ""), (f"{short_date(today.confirmed_on, desk.clock.today())} · {days} days ago", state))
    )


def _find(desk: Desk, text: str) -> tuple[Hit, ...]:
    if desk.kind == "county":
        return ()
    people = desk.participants.page(text, limit=FOUND_LIMIT)
    return tuple(
        Hit(
            f"{p.family_name}, {p.given_name}",
            f"{p.case_number} · {p.status.label}",
            "participant",
            p.participant_id,
        )
        for p in people
    )


# Each screen is imported when it is first shown: the window must not wait for all of them.


def _today(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.today.screen import TodayScreen

    return TodayScreen(frame, desk.today, desk.sheets)


def _participants(desk: Desk, may_import: bool, frame: Frame) -> Screen:
    from bipdesk.ui.screens.participants.screen import ParticipantsScreen

    return ParticipantsScreen(frame, desk.participants, desk.clock, may_import)


def _participant(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.participant.file_view import FileServices
    from bipdesk.ui.screens.participant.forms.tab import FormsTab
    from bipdesk.ui.screens.participant.papers.papers_view import PaperServices
    from bipdesk.ui.screens.participant.papers.tab import PapersTab
    from bipdesk.ui.screens.participant.person.person_tab import PersonServices, PersonTab
    from bipdesk.ui.screens.participant.risk.risk_tab import RiskServices, RiskTab
    from bipdesk.ui.screens.participant.screen import ParticipantScreen
    from bipdesk.ui.screens.participant.suitability.tab import SuitabilityTab

    papers = PaperServices(desk.waivers, desk.agreements, desk.disclosures, desk.clock)
    return ParticipantScreen(
        frame,
        FileServices(desk.participants, desk.referrals, desk.individual, desk.notes, desk.groups, desk.clock),
        # The order of the tabs: Person, Suitability, Forms, Risk, Papers.
        parts=(
            ("Person", PersonTab(frame, PersonServices(desk.persons, desk.clock))),
            ("Suitability", SuitabilityTab(frame, desk.suitability, desk.blank_forms, desk.clock)),
            ("Forms", FormsTab(frame, desk.instruments, desk.blank_forms, desk.clock)),
            ("Risk", RiskTab(frame, RiskServices(desk.risks, desk.clock))),
            ("Papers", PapersTab(frame, papers)),
        ),
    )


def _referral(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.referral.screen import ReferralScreen, ReferralServices

    services = ReferralServices(desk.participants, desk.referrals, desk.agencies)
    return ReferralScreen(frame, services, desk.clock)


def _refer_again(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.referral.again_screen import ReferAgainScreen
    from bipdesk.ui.screens.referral.screen import ReferralServices

    services = ReferralServices(desk.participants, desk.referrals, desk.agencies)
    return ReferAgainScreen(frame, services, desk.clock)


def _import(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.import_people.screen import ImportScreen

    return ImportScreen(frame, desk.imports, desk.clock)


def _groups(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.screen import GroupsScreen

    return GroupsScreen(frame, desk.groups, desk.clock)


def _group(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.group_screen import GroupScreen

    return GroupScreen(frame, desk.groups, desk.participants, desk.sheets, desk.clock)


def _plan_group(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.groups.plan_screen import PlanScreen

    return PlanScreen(frame, desk.groups, desk.staff, tuple(desk.curricula), desk.clock)


def _register(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.register.screen import RegisterScreen

    return RegisterScreen(frame, desk.registers, desk.sheets, desk.notes)


def _agency_pages(desk: Desk) -> tuple[Page, ...]:
    def under_agencies(key: str, title: str, factory: Callable[[Desk, Frame], Screen]) -> Page:
        return Page(key, title, "building-2", partial(factory, desk), listed=False, under="agencies")

    return (
        Page("agencies", "Agencies", "building-2", partial(_agencies, desk), shortcut="Ctrl+7"),
        under_agencies("agency", "Agency", _agency),
        under_agencies("edit-agency", "Agency", _edit_agency),
        under_agencies("agency-review", "Partnership review", _agency_review),
    )


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


def _safety(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.safety.screen import SafetyScreen

    assert desk.safety is not None  # the page exists with the service alone
    return SafetyScreen(frame, desk.safety, desk.clock)


def _partner(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.safety.partner_screen import PartnerScreen

    assert desk.safety is not None  # the page exists with the service alone
    return PartnerScreen(frame, desk.safety, desk.clock)


def _county_sync(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.county_sync.screen import CountySyncScreen

    return CountySyncScreen(frame, desk.sync, desk.clock)


def _county_desk(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.county_desk.screen import CountyDeskScreen

    return CountyDeskScreen(frame, desk.county, desk.clock)


def _programme(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.programme.screen import ProgrammeScreen

    return ProgrammeScreen(frame, desk.site, desk.staff, desk.recovery)


def _readiness(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.readiness.screen import ReadinessScreen

    return ReadinessScreen(frame, desk.readiness, desk.clock)


def _approach(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.approach.screen import ApproachScreen

    return ApproachScreen(frame, desk.approach)


def _instruments(desk: Desk, frame: Frame) -> Screen:
    from bipdesk.ui.screens.instruments.screen import InstrumentsScreen

    return InstrumentsScreen(frame, desk.instruments, desk.imported_forms, desk.blank_forms, desk.clock)
