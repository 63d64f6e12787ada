"""What a bundle carries, in words for the person who writes or reads it."""

from collections import Counter
from collections.abc import Iterable

from bipdesk.domain.sync import op
from bipdesk.domain.sync.bundle import BundleContents, Item

WORDS = {
    "participant": ("participant", "participants"),
    "referral": ("referral or change of one", "referrals or changes of them"),
    "waiver": ("waiver", "waivers"),
    "attendance": ("attendance entry", "attendance entries"),
    "individual_session": ("1-2-1, review or catch-up", "1-2-1s, reviews or catch-ups"),
    "_subject": ("waiver opened or ended", "waivers opened or ended"),
}
OTHER = ("other entry", "other entries")
"""A table of a later version: its name is not ours, and is not shown."""


def in_words(contents: BundleContents) -> tuple[str, ...]:
    """Return what a bundle of our own carries, one line per kind of entry; of nothing, nothing."""
    return counted_in_words(contents.items)


def counted_in_words(items: Iterable[Item]) -> tuple[str, ...]:
    """Return these entries of a bundle, all of which can be read, counted by kind: one line for each."""
    tables = Counter(_kind(item.body) for item in items if item.body is not None)
    return tuple(_counted(tables[table], WORDS.get(table, OTHER)) for table in (*WORDS, "") if tables[table])


def _kind(body: str) -> str:
    table = op.parse(body).table
    return table if table in WORDS else ""


def _counted(number: int, words: tuple[str, str]) -> str:
    return f"{number} {words[0] if number == 1 else words[1]}"
