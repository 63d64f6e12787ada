"""The papers of the invented programme: waivers with their recipients, agreements, first letters."""

from dataclasses import replace
from datetime import date

from bipdesk.desk import Desk
from bipdesk.domain.disclosure import Document
from bipdesk.domain.ids import ParticipantId, WaiverId
from bipdesk.domain.waiver import NamedRecipient, RecipientClass

ALSO: tuple[frozenset[RecipientClass], ...] = (
    frozenset({RecipientClass.POLICE, RecipientClass.VICTIM_ADVOCATES}),
    frozenset(),
    frozenset({RecipientClass.CHILD_PROTECTION, RecipientClass.FAMILY_COURT}),
    frozenset({RecipientClass.HEALTH}),
)
"""Whom participants let be told beside the compulsory ones, in turn."""
NAMED = 6
"""Every so many participants name somebody."""
SURGERY = NamedRecipient("Dr M. Okafor, Harlow surgery", RecipientClass.HEALTH)
LETTER = 4
"""Every so many acceptances are confirmed by letter."""
SENDER = "PO Box 14, Harlow, SD 57000\nTelephone 555-0101"


def sign_papers(number: int, who: ParticipantId, signed_on: date, desk: Desk) -> None:
    """Make his waiver, and record that he signed it and the agreement."""
    if number == 0 and not desk.agreements.sender()[0]:
        desk.agreements.set_sender(SENDER, desk.agreements.sender()[1])
    usual = desk.waivers.of(who).usual
    terms = replace(
        usual,
        recipients=usual.recipients | ALSO[number % len(ALSO)],
        named=(SURGERY,) if number % NAMED == 0 else (),
        begins_on=signed_on,
    )
    made = desk.waivers.prepare(who, terms)
    assert made.row_id is not None  # prepare always makes a row
    desk.waivers.sign(WaiverId(made.row_id), signed_on, desk.me.name, made.seen)
    desk.agreements.sign(who, signed_on, terms.language)


def confirm_acceptance(number: int, who: ParticipantId, desk: Desk) -> None:
    """Write to whoever referred him that he was accepted, for some of them."""
    if number % LETTER == 0:
        send(Document.ACCEPTANCE_LETTER, who, desk)


def revoke(who: ParticipantId, desk: Desk) -> None:
    """Revoke his waiver and tell whoever referred him."""
    desk.participants.revoke_waiver(who, desk.clock.today())
    send(Document.REVOCATION_NOTICE, who, desk)


def send(document: Document, who: ParticipantId, desk: Desk) -> None:
    """Print a letter to his referrer, where somebody referred him and may be told."""
    referrer = next((each for each in desk.disclosures.choices(who).recipients if each.is_referrer), None)
    if referrer is None or desk.disclosures.check(document, who, referrer).refused:
        return
    made = desk.disclosures.record(desk.disclosures.prepare(document, who, referrer))
    assert made.row_id is not None  # record always makes a row
    desk.disclosures.mark_sent(made.row_id)
