"""The operation log of one encrypted file: everything the services ask of it."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bipdesk.db.journal import incoming, outgoing
from bipdesk.db.journal import seen as tokens
from bipdesk.db.journal.anchor import Anchor
from bipdesk.db.journal.arrival import ImportReport, arrive, understand
from bipdesk.db.journal.capture import Capture, Target, author, finish
from bipdesk.db.journal.conflicts import Conflict, read_conflicts
from bipdesk.db.journal.drafting import new_mac_key
from bipdesk.db.journal.projection import Book, project
from bipdesk.db.journal.receipts import receipts_for
from bipdesk.db.journal.sharing import read_registers, read_share, write_share
from bipdesk.db.journal.state import JournalState, create_state, read_state
from bipdesk.db.journal.store import store
from bipdesk.db.journal.tripwires import arm_tripwires
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import Seen
from bipdesk.domain.sync import hlc, streams
from bipdesk.domain.sync.bundle import BundleContents
from bipdesk.domain.sync.registry import Registry
from bipdesk.domain.sync.scope import PROFILES
from bipdesk.domain.sync.share import SUBJECT_TABLE, ShareState, sends


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found at opening: whether the file had been put back, and how much is understood now."""

    new_epoch: bool
    adopted: int


@dataclass(frozen=True, slots=True)
class Delivery:
    """How far a stream got: its last position, the last confirmed one, and how much is not confirmed yet."""

    top: int
    acked: int

    @property
    def waiting(self) -> int:
        """Return how many queued operations are not confirmed."""
        return self.top - self.acked


class Journal:
    """The log of one file; it holds no connection, every method works in the caller's transaction."""

    def __init__(
        self, registry: Registry, metadata: sa.MetaData, clock: Clock, anchor: Anchor | None
    ) -> None:
        self._book = Book(registry, metadata)
        self._clock = clock
        self._anchor = anchor
        self._capture = Capture(self._book, clock, anchor)

    def capture(self, target: Target) -> None:
        """Listen to a session class, a session factory or one session; before anything is written."""
        self._capture.attach(target)

    def initialise(self, session: Session, org: UUID) -> None:
        """Begin the log of a new file, after its migrations."""
        first = hlc.tick(0, self._clock.now())
        state = JournalState(org, uuid.uuid4(), 1, first, new_mac_key())
        create_state(session.connection(), state)
        arm_tripwires(session.connection(), self._book.registry)
        finish(session, state)

    def open(self, session: Session) -> Opened:
        """Make the file ready: tripwires, the mark outside, and what an upgrade now understands."""
        connection = session.connection()
        arm_tripwires(connection, self._book.registry)
        state = read_state(connection)
        put_back = self._anchor is not None and streams.is_rolled_back(state.position, self._anchor.read())
        if put_back:
            self.start_new_epoch(session)
        return Opened(put_back, understand(connection, self._book))

    def start_new_epoch(self, session: Session) -> None:
        """Begin everything that counts anew: after a restore, and whenever a rollback comes to light."""
        connection = session.connection()
        state = read_state(connection)
        outgoing.drop_streams(connection, state.org)
        finish(session, replace(state, epoch=uuid.uuid4(), lsn=state.lsn + 1))

    def share(self, session: Session, subject: UUID, profile: str, state: ShareState, seen: Seen) -> None:
        """Say what may be sent of a subject under a profile; `seen` is the token of the subject's row."""
        connection = session.connection()
        writer = author(session, self._clock, self._book.registry.schema)
        write_share(connection, writer, subject, profile, state, tokens.decode(seen))
        if writer.written:
            store(connection, writer.written)
            project(connection, self._book, writer.state.org, [(SUBJECT_TABLE, subject)])
            finish(session, writer.state)

    def share_of(self, session: Session, subject: UUID, profile: str) -> ShareState | None:
        """Return what may be sent of a subject of our own; None when nothing was ever said."""
        connection = session.connection()
        return read_share(connection, read_state(connection).org, subject, profile)

    def shared(self, session: Session, subjects: Iterable[UUID], profile: str) -> frozenset[UUID]:
        """Return which of these subjects of our own may be sent about; one query."""
        connection = session.connection()
        registers = read_registers(connection, read_state(connection).org, subjects, profile)
        return frozenset(subject for subject, held in registers.items() if sends(held.grant.shown))

    def conflicts(
        self, session: Session, row_ids: Iterable[UUID] | None = None, org: UUID | None = None
    ) -> tuple[Conflict, ...]:
        """Return what a person must settle, of these rows or of all; of one office, or of every one."""
        return read_conflicts(session.connection(), row_ids, org)

    def export(self, session: Session, recipient: UUID, profile: str) -> BundleContents:
        """Return everything after the last confirmed position, with receipts and hand-backs.

        The caller commits before anything goes on a stick: a position once sent is never given out again.
        """
        connection = session.connection()
        state, purpose = read_state(connection), PROFILES[profile]
        stream = outgoing.find_stream(connection, state, recipient, profile)
        before = -1 if stream is None else stream.top
        stream = stream or outgoing.open_stream(connection, state, recipient, profile)
        stream = outgoing.refill(connection, state.org, stream, purpose)
        if stream.top != before:
            finish(session, replace(state, lsn=state.lsn + 1))
        return BundleContents(
            stream=stream.stream,
            epoch=state.epoch,
            org=state.org,
            recipient=recipient,
            profile=profile,
            base=stream.acked,
            top=stream.top,
            chain_base=outgoing.chain_at(connection, state.org, stream.stream, stream.acked),
            chain_top=stream.chain,
            items=outgoing.waiting_items(connection, state.org, stream, purpose),
            receipts=receipts_for(connection, recipient),
            returns=incoming.forgotten(connection, recipient),
        )

    def import_bundle(self, session: Session, contents: BundleContents) -> ImportReport:
        """Take in a bundle whose signature says that it comes from `contents.org`; all of it or nothing.

        Raises InvalidSyncData when it is not for this office or contradicts itself.
        """
        report, state = arrive(session.connection(), self._book, contents, self._clock.now())
        finish(session, state)
        if report.new_epoch:
            self.start_new_epoch(session)
        session.expire_all()
        return report

    def delivery(self, session: Session, recipient: UUID, profile: str) -> Delivery:
        """Return how far our stream to a recipient got; delivered is what `acked` covers."""
        connection = session.connection()
        stream = outgoing.find_stream(connection, read_state(connection), recipient, profile)
        return Delivery(0, 0) if stream is None else Delivery(stream.top, stream.acked)
