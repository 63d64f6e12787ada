"""Everything that somebody who has unlocked a vault can do, on one object; locking it forgets all of it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial

from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import NotAllowed
from bipdesk.domain.handover import Seal, seal_info
from bipdesk.domain.ids import EnvelopeId, OrgId
from bipdesk.domain.library import Library
from bipdesk.domain.staff import StaffMember
from bipdesk.keys.safety_grant import hand_over_public, restore_safety
from bipdesk.keys.sealing import seal_hand_over
from bipdesk.services.absence_reviews import AbsenceReviewService
from bipdesk.services.agencies import AgencyService
from bipdesk.services.agreements import AgreementService
from bipdesk.services.approach import ApproachService
from bipdesk.services.blank_forms import BlankFormService
from bipdesk.services.calendar import CalendarService
from bipdesk.services.conformity import ConformityService
from bipdesk.services.curriculum_drafts import CurriculumDraftService
from bipdesk.services.curriculum_views import CurriculumViewService
from bipdesk.services.disclosures.service import DisclosureService
from bipdesk.services.drafts import DraftService
from bipdesk.services.duties.notice_service import NoticeService
from bipdesk.services.endings.exits import ExitService
from bipdesk.services.endings.reviews import ReviewService
from bipdesk.services.endings.service import EndingService
from bipdesk.services.fees import FeeService
from bipdesk.services.goals import GoalService
from bipdesk.services.groups.cancellations import CancellationService
from bipdesk.services.groups.checks import GroupCheckService, night_checks
from bipdesk.services.groups.members import GroupMemberService
from bipdesk.services.groups.service import GroupService
from bipdesk.services.guests import GuestService
from bipdesk.services.imported_forms import ImportedFormService
from bipdesk.services.imports.service import ImportService
from bipdesk.services.incidents import IncidentService
from bipdesk.services.individual_sessions import IndividualSessionService
from bipdesk.services.instruments import InstrumentService
from bipdesk.services.notes import NoteService
from bipdesk.services.one_to_ones import OneToOneService
from bipdesk.services.owed_documents import OwedDocumentService
from bipdesk.services.packs import PackService
from bipdesk.services.participants import ParticipantService
from bipdesk.services.partnerships import PartnershipService
from bipdesk.services.person_links import PersonLinkService
from bipdesk.services.persons import PersonService
from bipdesk.services.practice import PracticeService
from bipdesk.services.readiness import ReadinessService
from bipdesk.services.recovery_codes import RecoveryCodeService
from bipdesk.services.referrals import ReferralService
from bipdesk.services.registers.service import RegisterService
from bipdesk.services.risks import RiskService
from bipdesk.services.runways import RunwayService
from bipdesk.services.safety.opening import make_safety, open_safety
from bipdesk.services.safety.partners import SafetyService
from bipdesk.services.second_person import SecondPersonService
from bipdesk.services.service_directory import ServiceDirectoryService
from bipdesk.services.session_files import SessionFileService
from bipdesk.services.session_sheets import SessionSheetService
from bipdesk.services.session_words import SessionWordsService
from bipdesk.services.site import SiteService
from bipdesk.services.staff import StaffService
from bipdesk.services.staff_records import StaffRecordService
from bipdesk.services.suitability import SuitabilityService
from bipdesk.services.sync import CountySyncService, SiteSyncService
from bipdesk.services.today import Sees, TodayService
from bipdesk.services.vault import OpenVault
from bipdesk.services.visitors import VisitorService
from bipdesk.services.waivers import WaiverService


class Desk:
    """The services of one unlocked vault; they share its records and go with it."""

    def __init__(self, vault: OpenVault, library: Library) -> None:
        near, records, clock = vault.surroundings, vault.records, vault.surroundings.clock
        self._vault = vault
        self.clock: Clock = clock
        self.kind = vault.kind
        self.curricula = library.curricula.of_one_desk()
        self._renew_curricula()
        library = replace(library, curricula=self.curricula)
        self.packs = library.packs
        self.site = SiteService(records, self._must_lead)
        self.staff = StaffService(records, vault, near.cost)
        self.recovery = RecoveryCodeService(records, vault, near.cost)
        self.sync = SiteSyncService(records, clock, self._renew_curricula)
        self.county = CountySyncService(records, clock)
        self._coordinates = "coordinator" in vault.unlocked.roles
        public = hand_over_public(vault.unlocked.slots)
        self._provide_intake(library, None if public is None else partial(_seal, vault.org, public))
        self._provide_papers(library)
        self._provide_groups(library)
        self._provide_endings(library)
        self._provide_programme(library)
        self._provide_curricula(library)
        sees = Sees(hand_over_forms=public is not None, coordinates=self._coordinates)
        self.today = TodayService(records, library, clock, sees)
        self._safety_file = open_safety(vault, clock)
        self.safety = self._safety_service()

    def _must_lead(self) -> None:
        """Refuse what only a coordinator does, in a county office anybody there."""
        if not self._vault.unlocked.roles & {"coordinator", "county"}:
            raise NotAllowed(role="coordinator")

    def _provide_intake(self, library: Library, seal: Seal | None) -> None:
        records, clock = self._vault.records, self.clock
        self.participants = ParticipantService(records, library.curricula, clock)
        self.owed_documents = OwedDocumentService(records, library.packs, clock)
        self.person_links = PersonLinkService(records, clock)
        self.referrals = ReferralService(records, clock, seal)
        self.drafts = DraftService(records, clock, seal)
        self.imports = ImportService(records, library.curricula, clock, self._must_lead)
        self.persons = PersonService(records, library.packs, clock)
        self.risks = RiskService(records, library.curricula, clock, self._coordinates)
        self.instruments = InstrumentService(records, library.instruments, clock)
        self.suitability = SuitabilityService(records, library.instruments, clock, self._coordinates)

    def _provide_papers(self, library: Library) -> None:
        records, clock = self._vault.records, self.clock
        self.waivers = WaiverService(records, library.packs, clock)
        self.agreements = AgreementService(records, library.curricula, clock, self._must_lead)
        self.disclosures = DisclosureService(records, library.curricula, library.packs, clock)
        self.incidents = IncidentService(records, clock)
        self.notices = NoticeService(records, library, clock, self.disclosures)
        self.imported_forms = ImportedFormService(records, clock, self._must_lead)
        self.blank_forms = BlankFormService(records)

    def _provide_groups(self, library: Library) -> None:
        records, clock = self._vault.records, self.clock
        second = SecondPersonService(self._vault, self._vault.surroundings.device_store)
        self.groups = GroupService(records, library, clock, second.confirm)
        self.members = GroupMemberService(records, library, clock, self._must_lead)
        self.cancellations = CancellationService(records, library.curricula)
        self.group_checks = GroupCheckService(records, library, clock)
        self.registers = RegisterService(records, library, night_checks)
        self.guests = GuestService(records, library.curricula)
        self.visitors = VisitorService(records, library.packs, clock)
        self.absences = AbsenceReviewService(records, library, clock, self._must_lead)
        self.individual = IndividualSessionService(records, library, clock)
        self.runways = RunwayService(records, library, clock)
        self.notes = NoteService(records)
        self.practice = PracticeService(records, library, clock)
        self.goals = GoalService(records, library, clock)
        self.one_to_ones = OneToOneService(records, library, clock)
        self.sheets = SessionSheetService(records, library.curricula)

    def _provide_endings(self, library: Library) -> None:
        records, clock = self._vault.records, self.clock
        second = SecondPersonService(self._vault, self._vault.surroundings.device_store)
        self.reviews = ReviewService(records, library, clock)
        self.exits = ExitService(records, library, clock, second.confirm)
        self.endings = EndingService(records, library, clock)

    def _provide_programme(self, library: Library) -> None:
        records, clock = self._vault.records, self.clock
        self.staff_records = StaffRecordService(records, library.packs, clock, self._must_lead)
        self.fees = FeeService(records, clock, self._must_lead)
        self.readiness = ReadinessService(records, library.checklists, clock, self._must_lead)
        self.approach = ApproachService(records, library.chart, library.packs, self._must_lead)
        self.agencies = AgencyService(records, clock)
        self.partnerships = PartnershipService(records, clock)
        self.directory = ServiceDirectoryService(records, clock)
        self.rules = PackService(records, library.packs, clock)
        self.conformity = ConformityService(records, library, clock)
        self.calendar = CalendarService(records, library.curricula, clock)

    def _provide_curricula(self, library: Library) -> None:
        records, curricula, clock = self._vault.records, self.curricula, self.clock
        self.curriculum_views = CurriculumViewService(records, curricula, library.topics, clock)
        self.curriculum_drafts = CurriculumDraftService(records, curricula, clock, self._must_lead)
        self.session_words = SessionWordsService(records, curricula, library.topics, self._must_lead)
        self.session_files = SessionFileService(records, curricula, clock, self._must_lead)

    def _renew_curricula(self) -> None:
        with self._vault.records.unit() as unit:
            unit.curricula.bring_up_to_date(self.curricula)

    def _safety_service(self) -> SafetyService | None:
        if self._safety_file is None:
            return None
        vault = self._vault
        return SafetyService(self._safety_file, vault.records, vault.unlocked.slots, self.clock)

    @property
    def me(self) -> StaffMember:
        """Return who is signed in."""
        return next(member for member in self.staff.list() if member.staff_id == self._vault.actor)

    @property
    def key_store(self) -> str:
        """Return what this computer's key store said when a passphrase was to be tied to it just now."""
        return self._vault.key_store

    @property
    def restored(self) -> bool:
        """Say whether one of the files turned out to be an older copy put back."""
        files = (self._vault.records, self._safety_file)
        return any(file is not None and file.restored for file in files)

    @property
    def safety_is_closed(self) -> bool:
        """Say whether the officer's side stands but is closed to this officer: reset, or not granted yet."""
        unlocked = self._vault.unlocked
        return "safety-officer" in unlocked.roles and unlocked.safety_state in ("closed", "offered")

    def restore_safety(self, code: str) -> None:
        """Open the officer's side again by its sealed recovery code.

        Raises:
            CodeMistyped, CodeWrong, NotAllowed, SafetyNotOpen.
        """
        before = self._vault.unlocked.slots
        self._vault.save(restore_safety(self._vault.unlocked, code), replacing=before)
        self._safety_file = open_safety(self._vault, self.clock)
        self.safety = self._safety_service()

    @property
    def may_make_safety(self) -> bool:
        """Say whether this is the first officer's first unlock: her side is to be made now."""
        return self._vault.unlocked.safety_state == "to-make"

    def make_safety(self) -> str:
        """Make the officer's side; return its recovery code, to be printed and sealed at once."""
        near = self._vault.surroundings
        self._safety_file, code = make_safety(self._vault, near.clock, near.cost)
        self.safety = self._safety_service()
        return code

    @contextmanager
    def together(self) -> Iterator[None]:
        """Keep all that is done inside as one transaction on each file: for thousands of rows.

        An error inside must leave the block, for then nothing of the whole block is kept.
        """
        with ExitStack() as files:
            files.enter_context(self._vault.records.together())
            if self._safety_file is not None:
                files.enter_context(self._safety_file.together())
            yield

    def lock(self) -> None:
        """Close both files and forget every key."""
        if self._safety_file is not None:
            self._safety_file.lock()
        self._vault.lock()


def _seal(org: OrgId, public: bytes, envelope_id: EnvelopeId, form: bytes) -> bytes:
    return seal_hand_over(public, form, seal_info(org, envelope_id))
