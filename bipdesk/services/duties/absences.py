"""What absences make due: somebody looks at each, and excuses or confirms it."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.absence import Absence, decide_by
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.library import Library
from bipdesk.domain.participant import ListedParticipant
from bipdesk.services.free_days import holidays_of


def absence_duties(unit: Unit, today: date, library: Library) -> Iterator[Duty]:
    """Yield whose absences wait to be reviewed, one duty for each participant; four queries."""
    found = {
        his: waiting
        for his, absences in unit.absence_reviews.absences().items()
        if (waiting := [absence for absence in absences if absence.waits])
    }
    if not found:
        return
    site = unit.offices.site().details
    pack = library.packs.of(site.pack)
    first = min(waiting[0].on_date.year for waiting in found.values())
    free = holidays_of(site, first) | holidays_of(site, today.year - 1)
    for person in unit.participant_list.those(found):
        waiting = found[person.participant_id]
        soonest = min(
            decide_by(each.on_date, pack.days("non-compliance-notice", each.on_date), free)
            for each in waiting
        )
        yield _duty(person, waiting, soonest)


def _duty(person: ListedParticipant, waiting: list[Absence], by: tuple[date, str]) -> Duty:
    label = f"{person.given_name[:1]}. {person.family_name}"
    number = "an absence" if len(waiting) == 1 else f"{len(waiting)} absences"
    days = ", ".join(f"{each.on_date.day} {each.on_date:%B}" for each in waiting[:3])
    return Duty(
        DutyKind.REVIEW_ABSENCE,
        person.participant_id,
        f"Review {number} of {label}",
        f"{waiting[0].mark.label} on {days}" if len(waiting) == 1 else days,
        by[0],
        citation=by[1],
        discharged_by="Excused with a reason, or confirmed",
    )
