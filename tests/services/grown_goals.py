"""Goals, 1-2-1s, appointments and ratings of a few participants."""

from collections.abc import Sequence
from datetime import time, timedelta

from bipdesk.desk import Desk
from bipdesk.domain.appointment import AppointmentDetails
from bipdesk.domain.goal import Area, GoalDetails, GoalKind, ReviewDetails, StepDetails
from bipdesk.domain.goals_file import OneToOneEntry
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.one_to_one import OneToOneDetails, OneToOneKind
from bipdesk.domain.responsibility import Aspect, RatingDetails


def grow_goals(desk: Desk, members: Sequence[ParticipantId]) -> None:
    """Give each of them a goal with a due step and a look, a rating, a 1-2-1 and an appointment for today."""
    today = desk.clock.today()
    for member in members:
        goal_id = desk.goals.add(member, GoalDetails(GoalKind.PLAN, Area.WORK, "Find work", today)).row_id
        assert goal_id is not None
        desk.goals.add_step(goal_id, StepDetails("Ask at the yard", today))
        desk.goals.rate(member, RatingDetails(today, {Aspect.DENIAL: 2}))
        held = OneToOneDetails(OneToOneKind.EXTRA, today - timedelta(7), 30, held_by=desk.me.staff_id)
        looked = {goal_id: ReviewDetails(today - timedelta(7), "Not yet")}
        coming = AppointmentDetails(today, time(10), "pre-group-1")
        desk.one_to_ones.record(member, OneToOneEntry(held, looked, coming))
