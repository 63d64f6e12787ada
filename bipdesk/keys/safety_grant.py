"""The safety key: made by the first officer, granted by holders, accepted in person."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from bipdesk.domain.errors import NotAllowed, RowMissing
from bipdesk.domain.key_errors import (
    CodeWrong,
    FingerprintDiffers,
    FirstSignInPending,
    LastAccount,
    SafetyNotOpen,
)
from bipdesk.keys.bundle import PrivateBundle, SlotRefused
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.creation import new_recovery
from bipdesk.keys.file_key import FileKey, new_file_key
from bipdesk.keys.messages import commitment, keys_digest, safety_hash, safety_message, seen_hash
from bipdesk.keys.own_part import open_recovery, open_wrap, repinned, wrap_key
from bipdesk.keys.recovery_code import fingerprint, read_fingerprint, read_recovery_code
from bipdesk.keys.safety_chain import FIRST_PREVIOUS, head_hash
from bipdesk.keys.sealing import HandOverPair, new_hand_over_pair
from bipdesk.keys.signing import sign
from bipdesk.keys.slots import (
    RECOVERY,
    AccountId,
    Holder,
    OwnPart,
    SafetyLink,
    SafetyPart,
    Signature,
    Slots,
    Wrap,
)
from bipdesk.keys.unlocked import Unlocked, with_own, with_safety, with_wraps
from bipdesk.keys.verification import FIRST_OWN_SERIAL


@dataclass(frozen=True, slots=True)
class SafetyMade:
    """A safety key just made or changed: print the code, keep the hand-over key in the safety file."""

    unlocked: Unlocked
    hand_over: HandOverPair
    recovery_code: str | None = field(repr=False)
    """None when the key was only changed: the printed code stays good."""

    @property
    def slots(self) -> Slots:
        """Return the slots to save."""
        return self.unlocked.slots

    @property
    def key(self) -> FileKey:
        """Return the safety key in force: the very one the session holds and wipes."""
        key = self.unlocked.safety_key
        if key is None:
            raise RuntimeError("the session lost its safety key")
        return key


def hand_over_public(slots: Slots) -> bytes | None:
    """Return the public key hand-over forms are sealed to, or None until an officer made the safety file."""
    head = slots.safety_head
    return head.hand_over_public if head else None


def create_safety(unlocked: Unlocked, cost: PassphraseCost) -> SafetyMade:
    """Make the safety key at the first officer's first unlock; raise SafetyNotOpen in any other state."""
    if unlocked.safety_state != "to-make":
        raise SafetyNotOpen(reason="it has been made already, or you are not a safety officer")
    slots, own = unlocked.slots, unlocked.opened.own
    key, pair = new_file_key(), new_hand_over_pair()
    code, bundle, recovery = new_recovery(slots.vault, "safety", cost)
    bundle.secret.wipe()
    holder = Holder(own.account, own.kem_public, own.sign_public)
    proof = commitment(slots.vault, "safety", 1, key)
    part = SafetyPart(1, FIRST_PREVIOUS, 1, proof, pair.public, (holder,), recovery)
    changed = _linked(slots, part, str(own.account), unlocked.opened.bundle)
    wrapped = with_wraps(changed, _wraps(changed, part, key))
    key.wipe()
    return SafetyMade(_pinned(unlocked.with_slots(wrapped)), pair, code)


def holder_fingerprint(slots: Slots, account: AccountId) -> str:
    """Return the code of a person's keys that she reads aloud to the holder who grants."""
    own = _own_ready(slots, account)
    return fingerprint(keys_digest(slots.vault, account, own.kem_public, own.sign_public))


def safety_fingerprint(slots: Slots) -> str:
    """Return the code of the safety part in force that the granting holder reads aloud to the new one."""
    head = head_hash(slots)
    if head is None:
        raise SafetyNotOpen(reason="no safety officer has made it yet")
    return fingerprint(head)


def grant_safety(unlocked: Unlocked, account: AccountId, fingerprint_typed: str) -> Unlocked:
    """Make a safety officer a holder; the new one must still `accept_safety`.

    `fingerprint_typed` is what she read aloud. Raises SafetyNotOpen, RowMissing, NotAllowed (her role),
    FirstSignInPending, CodeMistyped, FingerprintDiffers.
    """
    slots = unlocked.slots
    head, key = _open_safety(unlocked)
    own = _own_ready(slots, account)
    known = slots.account(account)
    if known is None or "safety-officer" not in known.roles:
        raise NotAllowed(role="safety-officer")
    _compare(fingerprint_typed, holder_fingerprint(slots, account))
    part = _next(slots, head, holders=_holders_with(head, own))
    changed = _linked(slots, part, str(unlocked.account), unlocked.opened.bundle)
    wrap = wrap_key(slots.vault, "safety", part.key_generation, str(account), own.kem_public, key)
    return _pinned(unlocked.with_slots(with_wraps(changed, [wrap])))


def accept_safety(unlocked: Unlocked, fingerprint_typed: str) -> Unlocked:
    """Take up a granted safety key: the new holder compares in her turn, and pins what she was given.

    Without this a coordinator could "grant" her a safety file of his own making.
    """
    if unlocked.safety_state != "offered":
        raise SafetyNotOpen(reason="nobody has granted it to you")
    _compare(fingerprint_typed, safety_fingerprint(unlocked.slots))
    return _pinned(unlocked)


def follow_safety(unlocked: Unlocked) -> Unlocked:
    """Move the pin in her private bundle to the safety part in force, which followed from the pinned one."""
    _open_safety(unlocked)
    return _pinned(unlocked)


def see_safety(unlocked: Unlocked) -> Unlocked:
    """Keep in her private bundle which safety part she, who holds no safety key, has seen.

    It opens nothing and accepts nothing. But from now on a key file with another history is refused to her
    too, so that she seals no hand-over to a key that somebody put in between two unlocks of the officer.
    """
    head = head_hash(unlocked.slots)
    if head is None:
        raise SafetyNotOpen(reason="no safety officer has made it yet")
    opened = repinned(unlocked.slots.vault, unlocked.opened, seen_hash(head))
    slots = with_own(unlocked.slots, opened.own)
    return with_safety(replace(unlocked, slots=slots, opened=opened))


def restore_safety(unlocked: Unlocked, code: str) -> Unlocked:
    """Make an officer a holder by the sealed safety code.

    Raises CodeMistyped, CodeWrong, NotAllowed (her role), SafetyNotOpen.
    """
    if "safety-officer" not in unlocked.roles or unlocked.must_choose_passphrase:
        raise NotAllowed(role="safety-officer")
    slots, head = unlocked.slots, unlocked.slots.safety_head
    if head is None:
        raise SafetyNotOpen(reason="no safety officer has made it yet")
    typed = read_recovery_code(code).encode()
    try:
        recovery = open_recovery(slots.vault, "safety", head.recovery, typed)
    except SlotRefused:
        raise CodeWrong from None
    own = unlocked.opened.own
    key = open_wrap(slots, "safety", RECOVERY, recovery)
    part = _next(slots, head, holders=_holders_with(head, own))
    with recovery.secret, key:
        changed = _linked(slots, part, RECOVERY, recovery)
        wrap = wrap_key(slots.vault, "safety", part.key_generation, str(own.account), own.kem_public, key)
    return _pinned(unlocked.with_slots(with_wraps(changed, [wrap])))


def rotate_safety_key(unlocked: Unlocked, removing: Collection[AccountId] = ()) -> SafetyMade:
    """Change the safety key and the hand-over key, for the holders that stay (the file is re-keyed by `db`).

    Raises SafetyNotOpen, RowMissing for somebody who holds no key, LastAccount for oneself.
    """
    head, _old = _open_safety(unlocked)
    slots = unlocked.slots
    if unlocked.account in removing:
        raise LastAccount(what="sign for the safety file; another safety officer removes you")
    if not set(removing) <= {holder.account for holder in head.holders}:
        raise RowMissing(what="This safety officer")
    key, pair, generation = new_file_key(), new_hand_over_pair(), head.key_generation + 1
    part = replace(
        _next(slots, head, tuple(holder for holder in head.holders if holder.account not in removing)),
        key_generation=generation,
        commitment=commitment(slots.vault, "safety", generation, key),
        hand_over_public=pair.public,
    )
    linked = _linked(slots, part, str(unlocked.account), unlocked.opened.bundle)
    kept = replace(linked, wraps=tuple(wrap for wrap in linked.wraps if wrap.file != "safety"))
    wrapped = with_wraps(kept, _wraps(slots, part, key))
    key.wipe()
    return SafetyMade(_pinned(unlocked.with_slots(wrapped)), pair, None)


def _open_safety(unlocked: Unlocked) -> tuple[SafetyPart, FileKey]:
    head = unlocked.slots.safety_head
    if unlocked.safety_state != "open" or unlocked.safety_key is None or head is None:
        raise SafetyNotOpen(reason="only somebody who holds its key can do this")
    return head, unlocked.safety_key


def _own_ready(slots: Slots, account: AccountId) -> OwnPart:
    own = slots.own_part(account)
    if own is None:
        raise RowMissing(what="This account")
    if own.serial == FIRST_OWN_SERIAL:
        raise FirstSignInPending  # a coordinator knows the first code, and so these keys
    return own


def _compare(typed: str, shown: str) -> None:
    if read_fingerprint(typed) != read_fingerprint(shown):
        raise FingerprintDiffers


def _holders_with(head: SafetyPart, own: OwnPart) -> tuple[Holder, ...]:
    others = [holder for holder in head.holders if holder.account != own.account]
    new = Holder(own.account, own.kem_public, own.sign_public)
    return tuple(sorted([*others, new], key=lambda holder: holder.account))


def _next(slots: Slots, head: SafetyPart, holders: tuple[Holder, ...]) -> SafetyPart:
    previous = safety_hash(slots.vault, head)
    return replace(head, generation=head.generation + 1, previous=previous, holders=holders)


def _linked(slots: Slots, part: SafetyPart, by: str, bundle: PrivateBundle) -> Slots:
    signature = Signature(by, sign(bundle.sign_seed, safety_message(slots.vault, part)))
    return replace(slots, safety=(*slots.safety, SafetyLink(part, signature)))


def _wraps(slots: Slots, part: SafetyPart, key: FileKey) -> list[Wrap]:
    readers = {str(holder.account): holder.kem_public for holder in part.holders}
    readers[RECOVERY] = part.recovery.kem_public
    generation = part.key_generation
    return [wrap_key(slots.vault, "safety", generation, who, public, key) for who, public in readers.items()]


def _pinned(unlocked: Unlocked) -> Unlocked:
    """Return the session with its pin moved to the head and its safety key open."""
    head = head_hash(unlocked.slots)
    assert head is not None
    opened = repinned(unlocked.slots.vault, unlocked.opened, head)
    slots = with_own(unlocked.slots, opened.own)
    return with_safety(replace(unlocked, slots=slots, opened=opened))
