"""What was disclosed, and orders of courts to disclose, as stored."""

import hashlib
from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.waivers import DisclosureOrderRow, DisclosureRow
from bipdesk.db.rows import Rows
from bipdesk.domain.disclosed import CourtOrder, Disclosed, PreparedDocument, Sent
from bipdesk.domain.disclosure import Authority, AuthorityKind, Document, Recipient
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id
from bipdesk.domain.waiver import DisclosureTopic, RecipientClass


class DisclosureStore:
    """Reads and writes disclosures of one open transaction."""

    def __init__(self, rows: Rows, actor: StaffId) -> None:
        self._rows = rows
        self._actor = actor

    def of(self, participant_id: ParticipantId, names: dict[StaffId, str]) -> tuple[Disclosed, ...]:
        """Return everything disclosed about a participant, the newest first; two queries."""
        rows = self._rows.session.scalars(
            sa.select(DisclosureRow)
            .where(DisclosureRow.org_id == self._rows.org, DisclosureRow.is_void.is_(False))
            .where(DisclosureRow.participant_id == participant_id)
            .order_by(DisclosureRow.id.desc())
        ).all()
        seen = self._rows.seen_of(row.id for row in rows)
        return tuple(_disclosed(row, seen.get(row.id, UNSEEN), names) for row in rows)

    def last_sent(self, participant_ids: Iterable[UUID], document: Document) -> dict[UUID, datetime]:
        """Return when this document last left about each of these participants; one query."""
        rows = self._rows.session.execute(
            sa.select(DisclosureRow.participant_id, sa.func.max(DisclosureRow.sent_at))
            .where(DisclosureRow.org_id == self._rows.org, DisclosureRow.is_void.is_(False))
            .where(DisclosureRow.participant_id.in_(among(participant_ids)))
            .where(DisclosureRow.document == document.value, DisclosureRow.sent_how != "")
            .group_by(DisclosureRow.participant_id)
        )
        return {person: at.replace(tzinfo=UTC) for person, at in rows if at is not None}

    def record(self, prepared: PreparedDocument) -> UUID:
        """Store that a document was made to leave; its bytes are kept with the papers."""
        disclosure = prepared.disclosure
        recipient, authority = disclosure.recipient, disclosure.authority
        now = self._rows.clock.now()
        row = DisclosureRow(
            id=records_id(now),
            participant_id=prepared.participant_id,
            document=disclosure.document.value,
            recipient_class=recipient.recipient_class.value,
            recipient_name=recipient.name,
            agency_id=recipient.agency_id,
            fields="\n".join(fact.name for fact in disclosure.facts),
            authority=authority.kind.value,
            authority_words=authority.words,
            purpose=disclosure.purpose,
            reference=prepared.reference,
            language=prepared.language,
            sha256=hashlib.sha256(prepared.pdf).hexdigest(),
            made_by=self._actor,
            made_at=now,
        )
        return self._rows.add(row)[0]

    def mark_sent(self, disclosure_id: UUID, sent: Sent) -> Seen:
        """Write how it left, and when."""
        values: dict[str, object] = {"sent_how": sent.value, "sent_at": self._rows.clock.now()}
        seen = self._rows.seen(disclosure_id)
        token = self._rows.change(DisclosureRow, disclosure_id, seen, **values)
        self._rows.note(Verb.PRINTED, "disclosure", disclosure_id)
        return token

    def get(self, disclosure_id: UUID) -> tuple[ParticipantId, Disclosed]:
        """Return one disclosure and whom it is about; who made it is left out."""
        row = self._rows.get(DisclosureRow, disclosure_id)
        return ParticipantId(row.participant_id), _disclosed(row, self._rows.seen(row.id), {})

    # Orders

    def orders(self, participant_id: ParticipantId) -> tuple[CourtOrder, ...]:
        """Return the orders of courts to disclose about a participant, the newest first."""
        rows = self._rows.session.scalars(
            sa.select(DisclosureOrderRow)
            .where(DisclosureOrderRow.org_id == self._rows.org, DisclosureOrderRow.is_void.is_(False))
            .where(DisclosureOrderRow.participant_id == participant_id)
            .order_by(DisclosureOrderRow.id.desc())
        )
        return tuple(_order(row) for row in rows)

    def add_order(self, participant_id: ParticipantId, order: CourtOrder) -> UUID:
        """Store an order of a court."""
        row = DisclosureOrderRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            words=order.words,
            recipient_class=order.recipient_class.value,
            topics=",".join(each for each in DisclosureTopic if each in order.topics),
            begins_on=order.begins_on,
            ends_on=order.ends_on,
        )
        return self._rows.add(row)[0]


def _order(row: DisclosureOrderRow) -> CourtOrder:
    return CourtOrder(
        row.words,
        RecipientClass(row.recipient_class),
        frozenset(each for each in DisclosureTopic if each in row.topics.split(",")),
        row.begins_on or date.max,
        row.ends_on,
    )


def _disclosed(row: DisclosureRow, seen: Seen, names: dict[StaffId, str]) -> Disclosed:
    made_at = row.made_at.replace(tzinfo=UTC)
    return Disclosed(
        disclosure_id=row.id,
        seen=seen,
        document=Document(row.document),
        recipient=Recipient(row.recipient_name, RecipientClass(row.recipient_class), row.agency_id),
        authority=Authority(AuthorityKind(row.authority), row.authority_words, made_at.date()),
        fields=tuple(row.fields.splitlines()),
        purpose=row.purpose,
        reference=row.reference,
        sha256=row.sha256,
        made_by=names.get(StaffId(row.made_by), ""),
        made_at=made_at,
        sent=Sent(row.sent_how),
        sent_at=None if row.sent_at is None else row.sent_at.replace(tzinfo=UTC),
    )
