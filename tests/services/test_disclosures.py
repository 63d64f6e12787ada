"""Letters through the gate: nothing without authority, the record that stays, and the same bytes again."""

import hashlib
from dataclasses import replace
from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.agency import AgencyDetails, AgencyKind, LetterLanguage
from bipdesk.domain.disclosed import CourtOrder, Sent
from bipdesk.domain.disclosure import AuthorityKind, Document, Recipient, unfit_word
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_errors import DisclosureRefused, LetterNotFitting, WordNotForLetters
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.sentences import sentence
from bipdesk.domain.waiver import DisclosureTopic, RecipientClass
from tests import builders
from tests.export.reports.sheet_reading import all_text

STATUS = Document.STATUS_LETTER
CANARY = "Kanarienvogel7Qz"


def referrer(desk: Desk, participant_id: ParticipantId) -> Recipient:
    return desk.disclosures.choices(participant_id).recipients[0]


def revoke(desk: Desk, participant_id: ParticipantId) -> None:
    current = desk.waivers.of(participant_id).current
    assert current is not None
    desk.waivers.revoke(current.waiver.waiver_id, desk.clock.today(), current.waiver.seen)


def referred(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


def test_no_letter_is_rendered_without_a_waiver_and_the_refusal_says_how_to_obtain_one(desk: Desk) -> None:
    participant_id = referred(desk)
    with pytest.raises(DisclosureRefused) as caught:
        desk.disclosures.prepare(STATUS, participant_id, referrer(desk, participant_id))
    words = sentence(caught.value)
    assert "make one under Papers, print it, let him sign it" in words
    assert desk.disclosures.of(participant_id) == ()


def test_revoking_a_waiver_stops_the_next_letter_and_undoes_nothing_sent(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    to = referrer(desk, participant_id)
    shown = desk.disclosures.prepare(STATUS, participant_id, to)
    made = desk.disclosures.record(shown)
    assert made.row_id is not None
    desk.disclosures.mark_sent(made.row_id)
    open_on_screen = desk.disclosures.prepare(STATUS, participant_id, to)
    revoke(desk, participant_id)
    with pytest.raises(DisclosureRefused, match="disclosure-refused"):
        desk.disclosures.prepare(STATUS, participant_id, to)
    with pytest.raises(DisclosureRefused):
        desk.disclosures.record(open_on_screen)
    assert [line.sent for line in desk.disclosures.of(participant_id)] == [Sent.PRINTED]
    assert desk.disclosures.reprint(made.row_id) == shown.pdf


def test_the_record_says_what_was_told_to_whom_by_what_right_and_keeps_the_bytes(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    shown = desk.disclosures.prepare(STATUS, participant_id, referrer(desk, participant_id))
    made = desk.disclosures.record(shown)
    (line,) = desk.disclosures.of(participant_id)
    assert made.row_id == line.disclosure_id
    assert (line.document, line.recipient.name) == (STATUS, "Dale County Probation")
    assert (line.authority.kind, line.authority.words) == (
        AuthorityKind.WAIVER,
        "Waiver signed on 9 July 2026",
    )
    assert "Sessions owed" in line.fields
    assert (line.made_by, line.sent) == ("C. Rivers", Sent.NOT_YET)
    assert line.sha256 == hashlib.sha256(shown.pdf).hexdigest()
    desk.participants.update_person(
        participant_id, builders.person("Aaron", "Changed"), desk.participants.file(participant_id).seen
    )
    assert desk.disclosures.reprint(line.disclosure_id) == shown.pdf


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_class_note_is_in_no_letter_and_no_letter_promises_anything(desk: Desk, language: str) -> None:
    participant_id = builders.accepted(desk)
    for note_class in NoteClass:
        desk.notes.add(participant_id, None, note_class, f"{CANARY} {note_class}")
    to = referrer(desk, participant_id)
    letters = [
        desk.disclosures.prepare(document, participant_id, to, language)
        for document in (STATUS, Document.ACCEPTANCE_LETTER)
    ]
    revoke(desk, participant_id)
    letters.append(desk.disclosures.prepare(Document.REVOCATION_NOTICE, participant_id, to, language))
    for letter in letters:
        text = all_text(letter.pdf)
        assert "Aaron Pruett" in text
        assert CANARY not in text
        assert unfit_word(text) == ""


def test_only_the_referrer_is_told_of_a_revocation_and_nobody_can_pass_for_him(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    notice = Document.REVOCATION_NOTICE
    with pytest.raises(DisclosureRefused):
        desk.disclosures.prepare(notice, participant_id, referrer(desk, participant_id))
    revoke(desk, participant_id)
    posing = Recipient("Dale County Court", RecipientClass.COURTS, is_referrer=True)
    with pytest.raises(DisclosureRefused):
        desk.disclosures.prepare(notice, participant_id, posing)
    told = desk.disclosures.prepare(notice, participant_id, referrer(desk, participant_id))
    assert told.disclosure.authority.kind is AuthorityKind.DUTY


def test_an_agency_is_written_to_at_its_address_in_its_language_and_as_what_it_is(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    desk.agencies.add(
        AgencyDetails(
            AgencyKind.COURT,
            "Juzgado de Dale",
            "120 Court Street\nHarlow",
            letter_language=LetterLanguage.SPANISH,
        )
    )
    choices = desk.disclosures.choices(participant_id).recipients
    court = next(each for each in choices if each.name == "Juzgado de Dale")
    letter = desk.disclosures.prepare(STATUS, participant_id, court)
    text = all_text(letter.pdf)
    assert "120 Court Street" in text
    assert "Asistencia y participación" in text
    assert letter.disclosure.recipient.recipient_class is RecipientClass.COURTS


def test_an_order_of_a_court_is_authority_where_there_is_no_waiver(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    revoke(desk, participant_id)
    court = Recipient("Dale County Court", RecipientClass.COURTS)
    topics = frozenset({DisclosureTopic.ATTENDANCE, DisclosureTopic.PARTICIPATION})
    order = CourtOrder("Dale County Court, 26-CR-1142", RecipientClass.COURTS, topics, desk.clock.today())
    desk.disclosures.add_order(participant_id, order)
    letter = desk.disclosures.prepare(STATUS, participant_id, court)
    assert letter.disclosure.authority.kind is AuthorityKind.COURT_ORDER
    assert "26-CR-1142" in all_text(letter.pdf)


def test_a_letter_that_would_not_be_true_is_refused_although_there_is_authority(desk: Desk) -> None:
    participant_id = referred(desk)
    desk.participants.sign_waiver(participant_id, desk.clock.today())
    to = referrer(desk, participant_id)
    with pytest.raises(LetterNotFitting):
        desk.disclosures.prepare(Document.ACCEPTANCE_LETTER, participant_id, to)
    assert "not accepted" in desk.disclosures.check(Document.ACCEPTANCE_LETTER, participant_id, to).refused
    assert desk.disclosures.choices(participant_id).documents == ()


def test_the_status_letter_counts_what_the_registers_say(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    (line,) = desk.registers.open_register(session_id).lines
    builders.mark_all(desk, session_id)
    (line,) = desk.registers.open_register(session_id).lines
    desk.registers.set_participation(session_id, line.participant_id, 3, line.seen)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    letter = desk.disclosures.prepare(STATUS, line.participant_id, referrer(desk, line.participant_id))
    text = all_text(letter.pdf)
    assert "1 of 24" in text
    assert "1 session" in text


def test_a_rejection_is_owed_to_the_referrer_in_the_days_of_the_pack_and_needs_no_waiver(desk: Desk) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, pack="oregon"), site.seen)
    participant_id, day = referred(desk), date(2026, 11, 12)
    file = desk.participants.file(participant_id)
    for act in (desk.referrals.contact, desk.referrals.assess):
        act(file.referral_id, day, "", desk.participants.file(participant_id).referral_seen)
    seen = desk.participants.file(participant_id).referral_seen
    desk.referrals.decide(file.referral_id, False, "He recalls no aggression.", day, seen)
    (duty,) = (each for each in desk.today.today().due if each.kind is DutyKind.SEND_REJECTION)
    assert (duty.title, duty.due_on) == (
        "Tell Dale County Probation that A. Pruett was not accepted",
        date(2026, 11, 23),
    )
    assert "OAR 137-087-0060(1)(d)" in duty.detail
    choices = desk.disclosures.choices(participant_id)
    assert choices.reason == "He recalls no aggression."
    notice, to = Document.REJECTION_NOTICE, choices.recipients[0]
    with pytest.raises(WordNotForLetters):
        desk.disclosures.prepare(notice, participant_id, to, reason="He is cured.")
    letter = desk.disclosures.prepare(notice, participant_id, to, reason=choices.reason)
    assert letter.disclosure.authority.kind is AuthorityKind.DUTY
    assert "He recalls no aggression." in all_text(letter.pdf)
    made = desk.disclosures.record(letter)
    assert made.row_id is not None
    desk.disclosures.mark_sent(made.row_id)
    assert not [each for each in desk.today.today().due if each.kind is DutyKind.SEND_REJECTION]


def test_a_letter_that_was_recorded_and_never_printed_is_stopped_by_a_revocation_too(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    shown = desk.disclosures.prepare(STATUS, participant_id, referrer(desk, participant_id))
    made = desk.disclosures.record(shown)
    assert made.row_id is not None
    assert desk.disclosures.reprint(made.row_id) == shown.pdf
    revoke(desk, participant_id)
    with pytest.raises(DisclosureRefused):
        desk.disclosures.reprint(made.row_id)


def test_bytes_that_are_not_what_was_recorded_are_refused(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    made = desk.disclosures.record(
        desk.disclosures.prepare(STATUS, participant_id, referrer(desk, participant_id))
    )
    assert made.row_id is not None
    with desk._vault.records.unit() as unit:
        unit.papers.keep(made.row_id, "pdf", b"%PDF-1.4 something else %%EOF")
    with pytest.raises(LetterNotFitting):
        desk.disclosures.reprint(made.row_id)
