"""A form on paper for an evening without power: what stands on it, and nothing about anybody.

Any part of the program describes its form with these values; `export.reports.blank_form` draws them.
"""

from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.site import Paper


class BlankKind(StrEnum):
    """How a line is answered by hand."""

    LINE = "line"
    LINES = "lines"
    TICK_ONE = "tick-one"
    TICK_SEVERAL = "tick-several"
    SCALE = "scale"
    DATE = "date"
    NUMBER = "number"
    YES_NO = "yes-no"
    CRITERION = "criterion"
    WORDS = "words"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class BlankLine:
    """One question; `options` are the words beside the boxes, or the points of a scale."""

    label: str
    kind: BlankKind = BlankKind.LINE
    options: tuple[str, ...] = ()
    hint: str = ""
    rule: str = ""
    """When it is answered, or what it accepts: "only if 3 is Yes"."""
    lines: int = 1
    """How many ruled lines there are to write on, for LINES."""
    number: bool = True
    """Whether it counts among the numbered questions."""


@dataclass(frozen=True, slots=True)
class BlankSection:
    """Lines under a heading; `copies` is how often what repeats is printed."""

    title: str
    lines: tuple[BlankLine, ...]
    note: str = ""
    rule: str = ""
    copies: int = 1


@dataclass(frozen=True, slots=True)
class BlankForm:
    """All that is on the paper."""

    title: str
    sections: tuple[BlankSection, ...]
    subtitle: str = ""
    foot: str = ""
    """At the foot of each page: which form and which version it is."""
    paper: Paper = Paper.A4
    language: str = "en"
    about: str = ""
    """What is asked first at the top: by default the case number, for a form about an agency its name."""
