"""The practice record of a few invented participants."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from bipdesk.desk import Desk
from bipdesk.domain.chain import ChainDetails
from bipdesk.domain.control_log import ControlLogDetails
from bipdesk.domain.skill import SkillPracticeDetails
from bipdesk.invented.acts import Act, World, lead, moment
from bipdesk.invented.people import Fate, InventedPerson
from bipdesk.invented.practice_texts import CHAINS, LOGS, TRIES
from bipdesk.services.practice import Entry

MOST = 5
"""So many men have something on file; the first of them brought more than the others."""
_OLDEST = timedelta(weeks=11)
_TOLD_AFTER = timedelta(days=5)


def acts_of_practice(people: Sequence[InventedPerson], world: World, today: date) -> Iterator[Act]:
    """Yield what was drawn and brought in the last weeks, each by who keeps the register of the group."""
    attending = [
        person
        for person in people
        if person.fate in (Fate.ATTENDING, Fate.MOVED)
        and person.accepted_on is not None
        and person.accepted_on + timedelta(days=7) < today - _OLDEST
    ]
    for place, person in enumerate(attending[-MOST:]):
        who = lead(person.stays[-1].cohort.number)
        for number, (on_date, entry) in enumerate(_entries(place, today)):
            do = partial(_file, person.number, world, entry)
            yield Act(moment(on_date, 21, (place * 9 + number) % 60), who, do)


def _entries(place: int, today: date) -> Iterator[tuple[date, Entry]]:
    """Yield one chain, two logs and three tries, of the first man twice as many."""
    times = 2 if place == 0 else 1
    for number in range(times):
        on_date = today - timedelta(weeks=10 - 6 * number, days=place)
        yield on_date, _chain(place + number, on_date)
    for number in range(2 * times):
        on_date = today - timedelta(weeks=9 - 2 * number, days=place)
        yield on_date, _log(place + number, on_date)
    for number in range(3 * times):
        on_date = today - timedelta(weeks=8 - number, days=place)
        yield on_date, _try(place + number, on_date)


def _chain(number: int, on_date: date) -> ChainDetails:
    said = CHAINS[number % len(CHAINS)]
    return ChainDetails(
        brought_on=on_date,
        situation=said.situation,
        chain=said.chain,
        happened_on=on_date - _TOLD_AFTER,
        effect_her=said.her,
        effect_children=said.children,
        staff_view=said.staff,
        step_code=said.step_code,
    )


def _log(number: int, on_date: date) -> ControlLogDetails:
    said = LOGS[number % len(LOGS)]
    her, children, himself = said.effects
    return ControlLogDetails(
        brought_on=on_date,
        happened_on=on_date - _TOLD_AFTER,
        situation=said.situation,
        action=said.action,
        intent=said.intent,
        thoughts=said.thoughts,
        feelings=said.feelings,
        denials=said.denials,
        denial=said.denial,
        effect_her=her,
        effect_children=children,
        effect_me=himself,
        past_violence=said.past,
        differently=said.differently,
        skill=said.skill,
    )


def _try(number: int, on_date: date) -> SkillPracticeDetails:
    said = TRIES[number % len(TRIES)]
    return SkillPracticeDetails(said.skill, said.setting, on_date, said.went, said.helped, said.next_try)


def _file(number: int, world: World, entry: Entry, desk: Desk) -> None:
    desk.practice.add(world.participants[number], entry)
