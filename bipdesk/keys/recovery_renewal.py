"""A new recovery code of the records in place of one that was lost, or that nobody ever wrote down."""

from dataclasses import dataclass, field, replace

from bipdesk.keys.cost import PassphraseCost
from bipdesk.keys.creation import new_recovery
from bipdesk.keys.own_part import wrap_key
from bipdesk.keys.slots import RECOVERY, Slots
from bipdesk.keys.unlocked import Authority, signed_general, with_wraps


@dataclass(frozen=True, slots=True)
class RenewedCode:
    """The slots under a new recovery code: save them, and show the code once."""

    slots: Slots
    recovery_code: str = field(repr=False)


def renew_recovery_code(slots: Slots, authority: Authority, cost: PassphraseCost) -> RenewedCode:
    """Exchange the recovery code of the records; from then on the old one opens this key file no more.

    The records key stays, so the old code still opens old copies of the folder: who fears that somebody has
    both rotates the key (`rotate_records_key`).
    """
    code, bundle, recovery = new_recovery(slots.vault, "records", cost)
    bundle.secret.wipe()
    generation, key = slots.general.records.generation, authority.records_key
    wrap = wrap_key(slots.vault, "records", generation, RECOVERY, recovery.kem_public, key)
    general = replace(slots.general, recovery=recovery)
    return RenewedCode(signed_general(with_wraps(slots, [wrap]), general, authority), code)
