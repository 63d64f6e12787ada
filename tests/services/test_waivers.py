"""Waivers and agreements: who is accepted, what the county learns, what is kept of the paper."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.agreement import Section
from bipdesk.domain.errors import DateInFuture, RowMissing, WaiverMissing, WrongDate
from bipdesk.domain.ids import ParticipantId, WaiverId
from bipdesk.domain.intake_errors import PaperOfOtherKind, PaperTooLarge, WaiverEmpty, WaiverSigned
from bipdesk.domain.paper import MOST_BYTES
from bipdesk.domain.referral import Status
from bipdesk.domain.waiver import COMPULSORY, NamedRecipient, RecipientClass, WaiverTerms
from tests import builders
from tests.export.reports.sheet_reading import all_text

PDF = b"%PDF-1.4\n" + b"x" * 100 + b"\n%%EOF\n"


def referred(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(language="Spanish"), builders.referral(), builders.form())
    assert made.row_id is not None
    participant_id = ParticipantId(made.row_id)
    builders.suitable(desk, participant_id)
    return participant_id


def prepared(desk: Desk, participant_id: ParticipantId, terms: WaiverTerms | None = None) -> WaiverId:
    usual = desk.waivers.of(participant_id).usual
    made = desk.waivers.prepare(participant_id, terms or usual)
    assert made.row_id is not None
    return WaiverId(made.row_id)


def sign(desk: Desk, participant_id: ParticipantId, waiver_id: WaiverId, on: date | None = None) -> None:
    line = next(each for each in desk.waivers.of(participant_id).lines if each.waiver.waiver_id == waiver_id)
    desk.waivers.sign(waiver_id, on or desk.clock.today(), "R. Ortega", line.waiver.seen)


def accept(desk: Desk, participant_id: ParticipantId) -> None:
    file = desk.participants.file(participant_id)
    desk.referrals.accept(file.referral_id, desk.clock.today(), file.referral_seen)


def test_a_waiver_that_is_only_printed_admits_nobody(desk: Desk) -> None:
    participant_id = referred(desk)
    waiver_id = prepared(desk, participant_id)
    with pytest.raises(WaiverMissing):
        accept(desk, participant_id)
    sign(desk, participant_id, waiver_id)
    accept(desk, participant_id)


@pytest.mark.parametrize("struck", sorted(COMPULSORY))
def test_nobody_is_accepted_while_a_compulsory_recipient_is_struck_out(
    desk: Desk, struck: RecipientClass
) -> None:
    participant_id = referred(desk)
    usual = desk.waivers.of(participant_id).usual
    terms = replace(usual, recipients=usual.recipients - {struck})
    sign(desk, participant_id, prepared(desk, participant_id, terms))
    with pytest.raises(WaiverMissing):
        accept(desk, participant_id)


def test_the_newest_signed_waiver_alone_counts(desk: Desk) -> None:
    participant_id = referred(desk)
    sign(desk, participant_id, prepared(desk, participant_id))
    second = prepared(desk, participant_id)
    current = desk.waivers.of(participant_id).current
    assert current is not None
    assert current.waiver.waiver_id != second
    sign(desk, participant_id, second)
    view = desk.waivers.of(participant_id)
    assert view.current is not None
    assert view.current.waiver.waiver_id == second
    desk.waivers.revoke(second, desk.clock.today(), view.current.waiver.seen)
    with pytest.raises(WaiverMissing):
        accept(desk, participant_id)


def test_a_mistaken_revocation_can_be_undone(desk: Desk) -> None:
    participant_id = referred(desk)
    waiver_id = prepared(desk, participant_id)
    sign(desk, participant_id, waiver_id)
    current = desk.waivers.of(participant_id).current
    assert current is not None
    changes = desk.waivers.revoke(waiver_id, desk.clock.today(), current.waiver.seen)
    desk.waivers.take_back_revocation(waiver_id, changes.seen)
    accept(desk, participant_id)


def test_a_signed_waiver_is_not_changed_and_a_date_must_be_true(desk: Desk) -> None:
    participant_id = referred(desk)
    waiver_id = prepared(desk, participant_id)
    before = desk.waivers.of(participant_id).unsigned
    assert before is not None
    with pytest.raises(DateInFuture):
        sign(desk, participant_id, waiver_id, desk.clock.today() + timedelta(1))
    sign(desk, participant_id, waiver_id)
    with pytest.raises(WaiverSigned):
        desk.waivers.prepare(participant_id, before.waiver.terms, before)
    current = desk.waivers.of(participant_id).current
    assert current is not None
    with pytest.raises(WrongDate):
        desk.waivers.revoke(waiver_id, desk.clock.today() - timedelta(1), current.waiver.seen)


def test_a_waiver_about_nothing_or_for_nobody_is_refused(desk: Desk) -> None:
    participant_id = referred(desk)
    usual = desk.waivers.of(participant_id).usual
    for terms in (replace(usual, recipients=frozenset()), replace(usual, topics=frozenset())):
        with pytest.raises(WaiverEmpty):
            desk.waivers.prepare(participant_id, terms)
    with pytest.raises(WrongDate):
        desk.waivers.prepare(participant_id, replace(usual, ends_on=usual.begins_on - timedelta(1)))


def test_the_terms_come_back_as_they_were_written(desk: Desk) -> None:
    participant_id = referred(desk)
    usual = desk.waivers.of(participant_id).usual
    terms = replace(
        usual,
        named=(NamedRecipient("Muñoz, “the surgery”", RecipientClass.HEALTH),),
        ends_on=date(2027, 1, 31),
    )
    prepared(desk, participant_id, terms)
    unsigned = desk.waivers.of(participant_id).unsigned
    assert unsigned is not None
    assert unsigned.waiver.terms == terms


def test_the_paper_is_printed_in_his_language_with_his_name_and_blank_without(desk: Desk) -> None:
    participant_id = referred(desk)
    text = all_text(desk.waivers.print_form(prepared(desk, participant_id)))
    assert "renuncia a la confidencialidad" in text
    assert "Aaron Pruett" in text
    blank = all_text(desk.waivers.print_blank("en"))
    assert "Permission to tell others about you" in blank
    assert "Pruett" not in blank


def test_a_scan_is_taken_by_its_content_and_comes_back_as_it_was(desk: Desk) -> None:
    participant_id = referred(desk)
    waiver_id = prepared(desk, participant_id)
    for wrong in (b"MZ\x90", b"%PDF-1.4 without its end", b""):
        with pytest.raises(PaperOfOtherKind):
            desk.waivers.attach(waiver_id, wrong)
    with pytest.raises(PaperTooLarge):
        desk.waivers.attach(waiver_id, PDF + bytes(MOST_BYTES))
    made = desk.waivers.attach(waiver_id, PDF)
    assert made.row_id is not None
    assert desk.waivers.scan(made.row_id) == ("pdf", PDF)
    (line,) = desk.waivers.of(participant_id).lines
    assert [(scan.kind, scan.size) for scan in line.scans] == [("pdf", len(PDF))]
    desk.waivers.detach(made.row_id)
    with pytest.raises(RowMissing):
        desk.waivers.scan(made.row_id)


def test_the_agreement_is_printed_in_the_programmes_own_words_and_signed(desk: Desk) -> None:
    participant_id = referred(desk)
    fees = next(w for w in desk.agreements.wordings() if (w.section, w.language) == (Section.FEES, "en"))
    assert not fees.own
    desk.agreements.word(Section.FEES, "en", "You pay 10 a session.\n- Ask if you cannot.", fees.seen)
    text = all_text(desk.agreements.print_form(participant_id, "en"))
    assert "You pay 10 a session." in text
    assert "At least 24 group sessions of 150 minutes" in text
    assert "Usted no paga nada." in all_text(desk.agreements.print_form(None, "es"))
    own = next(w for w in desk.agreements.wordings() if w.own)
    desk.agreements.word(Section.FEES, "en", "", own.seen)
    assert not any(w.own for w in desk.agreements.wordings())
    desk.agreements.sign(participant_id, desk.clock.today(), "en")
    assert [each.signed_on for each in desk.agreements.of(participant_id).signed] == [desk.clock.today()]


def test_the_waiver_of_an_earlier_referral_admits_nobody_to_another_one(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    file = desk.participants.file(participant_id)
    desk.referrals.finish(file.referral_id, Status.LEFT, desk.clock.today(), file.referral_seen)
    desk.referrals.refer_again(participant_id, builders.referral(desk.clock.today()), builders.form())
    builders.suitable(desk, participant_id, desk.clock.today())
    assert desk.participants.file(participant_id).waiver_over
    with pytest.raises(WaiverMissing):
        accept(desk, participant_id)
    desk.participants.sign_waiver(participant_id, desk.clock.today())
    accept(desk, participant_id)
