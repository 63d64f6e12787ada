"""What a coordinator does with accounts: add, reset, change roles. None of it reaches the safety key."""

import uuid
from collections.abc import Collection
from dataclasses import dataclass, field, replace

from bipdesk.domain.errors import NothingEntered, RowMissing
from bipdesk.domain.key_errors import LastAccount, SignInNameTaken
from bipdesk.keys.bundle import new_bundle, new_kdf
from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.messages import sign_in_tag
from bipdesk.keys.own_part import Factors, OpenedOwn, make_own, wrap_key
from bipdesk.keys.recovery_code import new_first_code, read_first_code
from bipdesk.keys.slots import Account, AccountId, General, Role, Slots
from bipdesk.keys.unlocked import Authority, signed_general, with_own, with_wraps, without_wraps
from bipdesk.keys.verification import check_roles, signing_role


@dataclass(frozen=True, slots=True)
class Reserved:
    """An account waiting for its owner's first sign-in: give her the code, once."""

    slots: Slots
    account: AccountId
    first_code: str = field(repr=False)


def account_of(slots: Slots, sign_in_name: str) -> Account | None:
    """Return the account with this sign-in name (for somebody who is already signed in), or None."""
    tag = sign_in_tag(slots.vault, sign_in_name)
    return next((known for known in slots.general.accounts if known.tag == tag), None)


def add_account(
    slots: Slots, authority: Authority, sign_in_name: str, roles: Collection[Role], cost: PassphraseCost
) -> Reserved:
    """Reserve an account; raise NothingEntered, SignInNameTaken or RolesExclude."""
    check_roles(slots.general.kind, roles)
    if not sign_in_name.strip():
        raise NothingEntered(field="The sign-in name")
    if account_of(slots, sign_in_name):
        raise SignInNameTaken
    tag = sign_in_tag(slots.vault, sign_in_name)
    account = Account(AccountId(uuid.uuid4()), tag, frozenset(roles), 1, bytes(32))
    return _reserve(slots, authority, account, cost)


def reset_account(slots: Slots, authority: Authority, account: AccountId, cost: PassphraseCost) -> Reserved:
    """Give a forgotten passphrase a new first code, in a new epoch with new keys.

    Safety access is lost by it and is given back by a holder or the sealed safety code alone. Raises
    RowMissing for an unknown account, LastAccount for the coordinator's own (it would leave no signer).
    """
    known = _known(slots, account)
    if authority.by == str(account):
        raise LastAccount(what="sign for the accounts; your own passphrase you change yourself")
    return _reserve(slots, authority, replace(known, epoch=known.epoch + 1), cost)


def set_roles(slots: Slots, authority: Authority, account: AccountId, roles: Collection[Role]) -> Slots:
    """Return slots with other roles for an account; raise RolesExclude, RowMissing or LastAccount.

    It neither gives nor takes the safety key: taking it is a holder's `rotate_safety_key`.
    """
    check_roles(slots.general.kind, roles)
    known = _known(slots, account)
    if authority.by == str(account) and signing_role(slots.general.kind) not in roles:
        raise LastAccount(what="sign for the accounts")
    return signed_general(slots, _with_account(slots, replace(known, roles=frozenset(roles))), authority)


def without_accounts(slots: Slots, authority: Authority, gone: Collection[AccountId]) -> Slots:
    """Return unsigned slots without these accounts; part of `rotate_records_key`, which signs them."""
    for account in gone:
        _known(slots, account)
        if authority.by == str(account):
            raise LastAccount(what="sign for the accounts")
    accounts = tuple(known for known in slots.general.accounts if known.id not in gone)
    own = tuple(known for known in slots.own if known.account not in gone)
    left = replace(slots, general=replace(slots.general, accounts=accounts), own=own)
    return without_wraps(left, "records", [str(account) for account in gone])


def _known(slots: Slots, account: AccountId) -> Account:
    known = slots.account(account)
    if known is None:
        raise RowMissing(what="This account")
    return known


def _reserve(slots: Slots, authority: Authority, account: Account, cost: PassphraseCost) -> Reserved:
    code = new_first_code()
    opened = _first_own(slots, account, code, cost)
    own = opened.own
    opened.key.wipe()
    opened.bundle.secret.wipe()
    general = _with_account(slots, replace(account, key=own.sign_public))
    generation = slots.general.records.generation
    wrap = wrap_key(
        slots.vault, "records", generation, str(account.id), own.kem_public, authority.records_key
    )
    changed = with_wraps(with_own(slots, own), [wrap])
    return Reserved(signed_general(changed, general, authority), account.id, code)


def _first_own(slots: Slots, account: Account, code: str, cost: PassphraseCost) -> OpenedOwn:
    factors = Factors("first-code", new_kdf(cost), read_first_code(code).encode())
    return make_own(slots.vault, account.id, account.epoch, 1, new_bundle(), factors)


def _with_account(slots: Slots, account: Account) -> General:
    others = [known for known in slots.general.accounts if known.id != account.id]
    accounts = tuple(sorted([*others, account], key=lambda known: known.id))
    return replace(slots.general, accounts=accounts)
