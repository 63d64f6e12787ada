"""Gathers what decides whether something may be told about a participant."""

from dataclasses import replace
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.agency import AgencyKind
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import FACTS, AuthorityKind, Document, Obligation, Recipient, Standing
from bipdesk.domain.ids import AgencyId, ParticipantId
from bipdesk.domain.pack import PackValue
from bipdesk.domain.referral import REJECTED, ReferralState
from bipdesk.domain.waiver import RecipientClass, class_by_name

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


def standing_of(
    unit: Unit, participant_id: ParticipantId, document: Document, rule: PackValue | None
) -> Standing:
    """Return the waiver, the obligations and the facts that decide; `rule` is the pack's for rejections."""
    found = unit.waivers.signed(participant_id)
    waiver, ended = found if found is not None else (None, None)
    state = unit.referrals.latest(participant_id)
    obligations = [*_by_order(unit, participant_id)]
    if waiver is not None and waiver.signed_on is not None and waiver.revoked_on is not None:
        obligations.append(_to_tell_of(waiver.signed_on, waiver.revoked_on))
    if rule is not None and rule.binding and state.status in REJECTED:
        documents = frozenset({Document.REJECTION_NOTICE})
        obligations.append(Obligation(AuthorityKind.DUTY, rule.citation, state.since, documents=documents))
    return Standing(waiver, ended, tuple(obligations), FACTS[document])


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
    state = unit.referrals.latest(participant_id)
    waiver = unit.waivers.signed(participant_id)
    found = [referrer_of(unit, state)]
    if waiver is not None:
        for named in waiver[0].terms.named:
            if named.agency_id is None:
                found.append(Recipient(named.name, named.recipient_class))
    referring = found[0].agency_id
    for choice in unit.agencies.choices():
        if choice.agency_id != referring:
            found.append(Recipient(choice.name, CLASS_OF_KIND[choice.kind], choice.agency_id))
    return tuple(each for each in found if each.name)


def referrer_of(unit: Unit, state: ReferralState) -> Recipient:
    """Return whoever referred him, with an address where one is known; a volunteer was sent by nobody."""
    name = state.details.referrer.strip()
    agency_id = state.details.agency_id or unit.agencies.named(name)
    if agency_id is None:
        return Recipient(name, class_by_name(name), is_referrer=True)
    kinds = {choice.agency_id: choice.kind for choice in unit.agencies.choices()}
    kind = kinds.get(AgencyId(agency_id))
    if kind is None:
        return Recipient(name, class_by_name(name), is_referrer=True)
    return addressed(unit, Recipient(name, CLASS_OF_KIND[kind], agency_id, is_referrer=True))


def known(unit: Unit, participant_id: ParticipantId, recipient: Recipient) -> Recipient:
    """Return the recipient as the records know it: who referred him is never taken on trust."""
    referrer = referrer_of(unit, unit.referrals.latest(participant_id))
    same_agency = recipient.agency_id is not None and recipient.agency_id == referrer.agency_id
    same_name = recipient.agency_id is None and recipient.name.casefold() == referrer.name.casefold()
    kinds = {choice.agency_id: choice.kind for choice in unit.agencies.choices()}
    kind = None if recipient.agency_id is None else kinds.get(AgencyId(recipient.agency_id))
    return replace(
        recipient,
        is_referrer=bool(referrer.name) and (same_agency or same_name),
        recipient_class=recipient.recipient_class if kind is None else CLASS_OF_KIND[kind],
    )


def addressed(unit: Unit, recipient: Recipient) -> Recipient:
    """Return the recipient with the address of the agency, unless an address was typed."""
    if recipient.agency_id is None or recipient.lines:
        return recipient
    address = unit.agencies.letter_address(AgencyId(recipient.agency_id))
    lines = (*((address.remark,) if address.remark else ()), *address.lines)
    return Recipient(
        address.name,
        recipient.recipient_class,
        recipient.agency_id,
        lines,
        recipient.is_referrer,
        address.language.value,
    )
