"""What a person does with the members of groups: let one join, leave, or go over to another group."""

from dataclasses import dataclass
from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import NotInGroup, SameGroup
from bipdesk.domain.errors import AlreadyInGroup, NothingEntered, WrongDate, WrongStatus
from bipdesk.domain.group import Stay
from bipdesk.domain.group_entry import Entry
from bipdesk.domain.group_places import Places
from bipdesk.domain.ids import GroupId, MemberId, ParticipantId
from bipdesk.domain.library import Library
from bipdesk.domain.referral import HERE, Status
from bipdesk.domain.staff import Guard
from bipdesk.services.groups.entries import check_curriculum, check_distance, check_entry, entries_of
from bipdesk.services.groups.views import places_of

CHANGED = frozenset({Topic.GROUPS, Topic.PARTICIPANTS})


@dataclass(frozen=True, slots=True)
class EntryOffer:
    """What can be said before he joins a group."""

    entries: tuple[Entry, ...]
    """The sessions to come at which he can come in."""
    closed: str
    """Why there is none, and where he can; empty where there is one."""
    places: Places
    unconvicted: bool
    rule: str
    """Where it is written that men come in while the group runs; empty where the pack says nothing."""
    full: bool
    """No place is left for him: a coordinator writes why he comes in all the same."""


class GroupMemberService:
    """Joining, leaving and going over; past stays are kept."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock, guard: Guard) -> None:
        """`guard` refuses what a coordinator alone decides."""
        self._records = records
        self._curricula = library.curricula
        self._packs = library.packs
        self._clock = clock
        self._guard = guard

    def entries(self, group_id: GroupId, participant_id: ParticipantId) -> EntryOffer:
        """Return when he can come into a group from today on, and whether there is a place for him."""
        with self._records.unit() as unit:
            group = unit.groups.group(group_id)
            found, closed = entries_of(unit, self._curricula, group, participant_id, self._clock.today())
            places = places_of(unit, group)
            unconvicted = unit.memberships.is_unconvicted(participant_id)
            pack = self._packs.of(unit.offices.site().details.pack)
            rolling = pack.value("rolling-entry", self._clock.today())
        limit = places.unconvicted_places
        few = unconvicted and limit is not None and places.unconvicted >= limit
        full = few or (places.places is not None and places.members >= places.places)
        rule = f"{rolling.words} {rolling.source}" if rolling is not None else ""
        return EntryOffer(found, closed, places, unconvicted, rule, full)

    def stays(self, participant_id: ParticipantId) -> tuple[Stay, ...]:
        """Return the groups he is and was in, in order."""
        with self._records.unit() as unit:
            return unit.memberships.of_participant(participant_id)

    def join(
        self, group_id: GroupId, participant_id: ParticipantId, on_date: date, despite: str = ""
    ) -> Changes:
        """Let an accepted participant join a group; he has started when he attended a first session.

        `despite` is a coordinator's reason to let him in although no place is left; `row_id` is his stay.

        Raises:
            WrongStatus, AlreadyInGroup.
            OtherCurriculum: when he began with another curriculum.
            EntryClosed: when sessions before the first one he would come to would be passed over.
            DistanceUnknown, LivesTooNear: when the group meets every other week.
            GroupFull, NoUnconvictedPlace: without `despite`.
            NotAllowed: with `despite`, for others than coordinators.
        """
        with self._records.unit() as unit:
            state = unit.referrals.latest(participant_id)
            if state.status not in HERE:
                raise WrongStatus(status=state.status.label.lower())
            membership = unit.groups.membership(participant_id)
            if membership is not None:
                raise AlreadyInGroup(group=membership[2])
            self._check_in(unit, group_id, participant_id, on_date, despite)
            member_id = unit.memberships.add(group_id, participant_id, on_date, despite.strip())
            if state.status is Status.ACCEPTED:
                unit.referrals.move(state.referral_id, Status.WAITING, max(on_date, state.since), state.seen)
        return Changes(CHANGED, member_id)

    def leave(
        self, group_id: GroupId, participant_id: ParticipantId, on_date: date, reason: str = ""
    ) -> Changes:
        """Let a participant leave a group: from this day on he is in no register; what he attended stays.

        `row_id` of the answer is the stay that ended.
        """
        with self._records.unit() as unit:
            stay = _now(unit, participant_id)
            if stay is None or stay.group_id != group_id:
                return Changes(CHANGED)
            unit.memberships.end(stay.member_id, on_date, reason.strip(), stay.seen)
        return Changes(CHANGED, stay.member_id)

    def transfer(
        self,
        participant_id: ParticipantId,
        to_group: GroupId,
        on_date: date,
        reason: str,
        despite: str = "",
    ) -> Changes:
        """Let him leave his group and join another on the same day; his steps stay his.

        `row_id` of the answer is his new stay.

        Raises:
            NothingEntered: without a reason.
            NotInGroup, SameGroup; WrongDate: before he joined the group he leaves.
            OtherCurriculum, EntryClosed, DistanceUnknown, LivesTooNear, GroupFull, NoUnconvictedPlace.
        """
        if not reason.strip():
            raise NothingEntered(field="The reason")
        with self._records.unit() as unit:
            stay = _now(unit, participant_id)
            if stay is None:
                raise NotInGroup
            if stay.group_id == to_group:
                raise SameGroup(group=stay.group_name)
            if on_date < stay.joined_on:
                reason_words = f"he joined {stay.group_name} on {day_in_words(stay.joined_on)}"
                raise WrongDate(field="The date", reason=reason_words)
            self._check_in(unit, to_group, participant_id, on_date, despite)
            unit.memberships.end(stay.member_id, on_date, reason.strip(), stay.seen)
            member_id = unit.memberships.add(to_group, participant_id, on_date, despite.strip())
        return Changes(CHANGED, member_id)

    # Taking back

    def take_back_join(self, member_id: MemberId) -> Changes:
        """Take back that he joined, as a mistake."""
        with self._records.unit() as unit:
            unit.memberships.remove(member_id)
        return Changes(CHANGED, member_id)

    def take_back_leave(self, member_id: MemberId) -> Changes:
        """Take back that he left."""
        with self._records.unit() as unit:
            unit.memberships.go_on(member_id)
        return Changes(CHANGED, member_id)

    def take_back_transfer(self, member_id: MemberId, participant_id: ParticipantId) -> Changes:
        """Take back a transfer: the new stay goes, the one it ended goes on."""
        with self._records.unit() as unit:
            stays = unit.memberships.of_participant(participant_id)
            new = next((stay for stay in stays if stay.member_id == member_id), None)
            if new is None:
                raise NotInGroup
            before = [stay for stay in stays if stay.left_on == new.joined_on]
            unit.memberships.remove(member_id)
            if before:
                unit.memberships.go_on(before[-1].member_id)
        return Changes(CHANGED, member_id)

    def _check_in(
        self, unit: Unit, group_id: GroupId, participant_id: ParticipantId, on_date: date, despite: str
    ) -> None:
        group = unit.groups.group(group_id)
        check_curriculum(unit, self._curricula, group, participant_id)
        if self._curricula.knows(group.curriculum_id):
            check_entry(unit, self._curricula, group, (participant_id, on_date, self._clock.today()))
        check_distance(unit, self._packs, group, participant_id, on_date)
        if despite.strip():
            self._guard()
        else:
            unconvicted = unit.memberships.is_unconvicted(participant_id)
            places_of(unit, group).check(unconvicted=unconvicted)


def _now(unit: Unit, participant_id: ParticipantId) -> Stay | None:
    stays = [stay for stay in unit.memberships.of_participant(participant_id) if stay.left_on is None]
    return stays[-1] if stays else None
