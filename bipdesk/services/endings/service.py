"""What belongs to an end: the file that shows it, the exit summary, the court's outcome, the packet."""

from datetime import date
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.completion_dose import levels_of
from bipdesk.domain.completion_lines import Completion
from bipdesk.domain.curricula import Facts
from bipdesk.domain.delivery_errors import PartNotCovered
from bipdesk.domain.ending_file import Confirmed, EndingFile
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.exit import ExitRecord, ExitType, SummaryWords
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.library import Library
from bipdesk.domain.order_outcome import OutcomeDetails, check_outcome
from bipdesk.domain.pack import Pack
from bipdesk.domain.readmission import Before
from bipdesk.domain.referral import ReferralState, Status
from bipdesk.domain.review_due import Due, review_due, summary_due
from bipdesk.domain.transfer import PacketLine, Part
from bipdesk.domain.waiver import RecipientClass
from bipdesk.services.endings.completion_reading import completion_facts, completions
from bipdesk.services.endings.summary_words import summary_words
from bipdesk.services.free_days import holidays_of

CHANGED = frozenset({Topic.ENDINGS})


class EndingService:
    """The tab about reviews and the end, and what is prepared when it ended."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._library = library
        self._clock = clock

    def file(self, participant_id: ParticipantId) -> EndingFile:
        """Return all that the tab shows; the reading is audited."""
        today = self._clock.today()
        with self._records.unit() as unit:
            unit.rows.note(Verb.READ, "programme_exit", participant_id)
            state = unit.referrals.latest(participant_id)
            person = unit.participants.person(participant_id)[1]
            pack = self._library.packs.of(unit.offices.site().details.pack)
            exits = unit.exits.of(participant_id)
            stands = unit.exits.standing([state.referral_id]).get(state.referral_id)
            begun = state.status is Status.IN_PROGRAMME
            confirmed = unit.endings.confirmations([state.referral_id]).get(state.referral_id, {})
            facts = unit.attendances.facts([participant_id]).get(participant_id)
            return EndingFile(
                participant_id=participant_id,
                name=f"{person.given_name} {person.family_name}",
                referral_id=state.referral_id,
                referral_seen=state.seen,
                referral_kind=state.details.kind,
                status=state.status,
                since=state.since,
                referrer=state.details.referrer,
                reviews=unit.reviews.of(participant_id),
                review_due=self._review_due(unit, state, pack) if begun else None,
                completion=self._completion(unit, participant_id, today) if begun else None,
                confirmed={item: Confirmed(*found) for item, found in confirmed.items()},
                levels=levels_of(pack, today),
                exits=exits,
                summary=unit.exits.summaries([stands.exit_id]).get(stands.exit_id) if stands else None,
                summary_due=self._summary_due(unit, stands, pack),
                outcome=unit.endings.outcome(state.referral_id),
                packet=self._packet(unit, stands),
                last_seen_on=_last_seen(facts),
            )

    # The exit summary

    def summary_draft(self, exit_id: UUID) -> SummaryWords:
        """Return what the records say for the summary of an exit, to be read and put better."""
        with self._records.unit() as unit:
            record = unit.exits.get(exit_id)
            people = unit.participant_list.those([record.participant_id])
            facts = completion_facts(unit, self._library.curricula, people)[record.participant_id]
            since = facts.begun_on or record.details.on_date
            marked = unit.attendances.taking_part(record.participant_id, since)
            counts = unit.goals.counts([record.participant_id]).get(record.participant_id)
            return summary_words(facts, marked, counts)

    def put_summary(self, exit_id: UUID, words: SummaryWords, seen: Seen | None = None) -> Changes:
        """Store the summary of an exit; with a token, over the one that was on screen.

        Raises:
            NothingEntered: without dose or attendance.
        """
        for text, field in ((words.dose, "Dose received"), (words.attendance, "Attendance")):
            if not text.strip():
                raise NothingEntered(field=field)
        with self._records.unit() as unit:
            row_id = unit.exits.put_summary(exit_id, words, seen)
        return Changes(CHANGED, row_id)

    # What the court made of it

    def put_outcome(
        self, participant_id: ParticipantId, details: OutcomeDetails, seen: Seen | None = None
    ) -> Changes:
        """Store what the court did afterwards (Source 000).

        Raises:
            NothingEntered, DateInFuture.
        """
        check_outcome(details, self._clock.today())
        with self._records.unit() as unit:
            state = unit.referrals.latest(participant_id)
            row_id = unit.endings.put_outcome((participant_id, state.referral_id), details, seen)
        return Changes(CHANGED, row_id)

    def remove_outcome(self, outcome_id: UUID) -> Changes:
        """Take out an outcome entered by mistake."""
        with self._records.unit() as unit:
            unit.endings.remove_outcome(outcome_id)
        return Changes(CHANGED, outcome_id)

    # The packet for the next programme

    def hand_on(self, exit_id: UUID, part: Part, sent_on: date, how: str) -> Changes:
        """Store that a part of the packet went to the next programme.

        Raises:
            PartNotCovered: when his waiver does not let it go there; NothingEntered, DateInFuture.
        """
        if not how.strip():
            raise NothingEntered(field="How it went")
        if sent_on > self._clock.today():
            raise DateInFuture(field="Sent on")
        with self._records.unit() as unit:
            record = unit.exits.get(exit_id)
            line = next(each for each in self._packet(unit, record) if each.part is part)
            if not line.covered:
                raise PartNotCovered(part=part.label)
            row_id = unit.endings.hand_on((record.participant_id, exit_id), part, sent_on, how)
        return Changes(CHANGED, row_id)

    def withdraw_handed(self, item_id: UUID) -> Changes:
        """Take out a part marked by mistake."""
        with self._records.unit() as unit:
            unit.endings.withdraw_handed(item_id)
        return Changes(CHANGED, item_id)

    # Coming back

    def before(self, participant_id: ParticipantId) -> Before:
        """Return how his last time here ended and how much of it was done, for who refers him again."""
        with self._records.unit() as unit:
            state = unit.referrals.latest(participant_id)
            people = unit.participant_list.those([participant_id])
            facts = unit.attendances.facts([participant_id]).get(participant_id, ([], []))
            journey = self._library.curricula.trace(people[0].curriculum_id, facts)
            return Before(
                exit=unit.exits.standing([state.referral_id]).get(state.referral_id),
                ended_on=state.since,
                steps_done=journey.done,
                steps=len(journey.steps),
                attended_after=sum(
                    fact.on_date > state.since and fact.mark.counts_as_attended for fact in facts[0]
                ),
            )

    # Put together

    def _completion(self, unit: Unit, participant_id: ParticipantId, today: date) -> Completion:
        people = unit.participant_list.those([participant_id])
        return completions(unit, self._library, people, today)[participant_id]

    def _review_due(self, unit: Unit, state: ReferralState, pack: Pack) -> Due | None:
        last = unit.reviews.last([state.participant_id]).get(state.participant_id)
        return review_due(state.since, last, pack.value("plan-review", self._clock.today()))

    def _summary_due(self, unit: Unit, stands: ExitRecord | None, pack: Pack) -> Due | None:
        if stands is None:
            return None
        rule = pack.value("exit-summary", stands.details.on_date)
        free = holidays_of(unit.offices.site().details, stands.details.counts_from.year)
        return summary_due([stands], rule, free)

    def _packet(self, unit: Unit, stands: ExitRecord | None) -> tuple[PacketLine, ...]:
        if stands is None or stands.details.type is not ExitType.TRANSFERRED:
            return ()
        handed = unit.endings.handed(stands.exit_id)
        found = unit.waivers.signed(stands.participant_id)
        waiver, ended = found if found is not None else (None, None)
        goes = (
            waiver is not None
            and waiver.stands_on(self._clock.today(), ended)
            and waiver.covers(RecipientClass.OTHER_PROGRAMMES, stands.details.receiving)
        )
        topics = waiver.terms.topics if waiver is not None and goes else frozenset()
        return tuple(
            PacketLine(part, part.topic in topics, handed.get(part), part.topic.label) for part in Part
        )


def _last_seen(facts: Facts | None) -> date | None:
    """Return the last day he was here, in the group or alone."""
    attendance, individual = facts or ([], [])
    days = [fact.on_date for fact in attendance if fact.mark.was_seen]
    return max([*days, *(fact.on_date for fact in individual if fact.kind.was_held)], default=None)
