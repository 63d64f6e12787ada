"""From referral to acceptance: what is required, what is refused, and nothing lost on the way."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.errors import (
    DateInFuture,
    HandOverNotReady,
    HandOverOwed,
    NothingEntered,
    WaiverMissing,
    WrongStatus,
)
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import EarlierParticipant, NoteClass
from bipdesk.domain.referral import Status
from bipdesk.domain.site import SiteDetails
from bipdesk.services.vault import Person
from tests import builders


def _refer(desk: Desk, given_name: str = "Aaron", family_name: str = "Pruett") -> ParticipantId:
    made = desk.referrals.refer(
        builders.person(given_name, family_name), builders.referral(), builders.form()
    )
    return ParticipantId(made.row_id)  # type: ignore[arg-type]


def test_a_referral_makes_a_person_with_a_case_number_of_his_own(desk: Desk) -> None:
    first, second = _refer(desk), _refer(desk, "Kyle", "Boyd")
    numbers = [desk.participants.file(one).case_number for one in (first, second)]
    assert numbers[0][2:] == "-00001"
    assert numbers[1][2:] == "-00002"
    assert desk.participants.file(first).status is Status.REFERRED


@pytest.mark.parametrize(
    ("given", "family", "field"), [("", "Pruett", "Given name"), ("Aaron", "  ", "Family name")]
)
def test_a_person_without_a_name_is_refused_in_words(desk: Desk, given: str, family: str, field: str) -> None:
    with pytest.raises(NothingEntered) as refused:
        desk.referrals.refer(builders.person(given, family), builders.referral(), builders.form())
    assert refused.value.values == {"field": field}
    assert desk.participants.count() == 0


def test_a_referral_from_tomorrow_is_refused(desk: Desk) -> None:
    tomorrow = desk.clock.today() + timedelta(days=1)
    with pytest.raises(DateInFuture):
        desk.referrals.refer(builders.person(), builders.referral(tomorrow), builders.form())


def test_every_referral_needs_its_hand_over_form_even_an_empty_one(desk: Desk) -> None:
    with pytest.raises(HandOverOwed):
        desk.referrals.refer(builders.person(), builders.referral(), None)
    assert desk.participants.count() == 0


def test_all_envelopes_have_one_size_whether_anything_is_known_or_not(desk: Desk) -> None:
    _refer(desk)
    full = builders.form(*["A long name and much to tell " * 5] * 3)
    desk.referrals.refer(builders.person("Kyle"), builders.referral(), full)
    with desk._vault.records.unit() as unit:
        sizes = {len(unit.hand_overs.sealed(one.envelope_id)) for one in unit.hand_overs.all()}
    assert len(sizes) == 1


def test_before_the_officers_first_sign_in_a_form_is_refused_and_the_referral_stands(
    tmp_path: Path,
) -> None:
    made = builders.program(tmp_path).create_site(
        tmp_path / "site",
        SiteDetails("Harlow Valley programme"),
        Person("C. Rivers", *builders.COORDINATOR),
    )
    desk = made.desk
    assert not desk.referrals.can_hand_over()
    with pytest.raises(HandOverNotReady):
        desk.referrals.refer(builders.person(), builders.referral(), builders.form("Jane"))
    assert desk.participants.count() == 0
    desk.referrals.refer(builders.person(), builders.referral(), None)
    assert desk.participants.count() == 1
    desk.lock()


def test_nobody_is_accepted_without_a_signed_waiver(desk: Desk) -> None:
    participant_id = _refer(desk)
    builders.suitable(desk, participant_id)
    file = desk.participants.file(participant_id)
    with pytest.raises(WaiverMissing):
        desk.referrals.accept(file.referral_id, desk.clock.today(), file.referral_seen)
    desk.participants.sign_waiver(participant_id, date(2026, 7, 9))
    desk.referrals.accept(file.referral_id, desk.clock.today(), file.referral_seen)
    assert desk.participants.file(participant_id).status is Status.ACCEPTED


def test_nobody_is_accepted_twice_or_on_a_revoked_waiver(desk: Desk) -> None:
    participant_id = builders.accepted(desk)
    file = desk.participants.file(participant_id)
    with pytest.raises(WrongStatus):
        desk.referrals.accept(file.referral_id, desk.clock.today(), file.referral_seen)
    other = _refer(desk, "Kyle", "Boyd")
    builders.suitable(desk, other)
    desk.participants.sign_waiver(other, date(2026, 7, 9))
    desk.participants.revoke_waiver(other, date(2026, 7, 10))
    file = desk.participants.file(other)
    with pytest.raises(WaiverMissing):
        desk.referrals.accept(file.referral_id, desk.clock.today(), file.referral_seen)


def test_a_form_left_open_over_another_change_makes_a_conflict_and_loses_nothing(desk: Desk) -> None:
    participant_id = _refer(desk)
    stale = desk.participants.file(participant_id)
    desk.participants.update_person(participant_id, builders.person("Aaron", "Pruitt"), stale.seen)
    desk.participants.update_person(participant_id, builders.person("Aron", "Pruett"), stale.seen)
    shown = desk.participants.file(participant_id)
    assert shown.conflicts == ("name",)
    desk.participants.update_person(participant_id, builders.person("Aaron", "Pruitt"), shown.seen)
    assert desk.participants.file(participant_id).conflicts == ()


def test_two_people_who_changed_different_fields_do_not_disturb_each_other(desk: Desk) -> None:
    participant_id = _refer(desk)
    stale = desk.participants.file(participant_id)
    desk.participants.update_person(participant_id, builders.person(phone="555 0100"), stale.seen)
    desk.participants.update_person(participant_id, builders.person(called="Ron"), stale.seen)
    shown = desk.participants.file(participant_id)
    assert (shown.person.phone, shown.person.called, shown.conflicts) == ("555 0100", "Ron", ())


@pytest.mark.parametrize("text", ["nunez", "NÚÑEZ", "gabriel nun", "00001", "núñ"])
def test_the_list_finds_names_without_case_and_accents_and_by_number(desk: Desk, text: str) -> None:
    _refer(desk, "Gabriel", "Núñez")
    _refer(desk, "Kyle", "Boyd")
    assert [row.family_name for row in desk.participants.page(text)] == ["Núñez"]
    assert desk.participants.count(text) == 1


def test_percent_and_underscore_are_letters_like_any_other(desk: Desk) -> None:
    _refer(desk)
    assert desk.participants.page("%") == desk.participants.page("_") == ()


def test_the_list_is_filtered_by_status_and_comes_in_pages(desk: Desk) -> None:
    for number in range(5):
        builders.accepted(desk, f"G{number}", f"F{number}")
    _refer(desk)
    assert desk.participants.count(status=Status.ACCEPTED) == 5
    pages = [desk.participants.page(status=Status.ACCEPTED, offset=start, limit=2) for start in (0, 2, 4)]
    assert [row.family_name for page in pages for row in page] == ["F0", "F1", "F2", "F3", "F4"]


def test_notes_of_both_classes_are_kept_apart_with_their_author(desk: Desk) -> None:
    participant_id = _refer(desk)
    desk.notes.add(participant_id, None, NoteClass.CLASS, "Named the moment he chose to block the door")
    desk.notes.add(participant_id, None, NoteClass.RISK, "Said he drove past the house twice")
    notes = desk.notes.of(participant_id)
    assert {(note.note_class, note.author) for note in notes} == {
        (NoteClass.RISK, "C. Rivers"),
        (NoteClass.CLASS, "C. Rivers"),
    }
    with pytest.raises(NothingEntered):
        desk.notes.add(participant_id, None, NoteClass.CLASS, "  ")


def test_the_paper_files_are_entered_in_one_go_and_numbered_on(desk: Desk) -> None:
    builders.accepted(desk)
    earlier = [
        EarlierParticipant(
            builders.person("Earl", f"Earlier{n}"), builders.referral(), status, date(2026, 3, 1)
        )
        for n, status in enumerate((Status.COMPLETED, Status.LEFT))
    ]
    desk.referrals.enter_earlier(earlier)
    rows = desk.participants.page("earlier")
    assert [row.status for row in rows] == [Status.COMPLETED, Status.LEFT]
    assert [row.case_number[-5:] for row in rows] == ["00002", "00003"]
    file = desk.participants.file(rows[1].participant_id)
    assert (file.status_since, file.referral.referrer) == (date(2026, 3, 1), "Dale County Probation")


def test_somebody_who_is_still_here_is_not_entered_as_an_earlier_participant(desk: Desk) -> None:
    waiting = EarlierParticipant(builders.person(), builders.referral(), Status.WAITING, date(2026, 3, 1))
    with pytest.raises(WrongStatus):
        desk.referrals.enter_earlier([waiting])
    assert desk.participants.count() == 0
