"""What a coordinator with the records key could write into the key file."""

from dataclasses import replace

from bipdesk.keys.creation import new_recovery
from bipdesk.keys.file_key import new_file_key
from bipdesk.keys.messages import commitment, safety_hash, safety_message
from bipdesk.keys.own_part import wrap_key
from bipdesk.keys.safety_chain import FIRST_PREVIOUS
from bipdesk.keys.sealing import new_hand_over_pair
from bipdesk.keys.signing import sign
from bipdesk.keys.slots import Holder, OwnPart, SafetyLink, SafetyPart, Signature, Slots
from bipdesk.keys.unlocked import Unlocked, with_wraps
from tests.keys.vaults import COST


def holder_of(own: OwnPart) -> Holder:
    """Return the entry of a person in the list of holders."""
    return Holder(own.account, own.kem_public, own.sign_public)


def forged_chain(slots: Slots, ruth: Unlocked) -> Slots:
    """Return slots with a safety part of the coordinator's making, in which the officer holds his key."""
    key, pair = new_file_key(), new_hand_over_pair()
    recovery = new_recovery(slots.vault, "safety", COST)[2]
    proof = commitment(slots.vault, "safety", 1, key)
    own = [part for part in slots.own if part.account != ruth.account]
    mine = holder_of(ruth.opened.own)
    first = SafetyPart(1, FIRST_PREVIOUS, 1, proof, pair.public, (mine,), recovery)
    everybody = tuple(sorted([mine, *map(holder_of, own)], key=lambda holder: holder.account))
    second = replace(first, generation=2, previous=safety_hash(slots.vault, first), holders=everybody)
    links = tuple(link_by(slots, part, ruth) for part in (first, second))
    wraps = [
        wrap_key(slots.vault, "safety", 1, str(holder.account), holder.kem_public, key)
        for holder in everybody
    ]
    return with_wraps(replace(slots, safety=links), wraps)


def link_by(slots: Slots, part: SafetyPart, by: Unlocked) -> SafetyLink:
    """Return the part signed by somebody, rightly or not."""
    signature = sign(by.opened.bundle.sign_seed, safety_message(slots.vault, part))
    return SafetyLink(part, Signature(str(by.account), signature))
