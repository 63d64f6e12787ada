"""What is drawn before anything is written: groups and people for any today and any number."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from bipdesk.invented.cohorts import Calendar, Cohort, Stage, draw_cohorts
from bipdesk.invented.names import PARTICIPANTS, PARTNERS
from bipdesk.invented.people import MOST_IN_FULL, Fate, draw_people, members_among
from bipdesk.invented.staff import SITE
from bipdesk.library_files import load_curricula

MONDAY = date(2026, 11, 16)


def cohorts_on(today: date, participants: int = 40) -> tuple[Cohort, ...]:
    calendar = Calendar(next(iter(load_curricula())), SITE, today)
    return draw_cohorts(Random(1), calendar, members_among(participants))


@pytest.mark.parametrize("days", range(7))
def test_whatever_day_it_is_the_three_groups_meet_on_different_days(days: int) -> None:
    today = MONDAY + timedelta(days=days)
    finished, tonights, starting = cohorts_on(today)
    assert (finished.stage, tonights.held, starting.stage) == (Stage.FINISHED, 10, Stage.STARTING)
    assert tonights.sessions[10].on_date == today
    assert starting.held >= 2 or starting.first_date < today
    assert len({c.sessions[0].on_date.weekday() for c in (finished, tonights, starting)}) == 3


def test_groups_have_names_of_their_own_at_any_size() -> None:
    names = Counter(cohort.name for cohort in cohorts_on(MONDAY, MOST_IN_FULL))
    assert len(names) > 30
    assert set(names.values()) == {1}


def test_above_a_number_the_rest_are_earlier_participants() -> None:
    number = MOST_IN_FULL + 100
    people = draw_people(Random(1), number, cohorts_on(MONDAY, number), MONDAY)
    assert len(people) == number
    assert sum(person.fate is Fate.EARLIER for person in people) == 100


def test_nobody_is_referred_signs_or_is_accepted_in_the_future() -> None:
    for person in draw_people(Random(3), 300, cohorts_on(MONDAY, 300), MONDAY):
        days = (person.referral.referred_on, person.signed_on, person.accepted_on)
        known = [day for day in days if day is not None]
        assert known == sorted(known)
        assert known[-1] < MONDAY


def test_partners_share_no_name_with_participants() -> None:
    hers = {name for background in PARTNERS for name in (*background.given, *background.family)}
    his = {name for background in PARTICIPANTS for name in (*background.given, *background.family)}
    assert not hers & his
