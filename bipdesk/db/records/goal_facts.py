"""What goals and appointments make due is reckoned from these facts: a fixed number of queries for all."""

from collections.abc import Mapping
from datetime import date

import sqlalchemy as sa

from bipdesk.db.journal.seen import among
from bipdesk.db.records.appointments import AppointmentStore
from bipdesk.db.records.goals import GoalStore
from bipdesk.db.records.one_to_ones import OneToOneStore
from bipdesk.db.records.tables.goals import GoalReviewRow, GoalRow, GoalStepRow
from bipdesk.db.rows import Rows
from bipdesk.domain.appointment import Appointment
from bipdesk.domain.goal import GoalState
from bipdesk.domain.goal_due import DueStep, GoalFacts
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.one_to_one import OneToOneKind


class GoalFactStore:
    """Reads for many participants at once, in one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def of(self, labels: Mapping[ParticipantId, str], today: date) -> tuple[GoalFacts, ...]:
        """Return the facts of these participants, given with their short names; six queries."""
        counts = GoalStore(self._rows).counts(labels)
        steps, looked = self._due_steps(today), self._looked(labels)
        talked = OneToOneStore(self._rows).last_held(labels, OneToOneKind.BETWEEN)
        waiting: dict[ParticipantId, list[Appointment]] = {}
        for appointment in AppointmentStore(self._rows).planned_until(today):
            waiting.setdefault(appointment.participant_id, []).append(appointment)
        return tuple(
            GoalFacts(
                participant_id=whose,
                label=label,
                open_goals=counts[whose].open if whose in counts else 0,
                due_step=steps.get(whose),
                talked_on=talked[whose][0] if whose in talked else None,
                looked_on=looked.get(whose),
                due_appointments=tuple(waiting.get(whose, ())),
            )
            for whose, label in labels.items()
            if whose in counts or whose in waiting
        )

    def _due_steps(self, today: date) -> dict[ParticipantId, DueStep]:
        """Return the steps of open goals whose day came, one for each participant."""
        step, goal = GoalStepRow, GoalRow
        query = (
            sa.select(step.participant_id, step.what, step.by_on)
            .join(goal, sa.and_(goal.org_id == step.org_id, goal.id == step.goal_id))
            .where(step.org_id == self._rows.org, step.is_void.is_(False))
            .where(step.done_on.is_(None), step.by_on <= today)
            .where(goal.is_void.is_(False), goal.state == GoalState.OPEN.value)
            .order_by(step.by_on, step.id)
        )
        found: dict[ParticipantId, DueStep] = {}
        for whose, what, by_on in self._rows.session.execute(query):
            first = found.get(ParticipantId(whose))
            found[ParticipantId(whose)] = (
                DueStep(what, by_on or today)
                if first is None
                else DueStep(first.what, first.by_on, first.more + 1)
            )
        return found

    def _looked(self, labels: Mapping[ParticipantId, str]) -> dict[ParticipantId, date]:
        row = GoalReviewRow
        query = (
            sa.select(row.participant_id, sa.func.max(row.reviewed_on))
            .where(row.org_id == self._rows.org, row.participant_id.in_(among(labels)))
            .where(row.is_void.is_(False), row.reviewed_on.is_not(None))
            .group_by(row.participant_id)
        )
        return {ParticipantId(whose): day for whose, day in self._rows.session.execute(query)}
