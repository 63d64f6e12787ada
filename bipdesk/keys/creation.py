"""A new vault: the site's or the county office's, with its first account and recovery code."""

import uuid
from dataclasses import dataclass, field
from pathlib import Path

from bipdesk.keys.bundle import PrivateBundle, new_bundle, new_kdf
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.device_secret import DeviceResult, DeviceStore
from bipdesk.keys.file_key import new_file_key
from bipdesk.keys.folder import create_slots
from bipdesk.keys.messages import commitment, general_message, sign_in_tag
from bipdesk.keys.own_part import Factors, OpenedOwn, make_own, make_recovery, wrap_key
from bipdesk.keys.recovery_code import new_recovery_code, read_recovery_code
from bipdesk.keys.signing import sign
from bipdesk.keys.slots import (
    FORMAT,
    RECOVERY,
    Account,
    AccountId,
    FileName,
    General,
    RecordsKey,
    RecoveryPart,
    Role,
    Signature,
    Slots,
    VaultId,
    VaultKind,
)
from bipdesk.keys.strength import normal_form, require_strength
from bipdesk.keys.unlocked import Unlocked, session

_FIRST_ROLES: dict[VaultKind, frozenset[Role]] = {
    "site": frozenset({"coordinator"}),
    "county": frozenset({"county"}),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Who makes the vault: sign-in name and passphrase as typed."""

    sign_in_name: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NewVault:
    """A vault just made: show the recovery code once, to print."""

    slots: Slots
    unlocked: Unlocked
    recovery_code: str = field(repr=False)
    device: DeviceResult | None
    """What the key store said when a second factor was asked for."""


def create_site(
    folder: Path,
    sign_in_name: str,
    passphrase: str,
    cost: PassphraseCost,
    device_store: DeviceStore | None = None,
) -> NewVault:
    """Make a programme's vault with its coordinator; write slots.json.

    Raises KeyFileExists, PassphraseTooWeak, NotEnoughMemory.
    """
    made = make_vault("site", Person(sign_in_name, passphrase), cost, device_store)
    create_slots(folder, made.slots)
    return made


def create_county(
    folder: Path,
    sign_in_name: str,
    passphrase: str,
    cost: PassphraseCost,
    device_store: DeviceStore | None = None,
) -> NewVault:
    """Make a county office's vault (no safety file, one role) with its first account; write slots.json."""
    made = make_vault("county", Person(sign_in_name, passphrase), cost, device_store)
    create_slots(folder, made.slots)
    return made


def make_vault(
    kind: VaultKind, person: Person, cost: PassphraseCost, device_store: DeviceStore | None = None
) -> NewVault:
    """Return the keys of a new vault; nothing is written: the caller does `create_slots` last of all.

    Raises PassphraseTooWeak, NotEnoughMemory.
    """
    require_strength(person.passphrase, [person.sign_in_name])
    vault = VaultId(uuid.uuid4())
    device = device_store.create(vault) if device_store else None
    opened = _first_own(vault, person.passphrase, cost, device)
    code, _bundle, recovery = new_recovery(vault, "records", cost)
    slots = _first_slots(vault, kind, person.sign_in_name, opened, recovery)
    return NewVault(slots, session(slots, opened), code, device)


def _first_own(
    vault: VaultId, passphrase: str, cost: PassphraseCost, device: DeviceResult | None
) -> OpenedOwn:
    secret = device.secret if device else None
    factors = Factors("passphrase", new_kdf(cost), normal_form(passphrase), secret)
    return make_own(vault, AccountId(uuid.uuid4()), 1, 2, new_bundle(), factors)


def new_recovery(
    vault: VaultId, file: FileName, cost: PassphraseCost
) -> tuple[str, PrivateBundle, RecoveryPart]:
    """Return a new recovery code in groups, the keys behind it and their part of the file."""
    code = new_recovery_code()
    bundle = new_bundle()
    factors = Factors("recovery-code", new_kdf(cost), read_recovery_code(code).encode())
    return code, bundle, make_recovery(vault, file, bundle, factors)


def _first_slots(
    vault: VaultId, kind: VaultKind, sign_in_name: str, opened: OpenedOwn, recovery: RecoveryPart
) -> Slots:
    own = opened.own
    account = Account(own.account, sign_in_tag(vault, sign_in_name), _FIRST_ROLES[kind], 1, own.sign_public)
    file_key = new_file_key()
    records = RecordsKey(1, commitment(vault, "records", 1, file_key))
    general = General(vault, kind, 1, (account,), records, recovery)
    signature = Signature(str(own.account), sign(opened.bundle.sign_seed, general_message(general)))
    wraps = (
        wrap_key(vault, "records", 1, str(own.account), own.kem_public, file_key),
        wrap_key(vault, "records", 1, RECOVERY, recovery.kem_public, file_key),
    )
    file_key.wipe()
    ordered = tuple(sorted(wraps, key=lambda wrap: wrap.account))
    return Slots(FORMAT, general, signature, (own,), ordered, ())
