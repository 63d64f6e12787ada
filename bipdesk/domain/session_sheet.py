"""The session sheet: what the coordinator prints before a group, and nothing beyond it.

It goes round the table to be signed, so it holds first names and initials (`sheet_names`), no risk, no debts,
and nothing about anybody who is not in the room.
"""

from dataclasses import dataclass, field
from datetime import date, time

from bipdesk.domain.site import DangerPanel, Paper


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One participant on the sheet, in the order of the register."""

    name: str
    """As `sheet_names` gives it: "Aaron P."."""
    remark: str = ""
    """Practical and fit for everybody's eyes: "Interpreter: Spanish". A catch-up owed is not."""


@dataclass(frozen=True, slots=True)
class SessionSheet:
    """All that is on the sheet; what is empty prints as room to write."""

    programme_name: str
    """The neutral name for paper."""
    group_name: str
    title: str
    """For example "My Thinking 5"."""
    number: str
    """For example "Group session 11 of 24", in the language of the sheet."""
    on_date: date
    starts_at: time
    ends_at: time
    place: str
    facilitators: tuple[str, ...]
    aims: tuple[str, ...]
    """Empty unless the programme wrote them."""
    lines: tuple[SheetLine, ...]
    spare_lines: int = 2
    """Blank lines for those who join on the evening."""
    danger: DangerPanel = field(default_factory=DangerPanel)
    paper: Paper = Paper.A4
    language: str = "en"
    """Of the printed words: "en" or "es"; any other prints in English."""
