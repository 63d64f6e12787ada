"""What is done with goals: set them in his words, take small steps, look at them together, rate, print."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile, Unit
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.delivery_errors import RatingEmpty
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.goal import (
    WORDS_NEEDED,
    Area,
    GoalDetails,
    GoalKind,
    GoalSheet,
    GoalState,
    ReviewDetails,
    StepDetails,
    whose_goals,
)
from bipdesk.domain.goals_file import GoalsFile, meetable_steps, step_names, who_may_hold
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.intake_errors import AnswersTooLong
from bipdesk.domain.library import Library
from bipdesk.domain.pack import PackValue
from bipdesk.domain.responsibility import RatingDetails, levels_within
from bipdesk.export.reports.goal_sheet import render_goal_sheet

CHANGED = frozenset({Topic.GOALS})
MOST_CHARACTERS = 20_000
PLAN = "completion-goals"
"""The rule of a pack that a plan has goals: accountability plan, treatment plan."""


class GoalService:
    """Goals, their steps, and how far he is seen to own what he did; none of it leaves in a letter."""

    def __init__(self, records: RecordsFile, library: Library, clock: Clock) -> None:
        self._records = records
        self._library = library
        self._clock = clock

    def file(self, participant_id: ParticipantId) -> GoalsFile:
        """Return all that the tab shows of one participant; the reading is audited."""
        with self._records.unit() as unit:
            goals = unit.goals.of(participant_id)
            ratings = unit.responsibility.of(participant_id)
            held = unit.one_to_ones.of(participant_id)
            appointments = unit.appointments.of(participant_id)
            curriculum_id = unit.groups.curriculum_of(participant_id)
            facts = unit.attendances.facts([participant_id]).get(participant_id)
            curriculum = self._library.curricula.of(curriculum_id)
            meetable = meetable_steps(curriculum, self._library.curricula.trace(curriculum_id, facts))
            titles = step_names(curriculum)
            plan = self._plan_rule(unit)
            rows = [each.goal_id for each in goals] + [each.rating_id for each in ratings]
            rows += [each.one_to_one_id for each in held] + [each.appointment_id for each in appointments]
            rows += [step.step_id for goal in goals for step in goal.steps]
            return GoalsFile(
                participant_id=participant_id,
                goals=goals,
                ratings=ratings,
                one_to_ones=held,
                appointments=appointments,
                sessions=tuple(
                    replace(point, title=titles.get(point.step_code, ""))
                    for point in unit.session_patterns.of(participant_id)
                ),
                kinds=whose_goals((goal.details.kind for goal in goals), plan_asked=plan is not None),
                plan_words=f"{plan.words} ({plan.citation})" if plan else "",
                staff=who_may_hold(unit.offices.staff()),
                me=unit.rows.actor,
                steps=tuple(titles.items()),
                meetable=tuple((each.step.code, each.name) for each in meetable),
                conflicts=tuple(name.replace("_", " ") for name in unit.carriage.conflicts(rows)),
            )

    # Goals

    def add(self, participant_id: ParticipantId, details: GoalDetails) -> Changes:
        """Store an open goal.

        Raises:
            NothingEntered: without his words; DateInFuture, AnswersTooLong.
        """
        kept = self._checked(details)
        with self._records.unit() as unit:
            row_id, token = unit.goals.add(participant_id, kept)
        return Changes(CHANGED, row_id, token)

    def change(self, goal_id: UUID, details: GoalDetails, seen: Seen) -> Changes:
        """Write over what `seen` says was on screen: raises as `add` does."""
        kept = self._checked(details)
        with self._records.unit() as unit:
            token = unit.goals.change(goal_id, kept, seen)
        return Changes(CHANGED, goal_id, token)

    def set_state(self, goal_id: UUID, state: GoalState, said: tuple[date, str], seen: Seen) -> Changes:
        """Write how a goal stands, since when, and the words that belong to that state.

        Raises:
            NothingEntered: when what shows it, what it became or why he let it go is missing; DateInFuture.
        """
        since, words = said
        needed = WORDS_NEEDED.get(state)
        if needed is not None:
            _need((needed, words))
            self._past("Since", since)
        stored = (since, words.strip()) if needed else (None, "")
        with self._records.unit() as unit:
            token = unit.goals.set_state(goal_id, state, stored, seen)
        return Changes(CHANGED, goal_id, token)

    # Steps

    def add_step(self, goal_id: UUID, details: StepDetails) -> Changes:
        """Store a small step.

        Raises:
            NothingEntered: when nothing is to be done; AnswersTooLong.
        """
        _need(("Small step", details.what))
        _bounded(details.what)
        with self._records.unit() as unit:
            row_id, token = unit.goals.add_step(goal_id, replace(details, what=details.what.strip()))
        return Changes(CHANGED, row_id, token)

    def finish_step(self, step_id: UUID, done_on: date, helped: str, seen: Seen) -> Changes:
        """Write that a step is taken, and what helped him; raises DateInFuture."""
        self._past("Done on", done_on)
        with self._records.unit() as unit:
            token = unit.goals.set_done(step_id, done_on, helped.strip(), seen)
        return Changes(CHANGED, step_id, token)

    def reopen_step(self, step_id: UUID, seen: Seen) -> Changes:
        """Write that a step is still to be taken."""
        with self._records.unit() as unit:
            token = unit.goals.set_done(step_id, None, "", seen)
        return Changes(CHANGED, step_id, token)

    def review(self, goal_id: UUID, details: ReviewDetails) -> Changes:
        """Store a look at a goal outside a 1-2-1.

        Raises:
            NothingEntered: without his words; DateInFuture.
        """
        _need(("His words", details.his_words))
        self._past("Looked at on", details.reviewed_on)
        with self._records.unit() as unit:
            row_id, token = unit.goals.add_review(goal_id, details, unit.rows.actor)
        return Changes(CHANGED, row_id, token)

    def withdraw(self, what: str, row_id: UUID, seen: Seen) -> Changes:
        """Take away a "goal", "step", "review" or "rating" entered by mistake; `restore` undoes it."""
        with self._records.unit() as unit:
            if what == "rating":
                unit.responsibility.withdraw(row_id, seen)
            else:
                unit.goals.withdraw(what, row_id, seen)
        return Changes(CHANGED, row_id)

    def restore(self, what: str, row_id: UUID) -> Changes:
        """Put back what was taken away."""
        with self._records.unit() as unit:
            if what == "rating":
                unit.responsibility.restore(row_id)
            else:
                unit.goals.restore(what, row_id)
        return Changes(CHANGED, row_id)

    # Responsibility

    def rate(self, participant_id: ParticipantId, details: RatingDetails) -> Changes:
        """Store how far he was seen to own what he did.

        Raises:
            RatingEmpty: when nothing was rated; DateInFuture, AnswersTooLong.
        """
        if not levels_within(details.levels):
            raise RatingEmpty(field="Rated on")
        self._past("Rated on", details.rated_on)
        _bounded(details.words)
        with self._records.unit() as unit:
            row_id, token = unit.responsibility.add(participant_id, details, unit.rows.actor)
        return Changes(CHANGED, row_id, token)

    # Paper

    def sheet(self, participant_id: ParticipantId | None, language: str = "en") -> bytes:
        """Return the goal sheet that he takes home as PDF: with his open goals, or blank for None."""
        with self._records.unit() as unit:
            paper = unit.offices.site().details.paper
            unit.rows.note(Verb.PRINTED, "goal_sheet", participant_id)
            sheet = GoalSheet(None)
            if participant_id is not None:
                goals = tuple(goal for goal in unit.goals.of(participant_id) if goal.is_open)
                sheet = GoalSheet(participant_id, unit.participants.person(participant_id)[0], goals)
        return render_goal_sheet(sheet, paper, language)

    def _plan_rule(self, unit: Unit) -> PackValue | None:
        pack = self._library.packs.of(unit.offices.site().details.pack)
        rule = pack.value(PLAN, self._clock.today())
        return rule if rule is not None and rule.binding else None

    def _checked(self, details: GoalDetails) -> GoalDetails:
        _need(("In his own words", details.words))
        _bounded(details.words, details.why, details.strengths)
        self._past("Set on", details.set_on)
        parenting = details.kind is GoalKind.PARENTING
        return replace(
            details,
            words=details.words.strip(),
            why=details.why.strip(),
            strengths=details.strengths.strip(),
            area=Area.PARENTING if parenting else details.area,
            children=details.children if parenting else (),
        )

    def _past(self, field: str, day: date) -> None:
        if day > self._clock.today():
            raise DateInFuture(field=field)


def _need(*answers: tuple[str, str]) -> None:
    for field, words in answers:
        if not words.strip():
            raise NothingEntered(field=field)


def _bounded(*texts: str) -> None:
    if sum(map(len, texts)) > MOST_CHARACTERS:
        raise AnswersTooLong(most=MOST_CHARACTERS)
