"""What is done with 1-2-1s: record what was looked at, with the fact it is to the journey; appointments."""

from uuid import UUID

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.appointment import AppointmentDetails, AppointmentState, Ending, check_ending
from bipdesk.domain.catch_up import catch_ups_held, catch_ups_left, check_catch_up, check_individual
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Facts
from bipdesk.domain.curriculum import Curriculum
from bipdesk.domain.delivery_errors import AppointmentOver, MinutesMissing
from bipdesk.domain.errors import DateInFuture, WrongDate
from bipdesk.domain.goals_file import OneToOneEntry, OneToOneForm, meetable_steps, who_may_hold
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.intake_errors import AnswersTooLong
from bipdesk.domain.journey import IndividualFact, IndividualKind, Journey
from bipdesk.domain.library import Library
from bipdesk.domain.one_to_one import LONGEST_MINUTES, OneToOneDetails, checked, fact_of
from bipdesk.domain.pack import Pack

CHANGED = frozenset({Topic.GOALS, Topic.PARTICIPANTS, Topic.REGISTER})
PLANNED = frozenset({Topic.GOALS})
MOST_CHARACTERS = 60_000
PRACTICE_SHOWN = 3


class OneToOneService:
    """1-2-1s and the appointments for them; what he shares leaves in no letter."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._curricula = library.curricula
        self._packs = library.packs
        self._clock = clock

    def form(self, participant_id: ParticipantId) -> OneToOneForm:
        """Return what the page needs: open steps, his goals, the last 1-2-1, what is planned; audited."""
        with self._records.unit() as unit:
            case_number, person, _ = unit.participants.person(participant_id)
            curriculum, journey, (_, singles) = self._traced(unit, participant_id)
            held = unit.one_to_ones.of(participant_id)
            pack, today = self._pack(unit), self._clock.today()
            rule = pack.value("individual-substitutes", today) or pack.value(
                "individual-never-instead", today
            )
            planned = [each for each in unit.appointments.of(participant_id) if each.is_planned]
            practised = unit.practice.practices(participant_id)[:PRACTICE_SHOWN]
            return OneToOneForm(
                participant_id=participant_id,
                name=f"{person.given_name} {person.family_name}",
                case_number=case_number,
                steps=meetable_steps(curriculum, journey),
                goals=tuple(goal for goal in unit.goals.of(participant_id) if goal.is_open),
                staff=who_may_hold(unit.offices.staff()),
                me=unit.rows.actor,
                planned=tuple(reversed(planned)),
                catch_ups_left=catch_ups_left(pack, catch_ups_held(singles), today),
                limit_citation=rule.citation if rule else "",
                last=next(iter(held), None),
                practice=tuple((each.details.practised_on, each.details.went) for each in practised),
            )

    def record(self, participant_id: ParticipantId, entry: OneToOneEntry) -> Changes:
        """Store a 1-2-1 with its fact, the looks at his goals and the next appointment: all or nothing.

        Raises:
            MinutesMissing, OneFacilitatorTwice, DateInFuture, StepNotOpen, CatchUpNotAlone, CatchUpsUsedUp,
            WrongDate, AnswersTooLong; NothingEntered: without who held it, or the reason of a catch-up.
        """
        details = self._checked(entry.details)
        if entry.next_appointment is not None:
            self._check_coming("Next appointment", entry.next_appointment)
        fact = fact_of(details)
        with self._records.unit() as unit:
            individual_id = None
            if fact is not None:
                self._admit(unit, participant_id, fact, justified=entry.justified)
                individual_id = unit.attendances.record_individual(participant_id, fact)
            row_id, token = unit.one_to_ones.add(participant_id, details, individual_id)
            for goal_id, review in entry.reviews.items():
                unit.goals.add_review(goal_id, review, unit.rows.actor, row_id)
            if entry.keeps is not None:
                unit.appointments.hold(entry.keeps, row_id)
            if entry.next_appointment is not None:
                unit.appointments.add(participant_id, entry.next_appointment, row_id)
        return Changes(CHANGED, row_id, token)

    def change(self, one_to_one_id: UUID, details: OneToOneDetails, seen: Seen) -> Changes:
        """Write over a record; which step it was for stays. Raises as `record` does."""
        kept = self._checked(details)
        with self._records.unit() as unit:
            token = unit.one_to_ones.change(one_to_one_id, kept, seen)
        return Changes(CHANGED, one_to_one_id, token)

    def withdraw(self, one_to_one_id: UUID, seen: Seen) -> Changes:
        """Take away a 1-2-1 that was entered by mistake with all that came with it."""
        with self._records.unit() as unit:
            unit.one_to_ones.withdraw(one_to_one_id, seen)
            unit.goals.remove_reviews_of(one_to_one_id)
            unit.appointments.unhold(one_to_one_id)
        return Changes(CHANGED, one_to_one_id)

    def restore(self, one_to_one_id: UUID) -> Changes:
        """Put it back with all that came with it."""
        with self._records.unit() as unit:
            unit.one_to_ones.restore(one_to_one_id)
            unit.goals.restore_reviews_of(one_to_one_id)
            unit.appointments.rehold(one_to_one_id)
        return Changes(CHANGED, one_to_one_id)

    # Appointments

    def plan(self, participant_id: ParticipantId, details: AppointmentDetails) -> Changes:
        """Store an appointment.

        Raises:
            WrongDate: when its day is past; MinutesMissing.
        """
        self._check_coming("On", details)
        with self._records.unit() as unit:
            row_id, token = unit.appointments.add(participant_id, details)
        return Changes(PLANNED, row_id, token)

    def move(self, appointment_id: UUID, details: AppointmentDetails, why: str, seen: Seen) -> Changes:
        """Make another appointment instead of a planned one; both stay on file.

        Raises:
            NothingEntered: without the reason; WrongDate, AppointmentOver.
        """
        self._check_coming("On", details)
        ending = check_ending(Ending(AppointmentState.MOVED, words=why))
        with self._records.unit() as unit:
            whose = self._still_planned(unit, appointment_id)
            unit.appointments.end(appointment_id, ending, seen)
            row_id, _ = unit.appointments.add(whose, details, appointment_id)
        return Changes(PLANNED, row_id)

    def end(self, appointment_id: UUID, ending: Ending, seen: Seen) -> Changes:
        """Write that he did not keep an appointment, or that the programme cancelled it.

        Raises:
            NothingEntered: when it is cancelled and nobody says why; DateInFuture: when it is still to come
            and he is said to have missed it; AppointmentOver.
        """
        kept = check_ending(ending)
        with self._records.unit() as unit:
            self._still_planned(unit, appointment_id)
            missed = kept.state is AppointmentState.NOT_ATTENDED
            if missed and unit.appointments.get(appointment_id).details.on_date > self._clock.today():
                raise DateInFuture(field="On")
            token = unit.appointments.end(appointment_id, kept, seen)
        return Changes(PLANNED, appointment_id, token)

    def withdraw_appointment(self, appointment_id: UUID, seen: Seen) -> Changes:
        """Take away an appointment that was planned by mistake."""
        with self._records.unit() as unit:
            unit.appointments.withdraw(appointment_id, seen)
        return Changes(PLANNED, appointment_id)

    def reopen(self, appointment_id: UUID) -> Changes:
        """Say that an appointment is planned after all; what was made instead of it goes."""
        with self._records.unit() as unit:
            seen = unit.rows.seen(appointment_id)
            unit.appointments.hide_made_from(appointment_id)
            token = unit.appointments.end(appointment_id, Ending(AppointmentState.PLANNED), seen)
        return Changes(PLANNED, appointment_id, token)

    def _still_planned(self, unit: Unit, appointment_id: UUID) -> ParticipantId:
        appointment = unit.appointments.get(appointment_id)
        if not appointment.is_planned:
            raise AppointmentOver
        return appointment.participant_id

    def _admit(
        self, unit: Unit, participant_id: ParticipantId, fact: IndividualFact, *, justified: bool
    ) -> None:
        """Let a fact pass, by the same rules as `IndividualSessionService.record`."""
        _, journey, (_, singles) = self._traced(unit, participant_id)
        place = next((step for step in journey.steps if step.step.code == fact.step_code), None)
        check_individual(place, fact.kind, fact.step_code)
        if fact.kind is IndividualKind.CATCH_UP:
            check_catch_up(self._pack(unit), catch_ups_held(singles), fact.on_date, justified=justified)

    def _traced(self, unit: Unit, participant_id: ParticipantId) -> tuple[Curriculum, Journey, Facts]:
        curriculum_id = unit.groups.curriculum_of(participant_id)
        facts = unit.attendances.facts([participant_id]).get(participant_id, ([], []))
        return self._curricula.of(curriculum_id), self._curricula.trace(curriculum_id, facts), facts

    def _checked(self, details: OneToOneDetails) -> OneToOneDetails:
        kept = checked(details)
        if kept.held_on > self._clock.today():
            raise DateInFuture(field="Held on")
        texts = (*kept.looked_at.values(), kept.risk_note, kept.class_note, kept.reason, kept.place)
        if sum(map(len, texts)) > MOST_CHARACTERS:
            raise AnswersTooLong(most=MOST_CHARACTERS)
        return kept

    def _check_coming(self, field: str, details: AppointmentDetails) -> None:
        if details.on_date < self._clock.today():
            raise WrongDate(field=field, reason="an appointment lies ahead")
        if not 0 < details.minutes <= LONGEST_MINUTES:
            raise MinutesMissing(field="Minutes planned", most=LONGEST_MINUTES)

    def _pack(self, unit: Unit) -> Pack:
        return self._packs.of(unit.offices.site().details.pack)
