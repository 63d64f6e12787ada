"""The pages of a programme, as each of its people sees them."""

from collections.abc import Callable
from uuid import UUID

from bipdesk.desk import Desk
from bipdesk.domain.group import GroupRow
from bipdesk.domain.handover import HandOverForm, ProtectedPerson
from bipdesk.domain.ids import ParticipantId, PartnerId, SessionId
from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.referral import ReferralDetails, ReferralKind, Status
from bipdesk.screenshots.agency_pages import draw_agencies
from bipdesk.screenshots.curriculum_pages import draw_curricula
from bipdesk.screenshots.ending_pages import draw_endings
from bipdesk.screenshots.form_pages import draw_form_pages, draw_forms_of_file
from bipdesk.screenshots.goal_pages import draw_goals
from bipdesk.screenshots.group_pages import draw_group
from bipdesk.screenshots.notice_pages import draw_notices
from bipdesk.screenshots.paper_pages import draw_papers
from bipdesk.screenshots.person_pages import draw_person
from bipdesk.screenshots.practice_pages import draw_practice
from bipdesk.screenshots.register_pages import draw_register
from bipdesk.screenshots.rule_pages import draw_rules
from bipdesk.ui.studio import SMALL_LAPTOP, Studio
from bipdesk.ui.widgets.search_edit import SearchEdit
from bipdesk.ui.widgets.tab_pages import TabPages
from bipdesk.workplaces.workplace import workplace

NOBODY_YET = ParticipantId(UUID(int=0))
"""The service puts the new participant's id in."""


def draw_coordinator(studio: Studio, desk: Desk) -> None:
    """Draw everything a coordinator sees."""
    studio.sit_down(workplace(desk))
    studio.take("today")
    studio.press("Somebody in danger?")
    studio.take("danger")
    studio.close_dialog()
    _find(studio)
    studio.open_page("participants")
    studio.take("participants")
    _participant(studio, desk)
    draw_person(studio, desk)
    draw_papers(studio, desk)
    draw_forms_of_file(studio, desk)
    draw_goals(studio, desk)
    draw_practice(studio, desk)
    draw_endings(studio, desk)
    draw_notices(studio, desk)
    _referred(studio, desk)
    studio.open_page("referral")
    studio.take("referral")
    draw_agencies(studio, desk)
    tonight = studio.ask(lambda: _tonight(desk))
    studio.open_page("groups")
    studio.take("groups")
    draw_group(studio, tonight)
    _plan(studio)
    draw_register(studio, desk, _session(tonight))
    _county(studio)
    studio.open_page("programme")
    studio.take("programme")
    studio.press("Add an account…")
    studio.take("programme-account")
    studio.close_dialog()
    draw_curricula(studio, desk)
    draw_rules(studio)
    draw_form_pages(studio)
    _readiness(studio)
    _staff(studio, desk)
    studio.ask(lambda: _refer(desk))


def _staff(studio: Studio, desk: Desk) -> None:
    studio.open_page("staff")
    studio.take("staff")
    facilitator = studio.ask(lambda: desk.staff.facilitators()[-1].staff_id)
    studio.open_page("staff-member", facilitator)
    studio.take("staff-member")
    studio.press("Add entry")
    studio.take("staff-entry")
    studio.close_dialog()


def _readiness(studio: Studio) -> None:
    studio.open_page("readiness")
    studio.take("readiness")
    studio.press("Record evidence: Incidence and nature of abuse in the community")
    studio.take("readiness-evidence")
    studio.close_dialog()
    studio.open_page("approach")
    studio.take("approach")
    studio.press("Change: What is shared")
    studio.take("approach-position")
    studio.close_dialog()


def draw_register_sizes(studio: Studio, unlock: Callable[[], Desk]) -> None:
    """Draw the register on a small laptop, and at larger text."""
    for name, scale in (("register-1366x768", 1.0), ("register-150", 1.5)):
        desk = unlock()
        tonight = _tonight(desk)
        studio.sit_down(workplace(desk), SMALL_LAPTOP, scale)
        studio.open_page("register", _session(tonight))
        studio.take(name)


def draw_facilitator(studio: Studio, desk: Desk) -> None:
    """Draw what is different for a facilitator."""
    studio.sit_down(workplace(desk))
    studio.take("today-facilitator")
    studio.open_page("groups")
    studio.take("groups-facilitator")


def draw_officer(studio: Studio, desk: Desk) -> None:
    """Draw the safety side."""
    studio.sit_down(workplace(desk))
    studio.take("today-officer")
    studio.open_page("safety")
    studio.take("safety")
    studio.open_page("partner", studio.ask(lambda: _partner(desk)))
    studio.take("safety-partner")
    studio.press("Record contact")
    studio.take("safety-contact")
    studio.close_dialog()
    studio.press("Safe contact…")
    studio.take("safety-rule")
    studio.close_dialog()
    _hand_over(studio, desk)


def draw_county(studio: Studio, desk: Desk) -> None:
    """Draw the county office."""
    studio.sit_down(workplace(desk))
    studio.take("county-desk")
    studio.press("Enrol a site…")
    studio.take("county-enrol")
    studio.close_dialog()
    studio.open_page("programme")
    studio.take("county-office")


def draw_sheet(studio: Studio, desk: Desk) -> None:
    """Draw the first page of tonight's session sheet."""
    studio.take_pdf(desk.sheets.render(_session(_tonight(desk))), "session-sheet")
    desk.lock()


def _refer(desk: Desk) -> None:
    """Refer one more, with a hand-over form for the safety officer to open."""
    person = PersonDetails("Ansel", "Thorsby")
    referral = ReferralDetails(ReferralKind.COURT_ORDERED, "Dale County Court", desk.clock.today())
    named = ProtectedPerson("Imke Thorsby", "wife", "555-0137, her sister's telephone, after five")
    form = HandOverForm(NOBODY_YET, (named,), papers="Protection order, copy in the grey folder")
    desk.referrals.refer(person, referral, form)


def _hand_over(studio: Studio, desk: Desk) -> None:
    """Open hand-overs until one names somebody; an opened one waits no more."""
    assert desk.safety is not None  # the officer's desk
    studio.open_page("safety")
    for left in range(len(studio.ask(desk.safety.envelopes)), 0, -1):
        studio.press("Open")
        if left == 1 or studio.offers("Make a record"):
            studio.take("safety-hand-over")
            break
        studio.close_dialog()
    studio.close_dialog()


def _find(studio: Studio) -> None:
    box = studio.find(SearchEdit)
    box.setFocus()
    box.setText("ma")
    box.searched.emit(box.text())
    studio.settle()
    studio.take("find")
    box.clear()
    studio.settle()


def _participant(studio: Studio, desk: Desk) -> None:
    whose = studio.ask(lambda: _with_catch_up(desk))
    studio.open_page("participant", whose)
    tabs = studio.find(TabPages)
    titles = {"Overview": "", "Intake": "-intake", "Sessions": "-sessions", "Notes": "-notes"}
    for title, name in titles.items():
        tabs.choose_titled(title)
        studio.settle()
        studio.take(f"participant{name}")
    tabs.choose(0)
    studio.press("Record catch-up")
    studio.take("participant-catch-up")
    studio.open_page("participant", whose)
    studio.press("Add note")
    studio.take("participant-note")
    studio.close_dialog()


def _referred(studio: Studio, desk: Desk) -> None:
    """Draw one of each step of intake, with the dialog that comes next."""
    for status, words in (
        (Status.REFERRED, "Record contact"),
        (Status.CONTACTED, ""),
        (Status.SUITABLE, "Accept"),
        (Status.LEFT, "Refer again"),
    ):
        people = studio.ask(lambda asked=status: desk.participants.page("", asked))  # type: ignore[misc]
        if not people:
            continue
        studio.open_page("participant", people[0].participant_id)
        studio.find(TabPages).choose_titled("Intake")
        studio.settle()
        studio.take(f"intake-{status.value}")
        if words and studio.offers(words):
            studio.press(words)
            studio.take(f"participant-{words.split()[-1].lower()}")
            studio.close_dialog()


def _plan(studio: Studio) -> None:
    studio.open_page("plan-group")
    studio.fill("Name of the group", "Second Thursday group")
    studio.fill("Place", "Harlow library")
    studio.take("plan-group")


def _county(studio: Studio) -> None:
    studio.open_page("county")
    studio.take("county")
    studio.press("Make bundle…")
    studio.take("county-bundle")
    studio.close_dialog()


def _tonight(desk: Desk) -> GroupRow:
    """Return the group that meets today."""
    return next(
        row
        for row in desk.groups.list()
        if row.next_session is not None and row.next_session.on_date == desk.clock.today()
    )


def _session(group: GroupRow) -> SessionId:
    assert group.next_session is not None  # it meets today
    return group.next_session.session_id


def _with_catch_up(desk: Desk) -> ParticipantId:
    """Return a participant of tonight's group who owes one catch-up and about whom there are notes."""
    members = desk.groups.file(_tonight(desk).group_id).members
    files = (desk.participants.file(member.participant_id) for member in members)
    owing = (f for f in files if len(desk.participants.journey(f.participant_id).owed) == 1)
    return next(file.participant_id for file in owing if len(file.latest_notes) > 1)


def _partner(desk: Desk) -> PartnerId:
    """Return the partner with whom there were most contacts."""
    assert desk.safety is not None  # the officer's desk
    safety = desk.safety
    files = [safety.file(partner.partner_id) for partner in safety.partners()]
    return max(files, key=lambda file: len(file.contacts)).partner.partner_id
