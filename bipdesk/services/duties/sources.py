"""The subjects that make something due."""

from collections.abc import Callable, Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty

Source = Callable[[Unit, date], Iterator[Duty]]

DUE: tuple[Source, ...] = ()
"""Due by a date: shown under what is due, the soonest first."""

DECISIONS: tuple[Source, ...] = ()
"""Waiting for somebody to decide."""
