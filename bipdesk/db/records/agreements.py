"""Signed agreements and the programme's own wording of its papers, as stored."""

import hashlib
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables.waivers import AgreementRow, WordingRow
from bipdesk.db.rows import Rows
from bipdesk.domain.agreement import Agreement
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, Seen, records_id


class AgreementStore:
    """Reads and writes agreements and wordings of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, participant_id: ParticipantId) -> tuple[Agreement, ...]:
        """Return the agreements a participant signed, the newest first; two queries."""
        rows = self._rows.session.scalars(
            sa.select(AgreementRow)
            .where(AgreementRow.org_id == self._rows.org, AgreementRow.is_void.is_(False))
            .where(AgreementRow.participant_id == participant_id)
            .order_by(AgreementRow.id.desc())
        ).all()
        seen = self._rows.seen_of(row.id for row in rows)
        return tuple(
            Agreement(row.id, participant_id, row.signed_on, row.language, seen.get(row.id, UNSEEN))
            for row in rows
        )

    def sign(
        self, participant_id: ParticipantId, referral_id: ReferralId, signed_on: date, language: str
    ) -> UUID:
        """Store that he signed."""
        row = AgreementRow(
            id=records_id(self._rows.clock.now()),
            participant_id=participant_id,
            referral_id=referral_id,
            signed_on=signed_on,
            language=language,
        )
        return self._rows.add(row)[0]

    # Wording

    def wording(self, document: str) -> dict[tuple[str, str], tuple[str, Seen]]:
        """Return the programme's own words: by section and language, with their tokens; two queries."""
        rows = self._rows.session.scalars(
            sa.select(WordingRow).where(
                WordingRow.org_id == self._rows.org,
                WordingRow.is_void.is_(False),
                WordingRow.document == document,
            )
        ).all()
        seen = self._rows.seen_of(row.id for row in rows)
        return {(row.section, row.language): (row.body, seen.get(row.id, UNSEEN)) for row in rows}

    def sender_lines(self) -> tuple[str, ...]:
        """Return what stands under the programme's name on letters: address and telephone, in lines."""
        body = self._rows.session.scalar(
            sa.select(WordingRow.body).where(
                WordingRow.org_id == self._rows.org,
                WordingRow.id == _wording_id(("letterhead", "address", "")),
                WordingRow.is_void.is_(False),
            )
        )
        return tuple(line.strip() for line in (body or "").splitlines() if line.strip())

    def write(self, place: tuple[str, str, str], body: str, seen: Seen) -> Seen:
        """Write the words for (document, section, language)."""
        row_id = _wording_id(place)
        if self._rows.has(WordingRow, row_id):
            return self._rows.change(WordingRow, row_id, seen, body=body)
        document, section, language = place
        row = WordingRow(id=row_id, document=document, section=section, language=language, body=body)
        return self._rows.add(row)[1]


def _wording_id(place: tuple[str, str, str]) -> UUID:
    """Return the UUIDv8 of one part: two computers that word it mean the same row."""
    digest = hashlib.blake2b("\x1f".join(place).encode(), digest_size=16).digest()
    bits = int.from_bytes(digest)
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=bits)
