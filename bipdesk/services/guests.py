"""Guests in a register: found by name, let in when the session is open for them, taken out again."""

from collections.abc import Sequence

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.delivery_errors import GuestRefused
from bipdesk.domain.errors import RegisterClosed
from bipdesk.domain.group import DatedSession, SessionState
from bipdesk.domain.guest import Guest, refusal_of
from bipdesk.domain.ids import ParticipantId, Seen, SessionId
from bipdesk.domain.participant import ListedParticipant
from bipdesk.domain.referral import HERE

CHANGED = frozenset({Topic.REGISTER})
FOUND_LIMIT = 8
IN_GROUP = "he belongs to this group"
IN_REGISTER = "he is in the register already"
NOT_HERE = "he is not in the programme"


class GuestService:
    """Participants of other groups who catch up a session."""

    def __init__(self, records: RecordsFile, curricula: Curricula) -> None:
        self._records = records
        self._curricula = curricula

    def find(self, session_id: SessionId, typed: str) -> tuple[Guest, ...]:
        """Return up to eight participants whose names hold what was typed, each with what keeps him out."""
        if not typed.strip():
            return ()
        with self._records.unit() as unit:
            session = unit.groups.dated(session_id)
            return self._judged(unit, session, unit.participant_list.page(typed, None, 0, FOUND_LIMIT))

    def add(self, session_id: SessionId, participant_id: ParticipantId) -> Changes:
        """Give a guest a line in the register.

        Raises:
            GuestRefused: when the session is not open for him; RegisterClosed.
        """
        with self._records.unit() as unit:
            session = unit.groups.dated(session_id)
            if session.state is SessionState.HELD:
                raise RegisterClosed
            for guest in self._judged(unit, session, unit.participant_list.those([participant_id])):
                if guest.refusal:
                    name = f"{guest.given_name} {guest.family_name}"
                    raise GuestRefused(name=name, reason=guest.refusal)
            standing = unit.attendances.of_session(session_id).get(participant_id)
            seen = standing.seen if standing else Seen("")
            row_id, token = unit.attendances.write(session, participant_id, seen, as_guest=True)
        return Changes(CHANGED, row_id, token)

    def remove(self, session_id: SessionId, participant_id: ParticipantId, seen: Seen) -> Changes:
        """Take a guest's line out again, with the mark on it.

        Raises:
            RegisterClosed: when the register is closed.
        """
        with self._records.unit() as unit:
            session = unit.groups.dated(session_id)
            if session.state is SessionState.HELD:
                raise RegisterClosed
            row_id, token = unit.attendances.write(session, participant_id, seen, mark=None, as_guest=False)
        return Changes(CHANGED, row_id, token)

    def _judged(
        self, unit: Unit, session: DatedSession, people: Sequence[ListedParticipant]
    ) -> tuple[Guest, ...]:
        """Return these people as guests; three queries more, however many they are."""
        marks = unit.attendances.of_session(session.session_id)
        members = {m.participant_id for m in unit.groups.members(session.group_id, session.on_date)}
        facts = unit.attendances.facts([person.participant_id for person in people])
        guests = []
        for person in people:
            his = person.participant_id
            refusal = _place_refusal(person, his in members, his in marks and marks[his].as_guest)
            if not refusal:
                journey = self._curricula.trace(person.curriculum_id, facts.get(his))
                refusal = refusal_of(journey, session.step_code)
            names = (person.given_name, person.family_name, person.case_number, person.group_name)
            guests.append(Guest(his, *names, refusal))
        return tuple(guests)


def _place_refusal(person: ListedParticipant, is_member: bool, has_line: bool) -> str:
    if is_member:
        return IN_GROUP
    if has_line:
        return IN_REGISTER
    return "" if person.status in HERE else NOT_HERE
