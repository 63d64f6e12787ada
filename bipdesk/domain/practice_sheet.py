"""The worksheets of the practice record: what is printed, with room to write or with what he entered.

A filled sheet holds his own entries and no name; the facilitators' view of a chain is not among them.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from bipdesk.domain.chain import ChainDetails
from bipdesk.domain.control_log import ControlLogDetails
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.domain.site import Paper
from bipdesk.domain.skill import SkillPracticeDetails


class Worksheet(StrEnum):
    """The worksheets there are; homework can name one by its key."""

    CHAIN = "chain"
    CONTROL_LOG = "control-log"
    SKILLS = "skills"

    @property
    def label(self) -> str:
        """Return what it is called on screen."""
        return {
            Worksheet.CHAIN: "Chain of events",
            Worksheet.CONTROL_LOG: "Control log",
            Worksheet.SKILLS: "Skills practice",
        }[self]


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What every worksheet has: the lists to choose from, paper, language, and what it is filed by."""

    lists: PracticeLists
    paper: Paper = Paper.A4
    language: str = "en"
    case_number: str = ""
    session: str = ""
    """The title of the session it was set in."""


@dataclass(frozen=True, slots=True)
class ChainSheet:
    """A chain of events on paper; without details it is blank."""

    head: SheetHead
    details: ChainDetails | None = None


@dataclass(frozen=True, slots=True)
class ControlLogSheet:
    """A control log on paper; without details it is blank."""

    head: SheetHead
    details: ControlLogDetails | None = None


@dataclass(frozen=True, slots=True)
class SkillsSheet:
    """Skills practice on paper, oldest first; without entries it is blank."""

    head: SheetHead
    entries: tuple[SkillPracticeDetails, ...] = ()


def chain_sheet(head: SheetHead, details: ChainDetails) -> ChainSheet:
    """Return a filled sheet for him: what the facilitators wrote of the effects stays in the file."""
    return ChainSheet(head, replace(details, staff_view=""))
