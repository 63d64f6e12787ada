"""What keeps a group from opening, and evidence that runs out."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.library import Library
from bipdesk.domain.readiness import Standing, in_words, judge


def readiness_decisions(unit: Unit, today: date, library: Library) -> Iterator[Duty]:
    """Yield one thing to decide while a precondition is missing: which they are stands in its detail."""
    missing = judge(library.checklists, unit.readiness.facts(today), today).missing
    if missing:
        words = in_words(missing)
        org = unit.offices.site().org_id
        detail = f"Missing: {words}"
        yield Duty(DutyKind.READINESS, org, "No group can open as the programme stands", detail, None)


def readiness_duties(unit: Unit, today: date, library: Library) -> Iterator[Duty]:
    """Yield what ends within sixty days or has ended, by its last day, where nothing later holds it up."""
    for checked in judge(library.checklists, unit.readiness.facts(today), today).lists:
        for one in checked.items:
            if one.standing not in (Standing.ENDS_SOON, Standing.EXPIRED):
                continue
            ends = [entry.details.expires_on for entry in one.evidence if entry.details.expires_on]
            last = next(entry for entry in one.evidence if entry.details.expires_on == max(ends))
            yield Duty(
                DutyKind.EVIDENCE_ENDS,
                last.evidence_id,
                f"Evidence ends: {one.item.title}",
                last.details.text,
                last.details.expires_on,
            )
