"""What a person does with referrals: the way from the first call to acceptance, and how it ends."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import (
    DateInFuture,
    HandOverNotReady,
    HandOverOwed,
    NothingEntered,
    WaiverMissing,
    WrongStatus,
)
from bipdesk.domain.handover import HandOverForm
from bipdesk.domain.ids import EnvelopeId, ParticipantId, ReferralId, Seen
from bipdesk.domain.participant import EarlierParticipant, PersonDetails, check_names
from bipdesk.domain.referral import ReferralDetails, Status

Seal = Callable[[EnvelopeId, bytes], bytes]
"""Seals a hand-over form so that the safety officer alone can open it."""
CHANGED = frozenset({Topic.PARTICIPANTS})
FINISHED = frozenset({Status.COMPLETED, Status.LEFT})


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
        _check_referral(referral, self._clock.today())
        if self._seal is not None and hand_over is None:
            raise HandOverOwed
        with self._records.unit() as unit:
            prefix = unit.offices.site().case_prefix
            participant_id = unit.participants.add(person, prefix)
            referral_id = unit.referrals.add(participant_id, referral)
            if hand_over is not None:
                self._seal_form(unit, referral_id, replace(hand_over, participant_id=participant_id))
        return Changes(CHANGED, participant_id)

    def enter_earlier(self, earlier: Sequence[EarlierParticipant]) -> Changes:
        """Store those whom the paper files tell of, in one go; nothing of them is handed over or sent.

        Raises:
            WrongStatus: for somebody who is still here: he is referred like everybody else.
        """
        for known in earlier:
            check_names(known.person)
            _check_referral(known.referral, self._clock.today())
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

    def update_referral(self, referral_id: ReferralId, referral: ReferralDetails, seen: Seen) -> Changes:
        """Write the referral's details over what `seen` says was on screen."""
        _check_referral(referral, self._clock.today())
        with self._records.unit() as unit:
            token = unit.referrals.update(referral_id, referral, seen)
        return Changes(CHANGED, referral_id, token)

    def accept(self, referral_id: ReferralId, on_date: date, seen: Seen) -> Changes:
        """Accept a referred participant; he then waits for a group.

        Raises:
            WaiverMissing: without a signed waiver nobody is accepted (Source 000).
            WrongStatus: when he is past that already.
        """
        if on_date > self._clock.today():
            raise DateInFuture(field="The date of the acceptance")
        with self._records.unit() as unit:
            state = unit.referrals.get(referral_id)
            if state.status is not Status.REFERRED:
                raise WrongStatus(status=state.status.label.lower())
            waiver = unit.participants.waiver(state.participant_id)
            if waiver is None or not waiver.in_force:
                raise WaiverMissing
            token = unit.referrals.move(referral_id, Status.WAITING, on_date, seen)
        return Changes(CHANGED, referral_id, token)

    def finish(self, referral_id: ReferralId, status: Status, on_date: date, seen: Seen) -> Changes:
        """Write that he completed the programme or left it; his place in the group ends."""
        if status not in FINISHED:
            raise WrongStatus(status=status.label.lower())
        if on_date > self._clock.today():
            raise DateInFuture(field="The date")
        with self._records.unit() as unit:
            state = unit.referrals.get(referral_id)
            membership = unit.groups.membership(state.participant_id)
            if membership is not None:
                unit.groups.leave(membership[0], on_date)
            token = unit.referrals.move(referral_id, status, on_date, seen)
        return Changes(CHANGED | {Topic.GROUPS}, referral_id, token)


def _check_referral(referral: ReferralDetails, today: date) -> None:
    if not referral.referrer.strip():
        raise NothingEntered(field="Referred by")
    if referral.referred_on > today:
        raise DateInFuture(field="The date of the referral")
