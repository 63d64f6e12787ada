"""Who is in the records already: looked up by name, date of birth and number while a table is judged."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.importing.fields import plain
from bipdesk.domain.importing.names import same_name
from bipdesk.domain.importing.person_rows import Who


@dataclass(frozen=True, slots=True)
class PersonHere:
    """No more of a participant than what tells him from another."""

    participant_id: ParticipantId
    family_name: str
    given_name: str
    date_of_birth: date | None
    case_number: str
    numbers: tuple[str, ...] = ()
    """His numbers in the tables he came from."""

    @property
    def words(self) -> str:
        """Return how he is named in a question."""
        born = f", born {day_in_words(self.date_of_birth)}" if self.date_of_birth else ""
        return f"{self.family_name}, {self.given_name} ({self.case_number}{born})"


@dataclass(frozen=True, slots=True)
class Likeness:
    """Somebody who may be the person of a row: certainly, or possibly and why."""

    person: PersonHere
    certain: bool
    reason: str
    only_birth_missing: bool = False


class PeopleHere:
    """An index of everybody in the records, made once for a table."""

    def __init__(self, people: Iterable[PersonHere]) -> None:
        self._by_name: dict[str, list[PersonHere]] = defaultdict(list)
        self._by_number: dict[str, list[PersonHere]] = defaultdict(list)
        self._by_birth: dict[date, list[PersonHere]] = defaultdict(list)
        for person in people:
            self._by_name[same_name(person.family_name, person.given_name)].append(person)
            for number in (person.case_number, *person.numbers):
                if number:
                    self._by_number[plain(number)].append(person)
            if person.date_of_birth is not None:
                self._by_birth[person.date_of_birth].append(person)

    def like(self, who: Who) -> tuple[Likeness, ...]:
        """Return everybody whom a row may mean, the certain ones first."""
        found: dict[ParticipantId, Likeness] = {}
        name = same_name(who.family_name, who.given_name)
        if who.number:
            for person in self._by_number.get(plain(who.number), ()):
                same = not who.family_name or name == same_name(person.family_name, person.given_name)
                reason = "the same number" if same else "the same number, another name"
                found[person.participant_id] = Likeness(person, same, reason)
        for person in self._by_name.get(name, ()) if who.family_name else ():
            found.setdefault(person.participant_id, _by_birth(person, who.date_of_birth))
        for person in self._born_so(who.date_of_birth):
            if reason := _nearly(person, who):
                found.setdefault(person.participant_id, Likeness(person, False, reason))
        return tuple(sorted(found.values(), key=lambda one: not one.certain))

    def _born_so(self, born: date | None) -> list[PersonHere]:
        if born is None:
            return []
        swapped = _swapped(born)
        return self._by_birth.get(born, []) + (self._by_birth.get(swapped, []) if swapped else [])


def _by_birth(person: PersonHere, born: date | None) -> Likeness:
    if person.date_of_birth is None or born is None:
        return Likeness(person, False, "the same name; a date of birth is missing", True)
    if person.date_of_birth == born:
        return Likeness(person, True, "the same name and date of birth")
    if _swapped(born) == person.date_of_birth:
        return Likeness(person, False, "the same name; day and month of birth are exchanged")
    return Likeness(person, False, "the same name, another date of birth")


def _nearly(person: PersonHere, who: Who) -> str:
    ours, theirs = plain(person.family_name), plain(who.family_name)
    given, other = plain(person.given_name)[:1], plain(who.given_name)[:1]
    if not ours or not theirs or ours[0] != theirs[0]:
        return ""
    return "a similar name and the same or an exchanged date of birth" if given == other else ""


def _swapped(day: date) -> date | None:
    try:
        return day.replace(month=day.day, day=day.month) if day.day <= 12 and day.day != day.month else None
    except ValueError:
        return None
