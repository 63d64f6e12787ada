"""A bundle to the county and its receipt back: delivered only when the receipt is here."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.errors import CardCodeDiffers, CountyNotEnrolled, NothingToAnswer, UserError
from bipdesk.domain.ids import OrgId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.referral import Status
from tests import builders
from tests.stories.canaries import everything


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def _site(county: Desk) -> OrgId:
    return county.county.sites()[0].org_id


def test_no_bundle_before_the_countys_card_was_typed(desk: Desk, stick: Path) -> None:
    with pytest.raises(CountyNotEnrolled):
        desk.sync.make_bundle(stick)
    assert list(stick.iterdir()) == []


def test_a_code_heard_wrong_enrols_nobody(desk: Desk, tmp_path: Path) -> None:
    county = builders.county(tmp_path)
    with pytest.raises(CardCodeDiffers):
        desk.sync.enrol(county.county.own_card().line, desk.sync.own_card().fingerprint)
    assert desk.sync.status().county_name == ""
    county.lock()


def test_a_bundle_is_delivered_when_its_receipt_is_back_and_not_before(
    desk: Desk, tmp_path: Path, stick: Path
) -> None:
    county = builders.enrolled(tmp_path, desk)
    session_id = builders.evening(desk, people=3)
    builders.mark_all(desk, session_id)
    written = desk.sync.make_bundle(stick)
    assert "3 participants" in written.sentences
    assert desk.sync.status().history[0].delivered_on is None
    report = county.county.import_bundle(stick / written.file_name)
    assert "New: 3 participants" in report.sentences
    answer = county.county.write_answer(_site(county), stick)
    assert desk.sync.status().last_confirmed_on is None
    desk.sync.import_answer(stick / answer.file_name)
    assert desk.sync.status().last_confirmed_on == desk.clock.today()
    assert desk.sync.status().waiting == ()
    county.lock()


def test_the_next_bundle_carries_only_what_came_after_the_receipt(
    desk: Desk, tmp_path: Path, stick: Path
) -> None:
    county = builders.enrolled(tmp_path, desk)
    builders.accepted(desk)
    county.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    desk.sync.import_answer(stick / county.county.write_answer(_site(county), stick).file_name)
    builders.accepted(desk, "Kyle", "Boyd")
    assert "1 participant" in desk.sync.make_bundle(stick).sentences
    county.lock()


def test_a_lost_stick_costs_nothing_and_the_same_stick_twice_changes_nothing(
    desk: Desk, tmp_path: Path, stick: Path
) -> None:
    county = builders.enrolled(tmp_path, desk)
    builders.accepted(desk)
    desk.sync.make_bundle(stick)  # lost
    builders.accepted(desk, "Kyle", "Boyd")
    second = stick / desk.sync.make_bundle(stick).file_name
    county.county.import_bundle(second)
    told = county.county.participants(_site(county))
    assert [one.family_name for one in told] == ["Pruett", "Boyd"]
    again = county.county.import_bundle(second)
    assert again.sentences == ("Everything in it had arrived before.",)
    assert county.county.participants(_site(county)) == told
    county.lock()


def test_who_has_signed_no_waiver_is_not_in_the_bundle(desk: Desk, tmp_path: Path, stick: Path) -> None:
    county = builders.enrolled(tmp_path, desk)
    desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    written = desk.sync.make_bundle(stick)
    assert written.items == 0
    county.county.import_bundle(stick / written.file_name)
    assert county.county.participants(_site(county)) == ()
    county.lock()


def test_revoking_a_waiver_stops_further_sending_and_the_county_keeps_what_it_has(
    desk: Desk, tmp_path: Path, stick: Path
) -> None:
    county = builders.enrolled(tmp_path, desk)
    participant_id = builders.accepted(desk)
    county.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    desk.participants.revoke_waiver(participant_id, desk.clock.today())
    file = desk.participants.file(participant_id)
    desk.participants.update_person(participant_id, builders.person(family_name="Changed"), file.seen)
    county.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    assert [one.family_name for one in county.county.participants(_site(county))] == ["Pruett"]
    county.lock()


def test_a_waiver_that_has_run_out_stops_sending_like_a_revoked_one(
    programme: builders.Programme, desk: Desk, tmp_path: Path, stick: Path
) -> None:
    county = builders.enrolled(tmp_path, desk)
    participant_id = builders.accepted(desk)
    file = desk.participants.file(participant_id)
    desk.referrals.finish(file.referral_id, Status.LEFT, date(2026, 8, 21), file.referral_seen)
    for family_name, day in (("Within", 19), ("After", 20)):  # 90 days after discharge, and one more
        programme.clock.instant = datetime(2026, 11, day, 9, tzinfo=UTC)
        seen = desk.participants.file(participant_id).seen
        desk.participants.update_person(participant_id, builders.person(family_name=family_name), seen)
        county.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    assert [one.family_name for one in county.county.participants(_site(county))] == ["Within"]
    county.lock()


def test_the_county_sees_no_telephone_number_and_no_note(desk: Desk, tmp_path: Path, stick: Path) -> None:
    county = builders.enrolled(tmp_path, desk)
    participant_id = builders.accepted(desk)
    file = desk.participants.file(participant_id)
    person = builders.person(phone="555 0100", language="Spanish")
    desk.participants.update_person(participant_id, person, file.seen)
    desk.notes.add(participant_id, None, NoteClass.CLASS, "Remarkable words")
    desk.notes.add(participant_id, None, NoteClass.RISK, "Remarkable words")
    county.county.import_bundle(stick / desk.sync.make_bundle(stick).file_name)
    with county._vault.records.rows() as rows:
        told = " ".join(everything(rows.session))
    assert "Pruett" in told
    for word in ("555 0100", "Spanish", "Remarkable"):
        assert word not in told
    county.lock()


@pytest.mark.parametrize("damage", ["flip", "cut", "append"])
def test_a_damaged_bundle_is_refused_with_a_sentence_and_the_countys_data_unchanged(
    desk: Desk, tmp_path: Path, stick: Path, damage: str
) -> None:
    county = builders.enrolled(tmp_path, desk)
    builders.accepted(desk)
    path = stick / desk.sync.make_bundle(stick).file_name
    whole = path.read_bytes()
    flipped = whole[:500] + bytes([whole[500] ^ 1]) + whole[501:]
    spoilt = {"flip": flipped, "cut": whole[:-1], "append": whole + b"x"}
    path.write_bytes(spoilt[damage])
    before = _dump(county)
    with pytest.raises(UserError):
        county.county.import_bundle(path)
    assert _dump(county) == before
    assert county.county.participants(_site(county)) == ()
    county.lock()


def test_a_bundle_for_another_county_or_from_a_stranger_is_refused(
    programme: builders.Programme, tmp_path: Path, stick: Path
) -> None:
    desk = programme.desk()
    county = builders.enrolled(tmp_path, desk)
    (tmp_path / "other").mkdir()
    stranger = builders.county(tmp_path / "other")
    builders.accepted(desk)
    path = stick / desk.sync.make_bundle(stick).file_name
    with pytest.raises(UserError):
        stranger.county.import_bundle(path)
    assert stranger.county.sites() == ()
    for one in (desk, county, stranger):
        one.lock()


def test_there_is_nothing_to_answer_before_a_bundle_arrived(desk: Desk, tmp_path: Path, stick: Path) -> None:
    county = builders.enrolled(tmp_path, desk)
    with pytest.raises(NothingToAnswer):
        county.county.write_answer(_site(county), stick)
    county.lock()


def _dump(county: Desk) -> tuple[str, ...]:
    with county._vault.records.rows() as rows:
        return tuple(everything(rows.session))
