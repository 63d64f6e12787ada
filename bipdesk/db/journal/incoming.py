"""The receiving side: the positions of a stream of another office, and the operations it carries."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from bipdesk.db.journal import validation
from bipdesk.db.journal.projection import Book
from bipdesk.db.journal.store import Stored
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import op as ops
from bipdesk.domain.sync import scope, streams
from bipdesk.domain.sync.bundle import BundleContents, Item, Returned, check_run
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.scope import PROFILES
from bipdesk.domain.sync.streams import CHAIN_START, InState, Taken


@dataclass(frozen=True, slots=True)
class Judged:
    """The operations of a bundle that were taken, and those set aside with the reason."""

    taken: tuple[Stored, ...]
    aside: tuple[tuple[Item, str], ...]


def check_contents(contents: BundleContents, own_org: UUID) -> None:
    """Raise InvalidSyncData unless the bundle is for this office and consistent in itself."""
    if contents.recipient != own_org or contents.org == own_org:
        raise InvalidSyncData("for another office")
    if contents.profile not in PROFILES:
        raise InvalidSyncData("a profile nobody has agreed")
    if contents.base == 0 and contents.chain_base != CHAIN_START:
        raise InvalidSyncData("a chain that does not begin at the beginning")
    check_run(contents, streams.run_chain(contents.chain_base, contents.items))


def judge_items(contents: BundleContents, book: Book) -> Judged:
    """Return what to store; a bad operation is set aside alone and keeps nothing else back."""
    taken: list[Stored] = []
    aside: list[tuple[Item, str]] = []
    for item in contents.items:
        if item.body is None:
            continue
        try:
            stored = validation.take(item.body, item.mac, book)
            reason = scope.may_arrive(stored.op, PROFILES[contents.profile], contents.org)
            if stored.op_id != item.op_id:
                reason = "another operation than named"
        except InvalidSyncData as error:
            reason = str(error)[:200]
        if reason is None:
            taken.append(stored)
        else:
            aside.append((item, reason))
    return Judged(tuple(taken), tuple(aside))


def judge_return(returned: Returned, book: Book, own_org: UUID, mac_key: bytes) -> Stored | None:
    """Return an operation of our own that was handed back, None if our own mark is not on it."""
    try:
        stored = validation.take(returned.body, returned.mac, book)
    except InvalidSyncData:
        return None
    genuine = ops.is_genuine(mac_key, stored.op_id, returned.mac)
    return stored if genuine and stored.op.org == own_org else None


def in_state(row: sa.Row[Any] | None) -> InState:
    """Return what is known of a stream."""
    return InState() if row is None else InState(row.have, row.chain, row.claimed, row.forked_at)


def chain_of_run(connection: sa.Connection, org: UUID, stream: UUID, pos: int) -> str:
    """Return the chain value of a stream of another office at a position of its unbroken run."""
    if pos == 0:
        return CHAIN_START
    item = T.in_item.c
    found = connection.execute(
        sa.select(item.chain).where(item.org_id == org, item.stream_id == stream, item.pos == pos)
    ).scalar_one_or_none()
    return found or ""


def note_positions(connection: sa.Connection, contents: BundleContents) -> Taken:
    """Take note of the positions of a bundle and return what follows from them.

    An empty stream counts too: a site put back to its beginning has nothing to send, and all to get back.
    """
    org, name = contents.org, contents.stream
    stream, item = T.in_stream.c, T.in_item.c
    row = connection.execute(
        sa.select(T.in_stream).where(stream.org_id == org, stream.stream_id == name)
    ).one_or_none()
    before = in_state(row)
    fits = (
        contents.base > before.have
        or chain_of_run(connection, org, name, contents.base) == contents.chain_base
    )
    lowest = min(contents.base, before.have)
    rows = connection.execute(
        sa.select(item.pos, item.op_id).where(item.org_id == org, item.stream_id == name, item.pos > lowest)
    )
    known: dict[int, str] = {found.pos: found.op_id for found in rows}
    taken = streams.take_note(before, contents.base, fits, contents.items, known)
    _write_positions(connection, contents, taken)
    return taken


def _write_positions(connection: sa.Connection, contents: BundleContents, taken: Taken) -> None:
    key = {"org_id": contents.org, "stream_id": contents.stream}
    rows = [
        {**key, "pos": pos, "op_id": name, "chain": taken.chains.get(pos)}
        for pos, name in taken.fresh.items()
    ]
    if rows:
        connection.execute(sa.insert(T.in_item), rows)
    _write_chains(connection, contents, {p: c for p, c in taken.chains.items() if p not in taken.fresh})
    newest = sa.select(sa.func.coalesce(sa.func.max(T.in_stream.c.last_bundle), 0) + 1)
    number = connection.execute(newest.where(T.in_stream.c.org_id == contents.org)).scalar_one()
    state = taken.state
    values = {
        "have": state.have,
        "chain": state.chain,
        "claimed": state.claimed,
        "forked_at": state.forked_at,
    }
    values["last_bundle"] = number
    statement = insert(T.in_stream).values(**key, epoch=contents.epoch, profile=contents.profile, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["org_id", "stream_id"], set_=values))


def _write_chains(connection: sa.Connection, contents: BundleContents, chains: dict[int, str]) -> None:
    if not chains:
        return
    item = T.in_item.c
    statement = (
        sa.update(T.in_item)
        .where(item.org_id == contents.org, item.stream_id == contents.stream, item.pos == sa.bindparam("at"))
        .values(chain=sa.bindparam("value"))
    )
    connection.execute(statement, [{"at": pos, "value": chain} for pos, chain in chains.items()])


def set_aside(connection: sa.Connection, contents: BundleContents, judged: Judged) -> None:
    """Keep what was not taken, with the reason, for a person to look at."""
    rows = [
        {
            "org_id": contents.org,
            "op_id": item.op_id,
            "stream_id": contents.stream,
            "reason": why,
            "body": item.body,
        }
        for item, why in judged.aside
    ]
    if rows:
        connection.execute(insert(T.quarantine).on_conflict_do_nothing(), rows)


def forgotten(connection: sa.Connection, org: UUID) -> tuple[Returned, ...]:
    """Return what is held of an office and its present stream does not name: a restore may have lost it.

    The present stream is the one its last bundle came from. In a forked stream both branches count as lost.
    What the office takes back it queues again, so that this ends by itself.
    """
    stream, item, op = T.in_stream.c, T.in_item.c, T.op.c
    row = connection.execute(
        sa.select(T.in_stream).where(stream.org_id == org).order_by(stream.last_bundle.desc()).limit(1)
    ).one_or_none()
    if row is None:
        return ()
    statement = (
        sa.select(op.body, op.mac)
        .where(op.org_id == org, op.state != "purged")
        .where(op.compartment.in_(PROFILES[row.profile].compartments))
        .order_by(op.hlc, op.op_id)
    )
    if row.forked_at is None:
        here = sa.select(item.op_id).where(item.org_id == org, item.stream_id == row.stream_id)
        statement = statement.where(op.op_id.not_in(here))
    return tuple(Returned(found.body, found.mac) for found in connection.execute(statement))
