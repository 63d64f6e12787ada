"""Names as they stand on paper: first name and initial, and no more than it takes to tell people apart."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import count


def sheet_names(people: Sequence[tuple[str, str]]) -> list[str]:
    """Return "Aaron P." for each (given name, family name), in the same order, all different.

    Where two people would read the same, each gets the shortest beginning of the family name that nobody with
    the same first name shares ("Aaron Pr.", "Aaron Po."); a family name is written out, without a point, only
    where it is the beginning of the other ("Li", "Lin"). People of the same name are numbered in list order;
    somebody with one name alone is called by it.
    """
    tidied = [(_tidy(given), _tidy(family)) for given, family in people]
    cleaned = [(given, family) if given else (family, "") for given, family in tidied]
    names = []
    for given, family in cleaned:
        rivals = {other.casefold() for name, other in cleaned if name.casefold() == given.casefold()}
        names.append(f"{given} {_shortened(family, rivals - {family.casefold()})}".strip())
    return _numbered(names)


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _shortened(family: str, rivals: set[str]) -> str:
    """Return the shortest beginning of `family`, with a point, that begins none of `rivals`."""
    for end in _cuts(family):
        beginning = family[:end].casefold()
        if not any(rival.startswith(beginning) for rival in rivals):
            return f"{family[:end]}."
    return family


def _cuts(family: str) -> list[int]:
    """Return where `family` may be cut: after a letter with its accents, and never at its very end.

    A name of one letter is its own initial and may be "cut" there.
    """
    ends = []
    for at, character in enumerate(family):
        after = family[at + 1 : at + 2]
        if after and unicodedata.combining(after):
            continue
        if character.isalnum() or unicodedata.combining(character):
            ends.append(at + 1)
    return ends if len(ends) == 1 else [end for end in ends if end < len(family)]


def _numbered(names: list[str]) -> list[str]:
    """Return `names` with a number after each that occurs more than once."""
    counts = Counter(name.casefold() for name in names)
    taken = set(counts)
    result = []
    for name in names:
        label = name
        if counts[name.casefold()] > 1:
            numbered = (f"{name} ({number})" for number in count(1))
            label = next(text for text in numbered if text.casefold() not in taken)
            taken.add(label.casefold())
        result.append(label)
    return result
