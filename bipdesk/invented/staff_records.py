"""What the invented programme keeps of its staff: training, monthly supervision, checks."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from bipdesk.desk import Desk
from bipdesk.domain.ids import StaffId
from bipdesk.domain.staff import Sex
from bipdesk.domain.staff_record import PRINCIPLES, EntryKind, StaffEntryDetails
from bipdesk.invented.acts import FACILITATORS, Act, Who, World, moment

COURSE = "Core course of the state coalition, five days"
LATER = (("Children who live with it", 6, "children"), ("Whom our programme does not reach", 4, "equity"))
SUPERVISOR = "P. Moss"
CHECKED_FOR_DAYS = 730
SUPERVISED_EVERY = timedelta(days=28)
SOMEBODY = StaffId(UUID(int=0))
"""The id is known only when the accounts stand."""


def acts_of_staff(begins_on: date, today: date, world: World) -> Iterator[Act]:
    """Yield the entries of two years; the first facilitator's check runs out soon."""
    begins = moment(begins_on + timedelta(days=2), 11)
    yield Act(begins, Who.COORDINATOR, partial(_record_sexes, world))
    for place, who in enumerate((*FACILITATORS, Who.OFFICER)):
        for details in _entries(begins_on, today, place):
            on_date = max(details.on_date, begins_on + timedelta(days=1))
            yield Act(moment(on_date, 11), Who.COORDINATOR, partial(_record, world, who, details))


def _entries(begins_on: date, today: date, place: int) -> Iterator[StaffEntryDetails]:
    begun = begins_on + timedelta(days=5 + place)
    keep = partial(StaffEntryDetails, SOMEBODY)
    yield keep(EntryKind.SELECTION, begun, "Interview by two people", marks=frozenset({"leadership", "life"}))
    hours, marks = 40 * 60, frozenset(PRINCIPLES[:4])
    yield keep(EntryKind.TRAINING, begun, COURSE, length_minutes=hours, marks=marks)
    for step, (what, length, topic) in enumerate(LATER):
        day = begun + timedelta(days=90 * (step + 1))
        yield keep(EntryKind.TRAINING, day, what, length_minutes=length * 60, marks=frozenset({topic}))
    day = today - timedelta(days=200 + place)
    marks = frozenset({"violence", "law"})
    yield keep(EntryKind.TRAINING, day, "Yearly refresher", length_minutes=16 * 60, marks=marks)
    ends = today + timedelta(days=40 + 300 * place)
    checked = ends - timedelta(days=CHECKED_FOR_DAYS)
    yield keep(EntryKind.CHECK, checked, "State police", expires_on=ends)
    for month in range(3):
        day = today - timedelta(days=6 + place) - month * SUPERVISED_EVERY
        yield keep(EntryKind.SUPERVISION, day, "Sat in on a group", SUPERVISOR, 90, frozenset({"advocates"}))


def _record_sexes(world: World, desk: Desk) -> None:
    for who, sex in zip(FACILITATORS, (Sex.MAN, Sex.WOMAN), strict=True):
        desk.staff_records.set_sex(world.staff[who], sex)


def _record(world: World, who: Who, details: StaffEntryDetails, desk: Desk) -> None:
    desk.staff_records.add(replace(details, staff_id=world.staff[who]))
