"""Acts of the safety officer: she opens hand-overs once a week, and keeps in touch with those who wish it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.ids import ParticipantId, PartnerId, Seen
from bipdesk.invented.acts import Act, Who, World, moment
from bipdesk.invented.partners import InventedContact, InventedPartner
from bipdesk.services.safety.partners import SafetyService
from bipdesk.services.safety.values import PartnerDetails, SafeContactRule, Support

LAST_OPENING_DAYS_AGO = 13
"""What arrived later lies unopened."""


@dataclass(slots=True)
class Casebook:
    """The partners of the plan by number of the participant, and what the officer has written of them."""

    partners: Mapping[int, InventedPartner]
    known: dict[int, tuple[PartnerId, Seen]] = field(default_factory=dict)
    linked: dict[int, ParticipantId] = field(default_factory=dict)


def officers_acts(casebook: Casebook, world: World, begin: date, today: date) -> Iterator[Act]:
    """Yield all that the officer does from `begin` on."""
    day = begin + timedelta(days=7)
    while day <= today - timedelta(days=LAST_OPENING_DAYS_AGO):
        yield Act(moment(day, 13), Who.OFFICER, partial(_open_envelopes, casebook, world))
        day += timedelta(days=7)
    for number, partner in casebook.partners.items():
        for contact in partner.contacts:
            at = moment(contact.on_date, 14, number % 60)
            yield Act(at, Who.OFFICER, partial(_contact, casebook, number, contact))


def _safety(desk: Desk) -> SafetyService:
    assert desk.safety is not None  # only she performs these acts
    return desk.safety


def _open_envelopes(casebook: Casebook, world: World, desk: Desk) -> None:
    safety = _safety(desk)
    for envelope in safety.envelopes():
        form = safety.open_envelope(envelope.envelope_id)
        number = world.numbers[form.participant_id]
        partner = casebook.partners.get(number)
        if partner is None:
            continue
        details = PartnerDetails(partner.code, partner.name, form.participant_id)
        changes = safety.add(details, SafeContactRule(allowed=False, never=partner.rule.never))
        assert changes.row_id is not None  # add always makes a row
        casebook.linked[number] = form.participant_id
        casebook.known[number] = (PartnerId(changes.row_id), changes.seen)


def _contact(casebook: Casebook, number: int, contact: InventedContact, desk: Desk) -> None:
    """Store a contact; with the first one she says what she wishes and how she may be reached."""
    if number not in casebook.known:
        return
    safety, partner = _safety(desk), casebook.partners[number]
    partner_id, seen = casebook.known[number]
    safety.record_contact(partner_id, contact.on_date, contact.channel, contact.summary)
    if contact is not partner.contacts[0]:
        return
    details = PartnerDetails(
        partner.code, partner.name, casebook.linked[number], partner.support, partner.remarks
    )
    seen = safety.update(partner_id, details, seen).seen
    if partner.support is Support.ACCEPTED:
        safety.set_rule(partner_id, partner.rule, seen)
