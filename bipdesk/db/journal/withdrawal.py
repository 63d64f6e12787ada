"""What a receiver does when a mistaken consent is withdrawn: it drops what it holds and keeps the ids."""

from collections.abc import Iterable
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.journal.sharing import read_registers
from bipdesk.db.journal.store import LIVE, OPAQUE, PURGED
from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import share
from bipdesk.domain.sync.op import Kind


def purge_withdrawn(
    connection: sa.Connection, org: UUID, subjects: Iterable[UUID], profile: str
) -> tuple[set[UUID], set[tuple[str, UUID]]]:
    """Drop what is held of those `subjects` of another office who are withdrawn, once for a whole import.

    Returns the subjects and the rows (table, id) that lost something. SHARE operations stay: they say why.
    """
    registers = read_registers(connection, org, subjects, profile)
    gone = {subject for subject, register in registers.items() if share.purges(register.grant.shown)}
    if not gone:
        return set(), set()
    op = T.op.c
    mine = (
        op.org_id == org,
        op.subject_id.in_(among(gone)),
        op.kind != Kind.SHARE,
        op.state.in_((LIVE, OPAQUE)),
    )
    found = connection.execute(sa.select(op.op_id, op.tbl, op.row_id).where(*mine)).all()
    rows = {(row.tbl, row.row_id) for row in found}
    cell = T.cell.c
    dropped = among(row.op_id for row in found)
    touched = among(row_id for _, row_id in rows)
    connection.execute(
        sa.delete(T.cell).where(cell.org_id == org, cell.row_id.in_(touched), cell.op_id.in_(dropped))
    )
    connection.execute(sa.update(T.op).where(*mine).values(body=None, state=PURGED))
    aside = T.quarantine.c
    for subject in gone:  # what was set aside unread may be about them too
        named = (aside.org_id == org, aside.body.contains(subject.hex))
        connection.execute(sa.update(T.quarantine).where(*named).values(body=""))
    return {subject for subject in gone if rows}, rows
