"""Beside the registers of the invented programme: visitors, a correction, and reviews of absences."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.attendance import NOT_THERE, Mark, Reason, RegisterEntry
from bipdesk.domain.visitor import VisitorDetails, VisitorRole
from bipdesk.invented.acts import Act, Who, World, lead, moment
from bipdesk.invented.nights import Nights

RECENT = timedelta(days=8)
"""Absences of the last evenings wait still, so that the queue has something in it."""
WAITING_GROUPS = frozenset({1, 3})
EXCUSED_EVERY = 4
_VISITORS = (
    VisitorDetails("K. Lane", "Dale County Probation", VisitorRole.OBSERVER),
    VisitorDetails("T. Moss", "Harlow College", VisitorRole.TRAINEE),
)


def acts_beside_registers(nights: Nights, world: World) -> Iterator[Act]:
    """Yield what follows each evening of a group: reviews of absences, and of one group visitors."""
    cohort, today = nights.cohort, nights.calendar.today
    for index in range(cohort.held):
        on_date = cohort.sessions[index].on_date
        if cohort.number == 1 and index in (3, 8):
            at = moment(on_date, 20)
            yield Act(at, lead(1), partial(_let_visit, (1, index), on_date, world))
        if today - on_date < RECENT and cohort.number in WAITING_GROUPS:
            continue
        waiting = [number for number, line in nights.lines.get(index, {}).items() if _waits(line)]
        if waiting and on_date + timedelta(days=2) < today:
            at = moment(on_date + timedelta(days=2), 10)
            yield Act(at, lead(cohort.number), partial(_review, (cohort.number, index), waiting, world))
    if cohort.number == 1 and cohort.held > 1:
        at = moment(today - timedelta(days=1), 11)
        yield Act(at, Who.COORDINATOR, partial(_correct, (1, cohort.held - 2), world))


def _waits(line: RegisterEntry) -> bool:
    return line.mark in NOT_THERE and (line.mark is not Mark.EXCUSED or line.reason is None)


def _let_visit(place: tuple[int, int], on_date: date, world: World, desk: Desk) -> None:
    visitor = _VISITORS[place[1] % len(_VISITORS)]
    desk.visitors.add(world.sessions[place], replace(visitor, signed_on=on_date))


def _review(place: tuple[int, int], waiting: list[int], world: World, desk: Desk) -> None:
    """Excuse every fourth with a reason, and confirm the others."""
    session_id = world.sessions[place]
    excused = [number for number in waiting if (number + place[1]) % EXCUSED_EVERY == 0]
    confirmed = [number for number in waiting if number not in excused]
    if excused:
        letters = [(world.participants[number], session_id) for number in excused]
        desk.absences.excuse(letters, Reason.ILLNESS, "His doctor's letter came")
    if confirmed:
        desk.absences.confirm([(world.participants[number], session_id) for number in confirmed])


def _correct(place: tuple[int, int], world: World, desk: Desk) -> None:
    """Correct one line of a closed register: he had come late, and was marked present."""
    session_id = world.sessions[place]
    register = desk.registers.open_register(session_id)
    line = next((each for each in register.lines if each.mark is Mark.PRESENT), None)
    if line is not None and register.closed:
        entry = RegisterEntry(Mark.LATE, arrived_at=time(18, 50))
        why = "He signed at 18:50, says the sheet"
        desk.registers.correct(session_id, line.participant_id, entry, why, line.seen)
