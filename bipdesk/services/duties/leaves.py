"""Breaks that get too long without an approval, and those the referrer was not told of."""

from collections.abc import Iterator
from datetime import date, timedelta

from bipdesk.db.records.file import Unit
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.leave import LeaveDetails
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Pack

TELL_WITHIN = timedelta(days=7)
"""House rule where the pack names no day: with the other reports of non-compliance (WAC 388-60B-0425(6))."""


def leave_duties(unit: Unit, today: date, library: Library) -> Iterator[Duty]:
    """Yield what the breaks and leaves that go on make due; two queries."""
    running = unit.leaves.running(today)
    if not running:
        return
    pack = library.packs.of(unit.offices.site().details.pack)
    for his, name, details in running:
        yield from _of_one(his, name, details, pack, today)


def _of_one(his: ParticipantId, name: str, details: LeaveDetails, pack: Pack, today: date) -> Iterator[Duty]:
    longest = pack.days("break-longest", details.from_on)
    if longest is not None and longest.binding and not details.approved_by:
        last = longest.due_on(details.from_on)
        if last <= today + TELL_WITHIN:
            yield Duty(
                DutyKind.BREAK_TOO_LONG,
                his,
                f"{name}'s break has to be approved or to end",
                f"Away since {day_in_words(details.from_on)}: {details.kind.label.lower()}",
                last,
                citation=longest.citation,
                discharged_by="The day he came back, or who approved the longer break",
            )
    if details.told_on is None:
        yield Duty(
            DutyKind.BREAK_TOO_LONG,
            his,
            f"Tell {name}'s referrer of the {details.kind.label.lower()}",
            f"Away since {day_in_words(details.from_on)}",
            details.from_on + TELL_WITHIN,
            citation="WAC 388-60B-0420(4)" if longest else "House rule, after WAC 388-60B-0420(4)",
            to="Referrer",
            discharged_by="The day the referrer was told, entered with the break",
        )
