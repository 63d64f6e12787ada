"""What keeps a man out of a group, and when he can come in: curriculum, sessions passed over, distance."""

from collections.abc import Sequence
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import DistanceUnknown, EntryClosed, LivesTooNear, OtherCurriculum
from bipdesk.domain.distance import km_of_miles, lives_beyond
from bipdesk.domain.group import DatedSession, SessionState, StoredGroup
from bipdesk.domain.group_entry import REACHED, Entry, entries
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import Journey
from bipdesk.domain.pack import Packs

NO_ENTRY = "No group that follows this curriculum has a session at which he could: plan one for him."


def entries_of(
    unit: Unit, curricula: Curricula, group: StoredGroup, participant_id: ParticipantId, today: date
) -> tuple[tuple[Entry, ...], str]:
    """Return when he can come into a group from a day on; where he never can, a sentence of where he can."""
    journey = _journey(unit, curricula, group.curriculum_id, participant_id)
    calendar = unit.groups.calendar()
    found = _entries(curricula, group, calendar, journey, today)
    return found, "" if found else _elsewhere(unit, curricula, group, (calendar, journey, today))


def check_curriculum(
    unit: Unit, curricula: Curricula, group: StoredGroup, participant_id: ParticipantId
) -> None:
    """Refuse a group of another curriculum for one who has begun: its steps are not his.

    Raises:
        OtherCurriculum.
    """
    his = unit.groups.curriculum_of(participant_id)
    if not his or his == group.curriculum_id:
        return
    begun = _journey(unit, curricula, his, participant_id)
    if any(place.state in REACHED for place in begun.steps):
        theirs, own = curricula.of(group.curriculum_id).name, curricula.of(his).name
        raise OtherCurriculum(group=group.name, theirs=theirs, his=own)


def check_entry(
    unit: Unit, curricula: Curricula, group: StoredGroup, who_and_when: tuple[ParticipantId, date, date]
) -> None:
    """Refuse a first session before which others would be passed over; given are he, from when, and today.

    Raises:
        EntryClosed: with the next date on which he can come in, here or in another group.
    """
    participant_id, on_date, today = who_and_when
    journey = _journey(unit, curricula, group.curriculum_id, participant_id)
    calendar = unit.groups.calendar()
    first = next((session for session in _from(group, calendar, on_date)), None)
    found = _entries(curricula, group, calendar, journey, on_date)
    if first is not None and found and found[0].on_date == first.on_date:
        return
    later = max(on_date, today)
    words = _words(found[0]) if found else _elsewhere(unit, curricula, group, (calendar, journey, later))
    raise EntryClosed(next=words)


def check_distance(
    unit: Unit, packs: Packs, group: StoredGroup, participant_id: ParticipantId, on_date: date
) -> None:
    """Refuse a group that meets every other week for one who does not live far enough (NAC 228.100).

    Where the pack says nothing binding of it, nobody is refused for it: the plan of the group says so.

    Raises:
        DistanceUnknown, LivesTooNear.
    """
    rule = packs.of(unit.offices.site().details.pack).value("fortnightly-beyond", on_date)
    if group.every_weeks < 2 or rule is None or not rule.binding:
        return
    distance = unit.persons.distance_km(participant_id)
    if distance is None:
        raise DistanceUnknown(miles=rule.number, citation=rule.citation)
    if not lives_beyond(distance, rule.number):
        km = km_of_miles(rule.number)
        raise LivesTooNear(distance=distance, km=km, miles=rule.number, citation=rule.citation)


def _journey(unit: Unit, curricula: Curricula, curriculum_id: str, participant_id: ParticipantId) -> Journey:
    return curricula.trace(curriculum_id, unit.attendances.facts([participant_id]).get(participant_id))


def _from(group: StoredGroup, calendar: Sequence[DatedSession], day: date) -> list[DatedSession]:
    return [
        session
        for session in calendar
        if session.group_id == group.group_id
        and session.on_date >= day
        and session.state is not SessionState.CANCELLED
    ]


def _entries(
    curricula: Curricula,
    group: StoredGroup,
    calendar: Sequence[DatedSession],
    journey: Journey,
    from_day: date,
) -> tuple[Entry, ...]:
    sessions = [(session.step_code, session.on_date) for session in _from(group, calendar, from_day)]
    return entries(curricula.of(group.curriculum_id), sessions, journey)


def _words(entry: Entry, group: str = "") -> str:
    begins = f", when {entry.begins} begins" if entry.begins else f", at {entry.title}"
    into = f"into {group}" if group else "in"
    return f"He can come {into} on {day_in_words(entry.on_date)}{begins}."


def _elsewhere(
    unit: Unit,
    curricula: Curricula,
    group: StoredGroup,
    known: tuple[Sequence[DatedSession], Journey, date],
) -> str:
    """Return where he can come in first, in another group of the same curriculum."""
    calendar, journey, today = known
    firsts = []
    for other in unit.groups.groups():
        if other.curriculum_id == group.curriculum_id and other.group_id != group.group_id:
            found = _entries(curricula, other, calendar, journey, today)
            firsts += [(found[0], other.name)] if found else []
    return _words(*min(firsts, key=lambda first: first[0].on_date)) if firsts else NO_ENTRY
