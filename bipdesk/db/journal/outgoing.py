"""The sending side: one stream for each recipient and profile, refilled before each export."""

import uuid
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from bipdesk.db.journal.seen import among
from bipdesk.db.journal.sharing import NO_REGISTER, Register, read_registers, subjects_ever_shared
from bipdesk.db.journal.state import JournalState
from bipdesk.db.journal.store import LIVE
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import op as ops
from bipdesk.domain.sync import scope, share, streams
from bipdesk.domain.sync.bundle import Item
from bipdesk.domain.sync.scope import Profile


@dataclass(frozen=True, slots=True)
class OutStream:
    """A stream as the sender keeps it: where it ends and how far it is confirmed."""

    stream: UUID
    acked: int
    top: int
    chain: str


def find_stream(
    connection: sa.Connection, state: JournalState, recipient: UUID, profile: str
) -> OutStream | None:
    """Return our stream to a recipient, None before the first export of this epoch."""
    out = T.out_stream.c
    row = connection.execute(
        sa.select(T.out_stream).where(
            out.org_id == state.org, out.recipient_id == recipient, out.profile == profile
        )
    ).one_or_none()
    return None if row is None else OutStream(row.stream_id, row.acked, row.top, row.chain)


def open_stream(connection: sa.Connection, state: JournalState, recipient: UUID, profile: str) -> OutStream:
    """Begin a stream."""
    stream = OutStream(uuid.uuid4(), 0, 0, streams.CHAIN_START)
    connection.execute(
        sa.insert(T.out_stream).values(
            org_id=state.org,
            stream_id=stream.stream,
            recipient_id=recipient,
            profile=profile,
            epoch=state.epoch,
            acked=stream.acked,
            top=stream.top,
            chain=stream.chain,
        )
    )
    return stream


def refill(connection: sa.Connection, org: UUID, stream: OutStream, profile: Profile) -> OutStream:
    """Append every operation that is in scope and not yet queued; positions are never given out twice."""
    subjects = subjects_ever_shared(connection, org)
    registers = read_registers(connection, org, subjects, profile.name)
    _queue_again(connection, org, stream, registers)
    op, item = T.op.c, T.out_item.c
    queued = sa.select(item.op_id).where(  # made once, not for each operation
        item.org_id == org, item.stream_id == stream.stream, item.superseded.is_(False)
    )
    candidates = connection.execute(
        sa.select(op.op_id, op.body)
        .where(op.org_id == org, op.subject_id.in_(among(registers)), op.state == LIVE)
        .where(op.compartment.in_(profile.compartments), op.op_id.not_in(queued))
        .order_by(op.hlc, op.op_id)
    )
    names = [row.op_id for row in candidates if _is_in_scope(row.body, profile, org, registers)]
    return _append(connection, org, stream, names)


def _is_in_scope(body: str, profile: Profile, org: UUID, registers: dict[UUID, Register]) -> bool:
    op = ops.parse(body)
    register = registers.get(op.subject, NO_REGISTER) if op.subject else NO_REGISTER
    return scope.in_scope(op, profile, org, register.grant)


def _queue_again(
    connection: sa.Connection, org: UUID, stream: OutStream, registers: dict[UUID, Register]
) -> None:
    kept, item, op = T.out_share.c, T.out_item.c, T.op.c
    rows = connection.execute(
        sa.select(kept.subject_id, kept.covered).where(kept.org_id == org, kept.stream_id == stream.stream)
    )
    covered: dict[UUID, str] = {row.subject_id: row.covered for row in rows}
    again = {
        subject: share.cover(register.offs)
        for subject, register in registers.items()
        if share.queues_again(register.grant.shown, register.offs, covered.get(subject, ""))
    }
    if not again:
        return
    theirs = sa.select(op.op_id).where(op.org_id == org, op.subject_id.in_(among(again)))
    connection.execute(
        sa.update(T.out_item)
        .where(item.org_id == org, item.stream_id == stream.stream, item.op_id.in_(theirs))
        .values(superseded=True)
    )
    statement = insert(T.out_share)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=["org_id", "stream_id", "subject_id"], set_={"covered": statement.excluded.covered}
        ),
        [
            {"org_id": org, "stream_id": stream.stream, "subject_id": s, "covered": c}
            for s, c in again.items()
        ],
    )


def _append(connection: sa.Connection, org: UUID, stream: OutStream, names: list[str]) -> OutStream:
    if not names:
        return stream
    chain, rows = stream.chain, []
    for pos, name in enumerate(names, stream.top + 1):
        chain = streams.next_chain(chain, name)
        row = {"org_id": org, "stream_id": stream.stream, "pos": pos, "op_id": name}
        rows.append({**row, "chain": chain, "superseded": False})
    connection.execute(sa.insert(T.out_item), rows)
    top = stream.top + len(names)
    _set(connection, org, stream.stream, top=top, chain=chain)
    return OutStream(stream.stream, stream.acked, top, chain)


def waiting_items(
    connection: sa.Connection, org: UUID, stream: OutStream, profile: Profile
) -> tuple[Item, ...]:
    """Return everything after the last confirmed position; what may no longer be sent leaves it empty."""
    item, op = T.out_item.c, T.op.c
    rows = connection.execute(
        sa.select(item.pos, item.op_id, op.body, op.mac, op.subject_id)
        .join(T.op, sa.and_(op.org_id == item.org_id, op.op_id == item.op_id))
        .where(item.org_id == org, item.stream_id == stream.stream, item.pos > stream.acked)
        .order_by(item.pos)
    ).all()
    registers = read_registers(connection, org, {row.subject_id for row in rows}, profile.name)
    return tuple(
        Item(
            row.pos, row.op_id, row.body if _is_in_scope(row.body, profile, org, registers) else None, row.mac
        )
        for row in rows
    )


def chain_at(connection: sa.Connection, org: UUID, stream: UUID, pos: int) -> str:
    """Return the chain value of a stream at a position that exists; "" at one that does not."""
    if pos == 0:
        return streams.CHAIN_START
    item = T.out_item.c
    found = connection.execute(
        sa.select(item.chain).where(item.org_id == org, item.stream_id == stream, item.pos == pos)
    ).scalar_one_or_none()
    return found or ""


def set_acked(connection: sa.Connection, org: UUID, stream: UUID, acked: int) -> None:
    """Store how far a stream is confirmed."""
    _set(connection, org, stream, acked=acked)


def drop_streams(connection: sa.Connection, org: UUID) -> None:
    """Forget every stream: a new epoch begins its own, from the first position."""
    for table in (T.out_item, T.out_share, T.out_stream):
        connection.execute(sa.delete(table).where(table.c.org_id == org))


def _set(connection: sa.Connection, org: UUID, stream: UUID, **values: Any) -> None:
    out = T.out_stream.c
    connection.execute(
        sa.update(T.out_stream).where(out.org_id == org, out.stream_id == stream).values(**values)
    )
