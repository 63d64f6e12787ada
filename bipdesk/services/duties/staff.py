"""Checks, certificates and other entries about the staff that run out."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.staff_record import WARN_AHEAD


def staff_duties(unit: Unit, today: date) -> Iterator[Duty]:
    """Yield a duty for each entry that ends within sixty days or has ended; three queries at most."""
    ending = unit.staff_records.ending(today + WARN_AHEAD)
    names = unit.groups.staff_names() if ending else {}
    for entry in ending:
        details = entry.details
        ends = details.expires_on
        if ends is None:
            continue
        words = "It ended on" if ends < today else "It holds until"
        named = details.what or details.kind.label
        yield Duty(
            DutyKind.STAFF_ENDS,
            details.staff_id,
            f"{names.get(details.staff_id, 'Somebody')}: {named}",
            f"{details.kind.label} · {words} {day_in_words(ends)}",
            ends,
        )
