"""The vault of a programme or county office: made, unlocked, locked."""

import secrets
import string
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path
from uuid import UUID

from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.anchor import FileAnchor
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import OrgId, StaffId
from bipdesk.domain.key_errors import AccountUnknown
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role, StaffMember
from bipdesk.export.bundles import age_identity
from bipdesk.keys.accounts import account_of, reset_account
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.cover import Cover
from bipdesk.keys.creation import NewVault, make_vault
from bipdesk.keys.creation import Person as KeyPerson
from bipdesk.keys.device_secret import DeviceStore
from bipdesk.keys.file_key import FileKey
from bipdesk.keys.folder import RECORDS_FILE, create_slots, require_free, save_slots
from bipdesk.keys.own_passphrase import choose_passphrase
from bipdesk.keys.pins import Pins, check_general, first_pins
from bipdesk.keys.safety_grant import see_safety
from bipdesk.keys.signing import new_signing_key
from bipdesk.keys.slots import Slots, VaultKind
from bipdesk.keys.unlock import unlock, unlock_with_recovery_code
from bipdesk.keys.unlocked import Recovered, Unlocked

PINS = "pins"
AGE_IDENTITY = "age-identity"
SIGNING_SEED = "signing-seed"
SIGNING_PUBLIC = "signing-public"
UNFINISHED = f"{RECORDS_FILE}.new"
"""The records until the key file names their key."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the computer gives a vault: the time, the cost of a passphrase, places outside the folder."""

    clock: Clock
    cost: PassphraseCost
    anchors: Path
    """Folder outside every vault, where it is noted how far each file had come."""
    device_store: DeviceStore | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Who makes a vault: name for the others, sign-in name and passphrase as typed."""

    name: str
    sign_in_name: str
    passphrase: str = field(repr=False)
    tie_to_computer: bool = False
    """Also ask this computer's key store: a stolen copy cannot be attacked by guessing alone."""


class OpenVault:
    """A vault that somebody has unlocked; `lock` forgets its keys and closes its records."""

    def __init__(
        self, folder: Path, unlocked: Unlocked, surroundings: Surroundings, records: str = RECORDS_FILE
    ) -> None:
        self.folder = folder
        self.unlocked = unlocked
        self.surroundings = surroundings
        self.key_store = ""
        """What this computer's key store said, when a passphrase was tied to it just now."""
        self.records = _records(
            folder / records, unlocked.slots, unlocked.records_key, self.actor, surroundings
        )

    @property
    def org(self) -> OrgId:
        """Return the office, which is the vault's own id."""
        return _org(self.unlocked.slots)

    @property
    def actor(self) -> StaffId:
        """Return who is signed in."""
        return _actor(self.unlocked)

    @property
    def kind(self) -> str:
        """Return site or county."""
        return self.unlocked.slots.general.kind

    def anchor(self, file: str, key: FileKey) -> FileAnchor:
        """Return the note, kept outside the folder, of how far a file had come; only its key reads it."""
        return _anchor(self.unlocked.slots, file, key, self.surroundings)

    def open_records(self, new: bool = False) -> None:
        """Open the records, and refuse a key file that does not belong to them.

        Raises:
            KeyFileTampered, KeyFileOlder, SafetyKeyReplaced: nothing stays open then.
        """
        try:
            self.records.prepare(new)
            _compare_pins(self.records, self.unlocked.slots)
        except BaseException:
            self.lock()
            raise

    def save(self, unlocked: Unlocked, replacing: Slots | None = None) -> None:
        """Write a changed key file, then what the records remember of it; the session goes on with it."""
        save_slots(self.folder, unlocked.slots, replacing=replacing or self.unlocked.slots)
        self.unlocked = unlocked
        _compare_pins(self.records, self.unlocked.slots)

    def see_safety(self) -> None:
        """Keep which safety part was seen, after the records have agreed with it; locks if that fails."""
        try:
            if self.unlocked.safety_unseen:
                self.save(see_safety(self.unlocked))
        except BaseException:
            self.lock()
            raise

    def lock(self) -> None:
        """Close the records and forget the keys."""
        self.records.lock()
        self.unlocked.wipe()


@dataclass(frozen=True, slots=True)
class Created:
    """A vault just made: show the recovery code once, to print and seal in an envelope."""

    vault: OpenVault
    recovery_code: str = field(repr=False)
    key_store: str = ""
    """What this computer's key store said, when the passphrase was to be tied to it."""


class VaultService:
    """Makes and unlocks vaults."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings

    def create_site(self, folder: Path, details: SiteDetails, person: Person) -> Created:
        """Make a programme's vault with its coordinator.

        Raises:
            KeyFileExists, PassphraseTooWeak, NotEnoughMemory.
        """
        return self._create(folder, "site", details, (person, Role.COORDINATOR))

    def create_county(self, folder: Path, name: str, person: Person) -> Created:
        """Make a county office's vault with its first account."""
        return self._create(folder, "county", SiteDetails(name), (person, Role.COUNTY))

    def _create(
        self, folder: Path, kind: VaultKind, details: SiteDetails, first: tuple[Person, Role]
    ) -> Created:
        (person, role), near = first, self._surroundings
        store = near.device_store if person.tie_to_computer else None
        require_free(folder)
        made = make_vault(kind, KeyPerson(person.sign_in_name, person.passphrase), near.cost, store)
        member = StaffMember(_actor(made.unlocked), person.name, frozenset({role}))
        return self._fill(folder, made, details, member)

    def _fill(self, folder: Path, made: NewVault, details: SiteDetails, first: StaffMember) -> Created:
        # The key file comes last: before it stands, there is no vault, and what a break left is made anew.
        _remove_unfinished(folder)
        with ExitStack() as undo:
            undo.callback(_remove_unfinished, folder)
            undo.callback(made.unlocked.wipe)
            fresh = OpenVault(folder, made.unlocked, self._surroundings, UNFINISHED)
            undo.callback(fresh.lock)
            fresh.open_records(new=True)
            with fresh.records.unit() as unit:
                unit.offices.create_site(details, _case_prefix())
                unit.offices.add_staff(first)
                _make_own_keys(unit)
            fresh.records.lock()
            create_slots(folder, made.slots)
            undo.pop_all()
        _end_set_up(folder)
        vault = OpenVault(folder, made.unlocked, self._surroundings)
        vault.open_records()
        return Created(vault, made.recovery_code, made.device.sentence if made.device else "")

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> OpenVault:
        """Unlock a vault; after a first code `must_choose_passphrase` is true of its `unlocked`.

        Raises:
            WrongPassphrase, DeviceSecretMissing, KeyFile*: nothing is open then.
        """
        near = self._surroundings
        unlocked = unlock(folder, sign_in_name, passphrase, near.device_store)
        _end_set_up(folder)
        # What set-up measured on this vault's first computer goes on for every later passphrase.
        kdf = unlocked.opened.own.slot.kdf
        vault = OpenVault(folder, unlocked, replace(near, cost=PassphraseCost(kdf.m, kdf.t, kdf.p)))
        vault.open_records()
        vault.see_safety()
        return vault

    def choose_passphrase(self, vault: OpenVault, passphrase: str, tie_to_computer: bool = False) -> None:
        """End a first sign-in: the person's own passphrase, and keys nobody else has ever held."""
        before, near = vault.unlocked.slots, vault.surroundings
        store = near.device_store if tie_to_computer else None
        if store is not None:
            vault.key_store = store.create(before.vault).sentence
        vault.save(choose_passphrase(vault.unlocked, passphrase, near.cost, store), replacing=before)
        vault.see_safety()

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        """Give a forgotten passphrase a new first code by the recovery code of the records.

        It never gives the safety side back: that takes its own code, or another officer.

        Raises:
            CodeMistyped, CodeWrong, AccountUnknown, KeyFile*: nothing is changed then.
        """
        recovered = unlock_with_recovery_code(folder, code)
        try:
            return self._reset(folder, recovered, sign_in_name)
        finally:
            recovered.wipe()

    def _reset(self, folder: Path, recovered: Recovered, sign_in_name: str) -> str:
        near, slots = self._surroundings, recovered.slots
        account = account_of(slots, sign_in_name)
        if account is None:
            raise AccountUnknown
        actor = StaffId(UUID(str(account.id)))
        _end_set_up(folder)
        records = _records(folder / RECORDS_FILE, slots, recovered.records_key, actor, near)
        try:
            records.prepare()
            _compare_pins(records, slots)
            reserved = reset_account(slots, recovered.authority, account.id, near.cost)
            save_slots(folder, reserved.slots, replacing=slots)
            _compare_pins(records, reserved.slots)
        finally:
            records.lock()
        return reserved.first_code


def _actor(unlocked: Unlocked) -> StaffId:
    return StaffId(UUID(str(unlocked.account)))


def _org(slots: Slots) -> OrgId:
    return OrgId(UUID(str(slots.vault)))


def _anchor(slots: Slots, file: str, key: FileKey, near: Surroundings) -> FileAnchor:
    near.anchors.mkdir(parents=True, exist_ok=True)
    return FileAnchor(near.anchors / f"{_org(slots).hex}-{file}", Cover(key))


def _records(path: Path, slots: Slots, key: FileKey, actor: StaffId, near: Surroundings) -> RecordsFile:
    file = EncryptedFile(path, lambda: key.key)
    return RecordsFile(file, _org(slots), actor, near.clock, _anchor(slots, "records", key, near))


def _compare_pins(records: RecordsFile, slots: Slots) -> None:
    """Refuse a key file that does not follow from the one the records remember; remember this one."""
    with records.unit() as unit:
        kept = unit.offices.kept(PINS)
        pins = first_pins(slots) if kept is None else check_general(slots, Pins.from_json(kept.decode()))
        unit.offices.keep(PINS, pins.to_json().encode())


def _remove_unfinished(folder: Path) -> None:
    """Take away records that no key file has ever named: of a set-up that failed, or was broken off."""
    for path in folder.glob(f"{UNFINISHED}*"):
        path.unlink(missing_ok=True)


def _end_set_up(folder: Path) -> None:
    """Give the records of a new vault their name, also after a break between the key file and this."""
    if (folder / RECORDS_FILE).exists():
        return
    for end in ("-wal", ""):
        if (folder / f"{UNFINISHED}{end}").exists():
            (folder / f"{UNFINISHED}{end}").rename(folder / f"{RECORDS_FILE}{end}")


def _case_prefix() -> str:
    """Return this computer's own prefix of case numbers, so that two computers never give the same one."""
    return secrets.choice("ABCDEFGHJKLMNPRSTUVWXYZ") + secrets.choice(string.digits[1:])


def _make_own_keys(unit: Unit) -> None:
    seed, public = new_signing_key()
    unit.offices.keep(SIGNING_SEED, seed)
    unit.offices.keep(SIGNING_PUBLIC, public)
    unit.offices.keep(AGE_IDENTITY, age_identity()[0].encode())
