"""Gathers what decides whether something may be told about a participant."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from bipdesk.db.records.file import Unit
from bipdesk.domain.agency import AgencyDetails, AgencyKind
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import FACTS, AuthorityKind, Document, Obligation, Recipient, Standing
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.pack import Pack
from bipdesk.domain.referral import REJECTED, ReferralState
from bipdesk.domain.waiver import RecipientClass, class_by_name
from bipdesk.services.disclosures.obligations import BY_RULE, notice_obligations

CLASS_OF_KIND = {
    AgencyKind.COURT: RecipientClass.COURTS,
    AgencyKind.PROBATION: RecipientClass.PROBATION,
    AgencyKind.CHILD_PROTECTION: RecipientClass.CHILD_PROTECTION,
    AgencyKind.POLICE: RecipientClass.POLICE,
    AgencyKind.HEALTH: RecipientClass.HEALTH,
    AgencyKind.FAMILY_COURT_ADVISER: RecipientClass.FAMILY_COURT,
    AgencyKind.VICTIM_SERVICE: RecipientClass.VICTIM_ADVOCATES,
    AgencyKind.OTHER: RecipientClass.OTHER,
}


def standing_of(unit: Unit, participant_id: ParticipantId, document: Document, pack: Pack) -> Standing:
    """Return the waiver, the obligations and the facts that decide."""
    found = unit.waivers.signed(participant_id)
    waiver, ended = found if found is not None else (None, None)
    state = unit.referrals.latest(participant_id)
    rule = pack.days("rejection-notice", state.since)
    obligations = [*_by_order(unit, participant_id)]
    if waiver is not None and waiver.signed_on is not None and waiver.revoked_on is not None:
        obligations.append(_to_tell_of(waiver.signed_on, waiver.revoked_on))
    if rule is not None and rule.binding and state.status in REJECTED:
        documents = frozenset({Document.REJECTION_NOTICE})
        obligations.append(Obligation(AuthorityKind.DUTY, rule.citation, state.since, documents=documents))
    if document in BY_RULE:
        obligations += notice_obligations(unit, participant_id, document, pack)
    earlier = waiver is not None and waiver.referral_id not in (None, state.referral_id)
    return Standing(waiver, ended, tuple(obligations), FACTS[document], earlier)


def _to_tell_of(signed_on: date, revoked_on: date) -> Obligation:
    return Obligation(
        AuthorityKind.DUTY,
        f"Part 7 of the waiver signed on {day_in_words(signed_on)}: whoever referred him is told of its end",
        revoked_on,
        documents=frozenset({Document.REVOCATION_NOTICE}),
    )


def _by_order(unit: Unit, participant_id: ParticipantId) -> list[Obligation]:
    return [
        Obligation(
            AuthorityKind.COURT_ORDER,
            order.words,
            order.begins_on,
            order.ends_on,
            topics=order.topics,
            recipient_class=order.recipient_class,
        )
        for order in unit.disclosures.orders(participant_id)
    ]


def recipients_of(unit: Unit, participant_id: ParticipantId) -> tuple[Recipient, ...]:
    """Return to whom one could write: his referrer first, then who his waiver names, then the agencies."""
    agencies = _agencies(unit)
    referrer = _referrer(unit.referrals.latest(participant_id), agencies)
    waiver = unit.waivers.signed(participant_id)
    named = () if waiver is None else waiver[0].terms.named
    by_name = [Recipient(each.name, each.recipient_class) for each in named if each.agency_id is None]
    others = [each for each in agencies.values() if each.agency_id != referrer.agency_id]
    return tuple(each for each in (referrer, *by_name, *others) if each.name)


def known(unit: Unit, participant_id: ParticipantId, recipient: Recipient) -> Recipient:
    """Return the recipient as the records know it: who referred him is never taken on trust.

    The address is the agency's, unless another was typed.
    """
    agencies = _agencies(unit)
    referrer = _referrer(unit.referrals.latest(participant_id), agencies)
    agency = None if recipient.agency_id is None else agencies.get(recipient.agency_id)
    typed = recipient.name.casefold()
    if agency is None and typed:
        # Whoever stands in the register is of the kind that the register says, however the name was typed.
        agency = next((each for each in agencies.values() if each.name.casefold() == typed), None)
    if agency is None:
        same = recipient.name.casefold() == referrer.name.casefold()
        return replace(recipient, agency_id=None, is_referrer=bool(referrer.name) and same)
    return replace(
        agency,
        is_referrer=agency.agency_id == referrer.agency_id,
        lines=recipient.lines or agency.lines,
    )


def _agencies(unit: Unit) -> dict[UUID, Recipient]:
    return {
        stored.agency_id: Recipient(
            stored.details.name,
            CLASS_OF_KIND[stored.details.kind],
            stored.agency_id,
            tuple(line.strip() for line in stored.details.address.splitlines() if line.strip()),
            language=stored.details.letter_language.value,
            wishes=_wishes(stored.details),
        )
        for stored in unit.agencies.agencies()
    }


def _wishes(details: AgencyDetails) -> str:
    """Return how the agency wants its letters, for the person who sends them; it stands on no letter."""
    remark = details.letter_remark.strip()
    return f"{details.letter_way.label}. {remark}" if remark else details.letter_way.label


def _referrer(state: ReferralState, agencies: dict[UUID, Recipient]) -> Recipient:
    """Return whoever referred him, with an address where one is known; a volunteer was sent by nobody."""
    name = " ".join(state.details.referrer.split())
    found = None if state.details.agency_id is None else agencies.get(state.details.agency_id)
    if found is None and name:
        same = (each for each in agencies.values() if each.name.casefold() == name.casefold())
        found = next(same, None)
    return replace(found or Recipient(name, class_by_name(name)), is_referrer=True)
