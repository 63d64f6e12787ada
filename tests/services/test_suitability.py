"""Deciding suitability: half-done and whole, overriding, extreme denial, history, and the referral."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.db.audit import Verb
from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.errors import NotAllowed, NothingEntered, UserError, WrongDate
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_errors import (
    EvidenceFromElsewhere,
    ExtremeDenialStands,
    SuitabilityNotDue,
    SuitabilityOpen,
)
from bipdesk.domain.referral import Status
from bipdesk.domain.suitability import Outcome, Verdict
from bipdesk.services.suitability import SuitabilityFile, Working
from tests import builders
from tests.domain.test_suitability import MEETS, OPEN, answers

TODAY = builders.THURSDAY.date()
FOLLOWED = Verdict(Outcome.SUITABLE, TODAY)
REFUSED = Verdict(Outcome.UNSUITABLE, TODAY)


@pytest.fixture
def his(desk: Desk) -> ParticipantId:
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert made.row_id is not None
    return ParticipantId(made.row_id)


def _decide(desk: Desk, his: ParticipantId, given: dict[str, str], verdict: Verdict) -> None:
    file = desk.suitability.file(his)
    working = replace(file.working, answers=answers(MEETS | given))
    desk.suitability.decide(his, file.instrument, working, verdict)


def _status(desk: Desk, his: ParticipantId) -> list[Status]:
    return [event.status for event in desk.referrals.of(his)[0].events]


def test_half_done_answers_are_there_again_and_make_no_decision(desk: Desk, his: ParticipantId) -> None:
    file = desk.suitability.file(his)
    assert (file.working, file.decisions) == (Working({}, referral_seen=file.working.referral_seen), ())
    begun = {"motivated": {"answer": "yes", "evidence": "Says so", "source": "What he says"}}
    desk.suitability.save(his, file.instrument, replace(file.working, answers=begun))
    again = desk.suitability.file(his)
    assert again.working.answers == begun
    more = begun | answers({"man": "yes"})
    desk.suitability.save(his, again.instrument, replace(again.working, answers=more))
    assert desk.suitability.file(his).working.answers == more
    assert len(desk.instruments.answers_of(his)) == 1
    assert _status(desk, his) == [Status.REFERRED]


def test_half_done_answers_can_be_taken_away_and_brought_back(desk: Desk, his: ParticipantId) -> None:
    file = desk.suitability.file(his)
    desk.suitability.save(his, file.instrument, replace(file.working, answers=answers({"man": "yes"})))
    begun = desk.suitability.file(his).working
    desk.suitability.start_over(his, begun)
    assert desk.suitability.file(his).working.answers == {}
    assert begun.answer_set_id is not None
    desk.suitability.bring_back(begun.answer_set_id)
    assert desk.suitability.file(his).working.answers == answers({"man": "yes"})


def test_deciding_takes_the_referral_through_contact_and_assessment(desk: Desk, his: ParticipantId) -> None:
    _decide(desk, his, {}, FOLLOWED)
    assert _status(desk, his) == [Status.REFERRED, Status.CONTACTED, Status.ASSESSED, Status.SUITABLE]
    file = desk.suitability.file(his)
    (decision,) = file.decisions
    assert file.decided == decision
    assert (decision.by, decision.by_rules, decision.is_override) == ("C. Rivers", Outcome.SUITABLE, False)
    assert decision.instrument == ("suitability-bbr", 1)
    assert desk.suitability.answers_of(decision)[1] == answers(MEETS)


def test_an_unsuitable_one_keeps_the_reasons_with_his_referral(desk: Desk, his: ParticipantId) -> None:
    services = ("Open door",)
    _decide(desk, his, {"man": "no"}, Verdict(Outcome.REFER_ON, TODAY, referred_to=services))
    event = desk.referrals.of(his)[0].events[-1]
    assert event.status is Status.UNSUITABLE
    assert "some programmes also work with women" in event.reason
    assert desk.suitability.file(his).decisions[0].verdict.referred_to == services


def test_an_override_needs_its_reason_and_is_in_the_audit(desk: Desk, his: ParticipantId) -> None:
    with pytest.raises(NothingEntered):
        _decide(desk, his, {"motivated": "no"}, FOLLOWED)
    _decide(desk, his, {"motivated": "no"}, replace(FOLLOWED, override_reason="He came on his own."))
    decision = desk.suitability.file(his).decisions[0]
    assert decision.is_override
    assert desk.referrals.of(his)[0].events[-1].reason.startswith("He came on his own. (By the criteria")
    with desk._vault.records.rows() as rows:
        lines = rows._audit.lines(rows.session)
    overrides = [line for line in lines if line.kind == "suitability_override"]
    assert [(line.verb, line.subject, line.actor) for line in overrides] == [
        (Verb.CHANGED, his, desk._vault.actor)
    ]


def test_a_facilitator_may_decide_but_not_override(
    programme: builders.Programme, his: ParticipantId, desk: Desk
) -> None:
    desk.lock()
    hers = programme.desk(builders.FACILITATOR)
    with pytest.raises(NotAllowed):
        _decide(hers, his, {"motivated": "no"}, replace(FOLLOWED, override_reason="He came on his own."))
    assert _status(hers, his) == [Status.REFERRED]
    _decide(hers, his, {"motivated": "no"}, REFUSED)
    assert _status(hers, his)[-1] is Status.UNSUITABLE
    hers.lock()


@pytest.mark.parametrize("given", [{}, {"motivated": "no"}, {"man": "no"}])
def test_extreme_denial_cannot_be_overridden_on_any_way(
    desk: Desk, his: ParticipantId, given: dict[str, str]
) -> None:
    denial = given | {"extreme_denial": "yes"}
    override = replace(FOLLOWED, override_reason="The judge wants it.")
    with pytest.raises(ExtremeDenialStands):
        _decide(desk, his, denial, override)
    _decide(desk, his, denial, REFUSED)
    referral = desk.referrals.of(his)[0].state
    desk.referrals.assess(referral.referral_id, TODAY, "again", referral.seen)
    referral = desk.referrals.of(his)[0].state
    with pytest.raises(ExtremeDenialStands):
        desk.referrals.decide(referral.referral_id, True, "The judge wants it.", TODAY, referral.seen)
    _decide(desk, his, {}, FOLLOWED)  # a new assessment of the criteria alone
    assert _status(desk, his)[-1] is Status.SUITABLE
    assert [each.was_final for each in desk.suitability.file(his).decisions] == [False, True]


@pytest.mark.parametrize(
    ("given", "verdict", "error"),
    [
        ({"motivated": "unknown"}, FOLLOWED, SuitabilityOpen),
        ({"motivated": "unknown"}, replace(FOLLOWED, override_reason="All the same"), SuitabilityOpen),
        ({}, replace(FOLLOWED, on_date=TODAY + timedelta(days=1)), UserError),
        ({"motivated": "no"}, replace(REFUSED, assess_again_on=TODAY), WrongDate),
    ],
)
def test_a_decision_that_cannot_stand_leaves_everything_as_it_was(
    desk: Desk, his: ParticipantId, given: dict[str, str], verdict: Verdict, error: type[UserError]
) -> None:
    with pytest.raises(error):
        _decide(desk, his, given, verdict)
    assert _status(desk, his) == [Status.REFERRED]
    assert desk.instruments.answers_of(his) == ()


def test_evidence_comes_from_the_sources_the_form_offers_alone(desk: Desk, his: ParticipantId) -> None:
    file = desk.suitability.file(his)
    given = answers(MEETS) | {"motivated": {"answer": "yes", "evidence": "x", "source": "His wife"}}
    working = replace(file.working, answers=given)
    with pytest.raises(EvidenceFromElsewhere):
        desk.suitability.save(his, file.instrument, working)
    with pytest.raises(EvidenceFromElsewhere):
        desk.suitability.decide(his, file.instrument, working, FOLLOWED)


def test_nothing_is_decided_about_somebody_who_is_in_the_programme(desk: Desk) -> None:
    here = builders.accepted(desk)
    with pytest.raises(SuitabilityNotDue):
        _decide(desk, here, {}, FOLLOWED)
    assert not desk.suitability.file(here).is_open


def test_the_day_to_assess_again_is_due_until_something_else_is_decided(
    programme: builders.Programme,
) -> None:
    desk = programme.desk()
    made = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    his = ParticipantId(made.row_id)  # type: ignore[arg-type]
    again = TODAY + timedelta(days=90)
    _decide(desk, his, {"extreme_denial": "yes"}, replace(REFUSED, assess_again_on=again))
    assert _due(desk) == []
    programme.clock.instant += timedelta(days=90)
    assert _due(desk) == [again]
    _decide(desk, his, {}, Verdict(Outcome.SUITABLE, again))
    assert _due(desk) == []
    desk.lock()


def _due(desk: Desk) -> list[date | None]:
    return [duty.due_on for duty in desk.today.today().due if duty.kind is DutyKind.ASSESS_AGAIN]


def test_which_file_applies_is_a_setting_and_answers_stay_with_theirs(desk: Desk, his: ParticipantId) -> None:
    _decide(desk, his, {}, FOLLOWED)
    site = desk.site.get()
    desk.site.update(replace(site.details, eligibility="suitability-open"), site.seen)
    first = desk.suitability.file(his)
    assert first.instrument.id == "suitability-bbr"  # what was decided by it is shown in it
    other = desk.referrals.refer(builders.person("Lee"), builders.referral(), builders.form())
    file: SuitabilityFile = desk.suitability.file(ParticipantId(other.row_id))  # type: ignore[arg-type]
    assert file.instrument.id == "suitability-open"
    working = replace(file.working, answers=answers(OPEN | {"couple": "same-sex"}))
    desk.suitability.decide(file.participant_id, file.instrument, working, FOLLOWED)
    assert desk.suitability.file(file.participant_id).decisions[0].instrument == ("suitability-open", 1)
    assert len(desk.suitability.eligibility_files()) == 2
