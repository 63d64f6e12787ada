"""What the records know that completion asks about, for one or for many, in one pass of queries."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta

from bipdesk.db.records.file import Unit
from bipdesk.domain.completion import checklist
from bipdesk.domain.completion_lines import Completion, CompletionFacts, Item
from bipdesk.domain.curricula import Curricula, Facts
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.fee import charged
from bipdesk.domain.goal import GoalCounts
from bipdesk.domain.ids import GroupId, ParticipantId
from bipdesk.domain.journey import MET, Journey
from bipdesk.domain.library import Library
from bipdesk.domain.participant import ListedParticipant
from bipdesk.domain.referral import ReferralState

A_YEAR = timedelta(days=365)
"""No rule that was read looks back longer than a year before he came."""


def completions(
    unit: Unit, library: Library, people: Sequence[ListedParticipant], today: date
) -> dict[ParticipantId, Completion]:
    """Return the completion list of each of these people; the number of queries does not grow with them."""
    pack = library.packs.of(unit.offices.site().details.pack)
    facts = completion_facts(unit, library.curricula, people)
    return {his: checklist(found, pack, today) for his, found in facts.items()}


def completion_facts(
    unit: Unit, curricula: Curricula, people: Sequence[ListedParticipant]
) -> dict[ParticipantId, CompletionFacts]:
    """Return the facts of each of these people."""
    if not people:
        return {}
    reading = _Reading(unit, curricula, people)
    return {person.participant_id: reading.of(person) for person in people}


class _Reading:
    """The answers of all queries, from which the facts of each are put together."""

    def __init__(self, unit: Unit, curricula: Curricula, people: Sequence[ListedParticipant]) -> None:
        ids = [person.participant_id for person in people]
        self._curricula = curricula
        self._attended: dict[ParticipantId, Facts] = unit.attendances.facts(ids)
        self._referrals: dict[ParticipantId, ReferralState] = unit.referrals.latest_of(ids)
        referral_ids = [state.referral_id for state in self._referrals.values()]
        self._confirmed = unit.endings.confirmations(referral_ids)
        self._reviews = unit.reviews.held(ids)
        self._homework = unit.endings.homework_open(ids)
        self._goals = unit.goals.counts(ids)
        self._incidents = unit.incidents.standing(ids)
        self._minutes = _lengths(unit, people)
        self._owed: dict[ParticipantId, int] = {}
        if unit.fees.scale()[0].is_on:
            self._owed = _owed(unit, ids, self._attended)

    def of(self, person: ListedParticipant) -> CompletionFacts:
        """Return the facts of one of them."""
        his = person.participant_id
        state, facts = self._referrals[his], self._attended.get(his, ([], []))
        curriculum = self._curricula.of(person.curriculum_id)
        journey = self._curricula.trace(person.curriculum_id, facts)
        days = [fact.on_date for fact in facts[0] if fact.mark.counts_as_attended]
        sessions = _sessions(journey)
        length = self._minutes.get(person.group_id) if person.group_id else None
        confirmed = {item: what for item, (_, what) in self._confirmed.get(state.referral_id, {}).items()}
        level = confirmed.get(Item.LEVEL)
        goals = self._goals.get(his, GoalCounts())
        since = state.details.referred_on - A_YEAR
        happened = [one.details for one in self._incidents.get(his, ()) if one.details.happened_on >= since]
        return CompletionFacts(
            journey=journey,
            curriculum_source=curriculum.source,
            minutes=sessions * (length or curriculum.session_minutes),
            sessions=sessions,
            begun_on=min(days, default=None),
            last_on=max(days, default=None),
            sessions_ordered=state.details.required_sessions,
            court_case=state.details.court_case,
            homework_open=self._homework.get(his, 0),
            goals_open=goals.open_plan,
            goals_reached=goals.reached,
            reviews=len(self._reviews.get(his, ())),
            violence=tuple(one.happened_on for one in happened if one.kind.is_violent),
            orders_broken=tuple(one.happened_on for one in happened if one.kind.breaks_order),
            owed_cents=self._owed.get(his),
            confirmed=confirmed,
            level=level.words if level is not None else "",
        )


def _sessions(journey: Journey) -> int:
    """Return how many group sessions count: attended, made up or credited."""
    return sum(place.state in MET and place.step.kind is StepKind.GROUP for place in journey.steps)


def _owed(
    unit: Unit, ids: Sequence[ParticipantId], attended: Mapping[ParticipantId, Facts]
) -> dict[ParticipantId, int]:
    """Return what each of them still owes, in hundredths of the currency."""
    terms, entries = unit.fees.terms(ids), unit.fees.entries(ids)
    found = {}
    for his in ids:
        days = [fact.on_date for fact in attended.get(his, ([], []))[0] if fact.mark.counts_as_attended]
        due = charged([stored.terms for stored in terms.get(his, [])], days)[1]
        found[his] = due - sum(entry.details.cents for entry in entries.get(his, []))
    return found


def _lengths(unit: Unit, people: Sequence[ListedParticipant]) -> dict[GroupId, int]:
    groups = unit.groups.groups({person.group_id for person in people if person.group_id})
    return {group.group_id: _minutes(group.starts_at, group.ends_at) for group in groups}


def _minutes(begins: time, ends: time) -> int:
    return (ends.hour * 60 + ends.minute - begins.hour * 60 - begins.minute) % (24 * 60)
