"""Ways round the gate that somebody in a hurry, or somebody who means it, would try."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind
from bipdesk.domain.disclosed import CourtOrder
from bipdesk.domain.disclosure import Disclosure, Document, Recipient, Refusal
from bipdesk.domain.errors import RowMissing, WaiverMissing
from bipdesk.domain.ids import ParticipantId, WaiverId
from bipdesk.domain.intake_errors import ExtremeDenialStands
from bipdesk.domain.referral import Status
from bipdesk.domain.suitability import Outcome, Verdict
from bipdesk.domain.waiver import DisclosureTopic, RecipientClass, Waiver, default_terms
from tests import builders
from tests.domain.test_suitability import MEETS, answers
from tests.stories.canaries import everything

COURT = Recipient("Dale County Court", RecipientClass.COURTS)
STATUS = Document.STATUS_LETTER


def outcome(desk: Desk, document: Document, participant_id: ParticipantId, to: Recipient) -> object:
    return desk.disclosures.check(document, participant_id, to).outcome


def referred(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


def current(desk: Desk, participant_id: ParticipantId) -> Waiver:
    line = desk.waivers.of(participant_id).current
    assert line is not None
    return line.waiver


def test_an_agency_of_the_register_cannot_pass_for_another_kind_by_being_typed(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    desk.agencies.add(AgencyDetails(AgencyKind.HEALTH, "Bell Street Clinic"))
    typed = Recipient("bell street clinic", RecipientClass.COURTS)
    assert isinstance(outcome(desk, STATUS, participant_id, COURT), Disclosure)
    refused = outcome(desk, STATUS, participant_id, typed)
    assert isinstance(refused, Refusal)
    assert "health services" in refused.reason


def test_an_order_never_opens_the_gate_to_anybody_at_all(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    order = CourtOrder("Order 7", RecipientClass.OTHER, frozenset(DisclosureTopic), date(2026, 7, 1))
    desk.disclosures.add_order(participant_id, order)
    uncle = Recipient("Uncle Joe", RecipientClass.OTHER)
    assert isinstance(outcome(desk, STATUS, participant_id, uncle), Refusal)


def test_nobody_is_accepted_on_a_day_before_he_revoked_once_he_has_revoked(desk: Desk) -> None:
    participant_id = referred(desk)
    builders.suitable(desk, participant_id)
    desk.participants.sign_waiver(participant_id, date(2026, 7, 9))
    waiver = current(desk, participant_id)
    desk.waivers.revoke(waiver.waiver_id, date(2026, 9, 1), waiver.seen)
    file = desk.participants.file(participant_id)
    with pytest.raises(WaiverMissing):
        desk.referrals.accept(file.referral_id, date(2026, 8, 1), file.referral_seen)


def test_the_waiver_of_an_earlier_referral_opens_no_letter_about_the_next_one(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    file = desk.participants.file(participant_id)
    desk.referrals.finish(file.referral_id, Status.LEFT, date(2026, 11, 1), file.referral_seen, "Moved away")
    desk.referrals.refer_again(participant_id, builders.referral(date(2026, 11, 2)), builders.form())
    for step in (desk.referrals.contact, desk.referrals.assess):
        file = desk.participants.file(participant_id)
        step(file.referral_id, date(2026, 11, 3), "", file.referral_seen)
    file = desk.participants.file(participant_id)
    desk.referrals.decide(file.referral_id, False, "He works at night", date(2026, 11, 3), file.referral_seen)
    refused = outcome(desk, Document.REJECTION_NOTICE, participant_id, COURT)
    assert isinstance(refused, Refusal)
    assert "earlier referral" in refused.reason


def test_the_county_is_told_nothing_of_a_next_referral_by_the_waiver_of_an_earlier_one(
    desk: Desk, tmp_path: Path
) -> None:
    office = builders.enrolled(tmp_path, desk)
    stick = tmp_path / "stick"
    stick.mkdir()
    participant_id = builders.accepted(desk)
    file = desk.participants.file(participant_id)
    desk.referrals.finish(file.referral_id, Status.LEFT, date(2026, 11, 1), file.referral_seen, "Moved away")
    office.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    again = builders.referral(date(2026, 11, 2), "Canary of the next referral")
    desk.referrals.refer_again(participant_id, again, builders.form())
    office.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    with office._vault.records.rows() as rows:
        told = " ".join(everything(rows.session))
    assert "Pruett" in told
    assert "Canary" not in told
    office.lock()


def test_what_was_never_signed_cannot_be_shared_by_taking_a_revocation_back(desk: Desk) -> None:
    participant_id = referred(desk)
    made = desk.waivers.prepare(participant_id, default_terms(date(2026, 11, 1)))
    assert made.row_id is not None
    with pytest.raises(WaiverMissing):
        desk.waivers.take_back_revocation(WaiverId(made.row_id), made.seen)


def test_extreme_denial_is_not_got_round_by_taking_the_decision_back(desk: Desk) -> None:
    participant_id = referred(desk)
    today = desk.clock.today()
    desk.participants.sign_waiver(participant_id, today)
    for denial, verdict in (("no", Outcome.SUITABLE), ("yes", Outcome.UNSUITABLE)):
        file = desk.suitability.file(participant_id)
        working = replace(file.working, answers=answers(MEETS | {"extreme_denial": denial}))
        desk.suitability.decide(participant_id, file.instrument, working, Verdict(verdict, today))
    for _ in range(2):  # unsuitable, and the assessment before it
        person = desk.participants.file(participant_id)
        desk.referrals.take_back(person.referral_id, "By mistake", person.referral_seen)
    person = desk.participants.file(participant_id)
    with pytest.raises(ExtremeDenialStands):
        desk.referrals.accept(person.referral_id, today, person.referral_seen)


def test_what_left_cannot_be_taken_away_as_if_it_were_a_scan(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    shown = desk.disclosures.prepare(STATUS, participant_id, COURT)
    made = desk.disclosures.record(shown)
    assert made.row_id is not None
    with desk._vault.records.unit() as unit:
        paper_id = unit.papers.newest(made.row_id)
    assert paper_id is not None
    with pytest.raises(RowMissing):
        desk.waivers.detach(paper_id)
    assert desk.disclosures.reprint(made.row_id) == shown.pdf
