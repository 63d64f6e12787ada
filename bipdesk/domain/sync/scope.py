"""Who may get what: profiles, and the decision for one operation; nothing goes by default."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from bipdesk.domain.sync import share
from bipdesk.domain.sync.op import Kind, Op
from bipdesk.domain.sync.registry import Compartment

COUNTY_CASE = "county-case/1"
COUNTY_REPLY = "county-reply/1"


@dataclass(frozen=True, slots=True)
class Profile:
    """A purpose for which operations leave the computer, and the compartments it covers."""

    name: str
    compartments: frozenset[str]


PROFILES: Mapping[str, Profile] = {
    COUNTY_CASE: Profile(COUNTY_CASE, frozenset({Compartment.COURT.value})),
    COUNTY_REPLY: Profile(COUNTY_REPLY, frozenset()),
}


@dataclass(frozen=True, slots=True)
class Grant:
    """What the SHARE register of a subject says: the state shown, and whether any grant is known at all."""

    shown: str | None
    ever_on: bool


NO_GRANT = Grant(None, False)


def in_scope(op: Op, profile: Profile, own_org: UUID, grant: Grant) -> bool:
    """Tell whether `op` may go out under `profile` (sync.md section 5.2).

    Own operations only; a SHARE operation follows a subject that was ever shared, so that the end of a
    grant arrives too; everything else needs a subject whose grant stands.
    """
    if op.org != own_org or op.compartment not in profile.compartments or op.subject is None:
        return False
    if op.kind == Kind.SHARE:
        return grant.ever_on and share.share_cluster(profile.name) in op.clusters
    return share.sends(grant.shown)


def may_arrive(op: Op, profile: Profile, sender_org: UUID) -> str | None:
    """Return why the receiver sets `op` aside, or None: the sender's scope is not trusted."""
    if op.org != sender_org:
        return "authority"
    if op.compartment not in profile.compartments:
        return "compartment"
    return None
