"""The questions of the person record: where each stands, how it is answered, and what not to write."""

from dataclasses import dataclass
from enum import StrEnum


class Part(StrEnum):
    """A part of the form, saved by itself."""

    EVERYDAY = "everyday"
    IDENTITY = "identity"
    EMERGENCY = "emergency"
    CHILDREN = "children"
    HEALTH = "health"
    WEAPONS = "weapons"
    HISTORY = "history"

    @property
    def heading(self) -> str:
        """Return the words over the part."""
        return {
            Part.EVERYDAY: "Coming to the group, and work",
            Part.IDENTITY: "Identity card seen",
            Part.EMERGENCY: "Emergency contact",
            Part.CHILDREN: "Children, and his role as a parent",
            Part.HEALTH: "Substance use and mental health",
            Part.WEAPONS: "Weapons",
            Part.HISTORY: "History of abusive behaviour",
        }[self]

    @property
    def caution(self) -> str:
        """Return what the form says above the questions where one would be tempted to write about others."""
        return CAUTIONS.get(self, "")


class FieldKind(StrEnum):
    """How a question is answered."""

    LINE = "line"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    OPTIONS = "options"
    WEEKDAYS = "weekdays"
    STAFF = "staff"
    TICK = "tick"


Options = tuple[tuple[str, str], ...]
"""Each a key that is stored, and its words."""


@dataclass(frozen=True, slots=True)
class PersonField:
    """One question; `key` is the attribute of the record and the column."""

    key: str
    label: str
    kind: FieldKind = FieldKind.LINE
    options: Options = ()
    most: int = 0
    """Of numbers, the largest that can be meant."""


HAND_OVER = "that goes into the sealed hand-over form"

CAUTIONS: dict[Part, str] = {
    Part.EMERGENCY: "Ask plainly: is this person your partner, a former partner, or the mother of a child of "
    "yours? Then it must be somebody else. Nobody to be protected may stand here.",
    Part.CHILDREN: f"Numbers and age bands only. No names, schools or addresses of children: {HAND_OVER}.",
    Part.HEALTH: f"His own health only. Write nothing about his partner or children: {HAND_OVER}.",
    Part.WEAPONS: f"Write “at a relative's”, not whose house it is, if it is hers: {HAND_OVER}.",
    Part.HISTORY: "As he and as agencies tell it. Write “his partner” and “a child”, never a name, an "
    f"address or what she herself has told: {HAND_OVER}.",
}

READING: Options = (
    ("well", "Reads and writes"),
    ("some", "With some help"),
    ("aloud", "Needs things read to him"),
    ("other", "In another language only"),
)
TRANSPORT: Options = (
    ("own", "Own vehicle"),
    ("borrowed", "Borrowed vehicle"),
    ("lift", "Is driven"),
    ("bus", "Bus or train"),
    ("foot", "On foot or by bicycle"),
    ("none", "No way to come yet"),
)
ID_KINDS: Options = (
    ("driving-licence", "Driving licence"),
    ("passport", "Passport"),
    ("identity-card", "Identity card"),
    ("other", "Other, with a photograph"),
)
PARENT_ROLES: Options = (
    ("none", "Not a parent"),
    ("lives-with", "Lives with children"),
    ("shared", "Shares the care of them"),
    ("visits", "Sees them at times"),
    ("supervised", "Sees them under supervision"),
    ("no-contact", "No contact"),
)
WEAPONS: Options = (("no", "No"), ("unknown", "Not known"), ("yes", "Yes"))
"""From least to most protective: of two answers entered apart, the last of these stands."""
SURRENDERED: Options = (
    ("not", "Not surrendered"),
    ("police", "To the police"),
    ("dealer", "To a licensed dealer"),
    ("other", "To somebody else"),
)
_MOST_CHILDREN = 30
_MOST_KM = 2000

FIELDS: dict[Part, tuple[PersonField, ...]] = {
    Part.EVERYDAY: (
        PersonField("reading", "Reading and writing", FieldKind.OPTIONS, READING),
        PersonField("transport", "How he comes", FieldKind.OPTIONS, TRANSPORT),
        PersonField("distance_km", "Distance to the group, km", FieldKind.NUMBER, most=_MOST_KM),
        PersonField("shifts", "Shifts at work"),
        PersonField("employer", "Employer"),
        PersonField("work_phone", "Work phone"),
        PersonField("work_address", "Work address"),
        PersonField("cannot_evenings", "Evenings on which he cannot", FieldKind.WEEKDAYS),
        PersonField("access_needs", "Access needs", FieldKind.TEXT),
    ),
    Part.IDENTITY: (
        PersonField("id_kind", "Kind", FieldKind.OPTIONS, ID_KINDS),
        PersonField("id_seen_by", "Seen by", FieldKind.STAFF),
        PersonField("id_seen_on", "Seen on", FieldKind.DATE),
    ),
    Part.EMERGENCY: (
        PersonField("emergency_name", "Name"),
        PersonField("emergency_relation", "Relation to him"),
        PersonField("emergency_phone", "Emergency phone"),
        PersonField("emergency_asked", "I asked: not his partner, not a former one", FieldKind.TICK),
    ),
    Part.CHILDREN: (
        PersonField("parent_role", "His role as a parent", FieldKind.OPTIONS, PARENT_ROLES),
        PersonField("children_number", "Number of children", FieldKind.NUMBER, most=_MOST_CHILDREN),
        PersonField("children_0_4", "Aged 0 to 4", FieldKind.NUMBER, most=_MOST_CHILDREN),
        PersonField("children_5_10", "Aged 5 to 10", FieldKind.NUMBER, most=_MOST_CHILDREN),
        PersonField("children_11_15", "Aged 11 to 15", FieldKind.NUMBER, most=_MOST_CHILDREN),
        PersonField("children_16_17", "Aged 16 or 17", FieldKind.NUMBER, most=_MOST_CHILDREN),
    ),
    Part.HEALTH: (
        PersonField("substance", "Substance use, now and before", FieldKind.TEXT),
        PersonField("mental_health", "Mental health", FieldKind.TEXT),
    ),
    Part.WEAPONS: (
        PersonField("weapons_access", "Has access to weapons", FieldKind.OPTIONS, WEAPONS),
        PersonField("weapons_what", "What"),
        PersonField("weapons_where", "Where kept"),
        PersonField("weapons_surrendered", "Surrendered", FieldKind.OPTIONS, SURRENDERED),
        PersonField("weapons_surrendered_on", "Surrendered on", FieldKind.DATE),
    ),
    Part.HISTORY: (
        PersonField("history_own", "His own account", FieldKind.TEXT),
        PersonField("history_agency", "As an agency tells it", FieldKind.TEXT),
        PersonField("history_agency_name", "Which agency"),
    ),
}

PERSON_FIELDS: tuple[PersonField, ...] = tuple(each for part in FIELDS.values() for each in part)
