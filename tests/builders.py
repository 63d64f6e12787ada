"""Builds the invented people and programmes that tests need: name what matters, the rest has defaults."""

import shutil
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from uuid import UUID

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind
from bipdesk.domain.agency_agreement import AgreementDetails, AgreementKind
from bipdesk.domain.attendance import Mark
from bipdesk.domain.clock import FixedClock
from bipdesk.domain.group import GroupDetails
from bipdesk.domain.handover import HandOverForm, ProtectedPerson
from bipdesk.domain.ids import AgencyId, GroupId, ParticipantId, SessionId, StaffId
from bipdesk.domain.journey import IndividualFact, IndividualKind
from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.readiness import EvidenceDetails
from bipdesk.domain.referral import ReferralDetails, ReferralKind
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.keys.cost import PassphraseCost
from bipdesk.program import FirstSignIn, Program
from bipdesk.services.vault import Person, Surroundings

THURSDAY = datetime(2026, 11, 19, 9, 0, tzinfo=UTC)
COORDINATOR = ("rivers", "seven quiet otters swim upstream")
FACILITATOR = ("ortega", "eleven copper kettles sing at dusk")
OFFICER = ("avery", "nine brass lanterns over the harbour")
COUNTY = ("hale", "four violet engines hum at noon")
NOBODY = ParticipantId(UUID(int=0))


def program(folder: Path, clock: FixedClock | None = None) -> Program:
    """Return the locked program of one computer; what it keeps outside the vault lies under `folder`."""
    near = Surroundings(clock or FixedClock(THURSDAY), PassphraseCost.for_tests(), folder / "outside")
    return Program(near)


def person(given_name: str = "Aaron", family_name: str = "Pruett", **details: object) -> PersonDetails:
    """Return what intake writes down about a participant."""
    return PersonDetails(given_name, family_name, **details)  # type: ignore[arg-type]


def referral(
    referred_on: date = date(2026, 7, 2), referrer: str = "Dale County Probation"
) -> ReferralDetails:
    """Return a court-ordered referral."""
    return ReferralDetails(ReferralKind.COURT_ORDERED, referrer, referred_on)


def form(*names: str) -> HandOverForm:
    """Return a hand-over form that names these people, or an empty one."""
    return HandOverForm(NOBODY, tuple(ProtectedPerson(name) for name in names))


@dataclass
class Programme:
    """A programme on one computer, with a coordinator, a facilitator and a safety officer."""

    program: Program
    folder: Path
    clock: FixedClock
    facilitator: StaffId
    recovery_code: str
    safety_code: str

    def copied_to(self, folder: Path) -> "Programme":
        """Return the same programme on another computer's disk, as if it had been made there."""
        shutil.copytree(self.folder.parent, folder, dirs_exist_ok=True)
        clock = FixedClock(THURSDAY)
        return replace(self, program=program(folder, clock), folder=folder / "site", clock=clock)

    def desk(self, who: tuple[str, str] = COORDINATOR) -> Desk:
        """Unlock it."""
        opened = self.program.unlock(self.folder, *who)
        assert isinstance(opened, Desk)
        return opened


def programme(folder: Path) -> Programme:
    """Make a programme; its safety officer has made her side."""
    clock = FixedClock(THURSDAY)
    locked = program(folder, clock)
    site = folder / "site"
    created = locked.create_site(
        site, SiteDetails("Harlow Valley programme", "US"), Person("C. Rivers", *COORDINATOR)
    )
    desk = created.desk
    desk.recovery.confirm()
    officer = desk.staff.add("D. Avery", OFFICER[0], frozenset({Role.SAFETY_OFFICER}))
    other = desk.staff.add("R. Ortega", FACILITATOR[0], frozenset({Role.FACILITATOR}))
    desk.lock()
    first_sign_in(locked, site, FACILITATOR, other.first_code).lock()
    hers = first_sign_in(locked, site, OFFICER, officer.first_code)
    safety_code = hers.make_safety()
    hers.lock()
    return Programme(locked, site, clock, other.member.staff_id, created.recovery_code, safety_code)


def unlocked(folder: Path, who: tuple[str, str] = COORDINATOR) -> Desk:
    """Unlock the programme under `folder`, as another start of the program would."""
    opened = program(folder).unlock(folder / "site", *who)
    assert isinstance(opened, Desk)
    return opened


def first_sign_in(locked: Program, folder: Path, who: tuple[str, str], first_code: str) -> Desk:
    """Sign in with a first code and choose the passphrase."""
    opened = locked.unlock(folder, who[0], first_code)
    assert isinstance(opened, FirstSignIn)
    return locked.choose_passphrase(opened, who[1])


def accepted(desk: Desk, given_name: str = "Aaron", family_name: str = "Pruett") -> ParticipantId:
    """Take in a participant up to acceptance."""
    made = desk.referrals.refer(person(given_name, family_name), referral(), form())
    assert made.row_id is not None
    participant_id = ParticipantId(made.row_id)
    suitable(desk, participant_id)
    desk.participants.sign_waiver(participant_id, date(2026, 7, 9))
    file = desk.participants.file(participant_id)
    desk.referrals.accept(file.referral_id, date(2026, 7, 10), file.referral_seen)
    return participant_id


def suitable(desk: Desk, participant_id: ParticipantId, on_date: date = date(2026, 7, 8)) -> None:
    """Take a referred participant through contact, assessment and decision."""
    for step in ("contact", "assess", "decide"):
        file = desk.participants.file(participant_id)
        if step == "contact":
            desk.referrals.contact(file.referral_id, on_date, "", file.referral_seen)
        elif step == "assess":
            desk.referrals.assess(file.referral_id, on_date, "", file.referral_seen)
        else:
            desk.referrals.decide(file.referral_id, True, "All criteria met", on_date, file.referral_seen)


def ready(desk: Desk) -> None:
    """Record what a group cannot open without, where it is missing."""
    for item in desk.readiness.checklists.blocking:
        details = EvidenceDetails(item.key, f"Seen: {item.title}", "Folder 2", date(2026, 1, 15))
        desk.readiness.record(details)
    agency = desk.agencies.add(AgencyDetails(AgencyKind.VICTIM_SERVICE, "Harlow Women's Centre")).row_id
    assert agency is not None
    agreement = AgreementDetails(AgreementKind.MEMORANDUM, "Partner support", date(2026, 1, 15))
    desk.agencies.add_agreement(AgencyId(agency), agreement)


def group(desk: Desk, first_date: date = date(2026, 11, 19), name: str = "Thursday group") -> GroupId:
    """Plan a group; by default it meets for the first time today."""
    if desk.readiness.standing().missing:
        ready(desk)
    facilitators = tuple(member.staff_id for member in desk.staff.facilitators())
    details = GroupDetails(name, "bbr-1", first_date, time(18, 30), 150, "Grange Hall", facilitators)
    made = desk.groups.plan(details)
    assert made.row_id is not None
    return GroupId(made.row_id)


def evening(desk: Desk, people: int = 9) -> SessionId:
    """Plan a group with participants and return tonight's session."""
    group_id = group(desk)
    for number in range(people):
        member = accepted(desk, f"Given{number}", f"Family{number}")
        desk.members.join(group_id, member, date(2026, 11, 1))
    return desk.groups.file(group_id).sessions[0].session_id


def pre_group(desk: Desk, participant_id: ParticipantId, on_date: date = date(2026, 7, 15)) -> None:
    """Record the two 1-2-1s that come before his first group session."""
    for code in ("pre-group-1", "pre-group-2"):
        fact = IndividualFact(code, on_date, IndividualKind.ONE_TO_ONE)
        desk.individual.record(participant_id, fact)


def mark_all(desk: Desk, session_id: SessionId, mark: Mark = Mark.PRESENT) -> None:
    """Give everybody in a register the same mark."""
    for line in desk.registers.open_register(session_id).lines:
        desk.registers.mark(session_id, line.participant_id, mark, line.seen)


def county(folder: Path) -> Desk:
    """Make a county office's vault and unlock it."""
    made = program(folder).create_county(folder / "county", "Dale County", Person("K. Hale", *COUNTY))
    return made.desk


def enrolled(folder: Path, site: Desk) -> Desk:
    """Make a county office and let it and the site type each other's card."""
    office = county(folder)
    theirs, ours = office.county.own_card(), site.sync.own_card()
    site.sync.enrol(theirs.line, theirs.fingerprint)
    office.county.enrol(ours.line, ours.fingerprint)
    return office
