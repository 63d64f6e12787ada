"""Returns that the programme itself owes: every month, every quarter."""

from collections.abc import Iterator
from datetime import date, timedelta

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duties.facts import ProgrammeFacts
from bipdesk.domain.duties.owed import Owed, Rule
from bipdesk.domain.duties.rules import binding, cited, deadline, months_after
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.pack import Pack, PackValue, Unit

MOST_BACK = 12
"""Months: what was owed longer ago than a year is for the auditor, not for this list."""
HOUSE_DAYS = 30
"""Days after a quarter, where its rule names none."""


def of_programme(facts: ProgrammeFacts, pack: Pack, today: date, free: frozenset[date]) -> Iterator[Owed]:
    """Yield each return of a time that is over, whether sent or not."""
    if facts.since is None:
        return
    for months, kind, key in (
        (1, NoticeKind.MONTHLY_RETURN, "monthly-return"),
        (3, NoticeKind.QUARTERLY_STATISTICS, "quarterly-statistics"),
    ):
        first = max(_begin_of(facts.since, months), _begin_of(months_after(today, -MOST_BACK), months))
        while (after := months_after(first, months)) <= today:
            last = after - timedelta(days=1)
            value = binding(pack, key, last)
            if value is not None:
                yield _return(facts, kind, (first, last), value, free)
            first = after


def _return(
    facts: ProgrammeFacts,
    kind: NoticeKind,
    period: tuple[date, date],
    value: PackValue,
    free: frozenset[date],
) -> Owed:
    first, last = period
    return Owed(
        DutyKind.PROGRAMME_RETURN,
        kind,
        facts.programme_id,
        last,
        last + timedelta(days=1),
        Rule(value.words, cited(value), _by(value, last, free)),
        "the office that certifies the programme",
        kind.label.lower(),
        f"{day_in_words(first)} to {day_in_words(last)}",
        period=first,
    )


def _by(value: PackValue, last: date, free: frozenset[date]) -> date:
    if value.unit is Unit.DAY_OF_MONTH:
        return (last + timedelta(days=1)).replace(day=value.number)
    if value.unit in (Unit.DAYS, Unit.WORKING_DAYS):
        return deadline(value, last, free)
    return last + timedelta(days=HOUSE_DAYS)


def _begin_of(day: date, months: int) -> date:
    return day.replace(day=1, month=(day.month - 1) // months * months + 1)
