"""Who came again years later: what was before his newest referral belongs to another run."""

from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.rows import Rows


def run_begins(rows: Rows) -> dict[UUID, date]:
    """Return when the newest run began, for those who have had more than one; one query over an index."""
    query = sa.select(ReferralRow.participant_id, ReferralRow.referred_on).where(
        ReferralRow.org_id == rows.org, ReferralRow.run_number > 1
    )
    begins: dict[UUID, date] = {}
    for participant_id, referred_on in rows.session.execute(query):
        begins[participant_id] = max(referred_on or date.min, begins.get(participant_id, date.min))
    return begins
