"""Ends through a vault: the list refuses in sentences, two people sign, each kind of end is kept."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.completion_lines import Item, Met
from bipdesk.domain.delivery_errors import (
    CompletionNeedsTwo,
    CompletionRefused,
    ExitNotOpen,
    ExitTakenBackAlready,
    NewerReferral,
    PartNotCovered,
    TransferUnauthorised,
)
from bipdesk.domain.disclosure import Provenance
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.exit import ExitDetails, ExitReason, ExitType, SummaryWords
from bipdesk.domain.incident import IncidentDetails, IncidentKind
from bipdesk.domain.intake_errors import SamePersonTwice
from bipdesk.domain.key_errors import WrongPassphrase
from bipdesk.domain.order_outcome import OutcomeDetails, OutcomeKind
from bipdesk.domain.referral import Status
from bipdesk.domain.sentences import sentence
from bipdesk.domain.transfer import Part
from tests import builders
from tests.endings import SECOND, TODAY, at_the_end, begun, seen

COMPLETED = ExitDetails(ExitType.COMPLETED, TODAY, violent_signs=False)
LEFT = ExitDetails(ExitType.WITHDREW, TODAY, reason="Will not come back", violent_signs=False)
TERMINATED = ExitDetails(
    ExitType.TERMINATED, TODAY, ExitReason.ABSENCE, "Five absences", TODAY - timedelta(days=9), True
)


def test_completion_refuses_with_every_unmet_line_in_one_sentence_each(desk: Desk) -> None:
    whose = begun(desk, "washington")
    with pytest.raises(CompletionRefused) as refused:
        desk.exits.complete(whose, COMPLETED, SECOND, seen(desk, whose))
    said = sentence(refused.value)
    found = desk.endings.file(whose).completion
    assert found is not None and len(found.unmet) >= 6
    for line in found.unmet:
        assert said.count(line.sentence) == 1 or line.item in (Item.MONTHS, Item.REVIEWS)
    assert "26 of 29 steps are not met" in said
    assert "orders of the court" in said and "assignments" in said
    assert desk.participants.file(whose).status is Status.IN_PROGRAMME


def test_two_people_sign_and_the_list_stays_as_it_was(desk: Desk) -> None:
    whose = at_the_end(desk)
    token = seen(desk, whose)
    with pytest.raises(WrongPassphrase):
        desk.exits.complete(whose, COMPLETED, replace(SECOND, passphrase="another one entirely"), token)
    with pytest.raises(SamePersonTwice):
        himself = replace(SECOND, sign_in_name=builders.COORDINATOR[0], passphrase=builders.COORDINATOR[1])
        desk.exits.complete(whose, COMPLETED, himself, token)
    assert desk.participants.file(whose).status is Status.IN_PROGRAMME
    desk.exits.complete(whose, COMPLETED, SECOND, token)
    file = desk.endings.file(whose)
    assert file.status is Status.COMPLETED and file.standing is not None
    assert file.standing.signed_by == ("C. Rivers", "R. Ortega")
    steps = next(line for line in file.standing.lines if line.item is Item.STEPS)
    assert (steps.met, steps.sentence) == (Met.MET, "All 29 steps are met.")
    assert desk.participants.file(whose).group_name == ""


def test_nobody_goes_round_the_list(desk: Desk) -> None:
    whose = begun(desk)
    file = desk.participants.file(whose)
    with pytest.raises(CompletionNeedsTwo):
        desk.referrals.finish(file.referral_id, Status.COMPLETED, TODAY, file.referral_seen)
    with pytest.raises(CompletionNeedsTwo):
        desk.exits.end(whose, COMPLETED, file.referral_seen)
    assert desk.participants.file(whose).status is Status.IN_PROGRAMME


def test_what_no_register_knows_is_confirmed_by_somebody_with_what_shows_it(desk: Desk) -> None:
    whose = at_the_end(desk, "oregon")
    found = desk.endings.file(whose).completion
    assert found is not None and Item.RULES in {line.item for line in found.unmet}
    with pytest.raises(NothingEntered):
        desk.exits.confirm(whose, Item.RULES, TODAY, " ")
    with pytest.raises(DateInFuture):
        desk.exits.confirm(whose, Item.RULES, TODAY + timedelta(days=1), "Seen")
    desk.exits.confirm(whose, Item.RULES, TODAY, "Talked through with both facilitators")
    file = desk.endings.file(whose)
    assert file.completion is not None and file.confirmed is not None
    line = next(each for each in file.completion.lines if each.item is Item.RULES)
    assert line.met is Met.MET and "C. Rivers" in line.sentence
    desk.exits.withdraw_confirmation(file.confirmed[Item.RULES].row_id)
    again = desk.endings.file(whose).completion
    assert again is not None and Item.RULES in {each.item for each in again.unmet}


def test_a_threat_on_file_keeps_him_from_completing_for_the_months_of_the_place(desk: Desk) -> None:
    whose = at_the_end(desk, "washington")
    threat = IncidentDetails(
        kind=IncidentKind.THREAT,
        happened_on=date(2026, 10, 2),
        heard_on=date(2026, 10, 2),
        provenance=Provenance.STAFF,
        words="Said in group that he will hurt somebody",
        danger_now=False,
    )
    desk.incidents.record(whose, threat)
    found = desk.endings.file(whose).completion
    assert found is not None
    assert "end on 2 April 2027" in found.refusal


def test_every_other_end_is_kept_with_its_kind_and_asks_what_belongs_to_it(desk: Desk) -> None:
    whose = begun(desk)
    token = seen(desk, whose)
    with pytest.raises(NothingEntered, match="nothing"):
        desk.exits.end(whose, replace(TERMINATED, reason_kind=ExitReason.NONE), token)
    with pytest.raises(NothingEntered):
        desk.exits.end(whose, replace(TERMINATED, violent_signs=None), token)
    with pytest.raises(WrongDate):
        desk.exits.end(whose, replace(TERMINATED, last_contact_on=TODAY + timedelta(days=1)), token)
    desk.exits.end(whose, TERMINATED, token)
    file = desk.endings.file(whose)
    assert file.status is Status.LEFT and file.standing is not None
    assert (file.standing.details, file.standing.signed_by) == (TERMINATED, ("C. Rivers",))
    with pytest.raises(ExitNotOpen):
        desk.exits.end(whose, LEFT, file.referral_seen)


def test_only_who_has_begun_can_be_terminated(desk: Desk) -> None:
    whose = builders.accepted(desk)
    with pytest.raises(ExitNotOpen):
        desk.exits.end(whose, replace(TERMINATED, last_contact_on=None), seen(desk, whose))
    desk.exits.end(whose, LEFT, seen(desk, whose))
    assert desk.participants.file(whose).status is Status.LEFT


def test_an_end_taken_back_stands_no_longer_and_gives_his_place_back(desk: Desk) -> None:
    whose = begun(desk)
    desk.exits.end(whose, TERMINATED, seen(desk, whose))
    record = desk.endings.file(whose).standing
    assert record is not None
    with pytest.raises(NothingEntered):
        desk.exits.take_back(record.exit_id, "  ")
    desk.exits.take_back(record.exit_id, "It was his cousin")
    file = desk.endings.file(whose)
    assert file.status is Status.IN_PROGRAMME and file.standing is None
    assert [one.taken_back.reason for one in file.exits if one.taken_back] == ["It was his cousin"]
    assert desk.participants.file(whose).group_name == "Thursday group"
    with pytest.raises(ExitTakenBackAlready):
        desk.exits.take_back(record.exit_id, "Again")


def test_the_step_taken_back_under_intake_takes_the_end_back_too(desk: Desk) -> None:
    whose = begun(desk)
    desk.exits.end(whose, LEFT, seen(desk, whose))
    file = desk.participants.file(whose)
    desk.referrals.take_back(file.referral_id, "Wrong file", file.referral_seen)
    assert desk.endings.file(whose).standing is None


def test_an_end_stays_as_it_is_once_he_was_referred_again(desk: Desk) -> None:
    whose = begun(desk)
    desk.exits.end(whose, LEFT, seen(desk, whose))
    record = desk.endings.file(whose).standing
    desk.referrals.refer_again(whose, builders.referral(TODAY), builders.form())
    assert record is not None
    with pytest.raises(NewerReferral):
        desk.exits.take_back(record.exit_id, "Too late")


def test_a_transfer_needs_the_authority_where_the_place_asks_and_the_waiver_for_each_part(desk: Desk) -> None:
    whose = begun(desk, "oregon")
    moved = ExitDetails(ExitType.TRANSFERRED, TODAY, receiving="Northside programme")
    with pytest.raises(TransferUnauthorised):
        desk.exits.end(whose, moved, seen(desk, whose))
    allowed = replace(moved, authorised_by="M. Hale, probation", authorised_on=TODAY)
    desk.exits.end(whose, allowed, seen(desk, whose))
    file = desk.endings.file(whose)
    assert file.standing is not None and [line.part for line in file.packet] == list(Part)
    for line in file.packet:
        if line.covered:
            desk.endings.hand_on(file.standing.exit_id, line.part, TODAY, "By post")
        else:
            with pytest.raises(PartNotCovered):
                desk.endings.hand_on(file.standing.exit_id, line.part, TODAY, "By post")
    again = desk.endings.file(whose)
    assert [line.handed is not None for line in again.packet] == [line.covered for line in file.packet]


def test_the_summary_begins_as_the_records_say_and_is_owed_until_it_is_prepared(desk: Desk) -> None:
    whose = begun(desk, "oregon")
    desk.exits.end(whose, TERMINATED, seen(desk, whose))
    file = desk.endings.file(whose)
    assert file.standing is not None and file.summary_due is not None
    assert file.summary_due.on == TODAY - timedelta(days=9) + timedelta(days=30)
    words = desk.endings.summary_draft(file.standing.exit_id)
    assert words.attendance == "1 of 24 group sessions: 1 attended."
    assert words.dose.startswith("1 group session, 2 h 30 min, over one week")
    with pytest.raises(NothingEntered):
        desk.endings.put_summary(file.standing.exit_id, SummaryWords())
    desk.endings.put_summary(file.standing.exit_id, replace(words, recommendations="None"))
    summary = desk.endings.file(whose).summary
    assert summary is not None and (summary.prepared_on, summary.by) == (TODAY, "C. Rivers")
    desk.endings.put_summary(file.standing.exit_id, replace(words, goals="Three reached"), summary.seen)
    changed = desk.endings.file(whose).summary
    assert changed is not None and changed.words.goals == "Three reached"


def test_what_the_court_made_of_the_order_is_kept_with_its_source(desk: Desk) -> None:
    whose = at_the_end(desk)
    desk.exits.complete(whose, COMPLETED, SECOND, seen(desk, whose))
    suspended = OutcomeDetails(OutcomeKind.SUSPENDED, TODAY, "Dale County court", "Two years")
    with pytest.raises(NothingEntered):
        desk.endings.put_outcome(whose, replace(suspended, source=""))
    made = desk.endings.put_outcome(whose, suspended)
    outcome = desk.endings.file(whose).outcome
    assert outcome is not None and outcome.details == suspended
    assert made.row_id is not None
    desk.endings.remove_outcome(made.row_id)
    assert desk.endings.file(whose).outcome is None


def test_today_says_whose_list_can_be_signed_and_what_is_missing(desk: Desk) -> None:
    whose = at_the_end(desk)
    (duty,) = [each for each in desk.today.today().decisions if each.kind is DutyKind.SIGN_COMPLETION]
    assert (duty.subject_id, duty.detail) == (whose, "Nothing is missing: two people can sign it")
    assert duty.citation and duty.discharged_by
    desk.exits.complete(whose, COMPLETED, SECOND, seen(desk, whose))
    assert not [each for each in desk.today.today().decisions if each.kind is DutyKind.SIGN_COMPLETION]
