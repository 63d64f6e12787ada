"""Who may be the same person: what is alike between somebody typed in and somebody in the records.

Nothing is decided here: a person looks at both and says. Names that sound alike, a day and month that
changed places, given and family name that did: these are the slips of a telephone call and of a clerk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.folding import bare_number, name_words
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.referral import Status

Alike = Callable[[str, str], bool]
"""Says whether two words sound or look alike; the home of the phonetic library gives it."""
Found = tuple[int, str]
"""So many points, and the words for it; no words when it is nothing to show."""
NOTHING: Found = (0, "")
ENOUGH = 40
SAME_NAME, CROSSED_NAME, LIKE_NAME, PART_OF_NAME = 60, 55, 40, 15
SAME_BIRTH, CROSSED_BIRTH, OTHER_BIRTH, SAME_NUMBER = 40, 30, -15, 100


@dataclass(frozen=True, slots=True)
class PersonTyped:
    """What has been typed of somebody so far."""

    given_name: str
    family_name: str
    date_of_birth: date | None = None
    number: str = ""
    """A case number, the programme's or the court's."""
    former_names: tuple[tuple[str, str], ...] = ()

    @property
    def names(self) -> tuple[tuple[str, str], ...]:
        """Return all his names, each as given and family name."""
        return ((self.given_name, self.family_name), *self.former_names)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """Somebody in the records, as far as it matters for telling people apart."""

    participant_id: ParticipantId
    names: tuple[tuple[str, str], ...]
    """His name first, then former ones and aliases."""
    date_of_birth: date | None
    numbers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SimilarPerson:
    """Somebody in the records who may be the one typed in, and why."""

    participant_id: ParticipantId
    case_number: str
    given_name: str
    family_name: str
    date_of_birth: date | None
    status: Status
    group_name: str
    reasons: tuple[str, ...]


def crossed(day: date) -> date | None:
    """Return the date with day and month in each other's place; None where that is no other date."""
    if day.day > 12 or day.day == day.month:
        return None
    return date(day.year, day.day, day.month)


def likeness(typed: PersonTyped, known: KnownPerson, alike: Alike) -> tuple[int, tuple[str, ...]]:
    """Return how much speaks for one and the same person, and what, the strongest first.

    Zero means: not worth showing. A date of birth alone is shared by too many, and so is half a name.
    """
    number, name, birth = _number(typed, known), _best_name(typed, known, alike), _birth(typed, known)
    points = number[0] + name[0] + birth[0]
    if not number[0] and (not name[0] or points < min(ENOUGH, ENOUGH + birth[0])):
        return 0, ()
    found = sorted((each for each in (number, name, birth) if each[1]), key=lambda each: -each[0])
    return points, tuple(words for _, words in found)


def _number(typed: PersonTyped, known: KnownPerson) -> Found:
    number = bare_number(typed.number)
    same = number and number in {bare_number(each) for each in known.numbers}
    return (SAME_NUMBER, "same case number") if same else NOTHING


def _best_name(typed: PersonTyped, known: KnownPerson, alike: Alike) -> Found:
    now, *former = known.names
    best = max((_name(mine, now, alike) for mine in typed.names), key=_points)
    of_former = (_name(mine, theirs, alike) for mine in typed.names for theirs in former)
    points, words = max(of_former, default=NOTHING, key=_points)
    if points <= best[0]:
        return best
    return points - 1, words.replace("name", "other name", 1)


def _points(found: Found) -> int:
    return found[0]


def _birth(typed: PersonTyped, known: KnownPerson) -> Found:
    mine, theirs = typed.date_of_birth, known.date_of_birth
    if mine is None or theirs is None:
        return NOTHING
    if mine == theirs:
        return SAME_BIRTH, "same date of birth"
    if crossed(mine) == theirs:
        return CROSSED_BIRTH, "day and month of birth swapped"
    return OTHER_BIRTH, "another date of birth"


def _name(mine: tuple[str, str], theirs: tuple[str, str], alike: Alike) -> Found:
    (given, family), (their_given, their_family) = (
        tuple(map(name_words, mine)),
        tuple(map(name_words, theirs)),
    )
    if not family and not given:
        return NOTHING
    if (given, family) == (their_given, their_family):
        return SAME_NAME, "same name"
    if (given, family) == (their_family, their_given):
        return CROSSED_NAME, "same name with given and family name swapped"
    like_given, like_family = _like(given, their_given, alike), _like(family, their_family, alike)
    if like_given and like_family:
        return LIKE_NAME, "similar name"
    if _like(given, their_family, alike) and _like(family, their_given, alike):
        return LIKE_NAME, "similar name with given and family name swapped"
    if like_family:
        return PART_OF_NAME, "similar family name"
    return (PART_OF_NAME, "similar given name") if like_given else NOTHING


def _like(mine: tuple[str, ...], theirs: tuple[str, ...], alike: Alike) -> bool:
    return any(one == other or alike(one, other) for one in mine for other in theirs)
