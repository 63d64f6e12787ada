"""What a person does with participants: refer, intake, accept, and look at one person's file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
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
from bipdesk.domain.journey import Journey
from bipdesk.domain.participant import (
    EarlierParticipant,
    ParticipantFile,
    ParticipantRow,
    PersonDetails,
    ReferralDetails,
    Status,
)

Seal = Callable[[EnvelopeId, bytes], bytes]
"""Seals a hand-over form so that the safety officer alone can open it."""
CHANGED = frozenset({Topic.PARTICIPANTS})
SIMILAR_LIMIT = 5
FINISHED = frozenset({Status.COMPLETED, Status.LEFT})
CLUSTER_WORDS = {
    "called": "what he is called",
    "language": "language and interpreter",
    "kind": "how he was referred",
    "referrer": "who referred him",
    "referred_on": "the date of the referral",
    "order": "the order",
    "hearing_on": "the next hearing",
}
"""What a person would call the fields that are merged as one; the others have the words already."""


class ParticipantService:
    """Participants, their referrals and waivers."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock, seal: Seal | None) -> None:
        self._records = records
        self._curricula = curricula
        self._clock = clock
        self._seal = seal

    # Looking

    def page(
        self, search: str = "", status: Status | None = None, offset: int = 0, limit: int = 200
    ) -> tuple[ParticipantRow, ...]:
        """Return up to `limit` lines of the list in order of name, from `offset` on."""
        with self._records.unit() as unit:
            found = unit.participant_list.page(search, status, offset, limit)
            facts = unit.attendances.facts([person.participant_id for person in found])
        rows = []
        for person in found:
            attendance, individual = facts.get(person.participant_id, ([], []))
            journey = self._curricula.trace(person.curriculum_id, (attendance, individual))
            days = [fact.on_date for fact in attendance if fact.mark.counts_as_attended]
            days += [fact.on_date for fact in individual]
            rows.append(
                ParticipantRow(
                    participant_id=person.participant_id,
                    case_number=person.case_number,
                    given_name=person.given_name,
                    family_name=person.family_name,
                    status=person.status,
                    group_name=person.group_name,
                    attended=journey.done,
                    owed=len(journey.owed),
                    last_seen_on=max(days, default=None),
                )
            )
        return tuple(rows)

    def count(self, search: str = "", status: Status | None = None) -> int:
        """Return how many lines the list has in all."""
        with self._records.unit() as unit:
            return unit.participant_list.count(search, status)

    def similar(self, given_name: str, family_name: str) -> tuple[ParticipantRow, ...]:
        """Return participants of the same or a similar name, for a warning while typing."""
        if len(family_name.strip()) < 2:
            return ()
        return self.page(f"{family_name} {given_name[:2]}", limit=SIMILAR_LIMIT)

    def file(self, participant_id: ParticipantId) -> ParticipantFile:
        """Return one person's file; the reading is audited."""
        with self._records.unit() as unit:
            case_number, person, seen = unit.participants.person(participant_id)
            state = unit.participants.latest_referral(participant_id)
            waiver = unit.participants.waiver(participant_id)
            membership = unit.groups.membership(participant_id)
            return ParticipantFile(
                participant_id=participant_id,
                seen=seen,
                case_number=case_number,
                person=person,
                referral_id=state.referral_id,
                referral_seen=state.seen,
                referral=state.details,
                status=state.status,
                status_since=state.since,
                waiver_signed_on=waiver.signed_on if waiver else None,
                waiver_revoked_on=waiver.revoked_on if waiver else None,
                group_name=membership[2] if membership else "",
                group_joined_on=membership[3] if membership else None,
                latest_notes=unit.attendances.notes(participant_id, limit=3),
                conflicts=_in_words(unit.carriage.conflicts([participant_id, state.referral_id])),
            )

    def journey(self, participant_id: ParticipantId) -> Journey:
        """Return where each step of the participant's curriculum stands."""
        with self._records.unit() as unit:
            curriculum_id = unit.groups.curriculum_of(participant_id)
            facts = unit.attendances.facts([participant_id]).get(participant_id)
        return self._curricula.trace(curriculum_id, facts)

    # Intake

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
        _check(person, referral, self._clock.today())
        if self._seal is not None and hand_over is None:
            raise HandOverOwed
        with self._records.unit() as unit:
            prefix = unit.offices.site().case_prefix
            participant_id, referral_id = unit.participants.add(person, referral, prefix)
            if hand_over is not None:
                self._seal_form(unit, referral_id, replace(hand_over, participant_id=participant_id))
        return Changes(CHANGED, participant_id)

    def enter_earlier(self, earlier: Sequence[EarlierParticipant]) -> Changes:
        """Store those whom the paper files tell of, in one go; nothing of them is handed over or sent.

        Raises:
            WrongStatus: for somebody who is still here: he is referred like everybody else.
        """
        for known in earlier:
            _check(known.person, known.referral, self._clock.today())
            if known.status not in FINISHED:
                raise WrongStatus(status=known.status.label.lower())
        with self._records.unit() as unit:
            unit.participants.add_earlier(earlier, unit.offices.site().case_prefix)
        return Changes(CHANGED)

    def hand_over(self, participant_id: ParticipantId, form: HandOverForm) -> Changes:
        """Seal a form for a referral that stands already: the first for it, or more to pass on."""
        with self._records.unit() as unit:
            referral_id = unit.participants.latest_referral(participant_id).referral_id
            self._seal_form(unit, referral_id, replace(form, participant_id=participant_id))
        return Changes(CHANGED, participant_id)

    def _seal_form(self, unit: Unit, referral_id: ReferralId, form: HandOverForm) -> None:
        if self._seal is None:
            raise HandOverNotReady
        envelope_id = unit.hand_overs.new_id()
        unit.hand_overs.add(envelope_id, referral_id, self._seal(envelope_id, form.to_bytes()))

    def update_person(self, participant_id: ParticipantId, person: PersonDetails, seen: Seen) -> Changes:
        """Write the person's details over what `seen` says was on screen."""
        _check_names(person)
        with self._records.unit() as unit:
            token = unit.participants.update_person(participant_id, person, seen)
        return Changes(CHANGED, participant_id, token)

    def update_referral(self, referral_id: ReferralId, referral: ReferralDetails, seen: Seen) -> Changes:
        """Write the referral's details over what `seen` says was on screen."""
        _check_referral(referral, self._clock.today())
        with self._records.unit() as unit:
            token = unit.participants.update_referral(referral_id, referral, seen)
        return Changes(CHANGED, referral_id, token)

    def sign_waiver(self, participant_id: ParticipantId, signed_on: date) -> Changes:
        """Store the signed waiver: it opens what the county may be told (Source 000)."""
        if signed_on > self._clock.today():
            raise DateInFuture(field="The date of signing")
        with self._records.unit() as unit:
            unit.participants.sign_waiver(participant_id, signed_on)
            unit.carriage.share(participant_id)
        return Changes(CHANGED | {Topic.COUNTY}, participant_id)

    def revoke_waiver(self, participant_id: ParticipantId, revoked_on: date) -> Changes:
        """End the waiver: nothing more is sent; what was lawfully disclosed stays where it is."""
        if revoked_on > self._clock.today():
            raise DateInFuture(field="The date of the revocation")
        with self._records.unit() as unit:
            waiver = unit.participants.waiver(participant_id)
            if waiver is None or not waiver.in_force:
                raise WaiverMissing
            unit.participants.revoke_waiver(waiver, revoked_on)
            unit.carriage.stop_sharing(participant_id)
        return Changes(CHANGED | {Topic.COUNTY}, participant_id)

    def accept(self, referral_id: ReferralId, on_date: date, seen: Seen) -> Changes:
        """Accept a referred participant; he then waits for a group.

        Raises:
            WaiverMissing: without a signed waiver nobody is accepted (Source 000).
            WrongStatus: when he is past that already.
        """
        if on_date > self._clock.today():
            raise DateInFuture(field="The date of the acceptance")
        with self._records.unit() as unit:
            state = unit.participants.referral(referral_id)
            if state.status is not Status.REFERRED:
                raise WrongStatus(status=state.status.label.lower())
            waiver = unit.participants.waiver(state.participant_id)
            if waiver is None or not waiver.in_force:
                raise WaiverMissing
            token = unit.participants.set_status(referral_id, Status.WAITING, on_date, seen)
        return Changes(CHANGED, referral_id, token)

    def finish(self, referral_id: ReferralId, status: Status, on_date: date, seen: Seen) -> Changes:
        """Write that he completed the programme or left it; his place in the group ends."""
        if status not in FINISHED:
            raise WrongStatus(status=status.label.lower())
        if on_date > self._clock.today():
            raise DateInFuture(field="The date")
        with self._records.unit() as unit:
            state = unit.participants.referral(referral_id)
            membership = unit.groups.membership(state.participant_id)
            if membership is not None:
                unit.groups.leave(membership[0], on_date)
            token = unit.participants.set_status(referral_id, status, on_date, seen)
        return Changes(CHANGED | {Topic.GROUPS}, referral_id, token)


def _in_words(clusters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(CLUSTER_WORDS.get(cluster, cluster.replace("_", " ")) for cluster in clusters)


def _check(person: PersonDetails, referral: ReferralDetails, today: date) -> None:
    _check_names(person)
    _check_referral(referral, today)


def _check_names(person: PersonDetails) -> None:
    if not person.given_name.strip():
        raise NothingEntered(field="Given name")
    if not person.family_name.strip():
        raise NothingEntered(field="Family name")


def _check_referral(referral: ReferralDetails, today: date) -> None:
    if not referral.referrer.strip():
        raise NothingEntered(field="Referred by")
    if referral.referred_on > today:
        raise DateInFuture(field="The date of the referral")
