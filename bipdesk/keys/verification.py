"""Whether a slots file agrees with itself: every signature, every endorsement, the rules for roles."""

from collections.abc import Collection
from itertools import pairwise

from bipdesk.domain.key_errors import KeyFileTampered, RolesExclude
from bipdesk.keys.messages import endorsement_message, general_message, own_message
from bipdesk.keys.safety_chain import verify_chain
from bipdesk.keys.signing import verify
from bipdesk.keys.slots import (
    RECOVERY,
    Account,
    AccountId,
    FileName,
    OwnPart,
    Role,
    Slots,
    VaultId,
    VaultKind,
)

FIRST_OWN_SERIAL = 1
"""The own part a coordinator made with a first code; from 2 on it is the person's own and its keys stay."""


def signing_role(kind: VaultKind) -> Role:
    """Return the role whose holders sign the general part."""
    return "county" if kind == "county" else "coordinator"


def check_roles(kind: VaultKind, roles: Collection[Role]) -> None:
    """Raise RolesExclude unless one person may hold these roles together (safety-wall.md: roles exclude)."""
    held = set(roles)
    allowed: set[Role] = {"county"} if kind == "county" else {"facilitator", "safety-officer", "coordinator"}
    if not held or not held <= allowed or ("safety-officer" in held and len(held) > 1):
        raise RolesExclude


def general_signer(slots: Slots) -> bytes | None:
    """Return the public key the general signature must verify under, or None when nobody fitting is named."""
    by = slots.general_signature.by
    if by == RECOVERY:
        return slots.general.recovery.sign_public
    account = next((known for known in slots.general.accounts if str(known.id) == by), None)
    if account is None or signing_role(slots.general.kind) not in account.roles:
        return None
    own = slots.own_part(account.id)
    return own.sign_public if own and own.serial > FIRST_OWN_SERIAL else None


def verify_slots(slots: Slots) -> None:
    """Raise KeyFileTampered unless the file agrees with itself (pins say whether it is the right one)."""
    _verify_order(slots)
    for account in slots.general.accounts:
        try:
            check_roles(slots.general.kind, account.roles)
        except RolesExclude as error:
            raise KeyFileTampered(reason="somebody holds roles that exclude each other") from error
        own = slots.own_part(account.id)
        if own is None or not _own_is_sound(slots.vault, account, own):
            raise KeyFileTampered(reason="the part of one account is not signed by its owner")
    signer = general_signer(slots)
    if signer is None or not verify(signer, general_message(slots.general), slots.general_signature.sig):
        raise KeyFileTampered(reason="the general part is not signed by a coordinator")
    verify_chain(slots.vault, slots.safety)


def _verify_order(slots: Slots) -> None:
    accounts = [account.id for account in slots.general.accounts]
    tags = {account.tag for account in slots.general.accounts}
    wraps = [(wrap.file, wrap.account) for wrap in slots.wraps]
    in_order = (
        _sorted_once(accounts)
        and len(tags) == len(accounts)
        and [own.account for own in slots.own] == accounts
        and _sorted_once(wraps)
        and {wrap.account for wrap in slots.wraps} <= _readers(slots)
        and not (slots.general.kind == "county" and slots.safety)
    )
    if not in_order:
        raise KeyFileTampered(reason="its lists are not in order")


def _readers(slots: Slots) -> set[str]:
    """Return whom a wrap may be for: accounts, the recovery codes, and holders whose account was removed."""
    holders = slots.safety_head.holders if slots.safety_head else ()
    named = [account.id for account in slots.general.accounts] + [holder.account for holder in holders]
    return {RECOVERY, *map(str, named)}


def _sorted_once(listed: "list[AccountId] | list[tuple[FileName, str]]") -> bool:
    return all(one < other for one, other in pairwise(listed))  # type: ignore[operator]


def _own_is_sound(vault: VaultId, account: Account, own: OwnPart) -> bool:
    reserved = own.slot.type == "first-code"
    return (
        own.epoch == account.epoch
        and own.slot.type != "recovery-code"
        and reserved == (own.serial == FIRST_OWN_SERIAL)
        and (not reserved or own.sign_public == account.key)
        and verify(account.key, endorsement_message(vault, own), own.endorsement)
        and verify(own.sign_public, own_message(vault, own), own.signature)
    )
