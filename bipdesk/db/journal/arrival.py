"""One import: positions, operations, hand-backs, withdrawals and receipts of a bundle, in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal import incoming, validation
from bipdesk.db.journal.intents import RowName
from bipdesk.db.journal.projection import Book, project
from bipdesk.db.journal.receipts import take_receipt
from bipdesk.db.journal.state import JournalState, read_state
from bipdesk.db.journal.store import Stored, known_ids, store
from bipdesk.db.journal.tables import T
from bipdesk.db.journal.withdrawal import purge_withdrawn
from bipdesk.domain.sync import hlc, streams
from bipdesk.domain.sync.bundle import BundleContents
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.streams import Verdict


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, for the person who put the stick in."""

    new: int
    known: int
    opaque: int
    quarantined: tuple[tuple[str, str], ...]
    returned: int
    conflicts: tuple[RowName, ...]
    purged: tuple[UUID, ...]
    forked_at: int | None
    regress: bool
    new_epoch: bool
    confirmed: int
    top: int
    rows: tuple[tuple[str, UUID], ...]
    """Rows (table, id) of the sender that this changed."""
    returned_rows: tuple[tuple[str, UUID], ...] = ()
    """Rows of ours that were forgotten here and came back."""


def arrive(
    connection: sa.Connection, book: Book, contents: BundleContents, now: datetime
) -> tuple[ImportReport, JournalState]:
    """Take in a bundle; return the report and the log's values to store."""
    state = read_state(connection)
    incoming.check_contents(contents, state.org)
    judged = incoming.judge_items(contents, book)
    taken = incoming.note_positions(connection, contents)
    incoming.set_aside(connection, contents, judged)
    found = (incoming.judge_return(r, book, state.org, state.mac_key) for r in contents.returns)
    returned = _unknown(connection, state.org, [stored for stored in found if stored is not None])
    new = _unknown(connection, contents.org, judged.taken)
    conflicts = _take_in(connection, book, state.org, returned)
    purged = _take_theirs(connection, contents, judged.taken, new)
    confirmed, rolled_back = _take_receipts(connection, state, contents)
    touched = {(stored.op.table, stored.op.row) for stored in new}
    conflicts |= project(connection, book, contents.org, touched | purged[1])
    report = ImportReport(
        new=len(new),
        known=len(judged.taken) - len(new),
        opaque=sum(stored.opaque for stored in new),
        quarantined=tuple((item.op_id, reason) for item, reason in judged.aside),
        returned=len(returned),
        conflicts=tuple(sorted(conflicts)),
        purged=tuple(sorted(purged[0])),
        forked_at=taken.state.forked_at,
        regress=streams.is_behind(taken.state),
        new_epoch=rolled_back,
        confirmed=confirmed,
        top=contents.top,
        rows=tuple(sorted(touched)),
        returned_rows=tuple(sorted({(stored.op.table, stored.op.row) for stored in returned})),
    )
    return report, _advanced(state, [*new, *returned], now)


def _unknown(connection: sa.Connection, org: UUID, operations: Sequence[Stored]) -> list[Stored]:
    known = known_ids(connection, org, [stored.op_id for stored in operations])
    distinct = {stored.op_id: stored for stored in operations}
    return [stored for name, stored in distinct.items() if name not in known]


def _take_in(connection: sa.Connection, book: Book, org: UUID, operations: Sequence[Stored]) -> set[RowName]:
    store(connection, operations)
    return project(connection, book, org, {(stored.op.table, stored.op.row) for stored in operations})


def _take_theirs(
    connection: sa.Connection,
    contents: BundleContents,
    carried: Iterable[Stored],
    new: Sequence[Stored],
) -> tuple[set[UUID], set[tuple[str, UUID]]]:
    """Store what another office sent, then drop what it has withdrawn: once for the whole bundle."""
    store(connection, new)
    subjects = {stored.op.subject for stored in carried if stored.op.subject is not None}
    return purge_withdrawn(connection, contents.org, subjects, contents.profile)


def _take_receipts(
    connection: sa.Connection, state: JournalState, contents: BundleContents
) -> tuple[int, bool]:
    verdicts = [take_receipt(connection, state.org, state.epoch, receipt) for receipt in contents.receipts]
    return verdicts.count(Verdict.CONFIRM), Verdict.ROLLED_BACK in verdicts


def _advanced(state: JournalState, taken: Iterable[Stored], now: datetime) -> JournalState:
    reading = state.hlc
    for stored in taken:
        reading = hlc.observe(reading, stored.op.hlc, now)
    return replace(state, hlc=reading, lsn=state.lsn + 1)


def understand(connection: sa.Connection, book: Book) -> int:
    """Take in operations that were kept unread and that this version knows; return how many."""
    op = T.op.c
    rows = connection.execute(
        sa.select(op.org_id, op.body, op.mac).where(op.state == sa.literal_column("'opaque'"))
    ).all()
    adopted = 0
    for org in {row.org_id for row in rows}:
        operations = []
        for row in rows:
            if row.org_id == org:
                operations += _now_understood(row.body, row.mac, book)
        _take_in(connection, book, org, operations)
        adopted += len(operations)
    return adopted


def _now_understood(body: str, mac: str, book: Book) -> list[Stored]:
    try:
        stored = validation.take(body, mac, book)
    except InvalidSyncData:
        return []
    return [] if stored.opaque else [stored]
