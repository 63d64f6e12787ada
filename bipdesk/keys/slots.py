"""What slots.json holds, as frozen values; FORMAT.md says what each field is for."""

from dataclasses import dataclass
from typing import Annotated, Literal, NewType
from uuid import UUID

from bipdesk.keys.canonical import Span

AccountId = NewType("AccountId", UUID)
VaultId = NewType("VaultId", UUID)

FORMAT: Literal["bipdesk-slots/1"] = "bipdesk-slots/1"
RECOVERY = "recovery"
"""Stands where an account's id would, for the keys behind a recovery code."""

Role = Literal["facilitator", "safety-officer", "coordinator", "county"]
VaultKind = Literal["site", "county"]
SlotKind = Literal["passphrase", "first-code", "recovery-code"]
FileName = Literal["records", "safety"]

Bytes16 = Annotated[bytes, Span(16, 16)]
Bytes32 = Annotated[bytes, Span(32, 32)]
Bytes64 = Annotated[bytes, Span(64, 64)]
Number = Annotated[int, Span(1, 2**40)]
By = Annotated[str, Span(1, 36)]


@dataclass(frozen=True, slots=True)
class Kdf:
    """Argon2id parameters of one slot: KiB of memory, passes, lanes, salt."""

    m: Number
    t: Number
    p: Number
    salt: Bytes16


@dataclass(frozen=True, slots=True)
class Slot:
    """A private bundle sealed under a passphrase or a code."""

    type: SlotKind
    kdf: Kdf
    device: bool
    nonce: Annotated[bytes, Span(12, 12)]
    ct: Annotated[bytes, Span(113, 113)]


@dataclass(frozen=True, slots=True)
class Account:
    """One account as the coordinator signed it: no name, only its tag."""

    id: AccountId
    tag: Bytes16
    roles: frozenset[Role]
    epoch: Number
    key: Bytes32


@dataclass(frozen=True, slots=True)
class RecordsKey:
    """Which records key is in force, without telling it."""

    generation: Number
    commitment: Bytes16


@dataclass(frozen=True, slots=True)
class RecoveryPart:
    """The keys behind a recovery code and their slot."""

    kem_public: Bytes32
    sign_public: Bytes32
    slot: Slot


@dataclass(frozen=True, slots=True)
class General:
    """The part a coordinator (in a county office: any account) signs."""

    vault: VaultId
    kind: VaultKind
    generation: Number
    accounts: Annotated[tuple[Account, ...], Span(1, 500)]
    records: RecordsKey
    recovery: RecoveryPart


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed (an account's id, or "recovery") and the signature."""

    by: By
    sig: Bytes64


@dataclass(frozen=True, slots=True)
class OwnPart:
    """The part a person signs herself, so that her passphrase is her own affair."""

    account: AccountId
    epoch: Number
    serial: Number
    kem_public: Bytes32
    sign_public: Bytes32
    endorsement: Bytes64
    slot: Slot
    signature: Bytes64


@dataclass(frozen=True, slots=True)
class Wrap:
    """One file key sealed to one account's public key."""

    file: FileName
    account: By
    sealed: Annotated[bytes, Span(81, 81)]


@dataclass(frozen=True, slots=True)
class Holder:
    """One holder of the safety key, with her keys as they were compared in person."""

    account: AccountId
    kem_public: Bytes32
    sign_public: Bytes32


@dataclass(frozen=True, slots=True)
class SafetyPart:
    """One state of the safety part; only a holder named in the state before may sign it."""

    generation: Number
    previous: Bytes32
    key_generation: Number
    commitment: Bytes16
    hand_over_public: Bytes32
    holders: Annotated[tuple[Holder, ...], Span(1, 100)]
    recovery: RecoveryPart


@dataclass(frozen=True, slots=True)
class SafetyLink:
    """One signed state of the safety part."""

    part: SafetyPart
    signature: Signature


@dataclass(frozen=True, slots=True)
class Slots:
    """The whole file."""

    format: Literal["bipdesk-slots/1"]
    general: General
    general_signature: Signature
    own: Annotated[tuple[OwnPart, ...], Span(1, 500)]
    wraps: Annotated[tuple[Wrap, ...], Span(1, 2000)]
    safety: Annotated[tuple[SafetyLink, ...], Span(0, 2000)]

    @property
    def vault(self) -> VaultId:
        """Return the vault's id."""
        return self.general.vault

    def account(self, account: AccountId) -> Account | None:
        """Return the account with this id, or None."""
        return next((known for known in self.general.accounts if known.id == account), None)

    def own_part(self, account: AccountId) -> OwnPart | None:
        """Return the own part of this account, or None."""
        return next((own for own in self.own if own.account == account), None)

    def wrap(self, file: FileName, account: str) -> Wrap | None:
        """Return the wrap of a file's key for this account (or "recovery"), or None."""
        return next((wrap for wrap in self.wraps if wrap.file == file and wrap.account == account), None)

    @property
    def safety_head(self) -> SafetyPart | None:
        """Return the safety part in force, or None until an officer made it."""
        return self.safety[-1].part if self.safety else None
