"""What a safety officer does: open hand-overs, keep partners' records, note contacts."""

from dataclasses import replace
from datetime import date

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.db.safety.file import SafetyFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.handover import HandOverForm, SealedHandOver, seal_info
from bipdesk.domain.ids import EnvelopeId, ParticipantId, PartnerId, Seen
from bipdesk.domain.safety.partner import (
    Channel,
    Partner,
    PartnerDetails,
    PartnerFile,
    SafeContactRule,
)
from bipdesk.domain.safety.review_preparation import REVIEW_PREPARATION
from bipdesk.export.reports.blank_form import render_blank_form
from bipdesk.keys.sealing import open_hand_over
from bipdesk.keys.slots import Slots
from bipdesk.services.safety.opening import HAND_OVER_PRIVATE

CHANGED = frozenset({Topic.SAFETY})
FOUND_LIMIT = 20


class SafetyService:
    """The safety workspace; what she reads of the records is noted in the safety file, not in theirs."""

    def __init__(self, safety: SafetyFile, records: RecordsFile, slots: Slots, clock: Clock) -> None:
        self._safety = safety
        self._records = records
        self._slots = slots
        self._clock = clock

    # Hand-overs

    def envelopes(self) -> tuple[SealedHandOver, ...]:
        """Return the hand-overs that no officer has opened yet, oldest first."""
        with self._safety.unit() as unit:
            opened = unit.partners.opened()
        with self._records.unit() as unit_of_records:
            sealed = unit_of_records.hand_overs.all()
        return tuple(envelope for envelope in sealed if envelope.envelope_id not in opened)

    def opened_envelopes(self) -> tuple[SealedHandOver, ...]:
        """Return the hand-overs that were opened before, newest first: they can be read again."""
        with self._safety.unit() as unit:
            opened = unit.partners.opened()
        with self._records.unit() as unit_of_records:
            sealed = unit_of_records.hand_overs.all()
        return tuple(envelope for envelope in reversed(sealed) if envelope.envelope_id in opened)

    def open_envelope(self, envelope_id: EnvelopeId) -> HandOverForm:
        """Open one hand-over; the records side does not learn of it.

        Raises:
            HandOverUnreadable: when it was not sealed to this safety key.
        """
        with self._records.unit() as records:
            sealed = records.hand_overs.sealed(envelope_id)
        with self._safety.unit() as unit:
            private = unit.partners.kept(HAND_OVER_PRIVATE)
            assert private is not None  # written when the file was made
            form = HandOverForm.from_bytes(
                open_hand_over(private, sealed, seal_info(self._records.org, envelope_id))
            )
            unit.partners.mark_opened(envelope_id, self._safety.actor)
            unit.rows.note(Verb.READ, "hand_over", envelope_id)
        return form

    # Partners

    def partners(self) -> tuple[Partner, ...]:
        """Return all partners in order of code, with the participant's name where there is a link."""
        with self._safety.unit() as unit:
            found = unit.partners.all()
        names = self._names()
        return tuple(_named(partner, names) for partner in found)

    def file(self, partner_id: PartnerId) -> PartnerFile:
        """Return all about one partner, and what the records tell of the participant."""
        with self._safety.unit() as unit:
            partner = unit.partners.one(partner_id)
            contacts = unit.partners.contacts(partner_id)
            unit.rows.note(Verb.READ, "participant", partner.participant_id)
        staff = self._staff()
        named = tuple(replace(contact, author=staff.get(contact.author, "")) for contact in contacts)
        return PartnerFile(_named(partner, self._names()), named, self._attendance(partner.participant_id))

    def add(self, details: PartnerDetails, rule: SafeContactRule) -> Changes:
        """Store a partner: a code and a safe-contact rule are enough.

        Raises:
            NothingEntered: when there is no code.
        """
        _check(details)
        with self._safety.unit() as unit:
            partner_id, token = unit.partners.add(details, rule)
        return Changes(CHANGED, partner_id, token)

    def update(self, partner_id: PartnerId, details: PartnerDetails, seen: Seen) -> Changes:
        """Write her details over what `seen` says was on screen."""
        _check(details)
        with self._safety.unit() as unit:
            token = unit.partners.update(partner_id, details, seen)
        return Changes(CHANGED, partner_id, token)

    def set_rule(self, partner_id: PartnerId, rule: SafeContactRule, seen: Seen) -> Changes:
        """Write how she may be reached."""
        with self._safety.unit() as unit:
            token = unit.partners.set_rule(partner_id, rule, seen)
        return Changes(CHANGED, partner_id, token)

    def record_contact(self, partner_id: PartnerId, on_date: date, channel: Channel, summary: str) -> Changes:
        """Store a contact with her."""
        if on_date > self._clock.today():
            raise DateInFuture(field="The date of the contact")
        if not summary.strip():
            raise NothingEntered(field="What was said and agreed")
        with self._safety.unit() as unit:
            row_id = unit.partners.add_contact(
                partner_id, on_date, channel, summary.strip(), self._safety.actor
            )
        return Changes(CHANGED, row_id)

    def search_participants(self, text: str) -> tuple[tuple[ParticipantId, str], ...]:
        """Return participants whose name or number holds the words of `text`, to make the link."""
        with self._records.unit() as unit:
            found = unit.participant_list.page(text, None, 0, FOUND_LIMIT)
        return tuple((p.participant_id, f"{p.family_name}, {p.given_name} · {p.case_number}") for p in found)

    def review_preparation(self) -> bytes:
        """Return her own empty sheet for the time before a three-way review; only this file notes it."""
        with self._records.unit() as records:
            paper = records.offices.site().details.paper
        with self._safety.unit() as unit:
            unit.rows.note(Verb.PRINTED, "review_preparation")
        return render_blank_form(replace(REVIEW_PREPARATION, paper=paper))

    def holders(self) -> int:
        """Return how many people hold the safety key."""
        head = self._slots.safety_head
        return len(head.holders) if head else 0

    # What the records tell, for all participants in one pass: no query shows which one was meant

    def _names(self) -> dict[ParticipantId, str]:
        with self._records.unit() as unit:
            return unit.participant_list.names()

    def _staff(self) -> dict[str, str]:
        with self._records.unit() as unit:
            return {str(member.staff_id): member.name for member in unit.offices.staff()}

    def _attendance(self, participant_id: ParticipantId | None) -> tuple[str, ...]:
        with self._records.unit() as unit:
            facts = unit.attendances.facts()
        if participant_id is None:
            return ()
        attendance, _ = facts.get(participant_id, ([], []))
        newest = sorted(attendance, key=lambda fact: fact.on_date, reverse=True)[:10]
        return tuple(f"{fact.on_date.day} {fact.on_date:%B}: {fact.mark.label.lower()}" for fact in newest)


def _check(details: PartnerDetails) -> None:
    if not details.code.strip():
        raise NothingEntered(field="Code")


def _named(partner: Partner, names: dict[ParticipantId, str]) -> Partner:
    if partner.participant_id is None:
        return partner
    return replace(partner, participant_name=names.get(partner.participant_id, ""))
