"""The subjects that make something due."""

from collections.abc import Callable, Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty
from bipdesk.services.duties.agreements import agreement_duties, next_step_duties
from bipdesk.services.duties.intake import intake_decisions, intake_duties

Source = Callable[[Unit, date], Iterator[Duty]]

DUE: tuple[Source, ...] = (intake_duties, agreement_duties, next_step_duties)
"""Due by a date: shown under what is due, the soonest first."""

DECISIONS: tuple[Source, ...] = (intake_decisions,)
"""Waiting for somebody to decide."""
