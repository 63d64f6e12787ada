"""What has arrived at the county office, by site."""

from collections import Counter
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.tables import T
from bipdesk.db.records.tables.groups import AttendanceRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import OrgId
from bipdesk.domain.office import CountyParticipant
from bipdesk.domain.referral import Status
from bipdesk.domain.shown_text import shown

# A site may be a version ahead, or its program changed: a word unknown here must not close that site's page.
_MARKS = {mark.value: mark for mark in Mark}
_STATUSES = {status.value: status.label for status in Status}


class CountyStore:
    """Reads what the sites sent, within one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def counts(self) -> Counter[OrgId]:
        """Return how many participants of each site are known; one query."""
        return self._numbers(ParticipantRow.org_id, ParticipantRow.is_void.is_(False))

    def conflicts(self) -> Counter[OrgId]:
        """Return how many fields of each site two people changed without seeing each other's change."""
        return self._numbers(T.conflict.c.org_id)

    def _numbers(self, org: sa.SQLColumnExpression[UUID], *asked: sa.ColumnElement[bool]) -> Counter[OrgId]:
        query = sa.select(org, sa.func.count()).where(*asked).group_by(org)
        return Counter({OrgId(row[0]): row[1] for row in self._rows.session.execute(query)})

    def participants(self, site: OrgId) -> tuple[CountyParticipant, ...]:
        """Return the participants of a site in order of case number; three queries."""
        session = self._rows.session
        people = session.scalars(
            sa.select(ParticipantRow)
            .where(ParticipantRow.org_id == site, ParticipantRow.is_void.is_(False))
            .order_by(ParticipantRow.case_number, ParticipantRow.id)
        ).all()
        referrals = {
            row.participant_id: row
            for row in session.scalars(
                sa.select(ReferralRow).where(ReferralRow.org_id == site).order_by(ReferralRow.id)
            )
        }
        attended: Counter[UUID] = Counter()
        missed: Counter[UUID] = Counter()
        last: dict[UUID, date] = {}
        marks = sa.select(AttendanceRow.participant_id, AttendanceRow.mark, AttendanceRow.on_date).where(
            AttendanceRow.org_id == site, AttendanceRow.mark.is_not(None), AttendanceRow.is_void.is_(False)
        )
        for participant_id, mark, on_date in session.execute(marks.order_by(AttendanceRow.on_date)):
            if mark not in _MARKS:
                continue
            (attended if _MARKS[mark].counts_as_attended else missed)[participant_id] += 1
            if on_date is not None:
                last[participant_id] = on_date
        return tuple(
            _participant(row, referrals.get(row.id), attended[row.id], missed[row.id], last.get(row.id))
            for row in people
        )


def _participant(
    row: ParticipantRow, referral: ReferralRow | None, attended: int, missed: int, last: date | None
) -> CountyParticipant:
    return CountyParticipant(
        case_number=shown(row.case_number),
        given_name=shown(row.given_name),
        family_name=shown(row.family_name),
        referrer=shown(referral.referrer) if referral else "",
        status=_STATUSES.get(referral.status, shown(referral.status)) if referral else "",
        attended=attended,
        missed=missed,
        last_on=last,
    )
