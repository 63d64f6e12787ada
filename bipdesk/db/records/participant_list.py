"""The list of participants: searched, filtered and counted by indexes, read in pages."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import InstrumentedAttribute, aliased

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.groups import GroupRow, MemberRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.folding import folded
from bipdesk.domain.ids import GroupId, OrgId, ParticipantId
from bipdesk.domain.participant import ListedParticipant
from bipdesk.domain.referral import Status


class ParticipantList:
    """Reads the list of participants within one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def page(
        self, search: str, status: Status | None, offset: int, limit: int
    ) -> tuple[ListedParticipant, ...]:
        """Return up to `limit` participants in order of name, from `offset` on; one query."""
        asked = _asked(self._rows.org, search, *([status] if status else []))
        chosen = asked.order_by(ParticipantRow.search, ParticipantRow.id).offset(offset).limit(limit)
        return self._listed(chosen.subquery())

    def all_in(self, *statuses: Status) -> tuple[ListedParticipant, ...]:
        """Return every participant whose newest referral has such a status, in order of name; one query."""
        return self._listed(_asked(self._rows.org, "", *statuses).subquery())

    def those(self, participant_ids: Iterable[ParticipantId]) -> tuple[ListedParticipant, ...]:
        """Return these participants in order of name; one query."""
        ids = sa.select(ParticipantRow.id).where(
            ParticipantRow.org_id == self._rows.org, ParticipantRow.id.in_(among(participant_ids))
        )
        return self._listed(ids.subquery())

    def _listed(self, chosen: sa.Subquery) -> tuple[ListedParticipant, ...]:
        """Return the chosen participants in order of name: only their rows are read from the table."""
        person = ParticipantRow
        query = (
            sa.select(
                person.id,
                person.case_number,
                person.given_name,
                person.family_name,
                _newest_referral(ReferralRow.status),
                MemberRow.left_on,
                GroupRow.id,
                GroupRow.name,
                GroupRow.curriculum_id,
            )
            .select_from(chosen)
            # An outer join keeps the order: first who is chosen, then their rows; each has one.
            .outerjoin(person, sa.and_(person.org_id == self._rows.org, person.id == chosen.c.id))
            .outerjoin(MemberRow, sa.and_(MemberRow.org_id == person.org_id, MemberRow.id == _newest_stay()))
            .outerjoin(
                GroupRow, sa.and_(GroupRow.org_id == MemberRow.org_id, GroupRow.id == MemberRow.group_id)
            )
            .order_by(person.search, person.id)
        )
        return tuple(_in_list(*row) for row in self._rows.session.execute(query))

    def count(self, search: str, status: Status | None) -> int:
        """Return how many participants `page` would list in all."""
        query = _asked(self._rows.org, search, *([status] if status else [])).with_only_columns(
            sa.func.count()
        )
        return self._rows.session.scalar(query) or 0

    def names(self) -> dict[ParticipantId, str]:
        """Return the names of all participants; one query, which tells nobody which one was meant."""
        rows = self._rows.session.execute(
            sa.select(ParticipantRow.id, ParticipantRow.given_name, ParticipantRow.family_name).where(
                ParticipantRow.org_id == self._rows.org, ParticipantRow.is_void.is_(False)
            )
        )
        return {ParticipantId(row_id): f"{given} {family}" for row_id, given, family in rows}


def _in_list(*row: Any) -> ListedParticipant:
    row_id, number, given, family, status, left_on, group_id, group, curriculum = row
    is_member = group_id is not None and left_on is None
    return ListedParticipant(
        participant_id=ParticipantId(row_id),
        case_number=number,
        given_name=given,
        family_name=family,
        # A referral that has not arrived (yet) leaves him where everybody begins.
        status=Status(status) if status else Status.REFERRED,
        group_id=GroupId(group_id) if is_member else None,
        group_name=group if is_member else "",
        curriculum_id=curriculum or "",
    )


def _newest_stay() -> sa.ScalarSelect[Any]:
    """Return the membership a participant is in now, or else was in last."""
    return (
        sa.select(MemberRow.id)
        .where(MemberRow.org_id == ParticipantRow.org_id, MemberRow.participant_id == ParticipantRow.id)
        .where(MemberRow.is_void.is_(False))
        .order_by(MemberRow.left_on.is_not(None), MemberRow.joined_on.desc())
        .limit(1)
        .correlate(ParticipantRow)
        .scalar_subquery()
    )


def _newest_referral(column: InstrumentedAttribute[Any]) -> sa.ScalarSelect[Any]:
    return (
        sa.select(column)
        .where(ReferralRow.org_id == ParticipantRow.org_id, ReferralRow.participant_id == ParticipantRow.id)
        .order_by(ReferralRow.id.desc())
        .limit(1)
        .correlate(ParticipantRow)
        .scalar_subquery()
    )


def _asked(org: OrgId, search: str, *statuses: Status) -> sa.Select[Any]:
    """Return the ids of those who are asked for; indexes alone answer it, the table is not read."""
    query = sa.select(ParticipantRow.id).where(
        ParticipantRow.org_id == org, ParticipantRow.is_void.is_(False)
    )
    for word in folded(search).split():
        query = query.where(sa.func.instr(ParticipantRow.search, word) > 0)
    if not statuses:
        return query
    found = aliased(ReferralRow)
    return query.join(
        found, sa.and_(found.org_id == ParticipantRow.org_id, found.participant_id == ParticipantRow.id)
    ).where(
        found.status.in_([status.value for status in statuses]), found.id == _newest_referral(ReferralRow.id)
    )
