"""What the programme and an agency did together (Source 002), and what was to follow from it by when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bipdesk.domain.ids import AgencyId, JointWorkId, Seen


class WorkKind(StrEnum):
    """What was done together."""

    MEETING = "meeting"
    CONSULTATION = "consultation"
    CROSS_TRAINING = "cross-training"
    REFERRED_TO_THEM = "referred-to-them"
    REFERRED_BY_THEM = "referred-by-them"
    NETWORK = "network"
    COMMUNITY_EDUCATION = "community-education"

    @property
    def label(self) -> str:
        """Return the words for this kind."""
        return {
            WorkKind.MEETING: "Meeting",
            WorkKind.CONSULTATION: "Consultation",
            WorkKind.CROSS_TRAINING: "Cross-training",
            WorkKind.REFERRED_TO_THEM: "Referral to them",
            WorkKind.REFERRED_BY_THEM: "Referral from them",
            WorkKind.NETWORK: "Network",
            WorkKind.COMMUNITY_EDUCATION: "Community education",
        }[self]


@dataclass(frozen=True, slots=True)
class WorkDetails:
    """What is asked about one thing done together."""

    kind: WorkKind
    on_date: date
    agency_id: AgencyId | None = None
    """None for what was done with nobody in particular: a talk in a village, a network."""
    who: str = ""
    """Who took part, of the agency and of the programme."""
    what: str = ""
    next_step: str = ""
    next_by: date | None = None
    next_done_on: date | None = None


@dataclass(frozen=True, slots=True)
class JointWork:
    """One thing done together with the token of what is stored."""

    work_id: JointWorkId
    seen: Seen
    details: WorkDetails
    agency_name: str = ""
    """Empty where there is no agency."""

    @property
    def is_open(self) -> bool:
        """Say whether a next step is still to be taken."""
        return bool(self.details.next_step.strip()) and self.details.next_done_on is None


def first_open_step(work: tuple[JointWork, ...]) -> JointWork | None:
    """Return what has the open next step that is due first; one without a date comes last."""
    waiting = [one for one in work if one.is_open]
    return min(waiting, key=lambda one: one.details.next_by or date.max, default=None)
