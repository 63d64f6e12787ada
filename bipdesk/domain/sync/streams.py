"""The rules of a stream: positions and chain, what a receiver concludes, what a receipt tells the sender."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import blake2b
from uuid import UUID

from bipdesk.domain.sync.bundle import Item, Receipt

CHAIN_START = "0" * 32
Chains = Callable[[int], str]


def next_chain(chain: str, op_id: str) -> str:
    """Return the chain value after one more position."""
    return blake2b(b"bipdesk/chain/1" + bytes.fromhex(chain + op_id), digest_size=16).hexdigest()


def run_chain(chain: str, items: Sequence[Item]) -> str:
    """Return the chain value after `items`."""
    for item in items:
        chain = next_chain(chain, item.op_id)
    return chain


@dataclass(frozen=True, slots=True)
class Position:
    """Where a database stands: its epoch and the number of the last change written in it."""

    epoch: UUID
    lsn: int


def is_rolled_back(database: Position, anchor: Position | None) -> bool:
    """Tell whether a database is older than the mark kept outside it, or that mark is gone.

    A database ahead of its mark is the normal trace of a crash between commit and mark.
    """
    return anchor is None or anchor.epoch != database.epoch or anchor.lsn > database.lsn


class Verdict(Enum):
    """What a receipt means for the sender."""

    IGNORE = "ignore"
    ROLLED_BACK = "rolled back"
    CONFIRM = "confirm"


def judge(receipt: Receipt, top: int | None, chain_at: Chains, epoch: UUID) -> Verdict:
    """Return what `receipt` means to a sender whose stream reaches `top` (None: it has no such stream).

    The other side knowing a history of this stream that is not ours means that we were rolled back; so does
    a stream of our present epoch that we never opened (sync.md section 6.4).
    """
    if top is None:
        return Verdict.ROLLED_BACK if receipt.sender_epoch == epoch else Verdict.IGNORE
    if receipt.forked_at is not None or receipt.have > top or chain_at(receipt.have) != receipt.chain:
        return Verdict.ROLLED_BACK
    return Verdict.CONFIRM


def confirmed(acked: int, receipt: Receipt) -> int:
    """Return the last confirmed position after `receipt`; lowering it costs size only."""
    return min(acked, receipt.have) if receipt.regress else max(acked, receipt.have)


@dataclass(frozen=True, slots=True)
class InState:
    """What a receiver knows of a stream: its unbroken run, and the highest base a bundle counted on."""

    have: int = 0
    chain: str = CHAIN_START
    claimed: int = 0
    forked_at: int | None = None


def is_behind(state: InState) -> bool:
    """Tell whether the sender counts on more than is here, which means that we went back in time."""
    return state.have < state.claimed


@dataclass(frozen=True, slots=True)
class Taken:
    """What a bundle's positions lead to: the new state, new positions, chain values of the run."""

    state: InState
    fresh: Mapping[int, str]
    chains: Mapping[int, str]


def take_note(
    state: InState, base: int, base_fits: bool, items: Sequence[Item], known: Mapping[int, str]
) -> Taken:
    """Return the state after a bundle from `base` on; `known` maps positions already here to operation ids.

    `base_fits` tells whether the chain value the bundle starts from is ours (True when `base` is beyond the
    run we have). A position with another operation than before is a fork: noted, and nothing is thrown away.
    """
    forks = [item.pos for item in items if known.get(item.pos, item.op_id) != item.op_id]
    if not base_fits:
        forks.append(max(base, 1))
    fresh = {item.pos: item.op_id for item in items if item.pos not in known}
    everything = {**fresh, **known}
    have, chain, chains = state.have, state.chain, {}
    while (have + 1) in everything:
        have += 1
        chain = next_chain(chain, everything[have])
        chains[have] = chain
    if state.forked_at is not None:
        forks.append(state.forked_at)
    claimed = max(state.claimed, base)
    return Taken(
        replace(state, have=have, chain=chain, claimed=claimed, forked_at=min(forks, default=None)),
        fresh,
        chains,
    )


def receipt_have(state: InState) -> int:
    """Return up to where the receiver can vouch for the stream: below the first fork."""
    return state.have if state.forked_at is None else min(state.have, state.forked_at - 1)
