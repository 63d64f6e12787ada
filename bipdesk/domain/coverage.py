"""Which of the eight topics of Source 003 a curriculum covers, and when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.content_topic import ContentTopic, ContentTopics
from bipdesk.domain.curriculum import Curriculum, Step


@dataclass(frozen=True, slots=True)
class CoveredIn:
    """One step that covers a topic, with its date in a running group where it has one."""

    step: Step
    on_date: date | None


@dataclass(frozen=True, slots=True)
class TopicCoverage:
    """One topic and the steps that cover it, in order."""

    topic: ContentTopic
    places: tuple[CoveredIn, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All topics in the order of their source; `group_name` is "" for the bare sequence."""

    curriculum: Curriculum
    topics: tuple[TopicCoverage, ...]
    source: str
    group_name: str = ""

    @property
    def uncovered(self) -> tuple[ContentTopic, ...]:
        """Return the topics that no session is tagged with."""
        return tuple(each.topic for each in self.topics if not each.places)

    @property
    def untagged(self) -> int:
        """Return how many group sessions are tagged with no topic."""
        return sum(not step.topics for step in self.curriculum.group_steps)


def coverage_of(
    curriculum: Curriculum, topics: ContentTopics, dates: Mapping[str, date], group_name: str = ""
) -> Coverage:
    """Return what the curriculum covers; `dates` are those of a running group, by step code."""
    return Coverage(
        curriculum,
        tuple(
            TopicCoverage(
                topic,
                tuple(
                    CoveredIn(step, dates.get(step.code))
                    for step in curriculum.steps
                    if topic.key in step.topics
                ),
            )
            for topic in topics
        ),
        topics.source,
        group_name,
    )
