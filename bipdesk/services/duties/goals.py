"""What goals and 1-2-1s make due for those who are here."""

from collections.abc import Iterator, Sequence
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty
from bipdesk.domain.goal_due import goal_duties
from bipdesk.domain.journey import Journey
from bipdesk.domain.participant import ListedParticipant


def due_with_goals(
    unit: Unit, today: date, traced: Sequence[tuple[ListedParticipant, Journey]]
) -> Iterator[Duty]:
    """Yield looks at goals, small steps and appointments; six queries, however many participants."""
    labels = {person.participant_id: f"{person.given_name[:1]}. {person.family_name}" for person, _ in traced}
    for facts in unit.goal_facts.of(labels, today):
        yield from goal_duties(facts, today)
