"""Facts out of what happened in turn: confirmed and then excused, entered and then taken back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.duties.facts import AbsenceFact, Turn, TurnFact, Withdrawn
from bipdesk.domain.referral import Status


class Happening(StrEnum):
    """What somebody did about one absence."""

    CONFIRMED = "confirm"
    EXCUSED = "excuse"
    REOPENED = "reopen"
    CORRECTED = "correct"
    """The register was corrected: he had been there."""


_BECAUSE = {
    Happening.EXCUSED: "The absence was excused",
    Happening.REOPENED: "The absence is looked at again",
    Happening.CORRECTED: "The register was corrected",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done about an absence."""

    at: datetime
    what: Happening
    why: str = ""
    by: str = ""


def absence_facts(fact_id: UUID, on_date: date, steps: Sequence[Step]) -> Iterator[AbsenceFact]:
    """Yield each time that one absence was confirmed, with how that ended where it did."""
    confirmed: date | None = None
    for step in sorted(steps, key=lambda each: each.at):
        if step.what is Happening.CONFIRMED:
            confirmed = confirmed or step.at.date()
            continue
        gone = Withdrawn(step.at.date(), _sentence(_BECAUSE[step.what], step.why), step.by)
        if confirmed is not None:
            yield AbsenceFact(fact_id, on_date, confirmed, gone)
        elif step.what is Happening.CORRECTED:
            yield AbsenceFact(fact_id, on_date, on_date, gone, review_only=True)
        confirmed = None
    if confirmed is not None:
        yield AbsenceFact(fact_id, on_date, confirmed)


@dataclass(frozen=True, slots=True)
class Move:
    """One change of status as stored, the taking back of one too."""

    event_id: UUID
    status: Status
    on_date: date
    takes_back: bool = False
    entered_on: date | None = None
    why: str = ""
    by: str = ""


ENROLLING = (Status.ACCEPTED, Status.WAITING, Status.IN_PROGRAMME)
ENDING = {Status.COMPLETED: Turn.COMPLETED, Status.LEFT: Turn.ENDED}


def turns_of(referral_id: UUID, moves: Sequence[Move]) -> Iterator[TurnFact]:
    """Yield enrolment and end as the changes of one referral make them, and each that was taken back."""
    standing: list[Move] = []
    for move in moves:
        if not move.takes_back:
            standing.append(move)
            continue
        gone = standing.pop() if len(standing) > 1 else None
        if gone is None:
            continue
        if gone.status in ENROLLING and not _enrolled(standing):
            yield TurnFact(Turn.ENROLLED, referral_id, gone.on_date, _undone("The acceptance", move))
        elif gone.status in ENDING and _enrolled(standing):
            yield TurnFact(ENDING[gone.status], referral_id, gone.on_date, _undone("The end", move))
    first = _enrolled(standing)
    if first is not None:
        yield TurnFact(Turn.ENROLLED, referral_id, first.on_date)
        last = standing[-1]
        if last.status in ENDING:
            yield TurnFact(ENDING[last.status], referral_id, last.on_date)


def _undone(what: str, move: Move) -> Withdrawn:
    why = _sentence(f"{what} was taken back", move.why)
    return Withdrawn(move.entered_on or move.on_date, why, move.by)


def _enrolled(standing: Sequence[Move]) -> Move | None:
    return next((move for move in standing if move.status in ENROLLING), None)


def _sentence(what: str, why: str) -> str:
    words = " ".join(why.split())
    return f"{what}: {words}" if words else what
