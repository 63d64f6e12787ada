"""1-2-1s: before the group, between modules, to catch up, and any other; what is looked at in each.

What he shares stays in the programme; only what bears on risk may be disclosed (Source 001), and so each
record has two boxes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.appointment import How
from bipdesk.domain.curriculum import Curriculum, Step, StepKind
from bipdesk.domain.delivery_errors import MinutesMissing, OneFacilitatorTwice
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import UNSEEN, Seen, StaffId
from bipdesk.domain.journey import IndividualFact, IndividualKind

LONGEST_MINUTES = 480


class OneToOneKind(StrEnum):
    """What it is held for."""

    PRE_GROUP = "pre-group"
    BETWEEN = "between"
    CATCH_UP = "catch-up"
    EXTRA = "extra"
    """No step of the journey: something that could not wait."""

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return _LABELS[self]


_LABELS = {
    OneToOneKind.PRE_GROUP: "1-2-1 before the group",
    OneToOneKind.BETWEEN: "1-2-1 between modules",
    OneToOneKind.CATCH_UP: "Catch-up 1-2-1",
    OneToOneKind.EXTRA: "Another 1-2-1",
}


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One thing that is looked at, and how it is asked on screen."""

    key: str
    label: str
    lines: int = 2
    hint: str = ""


_BEFORE = (
    LookedAt("brings", "What brings him here", 2, "In his own words; the court's stand in the papers."),
    LookedAt("hopes", "What he hopes for", 2),
    LookedAt("own_words", "What he did, as he tells it", 3, "No names of a partner or children."),
    LookedAt("barriers", "What could keep him from coming", 2, "Travel, work, health, reading, language."),
    LookedAt("agreement", "Agreement and rules: what he asked, what was said", 2),
    LookedAt("room", "Safety of the room", 2, "Who was near, way out, phone; how he was on leaving."),
)
_BETWEEN = (
    LookedAt("takes", "What he takes from the module", 3),
    LookedAt("practised", "What he has practised since", 2),
    LookedAt("goals", "How he sees his goals now", 2),
    LookedAt("changes", "What has changed that bears on risk", 2, "What may be disclosed: risk box."),
    LookedAt("next_hope", "What he hopes for from the next module", 2),
)
_CATCH_UP = (
    LookedAt("material", "Material gone through", 3),
    LookedAt("homework", "Homework", 2),
)
_EXTRA = (
    LookedAt("matter", "What it was about", 3),
    LookedAt("agreed", "What was agreed", 2),
)
FIELDS: dict[OneToOneKind, tuple[LookedAt, ...]] = {
    OneToOneKind.PRE_GROUP: _BEFORE,
    OneToOneKind.BETWEEN: _BETWEEN,
    OneToOneKind.CATCH_UP: _CATCH_UP,
    OneToOneKind.EXTRA: _EXTRA,
}
"""What is looked at in each kind, in the order of screen and paper."""

FIELD_KEYS = tuple(dict.fromkeys(each.key for fields in FIELDS.values() for each in fields))


@dataclass(frozen=True, slots=True)
class OneToOneDetails:
    """What a person writes down of a 1-2-1."""

    kind: OneToOneKind
    held_on: date
    minutes: int
    step_code: str = ""
    """The step of his journey that it meets; "" for another 1-2-1."""
    how: How = How.ROOM
    place: str = ""
    held_by: StaffId | None = None
    second: StaffId | None = None
    """The second facilitator."""
    reason: str = ""
    """Of a catch-up: why it was held alone."""
    looked_at: Mapping[str, str] = field(default_factory=dict)
    """Words by the keys of the fields of its kind."""
    rules_gone_through: bool = False
    """Before the group: the agreement and the rules of the group were gone through with him."""
    risk_note: str = ""
    """What bears on risk and may be disclosed."""
    class_note: str = ""
    """What he shared: it stays in the programme."""


INDIVIDUAL = {
    OneToOneKind.PRE_GROUP: IndividualKind.ONE_TO_ONE,
    OneToOneKind.BETWEEN: IndividualKind.ONE_TO_ONE,
    OneToOneKind.CATCH_UP: IndividualKind.CATCH_UP,
}
"""What each kind is to the journey; another 1-2-1 is nothing to it."""


def fact_of(details: OneToOneDetails) -> IndividualFact | None:
    """Return what the journey is told of it; None of another 1-2-1."""
    kind = INDIVIDUAL.get(details.kind)
    return None if kind is None else IndividualFact(details.step_code, details.held_on, kind, details.reason)


@dataclass(frozen=True, slots=True)
class OneToOne:
    """A 1-2-1 on file."""

    one_to_one_id: UUID
    details: OneToOneDetails
    individual_id: UUID | None = None
    """The row that tells the journey; None for another 1-2-1."""
    by: str = ""
    second: str = ""
    seen: Seen = UNSEEN


def kind_for(curriculum: Curriculum, step: Step | None) -> OneToOneKind:
    """Return what kind of 1-2-1 a step needs; without a step it is another one.

    A 1-2-1 before the first group session is a pre-group one (Source 003: two before the group, one between
    modules). A group session that is held with one person is a catch-up.
    """
    if step is None:
        return OneToOneKind.EXTRA
    if step.kind is StepKind.GROUP:
        return OneToOneKind.CATCH_UP
    first = min((each.number for each in curriculum.group_steps), default=0)
    return OneToOneKind.PRE_GROUP if step.number < first else OneToOneKind.BETWEEN


def checked(details: OneToOneDetails, *, two_needed: bool = False) -> OneToOneDetails:
    """Return the record as it is stored: without what does not belong to its kind.

    `two_needed`: an alert asks for two facilitators at each 1-2-1.

    Raises:
        MinutesMissing, OneFacilitatorTwice; NothingEntered: without who held it, the second facilitator
        where two are needed, or the reason of a catch-up.
    """
    if not 0 < details.minutes <= LONGEST_MINUTES:
        raise MinutesMissing(field="Minutes", most=LONGEST_MINUTES)
    if details.held_by is None:
        raise NothingEntered(field="Held by")
    if two_needed and details.second is None:
        raise NothingEntered(field="Second facilitator")
    if details.second is not None and details.second == details.held_by:
        raise OneFacilitatorTwice(field="Second facilitator")
    catch_up = details.kind is OneToOneKind.CATCH_UP
    if catch_up and not details.reason.strip():
        raise NothingEntered(field="The reason")
    keys = {each.key for each in FIELDS[details.kind]}
    return replace(
        details,
        looked_at={key: words.strip() for key, words in details.looked_at.items() if key in keys},
        reason=details.reason.strip() if catch_up else "",
        rules_gone_through=details.rules_gone_through and details.kind is OneToOneKind.PRE_GROUP,
        risk_note=details.risk_note.strip(),
        class_note=details.class_note.strip(),
        place=details.place.strip(),
    )


def written_words(details: OneToOneDetails) -> Iterable[tuple[str, str]]:
    """Yield label and words of all that was looked at and filled in, in the order of the form."""
    for each in FIELDS[details.kind]:
        words = details.looked_at.get(each.key, "")
        if words:
            yield each.label, words
