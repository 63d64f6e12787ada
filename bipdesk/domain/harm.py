"""Thoughts of suicide or of killing somebody: asked on a day; what is there now is acted on that day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from bipdesk.domain.ids import Seen


class HarmAnswer(StrEnum):
    """What he answered."""

    NOT_ASKED = ""
    NONE = "none"
    PAST = "past"
    NOW = "now"

    @property
    def label(self) -> str:
        """Return the word for this answer."""
        words = {"": "Not asked", "none": "None", "past": "In the past", "now": "Now"}
        return words[self.value]


@dataclass(frozen=True, slots=True)
class HarmAsked:
    """What was asked and answered on one day; `remark` holds his words, and nobody's name."""

    asked_on: date
    suicidal: HarmAnswer
    homicidal: HarmAnswer
    remark: str = ""

    @property
    def is_now(self) -> bool:
        """Say whether something must be done the same day."""
        return HarmAnswer.NOW in (self.suicidal, self.homicidal)


@dataclass(frozen=True, slots=True)
class HarmEnquiry:
    """One asking, and what was done about it."""

    enquiry_id: UUID
    seen: Seen
    asked: HarmAsked
    asked_by: str
    """The name of the staff member."""
    done: str = ""
    done_on: date | None = None
    done_by: str = ""

    @property
    def is_urgent(self) -> bool:
        """Say whether it is still to be acted on."""
        return self.asked.is_now and not self.done


WHAT_TO_DO: dict[str, tuple[str, ...]] = {
    "suicidal": (
        "Do not leave him alone. If he may act on it, call the emergency number now (F9).",
        "Otherwise see him today to a crisis service or doctor, and agree who is with him tonight.",
        "Ask about means: weapons, tablets. Tell the coordinator today.",
        "It is a danger sign for others too: tell the safety officer today.",
    ),
    "homicidal": (
        "If anybody may be in danger now, call the police first (F9). You need nobody's leave for it.",
        "Tell the safety officer and the coordinator today, by word of mouth. Whom he means is not written "
        "here: it goes to her in the hand-over form.",
        "Do not tell him who is being warned. Do not let him leave with a weapon without telling the police.",
        "Write a risk note, and reassess the risk.",
    ),
}
"""What to do the same day, for each of the two kinds."""
