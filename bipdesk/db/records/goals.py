"""Goals, their steps and the looks taken at them, as stored."""

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TypeVar
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.audit import Verb
from bipdesk.db.journal.seen import among
from bipdesk.db.records.tables.goals import GoalReviewRow, GoalRow, GoalStepRow
from bipdesk.db.records.tables.programme import StaffRow
from bipdesk.db.rows import Rows
from bipdesk.domain.goal import (
    AgeBand,
    Area,
    Children,
    Goal,
    GoalCounts,
    GoalDetails,
    GoalKind,
    GoalReview,
    GoalState,
    GoalStep,
    ReviewDetails,
    StepDetails,
    count,
    goals_in_order,
    steps_in_order,
)
from bipdesk.domain.ids import UNSEEN, ParticipantId, Seen, StaffId, records_id

MISTAKE = "entered-by-mistake"
Kind = type[GoalRow] | type[GoalStepRow] | type[GoalReviewRow]
KINDS: dict[str, Kind] = {"goal": GoalRow, "step": GoalStepRow, "review": GoalReviewRow}
Member = TypeVar("Member", bound=StrEnum)
Row = TypeVar("Row", GoalRow, GoalStepRow)


def known(kind: type[Member], stored: str, otherwise: Member) -> Member:
    """Return the member that a column names; `otherwise` for one not come yet, or of a newer version."""
    return next((member for member in kind if member.value == stored), otherwise)


class GoalStore:
    """Reads and writes goals, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    # Reading

    def of(self, participant_id: ParticipantId) -> tuple[Goal, ...]:
        """Return one participant's goals, open ones first; four queries, and the reading is audited."""
        self._rows.note(Verb.READ, "goals", participant_id)
        return self.of_all([participant_id]).get(participant_id, ())

    def of_all(self, participant_ids: Collection[ParticipantId]) -> dict[ParticipantId, tuple[Goal, ...]]:
        """Return the goals of these participants, for the program to reckon with; four queries."""
        goals = self._standing(GoalRow, participant_ids)
        steps, reviews = self._standing(GoalStepRow, participant_ids), self._reviews(participant_ids)
        ids = [each.id for each in goals] + [each.id for each in steps] + [each.id for each, _ in reviews]
        seen = self._rows.seen_of(ids)
        steps_of: dict[UUID, list[GoalStep]] = {}
        for step in steps:
            steps_of.setdefault(step.goal_id, []).append(_step(step, seen.get(step.id, UNSEEN)))
        reviews_of: dict[UUID, list[GoalReview]] = {}
        for review, by in reviews:
            kept = _review(review, by or "", seen.get(review.id, UNSEEN))
            reviews_of.setdefault(review.goal_id, []).append(kept)
        found: dict[ParticipantId, list[Goal]] = {}
        for row in goals:
            goal = _goal(row, steps_of.get(row.id, ()), reviews_of.get(row.id, ()), seen.get(row.id, UNSEEN))
            found.setdefault(ParticipantId(row.participant_id), []).append(goal)
        return {whose: goals_in_order(his) for whose, his in found.items()}

    def counts(self, participant_ids: Collection[ParticipantId]) -> dict[ParticipantId, GoalCounts]:
        """Return how the goals of those who have any stand; one query."""
        row = GoalRow
        query = sa.select(row.participant_id, row.kind, row.state).where(
            row.org_id == self._rows.org,
            row.is_void.is_(False),
            row.participant_id.in_(among(participant_ids)),
        )
        found: dict[ParticipantId, list[tuple[GoalKind, GoalState]]] = {}
        for whose, kind, state in self._rows.session.execute(query):
            stands = known(GoalKind, kind, GoalKind.OWN), known(GoalState, state, GoalState.OPEN)
            found.setdefault(ParticipantId(whose), []).append(stands)
        return {whose: count(states) for whose, states in found.items()}

    def open_plan(self, participant_ids: Collection[ParticipantId]) -> dict[ParticipantId, int]:
        """Return how many items of the plan are open, for those who have any such; one query."""
        counts = self.counts(participant_ids)
        return {whose: each.open_plan for whose, each in counts.items() if each.open_plan}

    def _standing(self, kind: type[Row], participant_ids: Iterable[ParticipantId]) -> list[Row]:
        query = sa.select(kind).where(
            kind.org_id == self._rows.org,
            kind.participant_id.in_(among(participant_ids)),
            kind.is_void.is_(False),
        )
        return list(self._rows.session.scalars(query))

    def _reviews(self, participant_ids: Iterable[ParticipantId]) -> list[tuple[GoalReviewRow, str | None]]:
        row = GoalReviewRow
        query = (
            sa.select(row, StaffRow.name)
            .outerjoin(StaffRow, sa.and_(StaffRow.org_id == row.org_id, StaffRow.id == row.by_id))
            .where(row.org_id == self._rows.org, row.participant_id.in_(among(participant_ids)))
            # What has not come whole from another computer yet has no day.
            .where(row.is_void.is_(False), row.reviewed_on.is_not(None))
            .order_by(row.reviewed_on.desc(), row.id.desc())
        )
        return [(review, by) for review, by in self._rows.session.execute(query)]

    # Writing

    def add(self, participant_id: ParticipantId, details: GoalDetails) -> tuple[UUID, Seen]:
        """Store an open goal."""
        row = GoalRow(
            id=self._id(),
            participant_id=participant_id,
            state=GoalState.OPEN.value,
            **_goal_columns(details),
        )
        return self._rows.add(row)

    def change(self, goal_id: UUID, details: GoalDetails, seen: Seen) -> Seen:
        """Write over what `seen` says was on screen."""
        return self._rows.change(GoalRow, goal_id, seen, **_goal_columns(details))

    def set_state(self, goal_id: UUID, state: GoalState, said: tuple[date | None, str], seen: Seen) -> Seen:
        """Write how a goal stands, since when, and the words that go with it."""
        since, words = said
        return self._rows.change(GoalRow, goal_id, seen, state=state.value, state_on=since, state_words=words)

    def add_step(self, goal_id: UUID, details: StepDetails) -> tuple[UUID, Seen]:
        """Store a step towards a goal; RowMissing when the goal does not stand."""
        whose = self._rows.get(GoalRow, goal_id).participant_id
        row = GoalStepRow(id=self._id(), goal_id=goal_id, participant_id=whose, **asdict(details))
        return self._rows.add(row)

    def set_done(self, step_id: UUID, done_on: date | None, helped: str, seen: Seen) -> Seen:
        """Write that a step is taken and what helped, or that it is not."""
        return self._rows.change(GoalStepRow, step_id, seen, done_on=done_on, helped=helped)

    def change_step(self, step_id: UUID, details: StepDetails, seen: Seen) -> Seen:
        """Write over what a step says."""
        return self._rows.change(GoalStepRow, step_id, seen, **asdict(details))

    def add_review(
        self, goal_id: UUID, details: ReviewDetails, by: StaffId, one_to_one_id: UUID | None = None
    ) -> tuple[UUID, Seen]:
        """Store a look at a goal; RowMissing when the goal does not stand."""
        whose = self._rows.get(GoalRow, goal_id).participant_id
        row = GoalReviewRow(
            id=self._id(),
            goal_id=goal_id,
            participant_id=whose,
            one_to_one_id=one_to_one_id,
            by_id=by,
            **asdict(details),
        )
        return self._rows.add(row)

    def remove_reviews_of(self, one_to_one_id: UUID) -> None:
        """Hide the looks that belong to a 1-2-1 which was entered by mistake."""
        row = GoalReviewRow
        query = sa.select(row.id).where(row.org_id == self._rows.org, row.one_to_one_id == one_to_one_id)
        self._rows.hide_all(row, list(self._rows.session.scalars(query)), MISTAKE)

    def restore_reviews_of(self, one_to_one_id: UUID) -> None:
        """Show them again."""
        row = GoalReviewRow
        query = sa.select(row.id).where(row.org_id == self._rows.org, row.one_to_one_id == one_to_one_id)
        for review_id in self._rows.session.scalars(query).all():
            self._rows.restore(row, review_id)

    def withdraw(self, what: str, row_id: UUID, seen: Seen) -> None:
        """Take away what was entered by mistake; `what` is a key of `KINDS`."""
        self._rows.hide(KINDS[what], row_id, seen, MISTAKE)

    def restore(self, what: str, row_id: UUID) -> None:
        """Put back what was taken away."""
        self._rows.restore(KINDS[what], row_id)

    def _id(self) -> UUID:
        return records_id(self._rows.clock.now())


def _goal(row: GoalRow, steps: Iterable[GoalStep], reviews: Iterable[GoalReview], seen: Seen) -> Goal:
    return Goal(
        goal_id=row.id,
        details=_details(row),
        state=known(GoalState, row.state, GoalState.OPEN),
        state_on=row.state_on,
        state_words=row.state_words,
        steps=steps_in_order(steps),
        reviews=tuple(reviews),
        seen=seen,
    )


def _details(row: GoalRow) -> GoalDetails:
    return GoalDetails(
        kind=known(GoalKind, row.kind, GoalKind.OWN),
        area=known(Area, row.area, Area.OTHER),
        words=row.words,
        set_on=row.set_on or date.min,
        why=row.why,
        strengths=row.strengths,
        children=_children(row.children),
    )


def _goal_columns(details: GoalDetails) -> dict[str, object]:
    bands = " ".join(f"{band.value}:{number}" for band, number in details.children if number)
    return asdict(details) | {
        "kind": details.kind.value,
        "area": details.area.value,
        "children": bands,
    }


def _children(stored: str) -> Children:
    numbers = dict(part.split(":", 1) for part in stored.split() if ":" in part)
    return tuple(
        (band, int(numbers[band.value])) for band in AgeBand if numbers.get(band.value, "").isdecimal()
    )


def _step(row: GoalStepRow, seen: Seen) -> GoalStep:
    return GoalStep(row.id, row.goal_id, StepDetails(row.what, row.by_on), row.done_on, row.helped, seen)


def _review(row: GoalReviewRow, by: str, seen: Seen) -> GoalReview:
    said = ReviewDetails(row.reviewed_on, row.his_words, row.staff_words)
    return GoalReview(row.id, row.goal_id, said, by, row.one_to_one_id, seen)
