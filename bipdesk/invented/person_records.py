"""Acts around person records and risk: what intake writes down, assessments, flags, steps of plans."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from random import Random

from bipdesk.desk import Desk
from bipdesk.domain.address import AddressChange, AddressKind
from bipdesk.domain.harm import HarmAnswer, HarmAsked
from bipdesk.domain.ids import UNSEEN
from bipdesk.domain.person import PersonRecord, VehicleDetails
from bipdesk.domain.person_fields import Part
from bipdesk.domain.referral import Status
from bipdesk.domain.risk import (
    ActionDetails,
    AssessmentDetails,
    FlagDetails,
    Provenance,
    Tool,
    Visibility,
)
from bipdesk.invented import person_texts as texts
from bipdesk.invented.acts import Act, Who, World, lead, moment
from bipdesk.invented.courses import Course
from bipdesk.invented.people import InventedPerson

MOST = 60
"""The newest so many have records: enough to look at, and little to wait for."""
BETWEEN = timedelta(days=42)
FRESH_FLAG, NOT_REASSESSED = 5, 7
"""Of every so many one has a flag; one waits for his next assessment."""
LEVELS = ("low", "medium", "medium", "high")


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is written about one participant."""

    number: int
    intake_on: date
    assessed: tuple[tuple[date, AssessmentDetails], ...]
    flag: FlagDetails | None
    record: PersonRecord
    harm: HarmAnswer
    home: str


def acts_of_records(
    random: Random, files: Sequence[tuple[InventedPerson, Course]], world: World, today: date
) -> Iterator[Act]:
    """Yield what is written into the files of the newest participants who were accepted."""
    for person, course in files[-MOST:]:
        if person.accepted_on is not None and person.accepted_on < today - timedelta(days=2):
            drawn = _draw(random, person, course, today)
            facilitator = lead(person.stays[-1].cohort.number if person.stays else 0)
            yield from _acts(drawn, facilitator, world)


def _acts(drawn: Drawn, facilitator: Who, world: World) -> Iterator[Act]:
    minute = drawn.number % 60
    at_intake = moment(drawn.intake_on, 14, minute)
    yield Act(at_intake, Who.COORDINATOR, partial(_write_record, drawn, world))
    for day, details in drawn.assessed:
        yield Act(moment(day, 15, minute), facilitator, partial(_assess, drawn.number, details, world))
    if drawn.flag is not None:
        who = Who.COORDINATOR if drawn.flag.visibility is Visibility.COORDINATOR else facilitator
        at = moment(drawn.flag.raised_on, 12, minute)
        yield Act(at, who, partial(_raise, drawn.number, drawn.flag, world))


def _draw(random: Random, person: InventedPerson, course: Course, today: date) -> Drawn:
    assert person.accepted_on is not None  # only those who were accepted are drawn
    number, employer = person.number, random.choice(texts.EMPLOYERS)
    children = random.randint(0, 3)
    record = PersonRecord(
        reading=random.choice(("well", "well", "some", "aloud")),
        transport=random.choice(("own", "own", "lift", "bus", "foot")),
        distance_km=random.randint(1, 70),
        cannot_evenings=(0,) if "Monday" in employer[1] else (),
        employer=employer[0],
        shifts=employer[1],
        parent_role=random.choice(("visits", "supervised", "shared")) if children else "none",
        children_number=children,
        children_5_10=children,
        substance=random.choice(texts.SUBSTANCES),
        mental_health=random.choice(texts.HEALTH),
        weapons_access=random.choice(("no", "no", "unknown", "yes")),
        history_own=random.choice(texts.ACCOUNTS),
        history_agency=random.choice(texts.POLICE),
        history_agency_name="Dale County Police",
    )
    assessed = tuple(_assessments(random, person, course, today))
    return Drawn(
        number=number,
        intake_on=person.accepted_on,
        assessed=assessed,
        flag=_flag(random, number, assessed[-1][0], today),
        record=record,
        harm=random.choice((HarmAnswer.NONE, HarmAnswer.NONE, HarmAnswer.NONE, HarmAnswer.PAST)),
        home=f"{random.randint(1, 90)} {random.choice(texts.STREETS)}\n{random.choice(texts.TOWNS)}",
    )


def _assessments(
    random: Random, person: InventedPerson, course: Course, today: date
) -> Iterator[tuple[date, AssessmentDetails]]:
    assert person.accepted_on is not None  # only those who were accepted are drawn
    days = [person.accepted_on]
    last = today - timedelta(days=2 + random.randint(0, 12))
    if course.ends is not None:
        last = min(course.ends[0] + timedelta(days=1), today - timedelta(days=1))
    while days[-1] + BETWEEN < last:
        days.append(days[-1] + BETWEEN + timedelta(days=random.randint(-4, 4)))
    gone = course.ends is not None and course.ends[1] is Status.LEFT
    if days[-1] < last and (gone or person.number % NOT_REASSESSED):
        days.append(last)
    for day in days:
        level = random.choice(LEVELS)
        judged = "high" if level == "medium" and random.random() < 0.2 else level
        reason = random.choice(texts.REASONS) if judged != level else ""
        score = {"low": 8, "medium": 17, "high": 26}[level] + random.randint(-3, 3)
        yield day, AssessmentDetails(Tool.SARA, level, judged, day, "R. Ortega", score, reason)


def _flag(random: Random, number: int, assessed_on: date, today: date) -> FlagDetails | None:
    if number % FRESH_FLAG:
        return None
    kind, detail, action = random.choice(texts.FLAGS)
    hidden = number % (2 * FRESH_FLAG) == 0
    return FlagDetails(
        kind=kind,
        detail=detail,
        provenance=Provenance.AGENCY if hidden else Provenance.HIS,
        raised_on=assessed_on,
        review_on=max(assessed_on, today) + timedelta(days=random.randint(1, 20)),
        action=action,
        source="Dale County Police" if hidden else "",
        visibility=Visibility.COORDINATOR if hidden else Visibility.TEAM,
    )


def _write_record(drawn: Drawn, world: World, desk: Desk) -> None:
    whose, persons, today = world.participants[drawn.number], desk.persons, desk.clock.today()
    seen = UNSEEN
    for part in (Part.EVERYDAY, Part.CHILDREN, Part.HEALTH, Part.WEAPONS, Part.HISTORY):
        seen = persons.save(whose, part, drawn.record, seen).seen
    home = AddressChange(AddressKind.HOME, drawn.home, today, "First entry", "himself, with a bill")
    persons.move(whose, home)
    persons.ask_harm(whose, HarmAsked(today, drawn.harm, HarmAnswer.NONE))
    if drawn.record.transport == "own":
        make, model, colour = texts.VEHICLES[drawn.number % len(texts.VEHICLES)]
        vehicle = VehicleDetails(make, model, colour, 2004 + drawn.number % 15, f"DV {drawn.number:03d}")
        persons.put_vehicle(whose, vehicle, None, UNSEEN)


def _assess(number: int, details: AssessmentDetails, world: World, desk: Desk) -> None:
    desk.risks.assess(world.participants[number], details)


def _raise(number: int, flag: FlagDetails, world: World, desk: Desk) -> None:
    whose = world.participants[number]
    desk.risks.raise_flag(whose, flag)
    step = ActionDetails(texts.STEPS[number % len(texts.STEPS)], desk.me.staff_id, flag.review_on)
    desk.risks.plan_action(whose, step)
