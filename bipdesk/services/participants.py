"""What a person does with participants: the list, one person's file, and his journey."""

from datetime import date

from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.duplicates import PersonTyped, SimilarPerson
from bipdesk.domain.errors import DateInFuture, WaiverMissing
from bipdesk.domain.ids import ParticipantId, ReferralId, Seen
from bipdesk.domain.journey import Journey
from bipdesk.domain.participant import (
    ListedParticipant,
    ParticipantFile,
    ParticipantRow,
    PersonDetails,
    check_names,
)
from bipdesk.domain.referral import Status
from bipdesk.domain.waiver import Waiver, default_terms

CHANGED = frozenset({Topic.PARTICIPANTS})
SIMILAR_LIMIT = 5
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
    """Participants and their waivers."""

    def __init__(self, records: RecordsFile, curricula: Curricula, clock: Clock) -> None:
        self._records = records
        self._curricula = curricula
        self._clock = clock

    # Looking

    def page(
        self, search: str = "", status: Status | None = None, offset: int = 0, limit: int = 200
    ) -> tuple[ParticipantRow, ...]:
        """Return up to `limit` lines of the list in order of name, from `offset` on."""
        with self._records.unit() as unit:
            return self._rows(unit, unit.participant_list.page(search, status, offset, limit))

    def without_group(self) -> tuple[ParticipantRow, ...]:
        """Return those who are accepted, have not started, and are in no group, in order of name."""
        with self._records.unit() as unit:
            found = unit.participant_list.all_in(Status.ACCEPTED, Status.WAITING)
            return self._rows(unit, tuple(person for person in found if person.group_id is None))

    def _rows(self, unit: Unit, found: tuple[ListedParticipant, ...]) -> tuple[ParticipantRow, ...]:
        facts = unit.attendances.facts([person.participant_id for person in found])
        same = unit.person_links.case_numbers([person.participant_id for person in found])
        rows = []
        for person in found:
            attendance, individual = facts.get(person.participant_id, ([], []))
            journey = self._curricula.trace(person.curriculum_id, (attendance, individual))
            days = [fact.on_date for fact in attendance if fact.mark.was_seen]
            days += [fact.on_date for fact in individual if fact.kind.was_held]
            rows.append(
                ParticipantRow(
                    participant_id=person.participant_id,
                    case_number=person.case_number,
                    given_name=person.given_name,
                    family_name=person.family_name,
                    status=person.status,
                    group_name=person.group_name,
                    attended=journey.done + len(journey.early),
                    owed=len(journey.owed),
                    last_seen_on=max(days, default=None),
                    same_as=same.get(person.participant_id, ()),
                )
            )
        return tuple(rows)

    def count(self, search: str = "", status: Status | None = None) -> int:
        """Return how many lines the list has in all."""
        with self._records.unit() as unit:
            return unit.participant_list.count(search, status)

    def similar(self, typed: PersonTyped) -> tuple[SimilarPerson, ...]:
        """Return who may be the one being typed in and why, the likeliest first; indexes alone answer it."""
        with self._records.unit() as unit:
            reasons = dict(unit.person_keys.similar(typed, SIMILAR_LIMIT))
            if not reasons:
                return ()
            found = {person.participant_id: person for person in unit.participant_list.those(reasons)}
            born = unit.participants.births(reasons)
        return tuple(
            SimilarPerson(
                participant_id=his,
                case_number=found[his].case_number,
                given_name=found[his].given_name,
                family_name=found[his].family_name,
                date_of_birth=born.get(his),
                status=found[his].status,
                group_name=found[his].group_name,
                reasons=why,
            )
            for his, why in reasons.items()
        )

    def file(self, participant_id: ParticipantId) -> ParticipantFile:
        """Return one person's file; the reading is audited."""
        with self._records.unit() as unit:
            case_number, person, seen = unit.participants.person(participant_id)
            state = unit.referrals.latest(participant_id)
            signed = unit.waivers.signed(participant_id)
            waiver = signed[0] if signed else None
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
                waiver_over=signed is not None and self._is_over(signed, state.referral_id),
                group_name=membership[2] if membership else "",
                group_joined_on=membership[3] if membership else None,
                latest_notes=unit.attendances.notes(participant_id, limit=3),
                conflicts=_in_words(unit.carriage.conflicts([participant_id, state.referral_id])),
            )

    def _is_over(self, signed: tuple[Waiver, date | None], referral_id: ReferralId) -> bool:
        waiver, ended = signed
        of_earlier = ended is not None and waiver.referral_id != referral_id
        return of_earlier or not waiver.admits(self._clock.today(), ended)

    def journey(self, participant_id: ParticipantId) -> Journey:
        """Return where each step of the participant's curriculum stands."""
        with self._records.unit() as unit:
            curriculum_id = unit.groups.curriculum_of(participant_id)
            facts = unit.attendances.facts([participant_id]).get(participant_id)
        return self._curricula.trace(curriculum_id, facts)

    # Intake

    def update_person(self, participant_id: ParticipantId, person: PersonDetails, seen: Seen) -> Changes:
        """Write the person's details over what `seen` says was on screen."""
        check_names(person)
        with self._records.unit() as unit:
            token = unit.participants.update_person(participant_id, person, seen)
        return Changes(CHANGED, participant_id, token)

    def sign_waiver(self, participant_id: ParticipantId, signed_on: date) -> Changes:
        """Record that he signed: the waiver that was made for him, or one with the usual terms (Source 000).

        It opens what the county may be told.
        """
        if signed_on > self._clock.today():
            raise DateInFuture(field="The date of signing")
        with self._records.unit() as unit:
            newest = unit.waivers.latest(participant_id)
            referral_id = unit.referrals.latest(participant_id).referral_id
            unsigned = newest is not None and newest[0].signed_on is None
            if newest is not None and unsigned and newest[0].referral_id == referral_id:
                waiver = newest[0]
                unit.waivers.sign(waiver.waiver_id, signed_on, "", waiver.seen)
                complete = not waiver.terms.missing_classes
            else:
                unit.waivers.add(participant_id, referral_id, default_terms(signed_on), (signed_on, ""))
                complete = True
            if complete:
                unit.carriage.share(participant_id)
        return Changes(CHANGED | {Topic.COUNTY}, participant_id)

    def revoke_waiver(self, participant_id: ParticipantId, revoked_on: date) -> Changes:
        """End the waiver: nothing more is sent; what was lawfully disclosed stays where it is."""
        if revoked_on > self._clock.today():
            raise DateInFuture(field="The date of the revocation")
        with self._records.unit() as unit:
            signed = unit.waivers.signed(participant_id)
            if signed is None or signed[0].revoked_on is not None:
                raise WaiverMissing
            unit.waivers.revoke(signed[0].waiver_id, revoked_on, signed[0].seen)
            unit.carriage.stop_sharing(participant_id)
        return Changes(CHANGED | {Topic.COUNTY}, participant_id)


def _in_words(clusters: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(CLUSTER_WORDS.get(cluster, cluster.replace("_", " ")) for cluster in clusters)
