"""What was due and is not any more, because its fact was taken back."""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.ids import ParticipantId


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """That a fact turned out to be none: a register corrected, an incident struck out, a step taken back."""

    on: date
    why: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class NoLongerDue:
    """What was due and is not any more, because its fact was taken back; derived, so nobody can delete it."""

    participant_id: ParticipantId
    name: str
    what: str
    to: str
    fact: str
    withdrawn: Withdrawn
    citation: str

    @property
    def title(self) -> str:
        """Return what was due, to whom, and by which fact."""
        to = f": tell {self.to}" if self.to else ""
        return f"{self.what[:1].upper()}{self.what[1:]}{to} · {self.fact}"

    @property
    def reason(self) -> str:
        """Return why it is due no more, since when, by whom, and by which rule it was due."""
        by = f" · by {self.withdrawn.by}" if self.withdrawn.by else ""
        when = day_in_words(self.withdrawn.on)
        return f"{self.withdrawn.why} · {when}{by} · it was due by {self.citation}"
