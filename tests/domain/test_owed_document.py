"""By when papers are due, and when to ask for them again."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId
from bipdesk.domain.owed_document import (
    Chaser,
    DocumentKind,
    OwedDocument,
    assessment_due,
    document_due,
)
from bipdesk.domain.pack import Pack
from bipdesk.domain.referral import ReferralDetails, ReferralKind, ReferralState, Status
from bipdesk.library_files import load_packs

NOBODY, NOTHING = ParticipantId(UUID(int=1)), ReferralId(UUID(int=2))
REFERRED = date(2026, 7, 2)


def referral(status: Status = Status.REFERRED, made_on: date | None = None) -> ReferralState:
    details = ReferralDetails(ReferralKind.COURT_ORDERED, "Court", REFERRED, order_made_on=made_on)
    return ReferralState(NOTHING, NOBODY, UNSEEN, details, status, date(2026, 8, 3))


def paper(kind: DocumentKind = DocumentKind.ORDER) -> OwedDocument:
    return OwedDocument(UUID(int=3), UNSEEN, NOBODY, NOTHING, kind, "", "Court", None, None, None)


def test_the_police_report_is_due_seven_days_after_the_order_or_else_the_referral() -> None:
    report = paper(DocumentKind.POLICE_REPORT)
    assert document_due(report, referral(), Pack()).due_on == date(2026, 7, 9)
    assert document_due(report, referral(made_on=date(2026, 6, 1)), Pack()).due_on == date(2026, 6, 8)


def test_the_rest_is_due_six_weeks_after_he_started_and_not_before() -> None:
    assert document_due(paper(), referral(Status.WAITING), Pack()).due_on is None
    due = document_due(paper(), referral(Status.IN_PROGRAMME), Pack())
    assert (due.due_on, due.ask_on) == (date(2026, 9, 14), date(2026, 9, 14))


def test_who_was_asked_is_asked_again_after_two_weeks() -> None:
    asked = replace(paper(), asked_on=date(2026, 7, 3), chasers=(Chaser(date(2026, 7, 20), "rang", ""),))
    assert document_due(asked, referral(), Pack()).ask_on == date(2026, 8, 3)
    come = replace(asked, received_on=date(2026, 7, 21))
    assert document_due(come, referral(), Pack()).ask_on is None


@pytest.mark.parametrize("pack", tuple(load_packs()))
def test_every_pack_has_an_answer_with_its_source(pack: Pack) -> None:
    due = document_due(paper(DocumentKind.POLICE_REPORT), referral(), pack)
    assert due.due_on is not None
    assert due.source


def test_whoever_was_reached_is_assessed_within_two_weeks() -> None:
    assert assessment_due(referral(Status.CONTACTED), Pack()) == date(2026, 8, 17)
    assert assessment_due(referral(Status.ASSESSED), Pack()) is None
