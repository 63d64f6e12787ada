"""Readiness: whether the programme has what it must have before a group opens, and what shows it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from bipdesk.domain.checklist import Checklist, ChecklistItem, Checklists
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import EvidenceId, GroupId, Seen

WARN_AHEAD = timedelta(days=60)
"""How long before its end evidence becomes a duty."""
USUAL_TERM_YEARS = 1
"""What the form proposes as the term of evidence: no source gives one."""
LEADERS = 2
"""Two facilitators: issue and practice, not a rule of one place."""


SAFETY_OFFICER = "Allocated safety officer"
VICTIM_SERVICE = "Agreement with a victim service"
TWO_FACILITATORS = "Two facilitators"


class Standing(StrEnum):
    """How one thing stands on a day."""

    IN_PLACE = "in-place"
    ENDS_SOON = "ends-soon"
    EXPIRED = "expired"
    MISSING = "missing"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return self.value.replace("-", " ").capitalize()

    @property
    def is_met(self) -> bool:
        """Say whether a group may open as far as this goes."""
        return self in (Standing.IN_PLACE, Standing.ENDS_SOON)


@dataclass(frozen=True, slots=True)
class EvidenceDetails:
    """What somebody writes down as evidence for one item."""

    item: str
    """Key of the item: "preconditions/incidence"."""
    text: str
    where: str = ""
    """Where it can be seen: a document, minutes, whose figures."""
    on_date: date = date.min
    """From when it holds: the day of the training, the agreement, the figures."""
    expires_on: date | None = None
    """The last day on which it counts; None for evidence without an end."""

    def standing(self, today: date) -> Standing:
        """Return how it stands on `today`; its last day still counts."""
        if self.on_date > today:
            return Standing.MISSING
        if self.expires_on is None:
            return Standing.IN_PLACE
        if self.expires_on < today:
            return Standing.EXPIRED
        return Standing.ENDS_SOON if self.expires_on - today <= WARN_AHEAD else Standing.IN_PLACE


@dataclass(frozen=True, slots=True)
class Evidence:
    """One entry, who made it, and the token of what is stored."""

    evidence_id: EvidenceId
    seen: Seen
    details: EvidenceDetails
    recorded_by: str
    """The name of whoever wrote it."""


_BEST_FIRST = (Standing.IN_PLACE, Standing.ENDS_SOON, Standing.EXPIRED)


@dataclass(frozen=True, slots=True)
class ItemStanding:
    """One item with its evidence, newest first."""

    item: ChecklistItem
    evidence: tuple[Evidence, ...]
    standing: Standing


@dataclass(frozen=True, slots=True)
class ListStanding:
    """One checklist with its items."""

    checklist: Checklist
    items: tuple[ItemStanding, ...]

    @property
    def met(self) -> int:
        """Return for how many items there is evidence in force."""
        return sum(one.standing.is_met for one in self.items)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Something the records show by themselves: no evidence is written for it."""

    title: str
    detail: str
    source: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class ReadinessFacts:
    """What the records hold that readiness is judged by."""

    evidence: tuple[Evidence, ...]
    officers: int
    """Accounts allocated to a safety officer."""
    leaders: int
    """Accounts that may lead a group; never a safety officer's."""
    victim_services: tuple[tuple[str, date | None], ...]
    """Name and last day of each agreement in force with a victim service, the longest first."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Two people opened a group although something was missing."""

    group_id: GroupId
    group_name: str
    first: str
    second: str
    reason: str
    missing: tuple[str, ...]
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class SecondPerson:
    """Who decides together with the person signed in that a group opens, as she typed it, and why."""

    sign_in_name: str
    passphrase: str = field(repr=False)
    reason: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """All lists and arrangements on one day."""

    lists: tuple[ListStanding, ...]
    arrangements: tuple[Arrangement, ...]
    decisions: tuple[Decision, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """Return what keeps a group from opening, in the order in which it is shown."""
        blocking = (one for checked in self.lists if checked.checklist.blocks for one in checked.items)
        items = tuple(one.item.title for one in blocking if not one.standing.is_met)
        return items + tuple(one.title for one in self.arrangements if not one.standing.is_met)

    def missing_for(self, leaders: int) -> tuple[str, ...]:
        """Return what keeps a group with so many facilitators from opening."""
        missing = self.missing
        if leaders >= LEADERS or TWO_FACILITATORS in missing:
            return missing
        return (*missing, TWO_FACILITATORS)


def judge(checklists: Checklists, facts: ReadinessFacts, today: date) -> Readiness:
    """Return how the programme stands on `today` (Source 000: the preconditions; Source 003: her service)."""
    by_item: dict[str, list[Evidence]] = {}
    for one in facts.evidence:
        by_item.setdefault(one.details.item, []).append(one)
    lists = tuple(
        ListStanding(checked, tuple(_item(item, by_item.get(item.key, []), today) for item in checked.items))
        for checked in checklists.lists
    )
    return Readiness(lists, arrangements(facts, today))


def _item(item: ChecklistItem, evidence: list[Evidence], today: date) -> ItemStanding:
    newest = tuple(sorted(evidence, key=lambda one: one.details.on_date, reverse=True))
    standings = {one.details.standing(today) for one in newest}
    best = next((standing for standing in _BEST_FIRST if standing in standings), Standing.MISSING)
    return ItemStanding(item, newest, best)


def arrangements(facts: ReadinessFacts, today: date) -> tuple[Arrangement, ...]:
    """Return the safety officer, the agreement with a victim service and the two facilitators."""
    return (
        Arrangement(
            SAFETY_OFFICER,
            f"{facts.officers or 'No'} account{'' if facts.officers == 1 else 's'} of a safety officer",
            "Source 003: a programme without such a service is likely to increase the risks towards her.",
            Standing.IN_PLACE if facts.officers else Standing.MISSING,
        ),
        _victim_service(facts, today),
        Arrangement(
            TWO_FACILITATORS,
            f"{facts.leaders or 'No'} account{'' if facts.leaders == 1 else 's'} may lead a group",
            "Nobody leads a group alone as a rule.",
            Standing.IN_PLACE if facts.leaders >= LEADERS else Standing.MISSING,
        ),
    )


def _victim_service(facts: ReadinessFacts, today: date) -> Arrangement:
    standing, detail = Standing.MISSING, "None in force; it is recorded under Agencies"
    if facts.victim_services:
        name, until = facts.victim_services[0]
        soon = until is not None and until - today <= WARN_AHEAD
        standing = Standing.ENDS_SOON if soon else Standing.IN_PLACE
        detail = name if until is None else f"{name}, until {day_in_words(until)}"
    source = "Sources 000 and 002: partnering with a victim service, by a signed agreement."
    return Arrangement(VICTIM_SERVICE, detail, source, standing)


def usual_end(start: date) -> date:
    """Return the last day that the form proposes for evidence from `start`: a year later, less a day."""
    year = start.year + USUAL_TERM_YEARS
    leap = (start.month, start.day) == (2, 29)
    return (start.replace(year=year, day=28) if leap else start.replace(year=year)) - timedelta(days=1)


def in_words(missing: tuple[str, ...]) -> str:
    """Return what is missing as one part of a sentence; titles have commas and "and" of their own."""
    return "; ".join(title[0].lower() + title[1:] for title in missing)
