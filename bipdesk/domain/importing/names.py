"""Names in one cell: taken apart when only one way is possible, asked about otherwise."""

import re
from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.importing.fields import plain

_BETWEEN = re.compile(r"\s*/\s*|\s*;\s*|\s+(?:aka|a\.k\.a\.?|alias|or|also|formerly|formally)\s+", re.I)
_BOTH = re.compile(r"\s+(?:and|y|und)\s+|\s*[&+]\s*", re.I)
_IN_BRACKETS = re.compile(r"(.*?)\s*[(\[“\"]\s*(.+?)\s*[)\]”\"]\s*(.*)")
_TITLE = re.compile(r"(?:mr|mister|sr|señor|don|dr)\.?\s+", re.I)


class NameOrder(StrEnum):
    """In which order a column writes a whole name; a comma always ends the family name."""

    GIVEN_FIRST = "given-first"
    FAMILY_FIRST = "family-first"

    @property
    def label(self) -> str:
        """Return the words for the choice."""
        return (
            "Given name first (Jon Smith)"
            if self is NameOrder.GIVEN_FIRST
            else ("Family name first (Smith Jon)")
        )


@dataclass(frozen=True, slots=True)
class NameReading:
    """A name taken apart; or the ways in which it could be, as "Family, Given"."""

    family_name: str = ""
    given_name: str = ""
    reason: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    """The name to take and the other name, which becomes a name used."""
    order_asked: bool = False
    """The order of the whole column would settle it."""


def several_names(text: str) -> tuple[str, ...]:
    """Return the names that one cell holds: `J. Smith / Jon Smith`, `Jon Smith (Jonny)`; or nothing."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    if len(parts) == 1 and (found := _IN_BRACKETS.fullmatch(text)):
        parts = [" ".join(f"{found[1]} {found[3]}".split()), found[2]]
    if len(parts) == 1:
        parts = [part for part in _BOTH.split(text) if part.strip()]
    kept = tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))
    return kept if len(kept) > 1 else ()


def read_name(text: str, order: NameOrder | None) -> NameReading:
    """Take a whole name apart; what can be read in more than one way is asked."""
    if len(names := several_names(text)) > 1:
        choices = tuple((name, "; ".join(other for other in names if other != name)) for name in names)
        return NameReading(reason="two names stand in one cell: which is the name?", choices=choices)
    if any(each.isdigit() for each in text):
        return NameReading(reason="a name has no figures in it")
    words = _TITLE.sub("", text, count=1) if _TITLE.match(text) else text
    family, comma, given = (part.strip() for part in words.partition(","))
    if comma and family and given and "," not in given:
        return NameReading(family, given)
    parts = words.replace(",", " ").split()
    if comma or len(parts) < 2:
        return NameReading(reason="family name and given name are both needed: write “Family, Given”")
    if len(parts) > 2:
        choices = tuple((way, "") for way in _ways(parts, order))
        return NameReading(reason="where the family name begins cannot be told", choices=choices)
    if order is None:
        return NameReading(
            reason="it cannot be told which is the family name",
            choices=((f"{parts[1]}, {parts[0]}", ""), (f"{parts[0]}, {parts[1]}", "")),
            order_asked=True,
        )
    return NameReading(*(reversed(parts) if order is NameOrder.GIVEN_FIRST else parts))


def _ways(parts: list[str], order: NameOrder | None) -> list[str]:
    cuts = range(1, len(parts))
    given_first = [f"{' '.join(parts[cut:])}, {' '.join(parts[:cut])}" for cut in reversed(cuts)]
    family_first = [f"{' '.join(parts[:cut])}, {' '.join(parts[cut:])}" for cut in cuts]
    if order is None:
        return given_first + family_first
    return given_first if order is NameOrder.GIVEN_FIRST else family_first


def name_problem(text: str) -> str:
    """Return what is wrong with a name in a column of its own; empty when nothing is."""
    if any(each.isdigit() for each in text):
        return "a name has no figures in it"
    if not any(each.isalpha() for each in text):
        return "this is no name"
    return ""


def same_name(family: str, given: str) -> str:
    """Return the key under which one name is one name: small letters, no accents, no signs."""
    return f"{plain(family)}|{plain(given)}"
