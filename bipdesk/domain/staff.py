"""The people who work with the program and what each of them may do."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.ids import StaffId

Guard = Callable[[], None]
"""Raises NotAllowed for somebody whose role does not cover what she is about to do."""


class Role(StrEnum):
    """A role; the safety officer's excludes the others."""

    FACILITATOR = "facilitator"
    SAFETY_OFFICER = "safety-officer"
    COORDINATOR = "coordinator"
    COUNTY = "county"

    @property
    def label(self) -> str:
        """Return the words for this role."""
        return {
            Role.FACILITATOR: "Facilitator",
            Role.SAFETY_OFFICER: "Women's Safety Officer",
            Role.COORDINATOR: "Coordinator",
            Role.COUNTY: "County office",
        }[self]


class Sex(StrEnum):
    """What somebody on the staff wants recorded: some places ask for a man and a woman to lead a group."""

    UNSAID = ""
    WOMAN = "woman"
    MAN = "man"
    OTHER = "other"

    @property
    def label(self) -> str:
        """Return the word for it."""
        return "Not recorded" if self is Sex.UNSAID else self.value.capitalize()


@dataclass(frozen=True, slots=True)
class StaffMember:
    """A person with an account."""

    staff_id: StaffId
    name: str
    roles: frozenset[Role]
    sex: Sex = Sex.UNSAID

    @property
    def role_words(self) -> str:
        """Return the roles in words, as beside the name in the window."""
        return ", ".join(role.label for role in Role if role in self.roles)
