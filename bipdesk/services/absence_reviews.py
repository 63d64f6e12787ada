"""The queue of absences: each is excused with a reason, or confirmed, and can be opened again."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.absence import Absence, Decision, decide_by
from bipdesk.domain.absence_queue import AbsenceQueue, ListedAbsence, ToldDecision
from bipdesk.domain.attendance import EXCUSES, Reason
from bipdesk.domain.attendance_rule import MOST_MINUTES, AttendanceRule, rule_on
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.delivery_errors import RuleWrong
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Pack
from bipdesk.domain.staff import Guard
from bipdesk.services.free_days import holidays_of

CHANGED = frozenset({Topic.REGISTER, Topic.PARTICIPANTS})
SHOWN = 60
"""How many of the decided ones the page shows, the newest of them."""
Place = tuple[ParticipantId, SessionId]


class AbsenceReviewService:
    """Decisions about absences; a mark is never changed by one."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock, must_lead: Guard) -> None:
        self._records = records
        self._library = library
        self._clock = clock
        self._guard = must_lead

    def queue(self) -> AbsenceQueue:
        """Return what waits, and what was decided; the number of queries does not grow."""
        with self._records.unit() as unit:
            found = [a for his in unit.absence_reviews.absences().values() for a in his]
            decided = sorted((a for a in found if a.decisions and not a.waits), key=_decided_at, reverse=True)
            waiting = self._listed(unit, [absence for absence in found if absence.waits])
            shown = self._listed(unit, decided[:SHOWN])
            rules = unit.attendance_rules.rules()
        today = self._clock.today()
        return AbsenceQueue(tuple(sorted(waiting, key=_soonest)), tuple(shown), rule_on(rules, today))

    def of(self, participant_id: ParticipantId) -> tuple[ListedAbsence, ...]:
        """Return all absences of one participant, the newest first."""
        with self._records.unit() as unit:
            found = unit.absence_reviews.absences([participant_id]).get(participant_id, ())
            return tuple(reversed(self._listed(unit, found)))

    def excuse(self, places: Collection[Place], reason: Reason, words: str = "") -> Changes:
        """Excuse these absences with one reason.

        Raises:
            NothingEntered: "other" needs words.
        """
        if reason not in EXCUSES:
            raise ValueError(f"{reason.value} excuses nobody")
        if reason is Reason.OTHER and not words.strip():
            raise NothingEntered(field="The reason")
        return self._decide(places, Decision.EXCUSE, reason, words)

    def confirm(self, places: Collection[Place], words: str = "") -> Changes:
        """Confirm that these were absences without an excuse."""
        return self._decide(places, Decision.CONFIRM, None, words)

    def reopen(self, places: Collection[Place], why: str) -> Changes:
        """Put decided absences into the queue again.

        Raises:
            NothingEntered: without a reason.
        """
        if not why.strip():
            raise NothingEntered(field="Why it is looked at again")
        return self._decide(places, Decision.REOPEN, None, why)

    def _decide(
        self, places: Collection[Place], decision: Decision, reason: Reason | None, words: str
    ) -> Changes:
        with self._records.unit() as unit:
            rows = unit.absence_reviews.decide(places, decision, reason, words.strip())
        return Changes(CHANGED, rows[-1] if rows else None)

    # The house's rule

    def set_rule(self, most_missed: int) -> Changes:
        """Say from today on how many minutes of a session may be missed; 0: it always counts.

        Raises:
            NotAllowed: for anybody but a coordinator; RuleWrong: no such number of minutes.
        """
        self._guard()
        if not 0 <= most_missed <= MOST_MINUTES:
            raise RuleWrong(most=MOST_MINUTES)
        with self._records.unit() as unit:
            unit.attendance_rules.add(AttendanceRule(self._clock.today(), most_missed))
        return Changes(CHANGED)

    def _listed(self, unit: Unit, absences: Sequence[Absence]) -> list[ListedAbsence]:
        site = unit.offices.site().details
        pack = self._library.packs.of(site.pack)
        year = self._clock.today().year
        first = min((absence.on_date.year for absence in absences), default=year)
        free = holidays_of(site, first) | holidays_of(site, year - 1)
        names = unit.groups.staff_names()
        people = {
            p.participant_id: p for p in unit.participant_list.those(a.participant_id for a in absences)
        }
        groups = unit.absence_reviews.groups_of({absence.session_id for absence in absences})
        listed = []
        for absence in absences:
            person = people[absence.participant_id]
            group, curriculum_id = groups[absence.session_id]
            due, rule = _by_when(absence, pack, free)
            step = self._library.curricula.of(curriculum_id).step(absence.step_code)
            line = ListedAbsence(
                absence, f"{person.family_name}, {person.given_name}", step.title, group, due, rule, ()
            )
            told = tuple(ToldDecision(each, names.get(each.by, "somebody")) for each in absence.decisions)
            listed.append(replace(line, history=told))
        return listed


def _by_when(absence: Absence, pack: Pack, free: frozenset[date]) -> tuple[date, str]:
    return decide_by(absence.on_date, pack.days("non-compliance-notice", absence.on_date), free)


def _decided_at(absence: Absence) -> datetime:
    return absence.decisions[-1].decided_at


def _soonest(listed: ListedAbsence) -> tuple[date, str]:
    return listed.by_when, listed.name
