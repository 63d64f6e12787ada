"""Bundles as an enrolled office with a changed program could make them: well signed, whatever they hold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from bipdesk.db.records.own_keys import OwnKeys, own_keys
from bipdesk.desk import Desk
from bipdesk.domain.sync.bundle import BundleContents, Item, Receipt, sections_of, stream_of
from bipdesk.domain.sync.op import Cluster, Kind, Op, body_of, new_salt, op_id
from bipdesk.domain.sync.scope import COUNTY_CASE
from bipdesk.domain.sync.streams import CHAIN_START, run_chain
from bipdesk.export import bundles
from bipdesk.export.bundles import BundleKind, stick
from bipdesk.export.bundles.sealing import seal
from bipdesk.export.bundles.values import new_bundle_id
from bipdesk.export.bundles.write import assemble
from bipdesk.keys.signing import sign

NO_MARK = "00" * 16
Columns = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Malice:
    """What is changed against an honest bundle."""

    kind: BundleKind = BundleKind.RECORDS
    profile: str = COUNTY_CASE
    bundle_id: str = field(default_factory=new_bundle_id)
    receipts: tuple[Receipt, ...] = ()


HONEST = Malice()


def keys_of(desk: Desk) -> OwnKeys:
    """Return what an office signs and opens with."""
    with desk._vault.records.unit() as unit:
        return own_keys(unit)


def operation(desk: Desk, table: str, row: UUID, subject: UUID | None, columns: Columns) -> str:
    """Return a SET of these clusters in the office's own name."""
    clusters = {name: Cluster(value, ()) for name, value in columns.items()}
    return _body(desk, Kind.SET, table, (row, subject), clusters)


def hiding(desk: Desk, table: str) -> str:
    """Return a VOID of a row nobody has heard of."""
    clusters = {"_life.court": Cluster({"state": "void", "reason": "mistake"}, ())}
    return _body(desk, Kind.VOID, table, (uuid4(), uuid4()), clusters)


def _body(
    desk: Desk, kind: Kind, table: str, row: tuple[UUID, UUID | None], clusters: dict[str, Cluster]
) -> str:
    org = desk._vault.org
    return body_of(Op(kind, table, *row, "COURT", org, uuid4(), uuid4(), 1, 1, clusters, (), new_salt()))


def participant(desk: Desk, family_name: str = "Boyd", row: UUID | None = None) -> str:
    """Return an operation that makes a participant."""
    row = row or uuid4()
    names = {"given_name": "Kyle", "family_name": family_name}
    return operation(desk, "participant", row, row, {"name": names, "case_number": {"case_number": "X-1"}})


def put(sender: Desk, reader: Desk, bodies: Sequence[str], folder: Path, malice: Malice = HONEST) -> Path:
    """Write a bundle of these operations from one office to another, past the writer's own audit."""
    items = tuple(Item(place, op_id(body), body, NO_MARK) for place, body in enumerate(bodies, 1))
    contents = BundleContents(
        stream=uuid4(),
        epoch=uuid4(),
        org=sender._vault.org,
        recipient=reader._vault.org,
        profile=malice.profile,
        base=0,
        top=len(items),
        chain_base=CHAIN_START,
        chain_top=run_chain(CHAIN_START, items),
        items=items,
        receipts=malice.receipts,
    )
    keys, theirs = keys_of(sender), bundles.recipient_of(keys_of(reader).identity)
    bundle = bundles.BundleContents(
        kind=malice.kind,
        sender=sender._vault.org,
        sender_key=keys.signing_public,
        created=sender.clock.now(),
        schema=1,
        stream=stream_of(contents),
        sections=sections_of(contents),
        bundle_id=malice.bundle_id,
    )
    plaintext = assemble(bundle, [theirs], lambda message: sign(keys.signing_seed, message))
    return folder / stick.put(folder, seal(plaintext, [theirs])).name
