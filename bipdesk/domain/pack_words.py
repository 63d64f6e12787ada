"""The rules of a pack as a person reads them: what is asked, how it stands, since when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.pack import Pack, PackValue, Unit
from bipdesk.domain.pack_keys import SUBJECTS

_WORDS = {
    Unit.DAYS: ("day", "days"),
    Unit.WORKING_DAYS: ("working day", "working days"),
    Unit.MONTHS: ("month", "months"),
    Unit.YEARS: ("year", "years"),
    Unit.HOURS: ("hour", "hours"),
    Unit.MINUTES: ("minute", "minutes"),
    Unit.PEOPLE: ("person", "people"),
    Unit.WEEKS: ("week", "weeks"),
    Unit.SESSIONS: ("session", "sessions"),
    Unit.MILES: ("mile", "miles"),
    Unit.TIMES: ("time", "times"),
}


class RuleState(StrEnum):
    """Whether a rule binds, and whose it is."""

    BINDING = "binding"
    ADOPTED = "adopted"
    UNVERIFIED = "unverified"
    NOT_YET = "not-yet"
    PAST = "past"

    @property
    def label(self) -> str:
        """Return the word on the screen."""
        return {
            RuleState.BINDING: "Binding",
            RuleState.ADOPTED: "Adopted",
            RuleState.UNVERIFIED: "Not verified",
            RuleState.NOT_YET: "Not in force yet",
            RuleState.PAST: "No longer in force",
        }[self]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One form of one rule on a day."""

    value: PackValue
    state: RuleState
    amount: str
    since: str
    """"In force since 13 November 2024", or empty."""


@dataclass(frozen=True, slots=True)
class PackView:
    """A pack as the page shows it: subject by subject, as it stands on a day."""

    pack: Pack
    is_own: bool
    """Whether it is the pack that the programme keeps."""
    on: date
    subjects: tuple[tuple[str, tuple[RuleLine, ...]], ...]

    def count(self, *states: RuleState) -> int:
        """Return how many rules stand so."""
        return sum(line.state in states for _, lines in self.subjects for line in lines)


def amount(value: PackValue) -> str:
    """Return what a rule counts: "7 working days", "by the 10th", and nothing where it has no number."""
    if value.unit is Unit.DAY_OF_MONTH:
        return f"by the {value.number}th"
    one, many = _WORDS.get(value.unit, ("", ""))
    return f"{value.number} {one if value.number == 1 else many}" if one else ""


def view_of(pack: Pack, own_pack: str, on: date) -> PackView:
    """Return the pack as it stands on the day `on`; subjects it says nothing about are left out."""
    subjects = ((subject, tuple(_lines(pack, keys, on))) for subject, keys in SUBJECTS.items())
    is_own = bool(pack.id) and pack.id == own_pack
    return PackView(pack, is_own, on, tuple(each for each in subjects if each[1]))


def _lines(pack: Pack, keys: tuple[str, ...], on: date) -> Iterator[RuleLine]:
    for key in keys:
        in_force = pack.value(key, on)
        for form in pack.rules.get(key, ()):
            yield RuleLine(form, _state(form, in_force, on), amount(form), _since(form, on))


def _state(form: PackValue, in_force: PackValue | None, on: date) -> RuleState:
    if not form.in_force(on):
        return RuleState.NOT_YET
    if form is not in_force:
        return RuleState.PAST
    if form.unverified:
        return RuleState.UNVERIFIED
    return RuleState.ADOPTED if form.adopted else RuleState.BINDING


def _since(form: PackValue, on: date) -> str:
    if form.since is None:
        return ""
    return f"In force {'since' if form.since <= on else 'from'} {day_in_words(form.since)}"
