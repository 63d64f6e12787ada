"""Who is in a group from when to when, past stays too, as stored."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.agencies import AgencyRow
from bipdesk.db.records.tables.groups import GroupRow, MemberRow
from bipdesk.db.records.tables.people import ParticipantRow
from bipdesk.db.records.tables.referrals import ReferralRow
from bipdesk.db.rows import Rows
from bipdesk.domain.group import Stay
from bipdesk.domain.group_places import without_conviction
from bipdesk.domain.ids import UNSEEN, GroupId, MemberId, ParticipantId, Seen, records_id

MISTAKE = "entered-by-mistake"


class MembershipStore:
    """Reads and writes stays in groups, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of_group(self, group_id: GroupId) -> tuple[Stay, ...]:
        """Return everybody who is or was in the group, in order of joining; two queries."""
        return self._read(MemberRow.group_id == group_id)

    def of_participant(self, participant_id: ParticipantId) -> tuple[Stay, ...]:
        """Return the groups he is or was in, in order of joining; two queries."""
        return self._read(MemberRow.participant_id == participant_id)

    def now(self, group_ids: Collection[GroupId]) -> dict[GroupId, tuple[ParticipantId, ...]]:
        """Return who is in each of these groups, now or from a day to come; one query."""
        query = sa.select(MemberRow.group_id, MemberRow.participant_id).where(
            MemberRow.org_id == self._rows.org,
            MemberRow.group_id.in_(among(group_ids)),
            MemberRow.is_void.is_(False),
            MemberRow.left_on.is_(None),
        )
        found: dict[GroupId, tuple[ParticipantId, ...]] = {}
        for group_id, his in self._rows.session.execute(query):
            found[GroupId(group_id)] = (*found.get(GroupId(group_id), ()), ParticipantId(his))
        return found

    def unconvicted(self, group_ids: Collection[GroupId]) -> dict[GroupId, int]:
        """Return how many of those in each of these groups come without a conviction; two queries."""
        groups = self.now(group_ids)
        without = self._unconvicted([his for members in groups.values() for his in members])
        return {group_id: len(without & set(members)) for group_id, members in groups.items()}

    def is_unconvicted(self, participant_id: ParticipantId) -> bool:
        """Say whether his newest referral is without a conviction; one query."""
        return participant_id in self._unconvicted([participant_id])

    def _unconvicted(self, participant_ids: Collection[ParticipantId]) -> frozenset[ParticipantId]:
        referral, agency = ReferralRow, AgencyRow
        query = (
            sa.select(referral.id, referral.participant_id, referral.kind, referral.order_kind, agency.kind)
            .outerjoin(agency, sa.and_(agency.org_id == referral.org_id, agency.id == referral.agency_id))
            .where(referral.org_id == self._rows.org, referral.participant_id.in_(among(participant_ids)))
            .where(referral.is_void.is_(False))
        )
        # Put in order here: asked for the order, the planner would walk through the referrals of everybody.
        found = sorted(self._rows.session.execute(query).all(), key=lambda row: row[0])
        newest = {ParticipantId(row[1]): without_conviction(row[2], row[3], row[4] or "") for row in found}
        return frozenset(his for his, unconvicted in newest.items() if unconvicted)

    def add(self, group_id: GroupId, participant_id: ParticipantId, on_date: date, because: str) -> MemberId:
        """Store that he joins a group; `because` is why he was let in without a place, or empty."""
        row = MemberRow(
            id=records_id(self._rows.clock.now()),
            group_id=group_id,
            participant_id=participant_id,
            joined_on=on_date,
            admitted_because=because,
        )
        return MemberId(self._rows.add(row)[0])

    def end(self, member_id: MemberId, on_date: date, because: str, seen: Seen) -> Seen:
        """Store that he leaves a group on a day: on it he is in no register any more."""
        return self._rows.change(MemberRow, member_id, seen, left_on=on_date, left_because=because)

    def go_on(self, member_id: MemberId) -> Seen:
        """Take back that he left."""
        seen = self._rows.seen(member_id)
        return self._rows.change(MemberRow, member_id, seen, left_on=None, left_because="")

    def remove(self, member_id: MemberId) -> None:
        """Hide a stay that was entered by mistake."""
        self._rows.hide(MemberRow, member_id, self._rows.seen(member_id), MISTAKE)

    def seen(self, member_id: UUID) -> Seen:
        """Return the token of one stay as it stands now."""
        return self._rows.seen(member_id)

    def _read(self, asked: sa.ColumnElement[bool]) -> tuple[Stay, ...]:
        person, stay, group = ParticipantRow, MemberRow, GroupRow
        rows = self._rows.session.execute(
            sa.select(stay, person.given_name, person.family_name, group.name)
            .join(person, sa.and_(person.org_id == stay.org_id, person.id == stay.participant_id))
            .join(group, sa.and_(group.org_id == stay.org_id, group.id == stay.group_id))
            .where(stay.org_id == self._rows.org, stay.is_void.is_(False), asked)
            .order_by(stay.joined_on, person.search, stay.id)
        ).all()
        seen = self._rows.seen_of(row.id for row, *_ in rows)
        return tuple(
            Stay(
                member_id=MemberId(row.id),
                seen=seen.get(row.id, UNSEEN),
                group_id=GroupId(row.group_id),
                participant_id=ParticipantId(row.participant_id),
                given_name=given,
                family_name=family,
                joined_on=row.joined_on,
                left_on=row.left_on,
                left_because=row.left_because,
                admitted_because=row.admitted_because,
                group_name=name,
            )
            for row, given, family, name in rows
        )
