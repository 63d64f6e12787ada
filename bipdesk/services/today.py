"""The start screen: what is due, what needs a decision, who meets tonight, how the programme stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.clock import Clock
from bipdesk.domain.duty import BundleStanding, Duty, DutyKind, Numbers, Today, TonightGroup
from bipdesk.domain.duty_rules import with_rule
from bipdesk.domain.group import SessionState, StoredGroup, StoredSession
from bipdesk.domain.ids import GroupId
from bipdesk.domain.library import Library
from bipdesk.domain.person_link import persons_among
from bipdesk.domain.referral import HERE, INTAKE, Status
from bipdesk.domain.schedule import catch_up_duties, next_step_duty
from bipdesk.domain.staff import Role
from bipdesk.services.duties.notices import derived, gathered, lately, notice_lines
from bipdesk.services.duties.sources import (
    DECISIONS,
    DECISIONS_OF_JOURNEYS,
    DUE,
    FOR_COORDINATORS,
    OF_JOURNEYS,
    RULED_DECISIONS,
    RULED_DUE,
    RULED_OF_JOURNEYS,
    Traced,
)

BUNDLE_EVERY = timedelta(days=30)
"""The stick goes to the county office every month (mission)."""
BUNDLE_NOTICE = timedelta(days=7)
AT_ONCE = frozenset({DutyKind.HARM_NOW, DutyKind.TELL_NOW, DutyKind.WRITE_INCIDENT})
"""Somebody's life may hang on it: it stands first, whatever else is overdue."""
Groups = Mapping[GroupId, StoredGroup]


@dataclass(frozen=True, slots=True)
class Sees:
    """What of the start screen concerns the person who is signed in."""

    hand_over_forms: bool
    """The officer's side stands, so forms can be sealed."""
    coordinates: bool
    """She or he carries the stick, and keeps readiness, agencies and staff."""


class TodayService:
    """Derives the start screen from the records; nothing of it is stored."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock, sees: Sees) -> None:
        self._records = records
        self._library = library
        self._curricula = library.curricula
        self._clock = clock
        self._hand_over_ready = sees.hand_over_forms
        self._coordinates = sees.coordinates

    def today(self) -> Today:
        """Return all that the start screen shows; the number of queries does not grow with the programme."""
        today = self._clock.today()
        with self._records.unit() as unit:
            journeys = self._journeys(unit, Status.IN_PROGRAMME)
            standing = _bundles(unit)
            waiting = self._journeys(unit, Status.ACCEPTED, Status.WAITING)
            decisions = [*self._decisions(unit, waiting)]
            decisions += [duty for source in DECISIONS for duty in source(unit, today)]
            decisions += [d for source in RULED_DECISIONS for d in source(unit, today, self._library)]
            evenings = unit.groups.open_until(today - timedelta(days=1)), unit.groups.sessions_on(today)
            meeting = {session.group_id for sessions in evenings for session in sessions}
            groups = {group.group_id: group for group in unit.groups.groups(meeting)}
            due = [
                *_open_registers(evenings[0], groups),
                *self._journey_duties(unit, journeys + waiting, today),
            ]
            due += self._bundle_duties(standing, today)
            due += [duty for source in DUE for duty in source(unit, today)]
            due += [duty for source in OF_JOURNEYS for duty in source(unit, today, journeys + waiting)]
            due += [duty for source in RULED_DUE for duty in source(unit, today, self._library)]
            facts = gathered(unit, today, self._library)
            notices = derived(facts)
            due += notice_lines(notices.duties, facts.facts)
            library = self._library
            due += [d for source in RULED_OF_JOURNEYS for d in source(unit, today, library, journeys)]
            decisions += [d for ask in DECISIONS_OF_JOURNEYS for d in ask(unit, today, library, journeys)]
            return Today(
                on_date=today,
                due=tuple(sorted(self._hers(due), key=partial(_soonest, today))),
                decisions=tuple(self._hers(decisions)),
                tonight=tuple(self._tonight(unit, evenings[1], groups, journeys + waiting)),
                numbers=_numbers(unit, journeys, today),
                last_bundle_on=standing.confirmed_on if standing else None,
                written_unconfirmed=standing.unconfirmed if standing else 0,
                no_longer=lately(notices.no_longer_due, today),
            )

    def _hers(self, duties: Sequence[Duty]) -> list[Duty]:
        """Leave out what only a coordinator can do, for everybody else; each says by which rule it is due."""
        return [
            with_rule(duty)
            for duty in duties
            if self._coordinates or not (duty.for_coordinator or duty.kind in FOR_COORDINATORS)
        ]

    def _journeys(self, unit: Unit, *statuses: Status) -> list[Traced]:
        people = unit.participant_list.all_in(*statuses)
        facts = unit.attendances.facts([person.participant_id for person in people])
        return [
            (person, self._curricula.trace(person.curriculum_id, facts.get(person.participant_id)))
            for person in people
        ]

    def _journey_duties(self, unit: Unit, journeys: Sequence[Traced], today: date) -> Iterator[Duty]:
        dates: dict[GroupId, dict[str, date]] = {}
        in_groups = {person.group_id for person, _ in journeys if person.group_id}
        for session in unit.groups.calendar(in_groups):
            dates.setdefault(session.group_id, {})[session.step_code] = session.on_date
        for person, journey in journeys:
            label = f"{person.given_name[:1]}. {person.family_name}"
            planned = dates.get(person.group_id, {}) if person.group_id else {}
            yield from catch_up_duties(person.participant_id, label, journey, planned, today)
            duty = next_step_duty(person.participant_id, label, journey, planned, today)
            if duty is not None and (duty.due_on is None or duty.due_on <= today + timedelta(days=21)):
                yield duty

    def _decisions(self, unit: Unit, waiting: Sequence[Traced]) -> Iterator[Duty]:
        # Those whom an import brought in may be in the programme without a form.
        found = unit.referrals.in_status([*INTAKE, *HERE])
        with_form = unit.hand_overs.with_form(state.referral_id for state, _, _ in found)
        if not self._hand_over_ready:
            yield from _officers_to_come(unit)
        for state, given, family in found:
            if self._hand_over_ready and state.referral_id not in with_form:
                yield Duty(
                    DutyKind.HAND_OVER,
                    state.participant_id,
                    f"Hand-over form for {given[:1]}. {family}",
                    "The same for every referral, also when there is nothing to pass on",
                    None,
                )
        since = {state.participant_id: state.since for state, _, _ in found}
        for person, _ in waiting:
            if person.group_id is None:
                label = f"{person.given_name[:1]}. {person.family_name}"
                detail = _since(person.status, since[person.participant_id])
                yield Duty(
                    DutyKind.PLACE_IN_GROUP, person.participant_id, f"{label} waits for a group", detail, None
                )

    def _tonight(
        self, unit: Unit, sessions: Sequence[StoredSession], groups: Groups, journeys: Sequence[Traced]
    ) -> Iterator[TonightGroup]:
        names = unit.groups.staff_names()
        owing = {person.participant_id for person, journey in journeys if journey.owed}
        members = unit.groups.members_of(groups, self._clock.today())
        for session in sessions:
            group = groups[session.group_id]
            expected = members.get(session.group_id, ())
            curriculum = self._curricula.of(group.curriculum_id)
            step = curriculum.step(session.step_code)
            yield TonightGroup(
                session_id=session.session_id,
                group_name=group.name,
                starts=f"{group.starts_at:%H:%M}",
                ends=f"{group.ends_at:%H:%M}",
                place=group.place,
                title=f"{step.block_name} {step.index} of {step.of}",
                number=f"Group session {session.number} of {len(curriculum.group_steps)}",
                facilitators=tuple(names.get(staff_id, "") for staff_id in group.facilitators),
                expected=len(expected),
                marked=session.marked,
                closed=session.state is SessionState.HELD,
                remark=_owing(sum(member.participant_id in owing for member in expected)),
            )

    def bundles(self) -> BundleStanding | None:
        """Return how the exchange with the county stands; None before its card was typed."""
        with self._records.unit() as unit:
            return _bundles(unit)

    def _bundle_duties(self, standing: BundleStanding | None, today: date) -> Iterator[Duty]:
        if standing is None or not self._coordinates:
            return
        due = standing.last_written_on + BUNDLE_EVERY
        if due - today <= BUNDLE_NOTICE:
            yield Duty(
                DutyKind.SEND_BUNDLE,
                standing.county,
                "Bundle for the county office",
                f"The last one was written on {_day(standing.last_written_on)}"
                if standing.written
                else "None has been written yet",
                due,
            )


def _soonest(today: date, duty: Duty) -> tuple[bool, date, str]:
    """Put what somebody's life may hang on first; what has no date waits already, so it is due today."""
    return duty.kind not in AT_ONCE, duty.due_on or today, duty.title


def _officers_to_come(unit: Unit) -> Iterator[Duty]:
    for member in unit.offices.staff():
        if Role.SAFETY_OFFICER in member.roles:
            yield Duty(
                DutyKind.OFFICER_SIGNS_IN,
                member.staff_id,
                f"{member.name} has not made her side yet",
                "Until she signs in with her first code, no hand-over form can be sealed to her. "
                "When she has, lock and unlock once",
                None,
            )


def _open_registers(sessions: Sequence[StoredSession], groups: Groups) -> Iterator[Duty]:
    for session in sessions:
        yield Duty(
            DutyKind.TAKE_REGISTER,
            session.session_id,
            f"Close the register of {groups[session.group_id].name}",
            f"{_day(session.on_date)} · {session.marked or 'nobody'} marked yet",
            session.on_date,
        )


def _numbers(unit: Unit, journeys: Sequence[Traced], today: date) -> Numbers:
    waiting, links = unit.referrals.in_status([Status.ACCEPTED, Status.WAITING]), unit.person_links.pairs()
    return Numbers(
        in_programme=persons_among((person.participant_id for person, _ in journeys), links),
        waiting=persons_among((state.participant_id for state, _, _ in waiting), links),
        longest_wait_days=max(((today - state.since).days for state, _, _ in waiting), default=0),
        two_or_more_owed=sum(len(journey.owed) >= 2 for _, journey in journeys),
        completed_this_year=unit.referrals.finished(Status.COMPLETED, today.replace(month=1, day=1)),
    )


def _bundles(unit: Unit) -> BundleStanding | None:
    county = next((peer for peer in unit.offices.peers() if peer.kind == "county"), None)
    if county is None:
        return None
    sent = unit.offices.bundles(county.org_id, "out")
    return BundleStanding(
        county=county.org_id,
        written=len(sent),
        last_written_on=max((bundle.made_on for bundle in sent), default=county.enrolled_on),
        confirmed_on=max((b.delivered_on for b in sent if b.delivered_on), default=None),
        unconfirmed=sum(bundle.delivered_on is None for bundle in sent),
    )


def _owing(number: int) -> str:
    return "" if number == 0 else f"{number} owe{'s' if number == 1 else ''} a catch-up"


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"


def _since(status: Status, day: date) -> str:
    return f"Accepted on {_day(day)}" if status is Status.ACCEPTED else f"Waiting since {_day(day)}"
