"""The invented programme makes ready before its first group, and renews what runs out."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind
from bipdesk.domain.agency_agreement import AgreementDetails, AgreementKind
from bipdesk.domain.approach import RowPosition
from bipdesk.domain.ids import AgencyId
from bipdesk.domain.readiness import EvidenceDetails
from bipdesk.invented.acts import Act, Who, moment
from bipdesk.invented.readiness_texts import FIRST_TERM, OTHERS, POSITIONS, PRECONDITIONS

BEFORE = timedelta(days=200)
"""How long before the programme begins its first evidence holds."""
WOMENS_CENTRE = "Harlow Women's Centre"


def make_ready(desk: Desk, today: date) -> None:
    """Record what a group cannot open without."""
    for place, (item, (text, where, _)) in enumerate(PRECONDITIONS.items()):
        ends = today + timedelta(days=FIRST_TERM + 10 * place)
        desk.readiness.record(EvidenceDetails(item, text, where, today - BEFORE, ends))
    _agree_with_womens_centre(desk, today)


def _agree_with_womens_centre(desk: Desk, today: date) -> None:
    known = [agency for agency in desk.agencies.list() if agency.kind is AgencyKind.VICTIM_SERVICE]
    if known:
        return
    made = desk.agencies.add(AgencyDetails(AgencyKind.VICTIM_SERVICE, WOMENS_CENTRE)).row_id
    assert made is not None  # adding always makes one
    covers = "Partner support beside every group; the safety officer's place is there"
    agreement = AgreementDetails(AgreementKind.MEMORANDUM, covers, today - BEFORE)
    desk.agencies.add_agreement(AgencyId(made), agreement)


def acts_of_readiness(begins_on: date, today: date) -> Iterator[Act]:
    """Yield the renewals of what had a term, the evidence for the other lists, and the approach."""
    for place, (item, (text, where, days)) in enumerate(PRECONDITIONS.items()):
        renewed_on = begins_on + timedelta(days=FIRST_TERM + 10 * place - 9)
        ends = None if days is None else today + timedelta(days=days)
        details = EvidenceDetails(item, text, where, renewed_on, ends)
        yield Act(moment(renewed_on, 10), Who.COORDINATOR, partial(_record, details))
    for place, (item, (text, where)) in enumerate(OTHERS.items()):
        on_date = begins_on + timedelta(days=30 + 11 * place)
        details = EvidenceDetails(item, text, where, on_date)
        yield Act(moment(on_date, 10), Who.COORDINATOR, partial(_record, details))
    yield Act(moment(begins_on + timedelta(days=40), 11), Who.COORDINATOR, _describe_approach)


def _record(details: EvidenceDetails, desk: Desk) -> None:
    desk.readiness.record(details)


def _describe_approach(desk: Desk) -> None:
    for key, (position, sentence) in POSITIONS.items():
        desk.approach.take_position(key, RowPosition(position, sentence))
