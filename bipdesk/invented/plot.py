"""The plot of the invented programme: all that will happen, drawn from a seed before anything is written."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bipdesk.invented.absences import acts_beside_registers
from bipdesk.invented.acts import Act, World
from bipdesk.invented.agencies import acts_of_agencies
from bipdesk.invented.cohorts import WEEKS, Calendar, draw_cohorts
from bipdesk.invented.courses import draw_course
from bipdesk.invented.curricula import acts_of_curricula
from bipdesk.invented.earlier import acts_of_earlier
from bipdesk.invented.forms import acts_of_forms
from bipdesk.invented.goals import acts_of_goals
from bipdesk.invented.intake import Intake, acts_of
from bipdesk.invented.nights import acts_of_nights, acts_of_stays, nights_of
from bipdesk.invented.notices import acts_of_notices
from bipdesk.invented.officer import Casebook, officers_acts
from bipdesk.invented.partners import draw_handed_over
from bipdesk.invented.people import Fate, draw_people, members_among
from bipdesk.invented.person_records import acts_of_records
from bipdesk.invented.practice import acts_of_practice
from bipdesk.invented.readiness import acts_of_readiness
from bipdesk.invented.staff_records import acts_of_staff


@dataclass(frozen=True, slots=True)
class Plot:
    """All acts up to today, in any order, and the day on which it begins."""

    acts: tuple[Act, ...]
    begins_on: date


def draw_plot(seed: int, participants: int, calendar: Calendar, world: World) -> Plot:
    """Return the same plot for the same seed, number and today."""
    random = Random(seed)  # noqa: S311 (people are invented here, not keys)
    cohorts = draw_cohorts(random, calendar, members_among(participants))
    people = draw_people(random, participants, cohorts, calendar.today)
    courses = [draw_course(random, person, calendar.today) for person in people]
    codes: set[str] = set()
    handed = [draw_handed_over(random, person, codes, calendar.today) for person in people]
    begins_on = calendar.today - timedelta(weeks=WEEKS)
    casebook = Casebook({n: found.partner for n, found in enumerate(handed) if found.partner is not None})

    acts: list[Act] = []
    for person, course, found in zip(people, courses, handed, strict=True):
        if person.fate is not Fate.EARLIER:
            acts += acts_of(Intake(person, course, found.form, calendar.today), world)
            acts += acts_of_stays(person, world)
    files = [
        (person, course)
        for person, course in zip(people, courses, strict=True)
        if person.fate is not Fate.EARLIER
    ]
    acts += acts_of_records(Random(seed + 1), files, world, calendar.today)  # noqa: S311 (nor here)
    acts += acts_of_earlier(people, courses, calendar.today)
    for nights in nights_of(cohorts, people, courses, calendar):
        acts += acts_of_nights(nights, world)
        acts += acts_beside_registers(nights, world)
    acts += acts_of_forms([person for person, _ in files], world, begins_on, calendar.today)
    acts += acts_of_practice([person for person, _ in files], world, calendar.today)
    acts += acts_of_goals([person for person, _ in files], world, calendar.today)
    acts += acts_of_notices([person for person, _ in files], world, calendar.today)
    acts += acts_of_readiness(begins_on, calendar.today)
    acts += acts_of_curricula(begins_on, calendar.today)
    acts += acts_of_agencies(begins_on, calendar.today)
    acts += acts_of_staff(begins_on, calendar.today, world)
    acts += officers_acts(casebook, world, begins_on, calendar.today)
    return Plot(tuple(acts), begins_on)
