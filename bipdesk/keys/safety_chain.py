"""The safety part's history: each state signed by a holder of the state before it."""

from bipdesk.domain.key_errors import KeyFileTampered
from bipdesk.keys.messages import safety_hash, safety_message, seen_hash
from bipdesk.keys.signing import verify
from bipdesk.keys.slots import RECOVERY, SafetyLink, SafetyPart, Slots, VaultId

FIRST_PREVIOUS = bytes(32)


def verify_chain(vault: VaultId, links: tuple[SafetyLink, ...]) -> None:
    """Raise KeyFileTampered unless every state follows from the one before it."""
    before: SafetyPart | None = None
    for place, link in enumerate(links):
        part = link.part
        expected = safety_hash(vault, before) if before else FIRST_PREVIOUS
        if part.generation != place + 1 or part.previous != expected:
            raise KeyFileTampered(reason="the history of the safety part has a gap")
        accounts = [holder.account for holder in part.holders]
        if accounts != sorted(set(accounts)) or (before is None and len(accounts) != 1):
            raise KeyFileTampered(reason="the list of safety officers is not in order")
        signer = _signer(before or part, link.signature.by, first=before is None)
        if signer is None or not verify(signer, safety_message(vault, part), link.signature.sig):
            raise KeyFileTampered(reason="the safety part is not signed by a safety officer")
        before = part


def _signer(part: SafetyPart, by: str, *, first: bool) -> bytes | None:
    if by == RECOVERY:
        return None if first else part.recovery.sign_public
    return next((holder.sign_public for holder in part.holders if str(holder.account) == by), None)


def place_in_chain(slots: Slots, pin: bytes) -> int | None:
    """Return where in the history the state with this hash stands (0 is the first), or None."""
    hashes = [safety_hash(slots.vault, link.part) for link in slots.safety]
    return hashes.index(pin) if pin in hashes else None


def was_seen(slots: Slots, pin: bytes) -> bool:
    """Say whether `pin` is what somebody without the safety key keeps of a state in the history."""
    return any(seen_hash(safety_hash(slots.vault, link.part)) == pin for link in slots.safety)


def head_hash(slots: Slots) -> bytes | None:
    """Return the hash of the safety part in force, or None until an officer made it."""
    head = slots.safety_head
    return safety_hash(slots.vault, head) if head else None
