"""Who was found unsuitable and can be assessed again (Source 003: extreme denial is assessed again later)."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty, DutyKind


def assess_again_duties(unit: Unit, today: date) -> Iterator[Duty]:
    """Yield those whose day has come; one query."""
    for due in unit.suitability.to_assess_again(today):
        yield Duty(
            DutyKind.ASSESS_AGAIN,
            due.participant_id,
            f"Assess {due.given_name[:1]}. {due.family_name} again",
            "Found unsuitable; another assessment was agreed for this day",
            due.on_date,
        )
