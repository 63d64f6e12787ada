"""Forms in the invented programme: one taken over from elsewhere, and some filled in."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.form_read import FormRead
from bipdesk.domain.ids import AnswerSetId
from bipdesk.domain.instrument_reading import parse_instrument
from bipdesk.invented.acts import Act, Who, World, lead, moment
from bipdesk.invented.people import InventedPerson

TRAVEL_ID = "x-getting-here"
MOST = 12
"""So many of the newest members were asked how they come."""
HALF_DONE, CORRECTED = 4, 3
"""Of every so many one is half done, one was corrected."""
TRAVEL = """
id = "x-getting-here"
version = 1
title = { en = "Getting here", es = "Cómo llega" }
source = "XLSForm getting-here.xlsx, version 2026-03"

[[lists]]
name = "ways"
choices = [
    { name = "own", label = { en = "His own vehicle", es = "Vehículo propio" } },
    { name = "lift", label = { en = "Somebody takes him", es = "Alguien lo lleva" } },
    { name = "bus", label = { en = "Bus", es = "Autobús" } },
    { name = "foot", label = { en = "On foot", es = "A pie" } },
]

[[sections]]
name = "way"
title = { en = "The way to the hall", es = "El camino a la sala" }

[[sections.questions]]
name = "by"
type = "one"
label = { en = "How does he come?", es = "¿Cómo viene?" }
choices = "ways"
required = true

[[sections.questions]]
name = "last_bus"
type = "text"
label = { en = "When does the last bus leave?", es = "¿A qué hora sale el último autobús?" }
show_if = "${by} = 'bus'"
required = true

[[sections.questions]]
name = "minutes"
type = "whole"
label = { en = "How many minutes is he on the way?", es = "¿Cuántos minutos tarda?" }
constraint = ". >= 0 and . <= 300"

[[sections.questions]]
name = "winter"
type = "yes-no"
label = { en = "Does it go in winter, too?", es = "¿También en invierno?" }
"""
_ANSWERS: tuple[dict[str, object], ...] = (
    {"by": "own", "minutes": "35", "winter": "yes"},
    {"by": "lift", "minutes": "50", "winter": "unknown"},
    {"by": "bus", "last_bus": "Nine in the evening, from the bridge", "minutes": "70", "winter": "no"},
)


def acts_of_forms(
    people: Sequence[InventedPerson], world: World, begins_on: date, today: date
) -> Iterator[Act]:
    """Yield the taking over of one form, and what the newest members answered."""
    taken_over = begins_on + timedelta(days=60)
    yield Act(moment(taken_over, 9), Who.COORDINATOR, _take_over)
    since = today - timedelta(days=21)
    members = [
        (person, person.accepted_on)
        for person in people
        if person.stays and person.accepted_on is not None and taken_over < person.accepted_on < since
    ]
    for person, accepted_on in members[-MOST:]:
        on_date = accepted_on + timedelta(days=14 + person.number % 7)
        who = lead(person.stays[-1].cohort.number)
        yield Act(
            moment(on_date, 11, person.number % 60), who, partial(_fill_in, person.number, world, on_date)
        )


def _take_over(desk: Desk) -> None:
    form = parse_instrument(TRAVEL, "getting-here.xlsx")
    desk.imported_forms.take_over(FormRead("getting-here.xlsx", form, (), ()))


def _fill_in(number: int, world: World, on_date: date, desk: Desk) -> None:
    form, who = desk.instruments.definition(TRAVEL_ID), world.participants[number]
    answers = dict(_ANSWERS[number % len(_ANSWERS)])
    if number % HALF_DONE == 0:
        desk.instruments.start(form, who, {"minutes": answers["minutes"]}, on_date)
        return
    made = desk.instruments.start(form, who, answers, on_date, finished=True).row_id
    assert made is not None  # starting always makes one
    if number % CORRECTED == 0:
        desk.instruments.correct(AnswerSetId(made), {**answers, "winter": "no"}, on_date)
