"""Packs: the rules of one jurisdiction as data, each with its citation and the day it was last checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.pack_keys import FIELDS, KEYS
from bipdesk.domain.resource_table import ResourceTable, read_resource
from bipdesk.domain.working_days import days_after, working_days_after


class Unit(StrEnum):
    """What the number of a value counts."""

    DAYS = "days"
    WORKING_DAYS = "working-days"
    MONTHS = "months"
    YEARS = "years"
    HOURS = "hours"
    MINUTES = "minutes"
    PEOPLE = "people"
    WEEKS = "weeks"
    SESSIONS = "sessions"
    MILES = "miles"
    TIMES = "times"
    DAY_OF_MONTH = "day-of-month"
    YES = "yes"
    """No number: the rule is that it must be."""
    WHERE_POSSIBLE = "where-possible"
    """No number: it should be, and where it is not, somebody says why."""


NUMBERLESS = frozenset({Unit.YES, Unit.WHERE_POSSIBLE})

_ALL_UNITS = tuple(unit.value for unit in Unit)
_KNOWN = frozenset(KEYS)


@dataclass(frozen=True, slots=True)
class PackValue:
    """One rule: its number, whose it is, and when somebody last looked whether it still stands."""

    key: str
    number: int
    """0 where the unit is one of `NUMBERLESS`."""
    unit: Unit
    words: str
    """The rule in plain words."""
    citation: str
    checked_on: date
    unverified: bool = False
    """Nobody found it in a source: it may warn, it never makes a duty and never blocks anything."""
    adopted: bool = False
    """The rule of another place, taken over as the house's own until the programme says otherwise."""
    since: date | None = None
    """In force from this day; None where nobody needs to know since when."""

    @property
    def binding(self) -> bool:
        """Say whether it may make a duty or block something."""
        return not self.unverified

    def in_force(self, on: date) -> bool:
        """Say whether the rule had begun on the day `on`; a later one may have taken its place."""
        return self.since is None or self.since <= on

    @property
    def source(self) -> str:
        """Return where it comes from, for a line on the screen."""
        remark = "; not verified" if self.unverified else "; adopted from elsewhere" if self.adopted else ""
        return f"{self.citation}{remark}, checked {day_in_words(self.checked_on)}"

    def due_on(self, start: date, free: frozenset[date] = frozenset()) -> date:
        """Return the last day on which something that began on `start` is in time; `start` is not counted.

        `free` are the public holidays. Raises `ValueError` when the value does not count days.
        """
        if self.unit is Unit.WORKING_DAYS:
            return working_days_after(start, self.number, free)
        if self.unit is Unit.DAYS:
            return days_after(start, self.number)
        raise ValueError(f"{self.key} counts {self.unit.value}, not days")


@dataclass(frozen=True, slots=True)
class Pack:
    """The rules of one place; with no values at all it stands for "none chosen"."""

    id: str = ""
    version: int = 0
    name: str = "None"
    country: str = ""
    region: str = ""
    """Subdivision of the country; empty for the whole of it."""
    required_fields: frozenset[str] = frozenset()
    fields_source: str = ""
    rules: dict[str, tuple[PackValue, ...]] = field(default_factory=dict)
    """Each rule by its key in all its forms, newest first: a day keeps the form that was in force on it."""

    @property
    def values(self) -> dict[str, PackValue]:
        """Return each rule in its newest form."""
        return {key: forms[0] for key, forms in self.rules.items()}

    def value(self, key: str, on: date | None = None) -> PackValue | None:
        """Return the rule with this key, one of `KEYS`, as it was in force on the day `on`.

        Without a day the newest form, although it may not be in force yet. None when the pack says nothing
        about it, or said nothing yet on that day. Raises `ValueError` for a key that no pack knows.
        """
        if key not in _KNOWN:
            raise ValueError(f"{key!r} is not a rule that packs know")
        forms = self.rules.get(key, ())
        return next((form for form in forms if on is None or form.in_force(on)), None)

    def days(self, key: str, on: date | None = None) -> PackValue | None:
        """Return the rule with this key, as `value` does, if it counts days or working days."""
        found = self.value(key, on)
        return found if found and found.unit in (Unit.DAYS, Unit.WORKING_DAYS) else None


class Packs:
    """All packs by id."""

    def __init__(self, packs: Iterable[Pack] = ()) -> None:
        self._by_id = {pack.id: pack for pack in packs}

    def __iter__(self) -> Iterator[Pack]:
        return iter(self._by_id.values())

    def of(self, pack_id: str) -> Pack:
        """Return the pack with this id, or an empty one: a newer computer may have chosen one not here."""
        return self._by_id.get(pack_id, Pack())

    def suggested(self, country: str, region: str) -> str:
        """Return the id of the pack for this place, or "" when there is none."""
        fitting = (pack for pack in self if pack.country == country and pack.region in ("", region))
        return next((pack.id for pack in fitting), "")


def parse_pack(text: str, file: str) -> Pack:
    """Return the pack written in `text` (TOML); `file` is the name to show in errors.

    Raises `ResourceInvalid` (file, where, reason) for the first thing that is wrong.
    """
    table = read_resource(text, file)
    head = (table.key("id"), table.whole("version", 1, 9999), table.text("name"), table.text("country"))
    region = table.text("region") if table.has("region") else ""
    fields = table.lines("required_fields", len(FIELDS))
    for name in fields:
        if name not in FIELDS:
            table.refuse("required_fields", f"'{name}' is not a field of the person record")
    fields_source = table.text("fields_source") if fields else ""
    rules: dict[str, tuple[PackValue, ...]] = {}
    for inner in table.tables("values", "value"):
        value = _read_value(inner, rules)
        forms = (value, *rules.get(value.key, ()))
        rules[value.key] = tuple(sorted(forms, key=lambda form: form.since or date.min, reverse=True))
    table.done()
    return Pack(*head, region, frozenset(fields), fields_source, rules)


def _read_value(table: ResourceTable, before: dict[str, tuple[PackValue, ...]]) -> PackValue:
    key = table.one_of("key", KEYS)
    since = table.day("since") if table.has("since") else None
    if any(form.since == since for form in before.get(key, ())):
        table.refuse("key", f"'{key}' stands in the file twice")
    unit = Unit(table.one_of("unit", _ALL_UNITS))
    number = 0 if unit in NUMBERLESS else table.whole("number", 1, 9999)
    value = PackValue(
        key=key,
        number=number,
        unit=unit,
        words=table.text("words", longest=300),
        citation=table.text("citation"),
        checked_on=table.day("checked"),
        unverified=table.flag("unverified"),
        adopted=table.flag("adopted"),
        since=since,
    )
    table.done()
    return value
