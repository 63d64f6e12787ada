"""What a bundle carries, in words for the person who writes or reads it."""

from collections import Counter
from collections.abc import Iterable

from bipdesk.domain.sync import op
from bipdesk.domain.sync.bundle import BundleContents

WORDS = {
    "participant": ("participant", "participants"),
    "referral": ("referral or change of one", "referrals or changes of them"),
    "waiver": ("waiver", "waivers"),
    "attendance": ("attendance entry", "attendance entries"),
    "individual_session": ("1-2-1, review or catch-up", "1-2-1s, reviews or catch-ups"),
    "_subject": ("waiver opened or ended", "waivers opened or ended"),
}


def in_words(contents: BundleContents) -> tuple[str, ...]:
    """Return what a bundle carries, one line per kind of entry; empty when there is nothing new."""
    tables = Counter(op.parse(item.body).table for item in contents.items if item.body is not None)
    return tuple(_counted(number, WORDS.get(table, (table, table))) for table, number in _ordered(tables))


def _ordered(tables: Counter[str]) -> Iterable[tuple[str, int]]:
    places = list(WORDS)
    return sorted(
        tables.items(), key=lambda pair: places.index(pair[0]) if pair[0] in places else len(places)
    )


def _counted(number: int, words: tuple[str, str]) -> str:
    return f"{number} {words[0] if number == 1 else words[1]}"
