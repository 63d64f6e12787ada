"""What an unlocked session holds, and the authority it gives."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from bipdesk.domain.errors import NotAllowed
from bipdesk.domain.key_errors import SafetyKeyReplaced
from bipdesk.keys.bundle import NO_PIN, PrivateBundle
from bipdesk.keys.file_key import FileKey
from bipdesk.keys.messages import general_message, seen_hash
from bipdesk.keys.own_part import OpenedOwn, open_wrap
from bipdesk.keys.safety_chain import head_hash, place_in_chain, was_seen
from bipdesk.keys.signing import sign
from bipdesk.keys.slots import RECOVERY, AccountId, General, OwnPart, Role, Signature, Slots, Wrap
from bipdesk.keys.verification import FIRST_OWN_SERIAL, signing_role

SafetyState = Literal["closed", "to-make", "offered", "open"]


@dataclass(frozen=True, slots=True)
class Authority:
    """Who may sign the general part: a coordinator (county office: any account) or the recovery code."""

    by: str
    bundle: PrivateBundle
    records_key: FileKey


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Unlocked:
    """One person's session: the keys she may use, until `wipe`."""

    slots: Slots
    opened: OpenedOwn
    records_key: FileKey
    safety_state: SafetyState = "closed"
    safety_key: FileKey | None = None

    @property
    def account(self) -> AccountId:
        """Return her account's id."""
        return self.opened.own.account

    @property
    def roles(self) -> frozenset[Role]:
        """Return her roles as a coordinator signed them."""
        account = self.slots.account(self.account)
        return account.roles if account else frozenset()

    @property
    def must_choose_passphrase(self) -> bool:
        """Say whether she came in by a first code: nothing but `choose_passphrase` is allowed then."""
        return self.opened.own.serial == FIRST_OWN_SERIAL

    @property
    def uses_device(self) -> bool:
        """Say whether her passphrase works only with this computer's key store."""
        return self.opened.own.slot.device

    @property
    def signing_seed(self) -> bytes:
        """Return her Ed25519 seed (32 bytes), to sign bundles and receipts; do not keep it."""
        return bytes(self.opened.bundle.sign_seed)

    @property
    def authority(self) -> Authority:
        """Return the right to change accounts; raise NotAllowed for everybody else."""
        role = signing_role(self.slots.general.kind)
        if role not in self.roles or self.must_choose_passphrase:
            raise NotAllowed(role=role)
        return Authority(str(self.account), self.opened.bundle, self.records_key)

    @property
    def safety_pin_behind(self) -> bool:
        """Say whether another holder changed the safety part since her pin (call follow_safety)."""
        return self.safety_state == "open" and self.opened.bundle.pin != head_hash(self.slots)

    @property
    def safety_unseen(self) -> bool:
        """Say whether the safety part in force is not the one she, who holds no safety key, saw last.

        Call see_safety then: hand-overs are sealed by everybody, and a key put in later must be noticed.
        """
        head = head_hash(self.slots)
        waits = head is None or self.safety_state == "open" or self.must_choose_passphrase
        return not waits and head is not None and self.opened.bundle.pin != seen_hash(head)

    def with_slots(self, slots: Slots) -> "Unlocked":
        """Return the session going on with changed slots."""
        return replace(self, slots=slots)

    def wipe(self) -> None:
        """Overwrite every key of the session."""
        for secret in (self.records_key, self.safety_key, self.opened.key, self.opened.bundle.secret):
            if secret is not None:
                secret.wipe()


class KeyKeeper(Protocol):
    """What changes the key file: the open vault."""

    unlocked: Unlocked

    def save(self, unlocked: Unlocked) -> None:
        """Write a changed key file."""
        ...


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Recovered:
    """What the recovery code of the records opens: the records, and the right to reset accounts."""

    slots: Slots
    bundle: PrivateBundle
    records_key: FileKey

    @property
    def authority(self) -> Authority:
        """Return the right to change accounts."""
        return Authority(RECOVERY, self.bundle, self.records_key)

    def wipe(self) -> None:
        """Overwrite both keys."""
        self.records_key.wipe()
        self.bundle.secret.wipe()


def session(slots: Slots, opened: OpenedOwn) -> Unlocked:
    """Return the session of an opened own part; raise KeysWrong or SafetyKeyReplaced."""
    records_key = open_wrap(slots, "records", str(opened.own.account), opened.bundle)
    return with_safety(Unlocked(slots, opened, records_key))


def with_safety(unlocked: Unlocked) -> Unlocked:
    """Return the session with its safety state told and, when it is hers, the safety key.

    The key is handed out only when the safety part follows from the one pinned inside her private bundle,
    which nobody can write without her passphrase (safety-wall.md).
    """
    pin = unlocked.opened.bundle.pin
    accepted = place_in_chain(unlocked.slots, pin) is not None
    if pin != NO_PIN and not accepted and not was_seen(unlocked.slots, pin):
        raise SafetyKeyReplaced
    if "safety-officer" not in unlocked.roles or unlocked.must_choose_passphrase:
        return unlocked
    head = unlocked.slots.safety_head
    if head is None:
        return replace(unlocked, safety_state="to-make")
    own = unlocked.opened.own
    holds = (own.account, own.kem_public, own.sign_public)
    if holds not in [(known.account, known.kem_public, known.sign_public) for known in head.holders]:
        return unlocked
    if not accepted:
        return replace(unlocked, safety_state="offered")
    key = open_wrap(unlocked.slots, "safety", str(own.account), unlocked.opened.bundle)
    if unlocked.safety_key is not None and unlocked.safety_key.key == key.key:
        key = unlocked.safety_key  # the open file holds this one; wiping it must go on closing that file
    return replace(unlocked, safety_state="open", safety_key=key)


def signed_general(slots: Slots, general: General, authority: Authority) -> Slots:
    """Return `slots` with `general` one generation on, signed."""
    later = replace(general, generation=slots.general.generation + 1)
    signature = Signature(authority.by, sign(authority.bundle.sign_seed, general_message(later)))
    return replace(slots, general=later, general_signature=signature)


def with_own(slots: Slots, own: OwnPart) -> Slots:
    """Return `slots` with one own part put in or exchanged."""
    others = [known for known in slots.own if known.account != own.account]
    return replace(slots, own=tuple(sorted([*others, own], key=lambda part: part.account)))


def with_wraps(slots: Slots, wraps: Iterable[Wrap]) -> Slots:
    """Return `slots` with wraps put in or exchanged."""
    known = {(wrap.file, wrap.account): wrap for wrap in (*slots.wraps, *wraps)}
    return replace(slots, wraps=tuple(known[place] for place in sorted(known)))


def without_wraps(slots: Slots, file: str, accounts: Iterable[str]) -> Slots:
    """Return `slots` without the wraps of one file for these accounts."""
    gone = set(accounts)
    kept = tuple(wrap for wrap in slots.wraps if wrap.file != file or wrap.account not in gone)
    return replace(slots, wraps=kept)
