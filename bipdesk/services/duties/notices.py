"""Notices to courts, police and referrers, and returns of the programme: what is owed and by when."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bipdesk.db.records.file import Unit
from bipdesk.domain.duties.derive import Derivation, derive
from bipdesk.domain.duties.facts import ProgrammeFacts
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.library import Library
from bipdesk.domain.no_longer_due import NoLongerDue
from bipdesk.domain.pack import Pack
from bipdesk.services.free_days import holidays_around

MANY = 3
"""More status reports than these stand as one line; the page of notices has each of them."""
LATELY = timedelta(days=14)
_INTERIM = "interim-summary-from"


@dataclass(frozen=True, slots=True)
class Derived:
    """All that the derivation needs."""

    facts: ProgrammeFacts
    pack: Pack
    today: date
    free: frozenset[date]


def gathered(
    unit: Unit, today: date, library: Library, participant_ids: Collection[ParticipantId] | None = None
) -> Derived:
    """Return the facts about all who are here, or about these; the number of queries does not grow."""
    site = unit.offices.site()
    pack = library.packs.of(site.details.pack)
    interim = pack.value(_INTERIM, today)
    least = interim.number if interim is not None and interim.binding else 0
    cases = unit.duty_facts.cases(today, participant_ids, least)
    enrolled = [turn.on_date for case in cases for turn in case.turns if turn.withdrawn is None]
    facts = ProgrammeFacts(site.org_id, cases, min(enrolled, default=None), unit.duty_facts.returns())
    return Derived(facts, pack, today, holidays_around(site.details, today))


def derived(found: Derived) -> Derivation:
    """Return what is due and what is no longer due."""
    return derive(found.facts, found.pack, found.today, found.free)


def notice_lines(due: tuple[Duty, ...], facts: ProgrammeFacts) -> Iterator[Duty]:
    """Yield what is owed today; many status reports as one line."""
    reports = []
    for duty in due:
        if duty.kind is DutyKind.NOTICE_STATUS:
            reports.append(duty)
        else:
            yield duty
    yield from reports if len(reports) <= MANY else [_together(reports, facts)]


def lately(gone: tuple[NoLongerDue, ...], today: date) -> tuple[NoLongerDue, ...]:
    """Return what disappeared within the last two weeks because a fact was taken back."""
    return tuple(each for each in gone if today - each.withdrawn.on <= LATELY)


def _together(reports: list[Duty], facts: ProgrammeFacts) -> Duty:
    first = min(reports, key=lambda duty: duty.due_on or date.max)
    offices = sorted({duty.to for duty in reports})
    to = offices[0] if len(offices) == 1 else f"{offices[0]} and {len(offices) - 1} more"
    return Duty(
        DutyKind.STATUS_REPORTS,
        facts.programme_id,
        f"Status reports on {len(reports)} participants",
        f"To {to} · {first.citation}",
        first.due_on,
        citation=first.citation,
        to=to,
        discharged_by=first.discharged_by,
    )
