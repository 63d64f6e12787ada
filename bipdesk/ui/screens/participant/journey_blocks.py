"""From a journey to the blocks of the strip, with the words under them."""

from datetime import date
from itertools import groupby

from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.journey import MET, Journey, JourneyStep, StepState
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.widgets.journey_step import Block, StepMark
from bipdesk.ui.widgets.journey_step import StepState as Shown

_SHOWN = {
    StepState.ATTENDED: Shown.ATTENDED,
    StepState.CAUGHT_UP: Shown.ATTENDED,
    StepState.CREDITED: Shown.ATTENDED,
    StepState.EARLY: Shown.EARLY,
    StepState.MISSED: Shown.MISSED,
    StepState.NEXT: Shown.NEXT,
    StepState.AHEAD: Shown.AHEAD,
}
_SHORT_TITLES = {
    "Pre-group 1-2-1": "Pre-group",
    "Individual 1-2-1": "1-2-1",
    "Three-way review": "Review",
}
_REMARKS = {
    StepState.CAUGHT_UP: "caught up",
    StepState.CREDITED: "credited",
    StepState.EARLY: "does not count yet",
    StepState.MISSED: "catch-up owed",
}


def blocks(journey: Journey, today: date) -> tuple[Block, ...]:
    """Return the journey's blocks in order."""
    grouped = groupby(journey.steps, key=lambda place: place.step.block_key)
    return tuple(_block(tuple(places), today) for _key, places in grouped)


def heading(journey: Journey) -> str:
    """Return "Journey · 11 of 29 steps"."""
    return f"Journey · {journey.done} of {len(journey.steps)} steps"


def _block(places: tuple[JourneyStep, ...], today: date) -> Block:
    name = places[0].step.block_name
    return Block(
        title=_SHORT_TITLES.get(name, name),
        steps=tuple(_mark(place, today) for place in places),
        caption=_caption(places, today),
    )


def _mark(place: JourneyStep, today: date) -> StepMark:
    day = short_date(place.on_date, today) if place.on_date else ""
    detail = ", ".join(part for part in (day, _REMARKS.get(place.state, "")) if part)
    return StepMark(place.step.title, _SHOWN[place.state], place.step.kind is StepKind.GROUP, detail)


def _caption(places: tuple[JourneyStep, ...], today: date) -> str:
    """Return how far the block is: "3 of 6, 1 owed"; for a single step its date or what it is."""
    if len(places) == 1:
        only = places[0]
        if only.on_date is not None:
            return short_date(only.on_date, today)
        return {StepKind.REVIEW: "three-way"}.get(
            only.step.kind, "next" if only.state is StepState.NEXT else ""
        )
    met = sum(place.state in MET for place in places)
    owed = sum(place.state is StepState.MISSED for place in places)
    if not met and not owed:
        return ""
    return joined(f"{met} of {len(places)}", f"{owed} owed" if owed else "")
