"""The invented programme: complete, the same for the same seed, and with nothing across the wall."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.group import SessionState
from bipdesk.domain.journey import StepState
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.referral import INTAKE, ReferralKind, Status
from bipdesk.domain.suitability import Outcome
from bipdesk.invented.acts import Who
from bipdesk.invented.programme import Invented
from bipdesk.services.safety.values import Support
from tests.invented import showing

THANKSGIVING = date(2026, 11, 26)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Invented:
    return showing.invented(tmp_path_factory.mktemp("invented"), participants=40)


@pytest.fixture(scope="module")
def desk(made: Invented) -> Iterator[Desk]:
    opened = showing.desk_of(made)
    yield opened
    opened.lock()


@pytest.fixture(scope="module")
def officer(made: Invented) -> Iterator[Desk]:
    opened = showing.desk_of(made, Who.OFFICER)
    yield opened
    opened.lock()


def test_there_are_as_many_participants_as_asked_for(desk: Desk) -> None:
    assert desk.participants.count() == 40


def test_every_status_occurs_and_some_of_those_at_intake_have_signed(desk: Desk) -> None:
    rows = desk.participants.page()
    assert set(Status) - {row.status for row in rows} <= {Status.CONTACTED, Status.WAITING}
    coming = [desk.participants.file(r.participant_id) for r in rows if r.status in INTAKE]
    assert {file.waiver_signed_on is None for file in coming} == {True, False}
    files = [desk.participants.file(row.participant_id) for row in rows]
    assert {file.referral.kind for file in files} == set(ReferralKind)
    assert any(file.waiver_revoked_on for file in files)
    assert any(file.person.interpreter for file in files)


def test_every_mark_and_every_way_to_meet_a_step_occurs(desk: Desk) -> None:
    sessions = [s for group in desk.groups.list() for s in desk.groups.file(group.group_id).sessions]
    registers = [desk.registers.open_register(session.session_id) for session in sessions]
    assert {line.mark for register in registers for line in register.lines} == {*Mark, None}
    journeys = [desk.participants.journey(row.participant_id) for row in desk.participants.page()]
    assert {step.state for journey in journeys for step in journey.steps} == set(StepState)
    caught_up = [s for j in journeys for s in j.steps if s.state in (StepState.CAUGHT_UP, StepState.CREDITED)]
    assert all(step.detail for step in caught_up)


def test_who_completed_has_met_every_step(desk: Desk) -> None:
    completed = desk.participants.page(status=Status.COMPLETED)
    assert completed
    assert {row.attended for row in completed} == {29}
    assert {row.owed for row in completed} == {0}


def test_notes_of_both_classes_occur(desk: Desk) -> None:
    notes = [note for row in desk.participants.page() for note in desk.notes.of(row.participant_id)]
    assert {note.note_class for note in notes} == set(NoteClass)
    assert {note.author for note in notes} == {"R. Ortega", "M. Birch"}


def test_one_group_has_ended_one_is_in_the_middle_one_has_just_begun(desk: Desk) -> None:
    groups = desk.groups.list()
    assert sorted(group.sessions_held for group in groups) == [1, 10, 24]
    assert len({group.weekday for group in groups}) == 3


def test_today_is_alive(desk: Desk) -> None:
    today = desk.today.today()
    [tonight] = today.tonight
    assert (tonight.title, tonight.closed, tonight.marked) == ("My Thinking 5 of 6", False, 0)
    assert tonight.expected >= 8
    due = {duty.kind for duty in today.due}
    assert {DutyKind.TAKE_REGISTER, DutyKind.CATCH_UP, DutyKind.ONE_TO_ONE, DutyKind.SEND_BUNDLE} <= due
    decisions = {duty.kind for duty in today.decisions}
    assert decisions >= {DutyKind.GET_WAIVER, DutyKind.ACCEPT, DutyKind.PLACE_IN_GROUP, DutyKind.DECIDE}
    assert today.numbers.two_or_more_owed > 0
    assert today.written_unconfirmed == 1
    assert today.last_bundle_on is not None


def test_the_officer_knows_partners_of_every_kind_and_has_envelopes_to_open(officer: Desk) -> None:
    assert officer.safety is not None
    partners = officer.safety.partners()
    assert {partner.support for partner in partners} == set(Support)
    assert {bool(partner.name) for partner in partners} == {True, False}
    assert {partner.rule.allowed for partner in partners} == {True, False}
    assert all(partner.code and partner.participant_name for partner in partners)
    assert officer.safety.envelopes()
    assert any(officer.safety.file(p.partner_id).contacts for p in partners)


def test_the_county_has_one_bundle_and_a_second_lies_on_the_stick(made: Invented) -> None:
    county = showing.county_of(made)
    [site] = county.county.sites()
    before = county.county.participants(site.org_id)
    [bundle] = county.county.find(made.stick)
    assert county.county.import_bundle(bundle).items > 0
    after = county.county.participants(site.org_id)
    assert sum(p.attended for p in after) > sum(p.attended for p in before) > 0
    county.lock()


def test_every_account_opens_and_only_the_officers_has_the_safety_side(made: Invented) -> None:
    for who in Who:
        opened = showing.desk_of(made, who)
        assert (opened.safety is not None) is (who is Who.OFFICER)
        assert not opened.restored
        opened.lock()


def test_no_word_of_the_safety_side_is_shown_by_the_records(made: Invented, tmp_path: Path) -> None:
    again = showing.invented(tmp_path, participants=40)  # its envelopes may be opened here
    coordinator, officer = showing.desk_of(again), showing.desk_of(again, Who.OFFICER)
    shown = str(showing.records(coordinator))
    words = {word for word in showing.words_of_the_safety_side(officer) if word}
    coordinator.lock()
    officer.lock()
    assert len(words) > 60
    assert [word for word in words if word in shown] == []


def test_the_same_seed_gives_the_same_programme_and_another_seed_another(tmp_path: Path) -> None:
    digests = []
    for name, seed in (("one", 7), ("two", 7), ("three", 8)):
        made = showing.invented(tmp_path / name, seed)
        coordinator, officer = showing.desk_of(made), showing.desk_of(made, Who.OFFICER)
        shown = showing.records(coordinator) | {"safety": showing.safety(officer)}
        digests.append(showing.digest(shown))
        coordinator.lock()
        officer.lock()
    assert digests[0] == digests[1] != digests[2]


def test_tonight_there_is_a_group_even_on_a_holiday(tmp_path: Path) -> None:
    made = showing.invented(tmp_path, today=THANKSGIVING)
    desk = showing.desk_of(made, today=THANKSGIVING)
    [tonight] = desk.today.today().tonight
    assert tonight.title == "My Thinking 5 of 6"
    held = [g for g in desk.groups.list() if g.next_session and g.next_session.on_date == THANKSGIVING]
    assert [s.state for s in desk.groups.file(held[0].group_id).sessions[9:11]] == [
        SessionState.HELD,
        SessionState.PLANNED,
    ]
    desk.lock()


def test_below_20_participants_there_is_no_programme(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least 20"):
        showing.invented(tmp_path, participants=19)


def test_suitability_is_decided_overridden_refused_and_half_done(desk: Desk) -> None:
    files = [desk.suitability.file(row.participant_id) for row in desk.participants.page()]
    decisions = [decision for file in files for decision in file.decisions]
    assert Outcome.SUITABLE in {decision.verdict.outcome for decision in decisions}
    assert any(decision.is_override for decision in decisions)
    assert any(file.working.answer_set_id is not None for file in files)
