"""Everything that somebody who has unlocked a vault can do, on one object; locking it forgets all of it."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from bipdesk import assets
from bipdesk.domain.answer_set import Instruments
from bipdesk.domain.approach import parse_chart
from bipdesk.domain.checklist import Checklists, parse_checklist
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.curriculum import parse_curriculum
from bipdesk.domain.handover import seal_info
from bipdesk.domain.ids import EnvelopeId, OrgId
from bipdesk.domain.instrument_reading import parse_instrument
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Packs, parse_pack
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import StaffMember
from bipdesk.keys.safety_grant import hand_over_public, restore_safety
from bipdesk.keys.sealing import seal_hand_over
from bipdesk.services.agencies import AgencyService
from bipdesk.services.agreements import AgreementService
from bipdesk.services.approach import ApproachService
from bipdesk.services.blank_forms import BlankFormService
from bipdesk.services.disclosures.service import DisclosureService
from bipdesk.services.drafts import DraftService
from bipdesk.services.groups import GroupService
from bipdesk.services.imported_forms import ImportedFormService
from bipdesk.services.imports.service import ImportService
from bipdesk.services.individual_sessions import IndividualSessionService
from bipdesk.services.instruments import InstrumentService
from bipdesk.services.notes import NoteService
from bipdesk.services.participants import ParticipantService
from bipdesk.services.partnerships import PartnershipService
from bipdesk.services.persons import PersonService
from bipdesk.services.readiness import ReadinessService
from bipdesk.services.recovery_codes import RecoveryCodeService
from bipdesk.services.referrals import ReferralService
from bipdesk.services.registers import RegisterService
from bipdesk.services.risks import RiskService
from bipdesk.services.safety.opening import make_safety, open_safety
from bipdesk.services.safety.partners import SafetyService
from bipdesk.services.second_person import SecondPersonService
from bipdesk.services.service_directory import ServiceDirectoryService
from bipdesk.services.session_sheets import SessionSheetService
from bipdesk.services.site import SiteService
from bipdesk.services.staff import StaffService
from bipdesk.services.suitability import SuitabilityService
from bipdesk.services.sync import CountySyncService, SiteSyncService
from bipdesk.services.today import Sees, TodayService
from bipdesk.services.vault import Created, OpenVault, Person, Surroundings, VaultService
from bipdesk.services.waivers import WaiverService


def load_curricula() -> Curricula:
    """Read every curriculum file of the program; one that is wrong is named, with the key and the reason."""
    return Curricula(
        parse_curriculum(assets.read_text(name), name) for name in assets.names("curricula", ".toml")
    )


def load_packs() -> Packs:
    """Read every pack file of the program; one that is wrong is named, with the key and the reason."""
    return Packs(parse_pack(assets.read_text(name), name) for name in assets.names("packs", ".toml"))


def load_instruments() -> Instruments:
    """Read every instrument file of the program; one that is wrong is named, with the key and the reason."""
    return Instruments(
        parse_instrument(assets.read_text(name), name) for name in assets.names("instruments", ".toml")
    )


def load_library() -> Library:
    """Read all rules and texts of the program that are data."""
    lists = (parse_checklist(assets.read_text(name), name) for name in assets.names("readiness", ".toml"))
    chart = parse_chart(assets.read_text("approach.toml"), "approach.toml")
    return Library(load_curricula(), load_packs(), Checklists(lists), chart, load_instruments())


class Desk:
    """The services of one unlocked vault; they share its records and go with it."""

    def __init__(self, vault: OpenVault, library: Library) -> None:
        near, curricula = vault.surroundings, library.curricula
        records, clock = vault.records, near.clock
        public = hand_over_public(vault.unlocked.slots)
        self._vault = vault
        self.clock: Clock = clock
        self.kind = vault.kind
        self.curricula = curricula
        self.packs = library.packs
        self.site = SiteService(records)
        self.staff = StaffService(records, vault, near.cost)
        self.recovery = RecoveryCodeService(records, vault, near.cost)
        self.participants = ParticipantService(records, curricula, clock)
        seal = None if public is None else partial(_seal, vault.org, public)
        self.referrals = ReferralService(records, clock, seal)
        self.drafts = DraftService(records, clock, seal)
        second = SecondPersonService(vault, near.device_store)
        self.groups = GroupService(records, library, clock, second.confirm)
        self.readiness = ReadinessService(records, library.checklists, clock)
        self.approach = ApproachService(records, library.chart, library.packs)
        self.registers = RegisterService(records, curricula)
        self.individual = IndividualSessionService(records, curricula, clock)
        self.notes = NoteService(records)
        self.imports = ImportService(records, curricula, clock)
        self.instruments = InstrumentService(records, library.instruments, clock)
        self.imported_forms = ImportedFormService(records, clock)
        self.blank_forms = BlankFormService(records)
        self.agencies = AgencyService(records, clock)
        self.partnerships = PartnershipService(records, clock)
        self.directory = ServiceDirectoryService(records, clock)
        self.persons = PersonService(records, library.packs, clock)
        coordinates = "coordinator" in vault.unlocked.roles
        self.risks = RiskService(records, curricula, clock, coordinates)
        self.suitability = SuitabilityService(records, library.instruments, clock, coordinates)
        self.waivers = WaiverService(records, library.packs, clock)
        self.agreements = AgreementService(records, curricula, clock)
        self.disclosures = DisclosureService(records, curricula, library.packs, clock)
        self.sheets = SessionSheetService(records, curricula)
        sees = Sees(hand_over_forms=public is not None, coordinates=coordinates)
        self.today = TodayService(records, library, clock, sees)
        self.sync = SiteSyncService(records, clock)
        self.county = CountySyncService(records, clock)
        self._safety_file = open_safety(vault, clock)
        self.safety = self._safety_service()

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


@dataclass(frozen=True, slots=True)
class FirstSignIn:
    """Somebody came in with a first code: she chooses her own passphrase before anything else."""

    vault: OpenVault

    def give_up(self) -> None:
        """Lock again without choosing."""
        self.vault.lock()


@dataclass(frozen=True, slots=True)
class CreatedDesk:
    """A vault just made, and its recovery code."""

    desk: Desk
    recovery_code: str
    key_store: str = ""
    """What this computer's key store said, when the passphrase was to be tied to it."""


class Program:
    """The locked program: what can be done before anybody has unlocked anything."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._vaults = VaultService(surroundings)
        self._library = load_library()

    def create_site(self, folder: Path, details: SiteDetails, person: Person) -> CreatedDesk:
        """Make a programme's vault with its coordinator."""
        created = self._vaults.create_site(folder, details, person)
        return self._created(created)

    def create_county(self, folder: Path, name: str, person: Person) -> CreatedDesk:
        """Make a county office's vault."""
        return self._created(self._vaults.create_county(folder, name, person))

    def _created(self, created: Created) -> "CreatedDesk":
        return CreatedDesk(Desk(created.vault, self._library), created.recovery_code, created.key_store)

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> Desk | FirstSignIn:
        """Unlock a vault."""
        vault = self._vaults.unlock(folder, sign_in_name, passphrase)
        if vault.unlocked.must_choose_passphrase:
            return FirstSignIn(vault)
        return self._desk(vault)

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        """Give a forgotten passphrase a new first code by the recovery code of the records."""
        return self._vaults.recover(folder, code, sign_in_name)

    def choose_passphrase(self, first: FirstSignIn, passphrase: str, tie_to_computer: bool = False) -> Desk:
        """End a first sign-in; what was entered with the first code holds no keys any more."""
        self._vaults.choose_passphrase(first.vault, passphrase, tie_to_computer)
        return self._desk(first.vault)

    def _desk(self, vault: OpenVault) -> Desk:
        try:
            return Desk(vault, self._library)
        except BaseException:
            vault.lock()
            raise


def _seal(org: OrgId, public: bytes, envelope_id: EnvelopeId, form: bytes) -> bytes:
    return seal_hand_over(public, form, seal_info(org, envelope_id))
