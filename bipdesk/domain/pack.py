"""Packs: the rules of one jurisdiction as data, each with its citation and the day it was last checked."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.resource_table import ResourceTable, read_resource
from bipdesk.domain.working_days import days_after, working_days_after

KEYS = (
    "intake-within",
    "documents-within",
    "police-report",
    "rejection-notice",
    "waiver-after-discharge",
    "non-compliance-notice",
    "minimum-age",
    "ipv-lookback",
    "session-length",
    "facilitators",
    "two-facilitators-above",
    "facilitator-training",
    "trainee-training",
    "yearly-training",
    "background-check",
    "supervision",
    "solo-sessions-26-weeks",
    "solo-sessions-52-weeks",
    "dose-hours",
    "dose-weeks",
    "dose-months",
    "dose-sessions",
    "window-weeks",
    "window-months",
    "session-length-small",
    "small-group",
    "group-smallest",
    "group-largest",
    "group-reported-above",
    "mixed-pair",
    "single-gender",
    "fortnightly-beyond",
    "rolling-entry",
    "visitor-agreement",
    "individual-substitutes",
    "individual-never-instead",
    "excused-absences",
    "break-longest",
    "leave-of-absence",
    "transfer-authority",
    "enrolment-notice",
    "status-report",
    "violation-notice",
    "threat-notice",
    "level-change-notice",
    "interim-summary-from",
    "interim-summary-by",
    "termination-notice",
    "completion-notice",
    "exit-summary",
    "exit-summary-sent",
    "monthly-return",
    "quarterly-statistics",
    "plan-review",
    "reviews-least",
    "violence-free",
    "completion-goals",
    "completion-arrears",
    "completion-assignments",
    "completion-orders",
    "release-statement",
    "recording-destroyed",
    "retention",
)
"""Every rule that the program can ask a pack for; another word in a file is a slip and is refused."""

FIELDS = (
    "legal-name",
    "date-of-birth",
    "address",
    "mailing-address",
    "phone",
    "employer",
    "photo-id",
    "vehicles",
    "substance",
    "mental-health",
    "thoughts",
    "weapons",
    "history",
)
"""Fields of the person record that a pack can require (03-201 CMR ch. 15 s. 5.1.C names them all)."""


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


_ALL_UNITS = tuple(unit.value for unit in Unit)


@dataclass(frozen=True, slots=True)
class PackValue:
    """One rule: its number, whose it is, and when somebody last looked whether it still stands."""

    key: str
    number: int
    """0 where the unit is `Unit.YES`."""
    unit: Unit
    words: str
    """The rule in plain words."""
    citation: str
    checked_on: date
    unverified: bool = False
    """Nobody found it in a source: it may warn, it never makes a duty and never blocks anything."""
    adopted: bool = False
    """The rule of another place, taken over as the house's own until the programme says otherwise."""

    @property
    def binding(self) -> bool:
        """Say whether it may make a duty or block something."""
        return not self.unverified

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
    values: dict[str, PackValue] = field(default_factory=dict)

    def value(self, key: str) -> PackValue | None:
        """Return the rule with this key, one of `KEYS`; None when the pack says nothing about it."""
        if key not in KEYS:
            raise ValueError(f"{key!r} is not a rule that packs know")
        return self.values.get(key)

    def days(self, key: str) -> PackValue | None:
        """Return the rule with this key if it counts days or working days."""
        found = self.value(key)
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
    values: dict[str, PackValue] = {}
    for inner in table.tables("values", "value"):
        value = _read_value(inner, values)
        values[value.key] = value
    table.done()
    return Pack(*head, region, frozenset(fields), fields_source, values)


def _read_value(table: ResourceTable, before: dict[str, PackValue]) -> PackValue:
    key = table.one_of("key", KEYS)
    if key in before:
        table.refuse("key", f"'{key}' stands in the file twice")
    unit = Unit(table.one_of("unit", _ALL_UNITS))
    number = 0 if unit is Unit.YES else table.whole("number", 1, 9999)
    value = PackValue(
        key=key,
        number=number,
        unit=unit,
        words=table.text("words", longest=300),
        citation=table.text("citation"),
        checked_on=table.day("checked"),
        unverified=table.flag("unverified"),
        adopted=table.flag("adopted"),
    )
    table.done()
    return value
