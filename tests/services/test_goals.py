"""Goals through a vault: his words, small steps, looks at them, ratings, and undoing each of them."""

from dataclasses import replace
from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.delivery_errors import RatingEmpty
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.goal import AgeBand, Area, GoalDetails, GoalKind, GoalState, ReviewDetails, StepDetails
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.responsibility import Aspect, Occasion, RatingDetails
from tests import builders

TODAY = date(2026, 11, 19)
CALM = GoalDetails(
    GoalKind.OWN, Area.BEHAVIOUR, " Walk out before I shout ", TODAY, "Quiet nights", "I keep my word"
)
BEDTIME = GoalDetails(
    GoalKind.PARENTING,
    Area.OTHER,
    "Bed without shouting",
    TODAY,
    children=((AgeBand.UNDER_5, 1), (AgeBand.FROM_5, 2)),
)


@pytest.fixture
def whose(desk: Desk) -> ParticipantId:
    return builders.accepted(desk)


def test_a_goal_with_its_step_and_a_look_at_it_is_kept_in_his_words(desk: Desk, whose: ParticipantId) -> None:
    goal_id = desk.goals.add(whose, CALM).row_id
    assert goal_id is not None
    step_id = desk.goals.add_step(goal_id, StepDetails("Say 'ten minutes' and go", date(2026, 11, 20))).row_id
    desk.goals.add_step(goal_id, StepDetails("Tell the group"))
    desk.goals.review(goal_id, ReviewDetails(TODAY, "It works when I go early", "He names the moment"))
    (goal,) = desk.goals.file(whose).goals
    assert (goal.details.words, goal.details.why) == ("Walk out before I shout", "Quiet nights")
    assert goal.steps[0].step_id == step_id
    assert [(look.details.his_words, look.by) for look in goal.reviews] == [
        ("It works when I go early", "C. Rivers")
    ]
    done = desk.goals.finish_step(goal.steps[0].step_id, TODAY, "My hand", goal.steps[0].seen)
    (goal,) = desk.goals.file(whose).goals
    assert [step.is_open for step in goal.steps] == [True, False]
    assert goal.steps[1].helped == "My hand"
    desk.goals.reopen_step(goal.steps[1].step_id, done.seen)
    (goal,) = desk.goals.file(whose).goals
    assert all(step.is_open for step in goal.steps)


def test_of_children_only_number_and_age_are_kept_and_only_with_a_parenting_goal(
    desk: Desk, whose: ParticipantId
) -> None:
    desk.goals.add(whose, BEDTIME)
    desk.goals.add(whose, GoalDetails(GoalKind.OWN, Area.WORK, "Find work", TODAY, children=BEDTIME.children))
    goals = {goal.details.kind: goal for goal in desk.goals.file(whose).goals}
    assert goals[GoalKind.PARENTING].details.children == BEDTIME.children
    assert goals[GoalKind.PARENTING].details.area is Area.PARENTING
    assert goals[GoalKind.OWN].details.children == ()


def test_letting_a_goal_go_needs_why_and_can_be_undone(desk: Desk, whose: ParticipantId) -> None:
    desk.goals.add(whose, CALM)
    (goal,) = desk.goals.file(whose).goals
    with pytest.raises(NothingEntered) as refused:
        desk.goals.set_state(goal.goal_id, GoalState.LET_GO, (TODAY, "  "), goal.seen)
    assert refused.value.values["field"] == "Why he let it go"
    let_go = desk.goals.set_state(goal.goal_id, GoalState.LET_GO, (TODAY, "He moved out"), goal.seen)
    (now,) = desk.goals.file(whose).goals
    assert (now.state, now.state_on, now.state_words) == (GoalState.LET_GO, TODAY, "He moved out")
    desk.goals.set_state(goal.goal_id, GoalState.OPEN, (TODAY, "no matter"), let_go.seen)
    (again,) = desk.goals.file(whose).goals
    assert (again.is_open, again.state_on, again.state_words) == (True, None, "")


def test_goals_taken_away_by_mistake_come_back_and_do_not_count_meanwhile(
    desk: Desk, whose: ParticipantId
) -> None:
    plan = GoalDetails(GoalKind.PLAN, Area.OTHER, "Pay what I owe", TODAY)
    added = desk.goals.add(whose, plan)
    assert added.row_id is not None
    with desk._vault.records.unit() as unit:
        assert unit.goals.open_plan([whose]) == {whose: 1}
    desk.goals.withdraw("goal", added.row_id, added.seen)
    with desk._vault.records.unit() as unit:
        assert unit.goals.counts([whose]) == {}
    desk.goals.restore("goal", added.row_id)
    assert [goal.details.words for goal in desk.goals.file(whose).goals] == ["Pay what I owe"]
    assert desk.goals.file(whose).conflicts == ()


def test_where_a_pack_asks_for_a_plan_its_items_can_be_set_and_the_rule_is_named(
    desk: Desk, whose: ParticipantId
) -> None:
    assert GoalKind.PLAN not in desk.goals.file(whose).kinds
    site = desk.site.get()
    desk.site.update(replace(site.details, country="US", region="OR", pack="oregon"), site.seen)
    file = desk.goals.file(whose)
    assert GoalKind.PLAN in file.kinds
    assert "OAR 137-087-0070(3)" in file.plan_words


def test_the_safety_officer_holds_no_1_2_1s(desk: Desk, whose: ParticipantId) -> None:
    assert [name for _, name in desk.goals.file(whose).staff] == ["C. Rivers", "R. Ortega"]


def test_a_goal_without_his_words_or_set_tomorrow_is_refused(desk: Desk, whose: ParticipantId) -> None:
    with pytest.raises(NothingEntered):
        desk.goals.add(whose, GoalDetails(GoalKind.OWN, Area.WORK, " ", TODAY))
    with pytest.raises(DateInFuture):
        desk.goals.add(whose, GoalDetails(GoalKind.OWN, Area.WORK, "Work", date(2026, 11, 20)))


def test_ratings_are_kept_each_for_itself_and_never_added_up(desk: Desk, whose: ParticipantId) -> None:
    seen_one = RatingDetails(TODAY, {Aspect.DENIAL: 2}, Occasion.GROUP, "foundation-1", "Names two blows")
    desk.goals.rate(whose, seen_one)
    (rating,) = desk.goals.file(whose).ratings
    assert (rating.details, rating.by) == (seen_one, "C. Rivers")
    for levels in ({}, {Aspect.DENIAL: 5}):
        with pytest.raises(RatingEmpty):
            desk.goals.rate(whose, RatingDetails(TODAY, levels))
    desk.goals.withdraw("rating", rating.rating_id, rating.seen)
    assert desk.goals.file(whose).ratings == ()
    desk.goals.restore("rating", rating.rating_id)
    assert len(desk.goals.file(whose).ratings) == 1


def test_a_goal_changed_on_two_screens_is_a_shown_conflict(desk: Desk, whose: ParticipantId) -> None:
    desk.goals.add(whose, CALM)
    (goal,) = desk.goals.file(whose).goals
    desk.goals.change(goal.goal_id, GoalDetails(GoalKind.OWN, Area.BEHAVIOUR, "One", TODAY), goal.seen)
    desk.goals.change(goal.goal_id, GoalDetails(GoalKind.OWN, Area.BEHAVIOUR, "Two", TODAY), goal.seen)
    assert "words" in desk.goals.file(whose).conflicts


def test_the_goal_sheet_prints_blank_and_with_his_open_goals(desk: Desk, whose: ParticipantId) -> None:
    desk.goals.add(whose, CALM)
    assert desk.goals.sheet(None).startswith(b"%PDF")
    assert len(desk.goals.sheet(whose, "es")) > 1000
