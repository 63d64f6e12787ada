"""Evidence of readiness, decisions of two people and the programme's approach, as stored."""

from dataclasses import replace
from datetime import UTC, date

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.records.tables.agencies import AgencyAgreementRow, AgencyRow
from bipdesk.db.records.tables.groups import GroupRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.records.tables.readiness import ApproachRow, DecisionRow, EvidenceRow
from bipdesk.db.rows import Rows
from bipdesk.domain.agency import AgencyKind
from bipdesk.domain.approach import NO_POSITION, Position, RowPosition
from bipdesk.domain.ids import (
    UNSEEN,
    EvidenceId,
    GroupId,
    Seen,
    StaffId,
    chart_row_id,
    records_id,
)
from bipdesk.domain.readiness import Decision, Evidence, EvidenceDetails, ReadinessFacts
from bipdesk.domain.staff import Role


class ReadinessStore:
    """Reads and writes what readiness is judged by, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def facts(self, today: date) -> ReadinessFacts:
        """Return everything readiness is judged by; four queries."""
        roles = [frozenset(row.split(",")) for row in self._roles()]
        officers = sum(Role.SAFETY_OFFICER in each for each in roles)
        return ReadinessFacts(self.evidence(), officers, len(roles) - officers, self._victim_services(today))

    def _roles(self) -> list[str]:
        query = sa.select(StaffRow.roles).where(
            StaffRow.org_id == self._rows.org, StaffRow.is_void.is_(False)
        )
        return list(self._rows.session.scalars(query))

    def _victim_services(self, today: date) -> tuple[tuple[str, date | None], ...]:
        agreement = AgencyAgreementRow
        query = (
            sa.select(AgencyRow.name, agreement.signed_on, agreement.expires_on, agreement.ended_on)
            .join(
                agreement,
                sa.and_(agreement.org_id == AgencyRow.org_id, agreement.agency_id == AgencyRow.id),
            )
            .where(AgencyRow.org_id == self._rows.org, AgencyRow.kind == AgencyKind.VICTIM_SERVICE.value)
            .where(AgencyRow.is_void.is_(False), agreement.is_void.is_(False))
        )
        # Sifted here: the planner would take the index of the last days for it, and read all agreements.
        found = [
            (name, until)
            for name, signed, until, ended in self._rows.session.execute(query)
            if _in_force(today, signed, until, ended)
        ]
        return tuple(sorted(found, key=lambda one: one[1] or date.max, reverse=True))

    def evidence(self) -> tuple[Evidence, ...]:
        """Return all entries with the names of those who wrote them; two queries."""
        row = EvidenceRow
        query = (
            sa.select(row, StaffRow.name)
            .join(
                StaffRow,
                sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.author_id),
                isouter=True,
            )
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
        )
        found = self._rows.session.execute(query).all()
        seen = self._rows.seen_of(each.id for each, _ in found)
        return tuple(_evidence(each, name or "", seen.get(each.id, UNSEEN)) for each, name in found)

    def decisions(self) -> tuple[Decision, ...]:
        """Return the decisions of two people, newest first; two queries."""
        row = DecisionRow
        query = (
            sa.select(row, GroupRow.name)
            .join(
                GroupRow,
                sa.and_(GroupRow.org_id == row.org_id, GroupRow.id == row.group_id),
                isouter=True,
            )
            .where(row.org_id == self._rows.org, row.is_void.is_(False))
            .order_by(row.id.desc())
        )
        found = self._rows.session.execute(query).all()
        names = self._names() if found else {}
        return tuple(
            Decision(
                group_id=GroupId(each.group_id),
                group_name=name or "",
                first=names.get(StaffId(each.first_id), ""),
                second=names.get(StaffId(each.second_id), ""),
                reason=each.reason,
                missing=tuple(each.missing.splitlines()),
                decided_at=each.decided_at.replace(tzinfo=UTC),  # SQLite forgets it
            )
            for each, name in found
        )

    def _names(self) -> dict[StaffId, str]:
        query = sa.select(StaffRow.id, StaffRow.name).where(StaffRow.org_id == self._rows.org)
        return {StaffId(row_id): name for row_id, name in self._rows.session.execute(query)}

    # Writing

    def add_evidence(self, details: EvidenceDetails, author: StaffId) -> tuple[EvidenceId, Seen]:
        """Store a new entry."""
        row_id = EvidenceId(records_id(self._rows.clock.now()))
        row = EvidenceRow(id=row_id, author_id=author, **_columns(details))
        return row_id, self._rows.add(row)[1]

    def change_evidence(
        self, evidence_id: EvidenceId, details: EvidenceDetails, author: StaffId, seen: Seen
    ) -> Seen:
        """Write an entry over what `seen` says was on screen."""
        return self._rows.change(EvidenceRow, evidence_id, seen, author_id=author, **_columns(details))

    def remove_evidence(self, evidence_id: EvidenceId, seen: Seen) -> Seen:
        """Hide an entry."""
        return self._rows.hide(EvidenceRow, evidence_id, seen, "removed")

    def restore_evidence(self, evidence_id: EvidenceId) -> Seen:
        """Show a removed entry again."""
        return self._rows.restore(EvidenceRow, evidence_id)

    def decide(
        self, group_id: GroupId, people: tuple[StaffId, StaffId], reason: str, missing: tuple[str, ...]
    ) -> None:
        """Store that two people opened this group; two lines of the audit name them both."""
        now = self._rows.clock.now()
        self._rows.add(
            DecisionRow(
                id=records_id(now),
                group_id=group_id,
                first_id=people[0],
                second_id=people[1],
                reason=reason,
                missing="\n".join(missing),
                decided_at=now,
            )
        )
        content = "\n".join((group_id.hex, people[0].hex, people[1].hex, reason, *missing))
        self._rows.note(Verb.DECIDED, "group_decision", group_id, content)
        # A line of the audit has one actor, who is signed in; the other is the subject of her own line.
        self._rows.note(Verb.AGREED, "group_decision", people[1], content)

    # The approach

    def positions(self) -> dict[str, RowPosition]:
        """Return the programme's position on each row of the chart that has one; two queries."""
        query = sa.select(ApproachRow).where(
            ApproachRow.org_id == self._rows.org, ApproachRow.is_void.is_(False)
        )
        found = self._rows.session.scalars(query).all()
        seen = self._rows.seen_of(row.id for row in found)
        return {
            row.row_key: RowPosition(_position(row.position), row.sentence, seen.get(row.id, UNSEEN))
            for row in found
        }

    def take_position(self, row_key: str, taken: RowPosition) -> Seen:
        """Write the position on one row over what `taken.seen` says was on screen."""
        row_id = chart_row_id(self._rows.org, row_key)
        values = {"position": taken.position.value, "sentence": taken.sentence}
        if self._rows.has(ApproachRow, row_id):
            return self._rows.change(ApproachRow, row_id, taken.seen, **values)
        return self._rows.add(ApproachRow(id=row_id, row_key=row_key, **values))[1]


def _in_force(today: date, signed: date | None, until: date | None, ended: date | None) -> bool:
    """Say whether an agreement holds on `today`; its last day still counts."""
    begun = signed is not None and signed <= today
    return begun and (until is None or until >= today) and (ended is None or ended > today)


def _position(value: str) -> Position:
    return Position(value) if value in tuple(Position) else NO_POSITION.position


def _evidence(row: EvidenceRow, name: str, seen: Seen) -> Evidence:
    details = EvidenceDetails(row.item, row.text, row.place, row.on_date, row.expires_on)
    return Evidence(EvidenceId(row.id), seen, details, name)


def _columns(details: EvidenceDetails) -> dict[str, object]:
    clean = replace(details, text=details.text.strip(), where=details.where.strip())
    return {
        "item": clean.item,
        "text": clean.text,
        "place": clean.where,
        "on_date": clean.on_date,
        "expires_on": clean.expires_on,
    }
