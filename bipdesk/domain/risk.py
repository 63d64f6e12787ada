"""Risk: what licensed tools said, red flags that are open, and the plan that manages it.

Of a licensed tool the program holds its score, level, date and scorer alone: no items, no wording, no sum of
its own, and never a single percentage. What she says of her risk is the safety officer's and never here.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import ParticipantId, Seen, StaffId

_THREE = ("low", "medium", "high")
_CATEGORIES = ("1", "2", "3", "4", "5", "6", "7")


class Tool(StrEnum):
    """A licensed tool; the Danger Assessment is hers and the officer's, so it is not among them."""

    DASH = "dash"
    SARA = "sara"
    B_SAFER = "b-safer"
    ODARA = "odara"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return what the tool is called."""
        return _TOOL_NAMES[self]

    @property
    def levels(self) -> tuple[tuple[str, str], ...]:
        """Return the levels of the tool, from the lowest: what is stored, and the tool's own word."""
        return _LEVELS[self]

    @property
    def most(self) -> int:
        """Return the highest score of the tool; 0 for a tool without one."""
        return {Tool.DASH: 24, Tool.SARA: 40, Tool.ODARA: 13, Tool.OTHER: 1000}.get(self, 0)

    @property
    def remark(self) -> str:
        """Return what to know when a result of this tool is entered."""
        return _REMARKS[self]


_TOOL_NAMES = {
    Tool.DASH: "DASH",
    Tool.SARA: "SARA",
    Tool.B_SAFER: "B-SAFER",
    Tool.ODARA: "ODARA",
    Tool.OTHER: "Another tool",
}
_LEVELS = {
    Tool.DASH: tuple(zip(_THREE, ("Standard", "Medium", "High"), strict=True)),
    Tool.SARA: tuple(zip(_THREE, ("Low", "Moderate", "High"), strict=True)),
    Tool.B_SAFER: tuple(zip(_THREE, ("Low", "Moderate", "High"), strict=True)),
    Tool.ODARA: tuple((code, f"Category {code}") for code in _CATEGORIES),
    Tool.OTHER: tuple(zip(_THREE, ("Low", "Medium", "High"), strict=True)),
}
_REMARKS = {
    Tool.DASH: "Only a result that an agency has sent for his file. What she told the safety officer stays "
    "on her side.",
    Tool.SARA: "The summary rating of the person who is trained in it; the manual has the items.",
    Tool.B_SAFER: "It has no score and no cut-off: enter the rating of the trained person.",
    Tool.ODARA: "Score and category from the form; only those who are trained may score it.",
    Tool.OTHER: "Its name, its result, and who is trained to give it.",
}
LEVEL_ORDER = ("", *_CATEGORIES, *_THREE)
"""From least to most protective: of two levels entered apart for one assessment the last of these stands."""


@dataclass(frozen=True, slots=True)
class AssessmentDetails:
    """The result of a tool, as its scorer gave it, and a judgement that departs from it, with its reason."""

    tool: Tool
    tool_level: str
    """What the tool said: a key of `tool.levels`."""
    level: str
    """What stands: the tool's level, or the one that judgement put in its place."""
    assessed_on: date
    scorer: str
    """Who scored it: somebody trained in the tool, here or at an agency."""
    score: int | None = None
    override_reason: str = ""
    tool_name: str = ""
    """Of another tool."""

    @property
    def is_overridden(self) -> bool:
        """Say whether judgement put another level in the place of the tool's."""
        return self.level != self.tool_level

    @property
    def level_words(self) -> str:
        """Return the word for the level that stands."""
        return dict(self.tool.levels).get(self.level, self.level)

    @property
    def tool_level_words(self) -> str:
        """Return the tool's own word for what it said."""
        return dict(self.tool.levels).get(self.tool_level, self.tool_level)

    @property
    def tool_words(self) -> str:
        """Return what the tool is called."""
        return self.tool_name if self.tool is Tool.OTHER and self.tool_name else self.tool.label

    @property
    def height(self) -> float:
        """Return how high the level is among those of its tool, from 0.0 to 1.0."""
        keys = [key for key, _ in self.tool.levels]
        return keys.index(self.level) / (len(keys) - 1) if self.level in keys else 1.0


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment on file."""

    assessment_id: UUID
    seen: Seen
    details: AssessmentDetails


class FlagKind(StrEnum):
    """The red flags that research has found before killings and serious harm (practice, section 3)."""

    SEPARATION = "separation"
    STRANGULATION = "strangulation"
    THREAT_TO_KILL = "threat-to-kill"
    SUICIDE = "suicide"
    WEAPON = "weapon"
    STALKING = "stalking"
    ESCALATION = "escalation"
    SEXUAL_VIOLENCE = "sexual-violence"
    PREGNANCY = "pregnancy"
    HARM_TO_CHILDREN = "harm-to-children"
    HARM_TO_ANIMALS = "harm-to-animals"
    BREACH = "breach"
    NEW_PARTNER = "new-partner"
    JOB_LOSS = "job-loss"
    RELAPSE = "relapse"
    DROP_OUT = "drop-out"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the words for this flag."""
        return _FLAG_WORDS[self]


_FLAG_WORDS = {
    FlagKind.SEPARATION: "Separation, recent or planned",
    FlagKind.STRANGULATION: "Strangulation",
    FlagKind.THREAT_TO_KILL: "Threats to kill",
    FlagKind.SUICIDE: "Threats or thoughts of suicide",
    FlagKind.WEAPON: "Access to weapons, or their use",
    FlagKind.STALKING: "Stalking or monitoring",
    FlagKind.ESCALATION: "Violence more often or worse",
    FlagKind.SEXUAL_VIOLENCE: "Sexual violence",
    FlagKind.PREGNANCY: "Violence in pregnancy",
    FlagKind.HARM_TO_CHILDREN: "Harm to children, or threats of it",
    FlagKind.HARM_TO_ANIMALS: "Harm to animals",
    FlagKind.BREACH: "Breach of an order",
    FlagKind.NEW_PARTNER: "New partner",
    FlagKind.JOB_LOSS: "Loss of work",
    FlagKind.RELAPSE: "Relapse into substance use",
    FlagKind.DROP_OUT: "Dropped out, or was expelled",
    FlagKind.OTHER: "Something else",
}


class Provenance(StrEnum):
    """Who said it; what a partner has said never enters these records."""

    HIS = "his"
    AGENCY = "agency"
    STAFF = "staff"

    @property
    def label(self) -> str:
        """Return the words for this provenance."""
        return {"his": "His account", "agency": "An agency", "staff": "Seen or heard by staff"}[self.value]


class Visibility(StrEnum):
    """Who of the staff reads it, from the least to the most protective."""

    TEAM = "team"
    COORDINATOR = "coordinator"

    @property
    def label(self) -> str:
        """Return the words for this visibility."""
        return "The team" if self is Visibility.TEAM else "Coordinators only"

    @classmethod
    def read_by(cls, coordinator: bool) -> tuple["Visibility", ...]:
        """Return what a coordinator reads, or anybody else."""
        return tuple(cls) if coordinator else (cls.TEAM,)


class FlagState(StrEnum):
    """Whether a flag stands, from the least to the most protective."""

    CLOSED = "closed"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class FlagDetails:
    """What was seen or told, by whom, who reads it, what is done, and when it is looked at again."""

    kind: FlagKind
    detail: str
    provenance: Provenance
    raised_on: date
    review_on: date
    action: str
    source: str = ""
    """Of an agency, which."""
    visibility: Visibility = Visibility.TEAM


@dataclass(frozen=True, slots=True)
class RedFlag:
    """A red flag on file."""

    flag_id: UUID
    seen: Seen
    details: FlagDetails
    state: FlagState
    raised_by: str
    closed_on: date | None = None
    closed_reason: str = ""


@dataclass(frozen=True, slots=True)
class ActionDetails:
    """A step of the plan: what, whose it is, by when."""

    what: str
    owner: StaffId
    by_on: date


@dataclass(frozen=True, slots=True)
class PlanAction:
    """A step of the plan on file."""

    action_id: UUID
    seen: Seen
    details: ActionDetails
    owner_name: str
    done_on: date | None = None
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class RiskFile:
    """All that the tab shows of one participant, as the person who is signed in may see it."""

    participant_id: ParticipantId
    assessments: tuple[Assessment, ...]
    """Newest first."""
    flags: tuple[RedFlag, ...]
    """Open ones first, the soonest to be looked at first of all."""
    actions: tuple[PlanAction, ...]
    """Those to be done first, by date."""
    reassess: tuple[str, ...]
    """Why the risk is to be assessed anew, in words; empty when it is not."""
    reassess_by: date | None
    staff: tuple[tuple[StaffId, str], ...]
    may_restrict: bool
    """The person signed in is a coordinator."""
    conflicts: tuple[str, ...] = ()
    """What two people changed without seeing each other's change; the more protective value is shown."""
