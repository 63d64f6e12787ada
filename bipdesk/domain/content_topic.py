"""The eight topics that programmes cover on the whole (Source 003), by which sessions are tagged."""

from collections.abc import Iterator
from dataclasses import dataclass

from bipdesk.domain.resource_table import read_resource


@dataclass(frozen=True, slots=True)
class ContentTopic:
    """One topic in the words of its source; `number` is its place there, from 1."""

    key: str
    number: int
    words: str


@dataclass(frozen=True, slots=True)
class ContentTopics:
    """All topics in the order of their source."""

    source: str
    topics: tuple[ContentTopic, ...]

    def __iter__(self) -> Iterator[ContentTopic]:
        return iter(self.topics)

    def numbers(self, keys: tuple[str, ...]) -> tuple[int, ...]:
        """Return the numbers of these topics in order; a key that is no topic here is left out."""
        return tuple(topic.number for topic in self.topics if topic.key in keys)

    def known(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        """Return these keys in the order of the source, each once; one that is no topic is left out."""
        return tuple(topic.key for topic in self.topics if topic.key in keys)


def parse_topics(text: str, file: str) -> ContentTopics:
    """Return the topics written in `text` (TOML); `file` is the name to show in errors.

    Raises `ResourceInvalid` (file, where, reason) for the first thing that is wrong.
    """
    table = read_resource(text, file)
    source = table.text("source")
    found: list[ContentTopic] = []
    for number, inner in enumerate(table.tables("topics", "topic"), 1):
        key = inner.key("key")
        if any(topic.key == key for topic in found):
            inner.refuse("key", f"'{key}' is used by an earlier topic")
        found.append(ContentTopic(key, number, inner.text("words")))
        inner.done()
    table.done()
    return ContentTopics(source, tuple(found))
