"""Whether a subject's entries may be sent under a profile: the most protective head of a register decides."""

from collections.abc import Mapping
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from bipdesk.domain.sync.registry import Protective

SHARE_PREFIX = "_share."
SUBJECT_TABLE = "_subject"
"""The table name SHARE operations carry: their row is the subject itself."""


class ShareState(StrEnum):
    """`stopped` ends sending and the county keeps what it has; `withdrawn` empties it there too."""

    ON = "on"
    STOPPED = "stopped"
    WITHDRAWN = "withdrawn"


SHARE_RULE = Protective((ShareState.ON.value, ShareState.STOPPED.value, ShareState.WITHDRAWN.value))


def share_cluster(profile: str) -> str:
    """Return the name of the register of a profile."""
    return SHARE_PREFIX + profile


def is_off(value: Mapping[str, Any]) -> bool:
    """Tell whether a written SHARE value stops sending."""
    return value.get("state") != ShareState.ON.value


def sends(shown: str | None) -> bool:
    """Tell whether the entries of a subject whose register shows this may be sent."""
    return shown == ShareState.ON.value


def purges(shown: str | None) -> bool:
    """Tell whether the receiver drops what it holds: only on an explicit withdrawal."""
    return shown == ShareState.WITHDRAWN.value


def cover(offs: frozenset[str]) -> str:
    """Return a short name for a set of stops and withdrawals; of none, the empty text."""
    return blake2b("".join(sorted(offs)).encode(), digest_size=16).hexdigest() if offs else ""


def queues_again(shown: str | None, offs: frozenset[str], covered: str) -> bool:
    """Tell whether a subject's operations go into the stream once more.

    Driven by the set of stops known, not by what this computer happened to see: another laptop may have
    carried the stop to the county in between (sync.md section 17.2, numbers 3 and 4).
    """
    return sends(shown) and cover(offs) != covered
