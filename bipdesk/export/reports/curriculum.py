"""The printed curriculum: which of the eight topics it covers when, then every session with its aims."""

from collections.abc import Iterator

from bipdesk.domain.curriculum import Block, Curriculum, Step
from bipdesk.domain.curriculum_paper import CurriculumPaper
from bipdesk.domain.day_words import day_in_words
from bipdesk.export.layout.page import PageDrawing
from bipdesk.export.layout.prose import STRONG, Prose
from bipdesk.export.layout.words import ENGLISH

TOPICS = "Which of the eight topics, and when?"
NOT_TAGGED = "No session is tagged with it"
_LABEL_MM = 92.0
_SESSION_MM = 14.0
"""A session's name never stands alone at the foot of a page."""


def render_curriculum(paper: CurriculumPaper) -> bytes:
    """Return the curriculum as PDF bytes; the same curriculum always gives the same bytes."""
    coverage = paper.coverage
    curriculum = coverage.curriculum
    page = PageDrawing(paper.paper, curriculum.name, ENGLISH.language)
    prose = Prose(page, f"{paper.programme_name} · {curriculum.name}", ENGLISH.page)
    prose.small(paper.programme_name)
    prose.title(curriculum.name)
    prose.pairs(tuple(_head(paper, curriculum)))
    prose.heading(TOPICS)
    prose.pairs(
        [
            (
                f"{topic.topic.number}. {topic.topic.words}",
                "; ".join(_dated(place.step, paper) for place in topic.places) or NOT_TAGGED,
            )
            for topic in coverage.topics
        ],
        _LABEL_MM,
        1.6,
    )
    prose.small(coverage.source)
    for block in curriculum.blocks:
        _put_block(prose, block, paper)
    return prose.finish()


def _head(paper: CurriculumPaper, curriculum: Curriculum) -> Iterator[tuple[str, str]]:
    minutes = curriculum.session_minutes
    yield "Comes from", curriculum.source
    yield "Version", str(curriculum.version)
    yield "Steps", f"{len(curriculum.steps)}, {len(curriculum.group_steps)} of them in the group"
    yield "A group session takes", f"{minutes} minutes" if minutes else "no length is named"
    if paper.coverage.group_name:
        yield "Dates of", paper.coverage.group_name
    yield "Printed on", day_in_words(paper.printed_on)


def _put_block(prose: Prose, block: Block, paper: CurriculumPaper) -> None:
    prose.heading(block.name)
    numbers = {topic.topic.key: topic.topic.number for topic in paper.coverage.topics}
    for step in block.steps:
        prose.keep(_SESSION_MM)
        prose.paragraph(_dated(step, paper), STRONG, after=0.8)
        covers = ", ".join(str(numbers[key]) for key in step.topics if key in numbers)
        said = [*([", ".join(step.uses)] if step.uses else []), *([f"Topics {covers}"] if covers else [])]
        if said:
            prose.small(". ".join(said))
        if step.aims:
            prose.bullets(step.aims)


def _dated(step: Step, paper: CurriculumPaper) -> str:
    on_date = paper.dates.get(step.code)
    return step.title if on_date is None else f"{step.title}, {day_in_words(on_date)}"
