"""The lines of the completion list, and what the records know that they are judged by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bipdesk.domain.journey import Journey
from bipdesk.domain.pack import PackValue


class Item(StrEnum):
    """One thing that is looked at."""

    STEPS = "steps"
    ORDERED = "ordered"
    HOURS = "hours"
    WEEKS = "weeks"
    MONTHS = "months"
    SESSIONS = "sessions"
    ATTENDANCE = "attendance"
    RULES = "rules"
    ASSIGNMENTS = "assignments"
    COMPETENCIES = "competencies"
    GOALS = "goals"
    REVIEWS = "reviews"
    VIOLENCE = "violence"
    ORDERS = "orders"
    ARREARS = "arrears"
    FEES = "fees"
    LEVEL = "level"
    """No line of its own: at which level he is treated, where the rules tell levels apart."""

    @property
    def label(self) -> str:
        """Return the words on the list."""
        return _TITLES[self]


_TITLES = {
    Item.STEPS: "Every step of the curriculum",
    Item.ORDERED: "Sessions that the order asks for",
    Item.HOURS: "Least hours",
    Item.WEEKS: "Least weeks",
    Item.MONTHS: "Least months",
    Item.SESSIONS: "Least sessions",
    Item.ATTENDANCE: "Attendance policy kept",
    Item.RULES: "Rules of the group kept",
    Item.ASSIGNMENTS: "Homework and assignments",
    Item.COMPETENCIES: "Competencies shown",
    Item.GOALS: "Goals of his plan",
    Item.REVIEWS: "Reviews held",
    Item.VIOLENCE: "No violence and no threats",
    Item.ORDERS: "Orders of the court obeyed",
    Item.ARREARS: "Plan for child-support arrears kept",
    Item.FEES: "Fees of the programme",
    Item.LEVEL: "Level of treatment",
}
CONFIRMED = frozenset(
    {Item.ATTENDANCE, Item.RULES, Item.ASSIGNMENTS, Item.COMPETENCIES, Item.ORDERS, Item.ARREARS}
)
"""What no register knows: somebody looks and says what shows it."""


class Met(StrEnum):
    """How a line stands."""

    MET = "met"
    UNMET = "unmet"
    WARNS = "warns"
    """Not so, by a rule that nobody verified: it is said and keeps nobody from completing."""
    NOT_ASKED = "not-asked"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list; `sentence` says what is so, or what is missing."""

    item: Item
    met: Met
    sentence: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Somebody looked and says that it is so."""

    item: Item
    on_date: date
    words: str
    """What shows it."""
    by: str = ""


@dataclass(frozen=True, slots=True)
class CompletionFacts:
    """All that the records know of one participant that completion asks about."""

    journey: Journey
    curriculum_source: str
    minutes: int
    """Length of the group sessions that count, together."""
    sessions: int
    """Group sessions that count: attended, made up, credited."""
    begun_on: date | None
    last_on: date | None
    sessions_ordered: int | None = None
    court_case: str = ""
    homework_open: int = 0
    """Sessions after which homework was marked as not done."""
    goals_open: int = 0
    goals_reached: int = 0
    reviews: int = 0
    violence: tuple[date, ...] = ()
    """Days on which violence or a threat was recorded."""
    orders_broken: tuple[date, ...] = ()
    owed_cents: int | None = None
    """None where the programme charges nothing."""
    confirmed: Mapping[Item, Confirmation] = field(default_factory=dict)
    level: str = ""
    """At which level he is treated: "1" to "4", "a" to "c"; "" where nobody said."""


@dataclass(frozen=True, slots=True)
class Completion:
    """The whole list on one day."""

    lines: tuple[Line, ...]

    @property
    def unmet(self) -> tuple[Line, ...]:
        """Return what keeps him from completing."""
        return tuple(line for line in self.lines if line.met is Met.UNMET)

    @property
    def warnings(self) -> tuple[Line, ...]:
        """Return what is said and blocks nothing."""
        return tuple(line for line in self.lines if line.met is Met.WARNS)

    @property
    def is_ready(self) -> bool:
        """Say whether two people may sign."""
        return not self.unmet

    @property
    def refusal(self) -> str:
        """Return every unmet line, in one sentence each."""
        return " ".join(line.sentence for line in self.unmet)


Judged = tuple[bool, str]
"""Whether it is so, and the sentence that says it."""


def judged(item: Item, rule: PackValue, found: Judged) -> Line:
    """Return the line of what a rule asks: unmet where the rule binds, a warning where nobody verified it."""
    good, sentence = found
    if good:
        return Line(item, Met.MET, sentence, rule.source)
    return Line(item, Met.UNMET if rule.binding else Met.WARNS, sentence, rule.source)
