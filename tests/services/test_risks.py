"""Risk through a vault: assessments, flags, plans, and what they make due."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bipdesk.db.records.registry import RECORDS
from bipdesk.desk import Desk
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.errors import DateInFuture, NotAllowed, NothingEntered, UserError, WrongDate
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.intake_errors import NumberOutOfRange
from bipdesk.domain.referral import Status
from bipdesk.domain.risk import (
    ActionDetails,
    AssessmentDetails,
    FlagDetails,
    FlagKind,
    FlagState,
    Provenance,
    Tool,
    Visibility,
)
from bipdesk.domain.sync.registry import Protective
from tests import builders

TODAY = date(2026, 11, 19)
SARA = AssessmentDetails(Tool.SARA, "medium", "medium", TODAY, "C. Rivers", score=19)
FLAG = FlagDetails(
    FlagKind.JOB_LOSS,
    "The sawmill closed",
    Provenance.HIS,
    TODAY,
    TODAY + timedelta(days=14),
    "1-2-1 this week",
)
HIDDEN = replace(FLAG, kind=FlagKind.STALKING, visibility=Visibility.COORDINATOR)


@pytest.fixture
def him(desk: Desk) -> ParticipantId:
    return builders.accepted(desk)


def duties(desk: Desk, *kinds: DutyKind) -> list[Duty]:
    return [duty for duty in desk.today.today().due if duty.kind in (kinds or (DutyKind.ASSESS_RISK,))]


def test_an_assessment_ends_what_is_due_until_the_next_eight_weeks(desk: Desk, him: ParticipantId) -> None:
    (duty,) = duties(desk)
    assert (duty.subject_id, duty.detail) == (him, "None was made at intake")
    desk.risks.assess(him, SARA)
    assert duties(desk) == []
    file = desk.risks.file(him)
    assert (file.reassess, file.reassess_by) == (
        ("eight weeks since the last one",),
        TODAY + timedelta(weeks=8),
    )
    assert file.assessments[0].details == SARA


def test_a_level_may_depart_from_the_tool_with_a_reason_alone(desk: Desk, him: ParticipantId) -> None:
    higher = replace(SARA, level="high")
    with pytest.raises(NothingEntered):
        desk.risks.assess(him, higher)
    desk.risks.assess(him, replace(higher, override_reason="Stalking and threats to kill together"))
    details = desk.risks.file(him).assessments[0].details
    assert (details.tool_level_words, details.level_words, details.is_overridden) == (
        "Moderate",
        "High",
        True,
    )


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"score": 41}, NumberOutOfRange),
        ({"scorer": ""}, NothingEntered),
        ({"tool_level": "", "level": ""}, NothingEntered),
        ({"assessed_on": TODAY + timedelta(days=1)}, DateInFuture),
        ({"tool": Tool.OTHER}, NothingEntered),
    ],
)
def test_half_an_assessment_is_refused(
    desk: Desk, him: ParticipantId, changed: dict[str, object], error: type[UserError]
) -> None:
    with pytest.raises(error):
        desk.risks.assess(him, replace(SARA, **changed))  # type: ignore[arg-type]


def test_a_flag_makes_a_reassessment_due_and_is_looked_at_again(
    desk: Desk, him: ParticipantId, programme: builders.Programme
) -> None:
    desk.risks.assess(him, SARA)
    programme.clock.instant += timedelta(minutes=1)
    desk.risks.raise_flag(him, FLAG)
    assert [duty.detail for duty in duties(desk)] == ["A red flag was raised"]
    assert duties(desk, DutyKind.REVIEW_FLAG) == []
    soon = replace(FLAG, review_on=TODAY + timedelta(days=2))
    flag = desk.risks.file(him).flags[0]
    desk.risks.change_flag(flag.flag_id, soon, flag.seen)
    assert [duty.due_on for duty in duties(desk, DutyKind.REVIEW_FLAG)] == [soon.review_on]
    flag = desk.risks.file(him).flags[0]
    seen = desk.risks.close_flag(flag.flag_id, "He has work again", flag.seen).seen
    assert duties(desk, DutyKind.REVIEW_FLAG) == []
    closed = desk.risks.file(him).flags[0]
    assert (closed.state, closed.closed_reason, closed.raised_by) == (
        FlagState.CLOSED,
        "He has work again",
        "C. Rivers",
    )
    desk.risks.reopen_flag(flag.flag_id, seen)
    assert desk.risks.file(him).flags[0].state is FlagState.OPEN


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"provenance": Provenance.AGENCY}, NothingEntered),
        ({"detail": " "}, NothingEntered),
        ({"action": ""}, NothingEntered),
        ({"review_on": TODAY - timedelta(days=1)}, WrongDate),
    ],
)
def test_half_a_flag_is_refused(
    desk: Desk, him: ParticipantId, changed: dict[str, object], error: type[UserError]
) -> None:
    with pytest.raises(error):
        desk.risks.raise_flag(him, replace(FLAG, **changed))  # type: ignore[arg-type]


def test_a_facilitator_sees_no_sign_of_a_flag_for_coordinators(programme: builders.Programme) -> None:
    coordinator = programme.desk()
    him = builders.accepted(coordinator)
    coordinator.risks.assess(him, SARA)
    programme.clock.instant += timedelta(minutes=1)
    flag_id = coordinator.risks.raise_flag(him, replace(HIDDEN, review_on=TODAY)).row_id
    assert len(duties(coordinator, DutyKind.ASSESS_RISK, DutyKind.REVIEW_FLAG)) == 2
    seen = coordinator.risks.file(him).flags[0].seen
    coordinator.lock()
    facilitator = programme.desk(builders.FACILITATOR)
    file = facilitator.risks.file(him)
    assert (file.flags, file.reassess) == ((), ("eight weeks since the last one",))
    assert duties(facilitator, DutyKind.ASSESS_RISK, DutyKind.REVIEW_FLAG) == []
    assert flag_id is not None
    with pytest.raises(NotAllowed):
        facilitator.risks.raise_flag(him, HIDDEN)
    with pytest.raises(NotAllowed):
        facilitator.risks.close_flag(flag_id, "No reason", seen)
    with pytest.raises(NotAllowed):
        facilitator.risks.change_flag(flag_id, FLAG, seen)
    with pytest.raises(NotAllowed):
        facilitator.risks.withdraw("flag", flag_id, seen)
    facilitator.lock()


def test_a_flag_that_two_closed_apart_says_so(desk: Desk, him: ParticipantId) -> None:
    desk.risks.raise_flag(him, FLAG)
    flag = desk.risks.file(him).flags[0]
    desk.risks.close_flag(flag.flag_id, "He has work again", flag.seen)
    desk.risks.close_flag(flag.flag_id, "Entered twice", flag.seen)
    assert desk.risks.file(him).conflicts == ("whether a red flag stands",)


@pytest.mark.parametrize(
    ("table", "column", "less", "more"),
    [
        ("risk_assessment", "level", "low", "high"),
        ("risk_assessment", "level", "3", "7"),
        ("risk_flag", "state", "closed", "open"),
        ("risk_flag", "visibility", "team", "coordinator"),
        ("harm_enquiry", "homicidal", "past", "now"),
        ("person_record", "weapons_access", "no", "unknown"),
    ],
)
def test_of_two_values_entered_apart_the_one_that_protects_is_shown(
    table: str, column: str, less: str, more: str
) -> None:
    policy, ranked = RECORDS.policy(table, RECORDS.tables[table].cluster_of(column))
    assert isinstance(policy, Protective)
    assert ranked == column
    assert policy.rank(more) > policy.rank(less) >= 0


def test_a_step_of_the_plan_is_due_until_it_is_done(desk: Desk, him: ParticipantId) -> None:
    desk.risks.plan_action(him, ActionDetails("Ask probation for the report", desk.me.staff_id, TODAY))
    (duty,) = duties(desk, DutyKind.RISK_ACTION)
    assert (duty.title, duty.detail) == ("Plan for A. Pruett: Ask probation for the report", "C. Rivers")
    action = desk.risks.file(him).actions[0]
    seen = desk.risks.finish_action(action.action_id, TODAY, "It has come", action.seen).seen
    assert duties(desk, DutyKind.RISK_ACTION) == []
    desk.risks.reopen_action(action.action_id, seen)
    assert len(duties(desk, DutyKind.RISK_ACTION)) == 1


def test_what_was_entered_by_mistake_is_taken_away_and_comes_back(desk: Desk, him: ParticipantId) -> None:
    desk.risks.assess(him, SARA)
    (assessment,) = desk.risks.file(him).assessments
    desk.risks.withdraw("assessment", assessment.assessment_id, assessment.seen)
    assert desk.risks.file(him).assessments == ()
    assert len(duties(desk)) == 1
    desk.risks.restore("assessment", assessment.assessment_id)
    assert desk.risks.file(him).assessments[0].details == SARA


def test_who_drops_out_is_assessed_once_more(desk: Desk, him: ParticipantId) -> None:
    desk.risks.assess(him, replace(SARA, assessed_on=TODAY - timedelta(days=1)))
    file = desk.participants.file(him)
    desk.referrals.finish(file.referral_id, Status.LEFT, TODAY, file.referral_seen)
    assert [duty.detail for duty in duties(desk)] == ["He dropped out"]
    desk.risks.assess(him, SARA)
    assert duties(desk) == []
