"""Skills practice: which skill, practised where, how it went in his words, and the next small step.

Source 003: "Focusing more on the behavioural element through skills practice, rather than dialogue".
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

OTHER = "other"
"""No key of a list may be this: it is the box "something else" on paper."""


@dataclass(frozen=True, slots=True)
class Names:
    """A word of a list in both languages of the programme."""

    english: str
    spanish: str = ""

    def text(self, language: str = "en") -> str:
        """Return the word in "es", or in English where there is no Spanish one."""
        return self.spanish if language == "es" and self.spanish else self.english


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill that can be practised; `hint` is one sentence that says how."""

    key: str
    name: Names
    hint: Names = Names("")
    source: str = ""


class Setting(StrEnum):
    """Where a skill was practised."""

    GROUP = "group"
    HOME = "home"
    ONE_TO_ONE = "one-to-one"
    ELSEWHERE = "elsewhere"

    @property
    def label(self) -> str:
        """Return the words for it."""
        return {
            Setting.GROUP: "In the group",
            Setting.HOME: "At home",
            Setting.ONE_TO_ONE: "In a 1-2-1",
            Setting.ELSEWHERE: "Somewhere else",
        }[self]


@dataclass(frozen=True, slots=True)
class SkillPracticeDetails:
    """One time that he practised a skill, as he tells it."""

    skill: str
    """Key of a skill."""
    setting: Setting
    practised_on: date
    went: str
    """How it went, in his words."""
    helped: str = ""
    next_try: str = ""
    """The next small step."""
    step_code: str = ""
    """The session it belongs to, in the curriculum he is on; "" for none."""
