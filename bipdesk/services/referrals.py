"""What a person does with referrals: the way from the first call to acceptance, and how it ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.delivery_errors import CompletionNeedsTwo
from bipdesk.domain.errors import (
    DateInFuture,
    HandOverNotReady,
    HandOverOwed,
    NothingEntered,
    WaiverMissing,
    WrongDate,
    WrongStatus,
)
from bipdesk.domain.handover import HandOverForm, Seal
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen
from bipdesk.domain.intake_errors import ExtremeDenialStands, NothingToTakeBack, NotSuitableYet, ReferralOpen
from bipdesk.domain.owed_document import EXPECTED
from bipdesk.domain.participant import EarlierParticipant, PersonDetails, check_names
from bipdesk.domain.readmission import ReadmissionAnswers, check_answers
from bipdesk.domain.referral import (
    FINISHED,
    OVER,
    ReferralDetails,
    ReferralFile,
    Status,
    check_referral,
    standing,
)

CHANGED = frozenset({Topic.PARTICIPANTS})
BEFORE_DECISION = frozenset({Status.REFERRED, Status.CONTACTED, Status.ASSESSED, Status.UNSUITABLE})


class ReferralService:
    """Referrals from the first call to acceptance, and how they end."""

    def __init__(self, records: RecordsFile, clock: Clock, seal: Seal | None) -> None:
        self._records = records
        self._clock = clock
        self._seal = seal

    def can_hand_over(self) -> bool:
        """Say whether the safety officer has made her side, so that forms can be sealed to her."""
        return self._seal is not None

    def refer(
        self, person: PersonDetails, referral: ReferralDetails, hand_over: HandOverForm | None
    ) -> Changes:
        """Store a new participant with his referral, and seal the hand-over form, filled in or empty.

        Raises:
            NothingEntered: when a name or the referrer is missing.
            HandOverOwed: when the officer's side stands and no form came along.
            HandOverNotReady: when a form came along that nobody could open yet.
        """
        check_names(person)
        self._check(referral)
        if self._seal is not None and hand_over is None:
            raise HandOverOwed
        with self._records.unit() as unit:
            prefix = unit.offices.site().case_prefix
            participant_id = unit.participants.add(person, prefix)
            self._add(unit, participant_id, referral, hand_over)
        return Changes(CHANGED, participant_id)

    def _add(
        self,
        unit: Unit,
        participant_id: ParticipantId,
        referral: ReferralDetails,
        hand_over: HandOverForm | None,
    ) -> ReferralId:
        referral_id = unit.referrals.add(participant_id, _with_agency(unit, referral))
        unit.owed_documents.expect(unit.referrals.get(referral_id), EXPECTED[referral.kind])
        if hand_over is not None:
            self._seal_form(unit, referral_id, replace(hand_over, participant_id=participant_id))
        return referral_id

    def enter_earlier(self, earlier: Sequence[EarlierParticipant]) -> Changes:
        """Store those whom the paper files tell of, in one go; nothing of them is handed over or sent.

        Raises:
            WrongStatus: for somebody who is still here: he is referred like everybody else.
        """
        for known in earlier:
            check_names(known.person)
            self._check(known.referral)
            if known.status not in FINISHED:
                raise WrongStatus(status=known.status.label.lower())
        with self._records.unit() as unit:
            ids = unit.participants.add_all(
                [known.person for known in earlier], unit.offices.site().case_prefix
            )
            unit.referrals.add_all(
                [
                    (his, known.referral, known.status, known.since)
                    for his, known in zip(ids, earlier, strict=True)
                ]
            )
        return Changes(CHANGED)

    def hand_over(self, participant_id: ParticipantId, form: HandOverForm) -> Changes:
        """Seal a form for a referral that stands already: the first for it, or more to pass on."""
        with self._records.unit() as unit:
            referral_id = unit.referrals.latest(participant_id).referral_id
            self._seal_form(unit, referral_id, replace(form, participant_id=participant_id))
        return Changes(CHANGED, participant_id)

    def _seal_form(self, unit: Unit, referral_id: ReferralId, form: HandOverForm) -> None:
        if self._seal is None:
            raise HandOverNotReady
        envelope_id = unit.hand_overs.new_id()
        unit.hand_overs.add(envelope_id, referral_id, self._seal(envelope_id, form.to_bytes()))

    def refer_again(
        self,
        participant_id: ParticipantId,
        referral: ReferralDetails,
        hand_over: HandOverForm | None,
        answers: ReadmissionAnswers | None = None,
    ) -> Changes:
        """Store another referral of somebody whose last one has ended; his case number stays.

        `answers`: what was asked before he came back (OAR 137-087-0075); the screen always asks.

        Raises:
            ReferralOpen: while the last one goes on.
            NothingEntered: when something was not asked.
            HandOverOwed, HandOverNotReady: as for a first referral.
        """
        self._check(referral)
        if self._seal is not None and hand_over is None:
            raise HandOverOwed
        with self._records.unit() as unit:
            last = unit.referrals.latest(participant_id)
            if last.status not in OVER:
                raise ReferralOpen(status=last.status.label.lower())
            if referral.referred_on < last.since:
                before = f"the referral before it ended on {day_in_words(last.since)}"
                raise WrongDate(field="The date of the referral", reason=before)
            ended = unit.exits.standing([last.referral_id]).get(last.referral_id)
            if answers is not None:
                check_answers(answers, ended.details.type if ended is not None else None)
            referral_id = self._add(unit, participant_id, referral, hand_over)
            if answers is not None:
                unit.endings.readmit((participant_id, referral_id), answers)
        return Changes(CHANGED, participant_id)

    def update_referral(self, referral_id: ReferralId, referral: ReferralDetails, seen: Seen) -> Changes:
        """Write the referral's details over what `seen` says was on screen."""
        self._check(referral)
        with self._records.unit() as unit:
            token = unit.referrals.update(referral_id, _with_agency(unit, referral), seen)
        return Changes(CHANGED, referral_id, token)

    # Looking

    def of(self, participant_id: ParticipantId) -> tuple[ReferralFile, ...]:
        """Return all referrals of a participant with every change of where they stood, newest first."""
        with self._records.unit() as unit:
            return tuple(
                ReferralFile(state, unit.referrals.events(state.referral_id))
                for state in unit.referrals.of(participant_id)
            )

    # The way to acceptance

    def contact(self, referral_id: ReferralId, on_date: date, note: str, seen: Seen) -> Changes:
        """Write that he was reached."""
        return self._move(referral_id, Status.CONTACTED, on_date, seen, note)

    def assess(self, referral_id: ReferralId, on_date: date, note: str, seen: Seen) -> Changes:
        """Write that he was assessed; again, when he was found unsuitable before."""
        return self._move(referral_id, Status.ASSESSED, on_date, seen, note)

    def decide(
        self, referral_id: ReferralId, suitable: bool, reasons: str, on_date: date, seen: Seen
    ) -> Changes:
        """Write whether he is suitable, with reasons: somebody may ask for them years later.

        Raises:
            NothingEntered: without reasons.
            WrongStatus: before he was assessed; an unsuitable one is assessed again first.
            ExtremeDenialStands: a new assessment of his suitability alone can end it (Source 003).
        """
        if not reasons.strip():
            raise NothingEntered(field="Reasons")
        with self._records.unit() as unit:
            state = unit.referrals.get(referral_id)
            if state.status is not Status.ASSESSED:
                raise WrongStatus(status=state.status.label.lower())
            newest = unit.suitability.newest(referral_id)
            if suitable and newest is not None and newest.was_final:
                raise ExtremeDenialStands
        decided = Status.SUITABLE if suitable else Status.UNSUITABLE
        return self._move(referral_id, decided, on_date, seen, reasons)

    def accept(self, referral_id: ReferralId, on_date: date, seen: Seen) -> Changes:
        """Accept a participant who was found suitable; a place is the next thing.

        Raises:
            NotSuitableYet: before contact, assessment and decision.
            WaiverMissing: without a signed waiver nobody is accepted (Source 000).
            ExtremeDenialStands: also when that decision was taken back as a mistake; judge again first.
            WrongStatus: when he is past that already.
        """
        self._not_in_future(on_date, "The date of the acceptance")
        with self._records.unit() as unit:
            state = unit.referrals.get(referral_id)
            if state.status in BEFORE_DECISION:
                raise NotSuitableYet(status=state.status.label.lower())
            # On that day and today: a day before he revoked it admits nobody after he revoked it.
            for day in (on_date, self._clock.today()):
                if not unit.waivers.in_force([state.participant_id], day):
                    raise WaiverMissing
            newest = unit.suitability.newest(referral_id)
            if newest is not None and newest.was_final:
                raise ExtremeDenialStands
            token = unit.referrals.move(referral_id, Status.ACCEPTED, on_date, seen)
        return Changes(CHANGED, referral_id, token)

    def put_on_list(self, referral_id: ReferralId, on_date: date, seen: Seen) -> Changes:
        """Write that an accepted participant waits for a group."""
        return self._move(referral_id, Status.WAITING, on_date, seen)

    def finish(
        self, referral_id: ReferralId, status: Status, on_date: date, seen: Seen, reason: str = ""
    ) -> Changes:
        """Write that he left, without more; his place in the group ends. `ExitService` says what kind it was.

        Raises:
            CompletionNeedsTwo: a completion goes through its list, signed by two people.
        """
        if status is Status.COMPLETED:
            raise CompletionNeedsTwo
        if status not in FINISHED:
            raise WrongStatus(status=status.label.lower())
        self._not_in_future(on_date, "The date")
        with self._records.unit() as unit:
            state = unit.referrals.get(referral_id)
            membership = unit.groups.membership(state.participant_id)
            token = unit.referrals.move(referral_id, status, on_date, seen, reason.strip())
            if membership is not None:
                unit.groups.leave(membership[0], on_date)
        return Changes(CHANGED | {Topic.GROUPS}, referral_id, token)

    def take_back(self, referral_id: ReferralId, reason: str, seen: Seen) -> Changes:
        """Write that the last change was a mistake; both stay to be seen.

        Raises:
            NothingEntered: without a reason.
            NothingToTakeBack: when he was only referred.
        """
        if not reason.strip():
            raise NothingEntered(field="The reason")
        with self._records.unit() as unit:
            left = standing(unit.referrals.events(referral_id))
            if len(left) < 2:
                raise NothingToTakeBack
            token = unit.referrals.put_back(referral_id, left[-2], seen, reason.strip())
            unit.exits.take_back_standing(referral_id, reason.strip())  # an end goes with its record
        return Changes(CHANGED | {Topic.GROUPS, Topic.ENDINGS}, referral_id, token)

    def _move(
        self, referral_id: ReferralId, status: Status, on_date: date, seen: Seen, reason: str = ""
    ) -> Changes:
        self._not_in_future(on_date, "The date")
        with self._records.unit() as unit:
            token = unit.referrals.move(referral_id, status, on_date, seen, reason.strip())
        return Changes(CHANGED, referral_id, token)

    def _check(self, referral: ReferralDetails) -> None:
        check_referral(referral)
        self._not_in_future(referral.referred_on, "The date of the referral")

    def _not_in_future(self, on_date: date, field: str) -> None:
        if on_date > self._clock.today():
            raise DateInFuture(field=field)


def _with_agency(unit: Unit, referral: ReferralDetails) -> ReferralDetails:
    """Return the referral with the agency that its referrer is, where that one is known."""
    if referral.agency_id is not None or not referral.referrer:
        return referral
    return replace(referral, agency_id=unit.agencies.named(referral.referrer))
