"""Receipts: what we vouch for of the streams of others, and what theirs mean for ours."""

from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal import outgoing
from bipdesk.db.journal.incoming import chain_of_run, in_state
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import streams
from bipdesk.domain.sync.bundle import Receipt
from bipdesk.domain.sync.streams import Verdict


def receipts_for(connection: sa.Connection, org: UUID) -> tuple[Receipt, ...]:
    """Return a receipt for every stream of another office, in the same words each time."""
    stream = T.in_stream.c
    rows = connection.execute(
        sa.select(T.in_stream).where(stream.org_id == org).order_by(stream.last_bundle, stream.stream_id)
    ).all()
    return tuple(_receipt(connection, org, row) for row in rows)


def _receipt(connection: sa.Connection, org: UUID, row: sa.Row[tuple[object, ...]]) -> Receipt:
    state = in_state(row)
    have = streams.receipt_have(state)
    aside = T.quarantine.c
    faults = connection.execute(
        sa.select(aside.op_id, aside.reason)
        .where(aside.org_id == org, aside.stream_id == row.stream_id)
        .order_by(aside.op_id)
    )
    return Receipt(
        stream=row.stream_id,
        sender_epoch=row.epoch,
        have=have,
        chain=chain_of_run(connection, org, row.stream_id, have),
        forked_at=state.forked_at,
        regress=streams.is_behind(state),
        quarantined=tuple((fault.op_id, fault.reason) for fault in faults),
    )


def take_receipt(connection: sa.Connection, org: UUID, epoch: UUID, receipt: Receipt) -> Verdict:
    """Take note of a receipt; the caller begins a new epoch if it tells that we were rolled back."""
    out = T.out_stream.c
    row = connection.execute(
        sa.select(T.out_stream).where(out.org_id == org, out.stream_id == receipt.stream)
    ).one_or_none()

    def chain(pos: int) -> str:
        return outgoing.chain_at(connection, org, receipt.stream, pos)

    verdict = streams.judge(receipt, None if row is None else row.top, chain, epoch)
    if verdict is Verdict.CONFIRM and row is not None:
        outgoing.set_acked(connection, org, receipt.stream, streams.confirmed(row.acked, receipt))
    return verdict
