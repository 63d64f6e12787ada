"""Partners, contacts with them and opened envelopes, as stored."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.rows import Rows
from bipdesk.db.safety.tables import ContactRow, OpenedEnvelopeRow, PartnerRow, SafetySecretRow
from bipdesk.domain.ids import (
    UNSEEN,
    ContactId,
    EnvelopeId,
    ParticipantId,
    PartnerId,
    Seen,
    StaffId,
    safety_id,
)
from bipdesk.domain.safety.partner import (
    Channel,
    Contact,
    Partner,
    PartnerDetails,
    SafeContactRule,
    Support,
)


class PartnerStore:
    """Reads and writes partners of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def all(self) -> tuple[Partner, ...]:
        """Return all partners in order of code; three queries. The participant's name is added later."""
        found = self._rows.session.scalars(
            sa.select(PartnerRow)
            .where(PartnerRow.org_id == self._rows.org, PartnerRow.is_void.is_(False))
            .order_by(PartnerRow.code, PartnerRow.id)
        ).all()
        last = dict(
            self._rows.session.execute(
                sa.select(ContactRow.partner_id, sa.func.max(ContactRow.on_date))
                .where(ContactRow.org_id == self._rows.org, ContactRow.is_void.is_(False))
                .group_by(ContactRow.partner_id)
            ).all()
        )
        seen = self._rows.seen_of(row.id for row in found)
        return tuple(_partner(row, seen.get(row.id, UNSEEN), last.get(row.id)) for row in found)

    def one(self, partner_id: PartnerId) -> Partner:
        """Return one partner; the reading is audited in this file."""
        row = self._rows.get(PartnerRow, partner_id)
        self._rows.note(Verb.READ, "partner", partner_id)
        contacts = self.contacts(partner_id)
        return _partner(row, self._rows.seen(row.id), contacts[0].on_date if contacts else None)

    def add(self, details: PartnerDetails, rule: SafeContactRule) -> tuple[PartnerId, Seen]:
        """Store a partner; return her id and its first token."""
        row = PartnerRow(id=safety_id(), **_detail_columns(details), **_rule_columns(rule))
        row_id, token = self._rows.add(row)
        return PartnerId(row_id), token

    def update(self, partner_id: PartnerId, details: PartnerDetails, seen: Seen) -> Seen:
        """Write her details."""
        return self._rows.change(PartnerRow, partner_id, seen, **_detail_columns(details))

    def set_rule(self, partner_id: PartnerId, rule: SafeContactRule, seen: Seen) -> Seen:
        """Write how she may be reached."""
        return self._rows.change(PartnerRow, partner_id, seen, **_rule_columns(rule))

    def add_contact(
        self, partner_id: PartnerId, on_date: date, channel: Channel, summary: str, author: StaffId
    ) -> UUID:
        """Store one contact with her."""
        row = ContactRow(
            id=safety_id(),
            partner_id=partner_id,
            on_date=on_date,
            channel=channel.value,
            summary=summary,
            author_id=author,
        )
        return self._rows.add(row)[0]

    def contacts(self, partner_id: PartnerId) -> tuple[Contact, ...]:
        """Return the contacts with her, newest first; the author is given by id."""
        rows = self._rows.session.scalars(
            sa.select(ContactRow)
            .where(ContactRow.org_id == self._rows.org, ContactRow.partner_id == partner_id)
            .where(ContactRow.is_void.is_(False))
            .order_by(ContactRow.on_date.desc(), ContactRow.id)
        )
        return tuple(
            Contact(ContactId(r.id), r.on_date, Channel(r.channel), r.summary, str(r.author_id)) for r in rows
        )

    # Envelopes

    def opened(self) -> Collection[EnvelopeId]:
        """Return the envelopes that an officer has opened."""
        rows = self._rows.session.scalars(
            sa.select(OpenedEnvelopeRow.id).where(OpenedEnvelopeRow.org_id == self._rows.org)
        )
        return frozenset(EnvelopeId(row_id) for row_id in rows)

    def mark_opened(self, envelope_id: EnvelopeId, opened_by: StaffId) -> None:
        """Store that an envelope was opened."""
        if self._rows.session.get(OpenedEnvelopeRow, (self._rows.org, envelope_id)) is None:
            now = self._rows.clock.now()
            self._rows.add(OpenedEnvelopeRow(id=envelope_id, opened_at=now, opened_by=opened_by))

    # What the file keeps for itself

    def keep(self, name: str, value: bytes) -> None:
        """Store a secret of this file."""
        self._rows.session.merge(SafetySecretRow(name=name, value=value))
        self._rows.session.flush()

    def kept(self, name: str) -> bytes | None:
        """Return a secret of this file."""
        row = self._rows.session.get(SafetySecretRow, name)
        return None if row is None else row.value


def _partner(row: PartnerRow, seen: Seen, last: date | None) -> Partner:
    return Partner(
        partner_id=PartnerId(row.id),
        seen=seen,
        code=row.code,
        name=row.name,
        participant_id=None if row.participant_id is None else ParticipantId(row.participant_id),
        participant_name="",
        support=Support(row.support),
        rule=SafeContactRule(
            row.contact_allowed, row.contact_ways, row.contact_never, row.code_word, row.rule_agreed_on
        ),
        remarks=row.remarks,
        last_contact_on=last,
    )


def _detail_columns(details: PartnerDetails) -> dict[str, object]:
    return {
        "code": details.code,
        "name": details.name,
        "participant_id": details.participant_id,
        "support": details.support.value,
        "remarks": details.remarks,
    }


def _rule_columns(rule: SafeContactRule) -> dict[str, object]:
    return {
        "contact_allowed": rule.allowed,
        "contact_ways": rule.ways,
        "contact_never": rule.never,
        "code_word": rule.code_word,
        "rule_agreed_on": rule.agreed_on,
    }
