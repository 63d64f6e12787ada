"""Clashes: two groups in one place at the same time, or one facilitator in two groups at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import StaffId

SHOWN = 3
"""So many dates are named; of the rest only the number."""


@dataclass(frozen=True, slots=True)
class TakenEvening:
    """An evening of one group: when, where, and who leads it."""

    group_name: str
    on_date: date
    starts_at: time
    ends_at: time
    place: str
    facilitators: tuple[StaffId, ...]


def clashes(
    ours: Sequence[TakenEvening], others: Iterable[TakenEvening], names: dict[StaffId, str]
) -> tuple[str, ...]:
    """Return one sentence for each place and facilitator that is wanted twice, with the first dates of it."""
    by_day: dict[date, list[TakenEvening]] = {}
    for other in others:
        by_day.setdefault(other.on_date, []).append(other)
    found: dict[tuple[str, str], list[date]] = {}
    for mine in ours:
        for other in by_day.get(mine.on_date, ()):
            if mine.starts_at < other.ends_at and other.starts_at < mine.ends_at:
                for what in _wanted_twice(mine, other, names):
                    found.setdefault((what, other.group_name), []).append(mine.on_date)
    return tuple(_sentence(what, group, days) for (what, group), days in sorted(found.items()))


def _wanted_twice(mine: TakenEvening, other: TakenEvening, names: dict[StaffId, str]) -> tuple[str, ...]:
    place = mine.place.strip()
    same = place and place.casefold() == other.place.strip().casefold()
    both = [names.get(one, "A facilitator") for one in mine.facilitators if one in other.facilitators]
    return (*((f"{place} is taken",) if same else ()), *(f"{name} leads" for name in both))


def _sentence(what: str, group: str, days: list[date]) -> str:
    named = ", ".join(day_in_words(day) for day in sorted(set(days))[:SHOWN])
    rest = len(set(days)) - SHOWN
    more = f" and {rest} more" if rest > 0 else ""
    return f"{what} {'by' if what.endswith('taken') else 'the'} {group} at the same time: {named}{more}."
