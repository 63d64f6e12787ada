"""Names and numbers as they are compared: without case, accents and punctuation."""

import unicodedata


def folded(text: str) -> str:
    """Return `text` without case and accents, for finding."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded: a hyphen parts two words, an apostrophe stands inside one."""
    letters = (c if c.isalnum() else "" if c in "'’`´." else " " for c in folded(name))
    return tuple("".join(letters).split())


def bare_number(text: str) -> str:
    """Return a case number without anything but letters and digits: "2026-DV 123" becomes "2026dv123"."""
    return "".join(c for c in folded(text) if c.isalnum())
