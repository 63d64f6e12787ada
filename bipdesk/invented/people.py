"""The participants of the invented programme: who they are, who sent them, and what becomes of them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from bipdesk.domain.participant import PersonDetails
from bipdesk.domain.referral import OrderKind, ReferralDetails, ReferralKind
from bipdesk.invented.cohorts import WEEKS, Cohort, Stage
from bipdesk.invented.intake_steps import IntakeStep, intake_steps
from bipdesk.invented.names import PARTICIPANTS, draw_new_name
from bipdesk.invented.texts import COURT_REFERRERS, OWN_WILL_REFERRERS

OUTSIDE = {"waiting": 0.10, "without-waiver": 0.05, "with-waiver": 0.05, "never-began": 0.05}
FEWEST = 20
MOST_IN_FULL = 600
"""Above this number the rest are earlier participants, whose evenings are on paper."""
MOVING_SEAT = 4
COURTS = ("Dale County Court", "Harlow Magistrates")
LATE_SEAT = 2
TRANSFER_SEAT = 4
"""Of the youngest group: he came over from the one that meets tonight."""
JOINS_BEFORE = 1
"""So many days before his first session somebody joins a group."""
SEAT_BEFORE = 20
"""His seat there, which nobody else has."""


class Fate(StrEnum):
    """What becomes of a participant by today."""

    WITHOUT_WAIVER = "without-waiver"
    WITH_WAIVER = "with-waiver"
    NEVER_BEGAN = "never-began"
    WAITING = "waiting"
    ATTENDING = "attending"
    COMPLETED = "completed"
    LEFT = "left"
    MOVED = "moved"
    """He began in the finished group and goes on in the one that meets tonight."""
    EARLIER = "earlier"
    """Of very large programmes: known from the paper files only, with referral and how it ended."""


@dataclass(frozen=True, slots=True)
class Stay:
    """A participant's time in one group: the sessions from `first` up to, not with, `until`."""

    cohort: Cohort
    seat: int
    first: int
    until: int
    left: bool
    """He is not in the group any more."""


@dataclass(frozen=True, slots=True)
class InventedPerson:
    """One invented participant."""

    number: int
    person: PersonDetails
    referral: ReferralDetails
    fate: Fate
    stays: tuple[Stay, ...] = ()
    signed_on: date | None = None
    accepted_on: date | None = None
    steps: tuple[IntakeStep, ...] = ()
    """Contact, assessment and decision, as far as they have come."""


def members_among(people: int) -> int:
    """Return how many of `people` are or were in a group."""
    lived = min(people, MOST_IN_FULL)
    return lived - sum(_share(lived).values())


def _share(people: int) -> dict[str, int]:
    return {fate: max(2, round(people * part)) for fate, part in OUTSIDE.items()}


def draw_people(
    random: Random, number: int, cohorts: Sequence[Cohort], today: date
) -> tuple[InventedPerson, ...]:
    """Return `number` people in the order in which they were referred; at least 20.

    Raises:
        ValueError: below 20 there is no room for every status and three groups.
    """
    if number < FEWEST:
        raise ValueError(f"an invented programme has at least {FEWEST} participants")
    taken: set[str] = set()
    drawn = [_person(random, place, taken, today) for place in _places(random, number, cohorts, today)]
    drawn.sort(key=lambda person: person.referral.referred_on)
    places: Counter[Fate] = Counter()
    numbered = []
    for index, person in enumerate(drawn):
        steps = _steps(person, places[person.fate], today)
        places[person.fate] += 1
        numbered.append(replace(person, number=index, steps=steps))
    return tuple(numbered)


def _steps(person: InventedPerson, place: int, today: date) -> tuple[IntakeStep, ...]:
    """Return how far his intake has come; `place` is his among those of the same fate."""
    if person.fate is Fate.EARLIER:
        return ()
    unsuitable = person.fate is Fate.NEVER_BEGAN and place % 2 == 1
    steps = intake_steps(place, suitable=not unsuitable)
    if person.fate is Fate.WITHOUT_WAIVER:
        steps = steps[: (3, 0, 1, 2)[place % 4]]
    elif person.fate is Fate.WITH_WAIVER:
        steps = steps[: len(steps) - place % 2]
    days = (today - person.referral.referred_on).days
    return tuple(step for step in steps if step.after_days < days)


@dataclass(frozen=True, slots=True)
class _Place:
    """A fate that still needs a person."""

    fate: Fate
    referred_on: date
    stays: tuple[Stay, ...] = ()
    accepted_on: date | None = None


def _places(random: Random, number: int, cohorts: Sequence[Cohort], today: date) -> Iterator[_Place]:
    shares = _share(min(number, MOST_IN_FULL))
    for _ in range(number - MOST_IN_FULL):
        yield _Place(Fate.EARLIER, today - timedelta(days=random.randint(300, WEEKS * 7 - 10)))
    for _ in range(shares["without-waiver"]):
        yield _Place(Fate.WITHOUT_WAIVER, today - timedelta(days=random.randint(7, 12)))
    for _ in range(shares["with-waiver"]):
        yield _Place(Fate.WITH_WAIVER, today - timedelta(days=random.randint(12, 20)))
    for _ in range(shares["waiting"]):
        referred = today - timedelta(days=random.randint(25, 50))
        yield _Place(Fate.WAITING, referred, accepted_on=referred + timedelta(days=random.randint(12, 20)))
    for _ in range(shares["never-began"]):
        yield _Place(Fate.NEVER_BEGAN, today - timedelta(days=random.randint(80, WEEKS * 7 - 10)))
    left = members_among(number)
    for cohort in cohorts:
        size = min(cohort.size, left)
        left -= size
        for seat in range(size):
            yield _seat(random, cohorts, cohort, seat)


def _seat(random: Random, cohorts: Sequence[Cohort], cohort: Cohort, seat: int) -> _Place:
    fate = Fate.COMPLETED if cohort.stage is Stage.FINISHED else Fate.ATTENDING
    stays: tuple[Stay, ...] = (Stay(cohort, seat, 0, cohort.held, False),)
    if cohort.number == 0 and seat == MOVING_SEAT:
        goes_on = Stay(cohorts[1], LATE_SEAT + 1, 6, cohorts[1].held, False)
        fate, stays = Fate.MOVED, (Stay(cohort, seat, 0, 6, True), goes_on)
    elif seat % 4 == 3 and cohort.held > 3:
        fate, stays = Fate.LEFT, (Stay(cohort, seat, 0, random.randint(2, cohort.held - 1), True),)
    elif cohort.number == 1 and seat == LATE_SEAT:
        stays = (Stay(cohort, seat, 4, cohort.held, False),)
    elif cohort.number == 2 and seat == TRANSFER_SEAT and cohort.held:
        stays = _transferred(cohorts[1], cohort, seat)
    begins = stays[0].cohort.sessions[stays[0].first].on_date
    accepted = begins - timedelta(days=random.randint(18, 30))
    return _Place(fate, accepted - timedelta(days=random.randint(10, 25)), stays, accepted)


def _transferred(before: Cohort, cohort: Cohort, seat: int) -> tuple[Stay, ...]:
    """Return the stays of one who went over between two evenings: the last one held here was his first."""
    first = cohort.held - 1
    day = joins_on(cohort, first)
    until = sum(session.on_date < day for session in before.sessions[: before.held])
    return (
        Stay(before, SEAT_BEFORE, 0, until, True),
        Stay(cohort, seat, first, cohort.held, False),
    )


def joins_on(cohort: Cohort, first: int) -> date:
    """Return the day on which somebody joins a group whose session `first` is his first."""
    return cohort.sessions[first].on_date - timedelta(days=JOINS_BEFORE)


def _person(random: Random, place: _Place, taken: set[str], today: date) -> InventedPerson:
    name = draw_new_name(random, PARTICIPANTS, taken)
    speaks = name.language if name.language and random.random() < 0.6 else ""
    person = PersonDetails(
        given_name=name.given,
        family_name=name.family,
        called=name.given.split()[0][:3] if not name.language and random.random() < 0.2 else "",
        date_of_birth=today - timedelta(days=random.randint(19 * 366, 62 * 365)),
        phone=f"555-01{random.randint(0, 99):02d}" if random.random() < 0.9 else "",
        language=speaks or ("English" if random.random() < 0.5 else ""),
        interpreter=bool(speaks) and random.random() < 0.45,
    )
    signed = place.referred_on + timedelta(days=random.randint(3, 9))
    return InventedPerson(
        number=0,
        person=person,
        referral=_referral(random, place.referred_on),
        fate=place.fate,
        stays=place.stays,
        signed_on=None if place.fate is Fate.WITHOUT_WAIVER else signed,
        accepted_on=place.accepted_on,
    )


def _referral(random: Random, referred_on: date) -> ReferralDetails:
    if random.random() < 0.24:
        return ReferralDetails(ReferralKind.VOLUNTARY, random.choice(OWN_WILL_REFERRERS), referred_on)
    hearing = referred_on + timedelta(days=random.randint(120, 300)) if random.random() < 0.4 else None
    return ReferralDetails(
        kind=ReferralKind.COURT_ORDERED,
        referrer=random.choice(COURT_REFERRERS),
        referred_on=referred_on,
        court_case=f"{referred_on.year}-DV-{random.randint(100, 999)}",
        order_ends_on=referred_on + timedelta(days=random.randint(400, 760)),
        hearing_on=hearing,
        order_kind=OrderKind.ORDER if referred_on.day % 4 else OrderKind.LICENCE,
        court=COURTS[referred_on.day % len(COURTS)],
        order_made_on=referred_on - timedelta(days=1 + referred_on.day % 5),
        required_sessions=24,
    )
