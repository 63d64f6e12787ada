"""Instruments that tests ask with."""

from bipdesk.domain.instrument import Instrument
from bipdesk.domain.instrument_reading import parse_instrument

HOUSEHOLD = """
id = "household"
version = 1
title = "Household"
source = "Invented for the tests"

[[lists]]
name = "regions"
choices = [{ name = "north", label = "North" }, { name = "south", label = "South" }]

[[lists]]
name = "towns"
choices = [
    { name = "alder", label = "Alder", region = "north" },
    { name = "beech", label = "Beech", region = "north" },
    { name = "cedar", label = "Cedar", region = "south" },
]

[[sections]]
name = "home"
title = "Home"

[[sections.questions]]
name = "region"
type = "one"
label = "Region"
choices = "regions"
required = true

[[sections.questions]]
name = "town"
type = "one"
label = "Town"
choices = "towns"
choice_filter = "region = ${region}"

[[sections.questions]]
name = "people"
type = "whole"
label = "How many live there?"
constraint = ". >= 1 and . <= 30"
constraint_message = "From 1 to 30."

[[sections.questions]]
name = "alone"
type = "yes-no"
label = "Does he live alone?"
show_if = "${people} = 1"
required = true

[[sections.questions]]
name = "why_alone"
type = "text"
label = "Since when?"
show_if = "${alone} = 'yes'"

[[sections.questions]]
name = "heard"
type = "criterion"
label = "Heard by neighbours"
evidence = "yes"

[[sections]]
name = "children"
title = "Child"
repeat = true
most = 3

[[sections.questions]]
name = "age"
type = "whole"
label = "Age"
required = true

[[sections.questions]]
name = "school"
type = "text"
label = "School"
show_if = "${age} >= 5 and ${region} = 'north'"
required = "${age} > 6"

[[sections]]
name = "end"
title = "End"

[[sections.questions]]
name = "spoken"
type = "note"
label = "${people} people in ${town}"

[[sections.questions]]
name = "twice"
type = "calculated"
label = "Twice as many"
value = "${people} * 2"

[[scores]]
name = "crowded"
label = "Crowding"
value = "${twice} - 1"
[[scores.bands]]
least = 0
label = "Room"
[[scores.bands]]
least = 7
label = "Crowded"

[[findings]]
name = "crowd"
when = "${crowded} >= 7"
outcome = "look"
words = "Many people live there."
"""


def household() -> Instrument:
    """Return a form with every rule in it."""
    return parse_instrument(HOUSEHOLD, "household.toml")
