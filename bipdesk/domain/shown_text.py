"""Text from another office as it may be shown: one line, a bearable length, nothing that rules the screen."""

import unicodedata

MOST_SHOWN = 200
DOTS = "…"
_RULING = frozenset({"Cc", "Cs", "Zl", "Zp"})
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that turn the direction of what follows; letters bring their own direction along."""


def shown(text: str) -> str:
    """Return `text` on one line of at most MOST_SHOWN characters, without control characters."""
    begun = text[: MOST_SHOWN * 4]  # a name may be a megabyte; the rest is not looked at
    kept = "".join(c if _is_plain(c) else " " for c in begun)
    line = " ".join(kept.split())
    return line if len(line) <= MOST_SHOWN else line[: MOST_SHOWN - 1] + DOTS


def _is_plain(character: str) -> bool:
    return character not in _DIRECTION and unicodedata.category(character) not in _RULING
