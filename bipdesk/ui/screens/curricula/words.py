"""Curricula in words."""

from datetime import date

from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.coverage import Coverage, TopicCoverage
from bipdesk.domain.curriculum import Block, Curriculum, Step, StepKind
from bipdesk.domain.curriculum_page import CurriculumLine, DraftLine
from bipdesk.domain.own_curriculum import AttachedFile, OwnRelease
from bipdesk.ui.format import counted, joined, short_date

KINDS = {
    StepKind.GROUP: ("group session", "group sessions"),
    StepKind.ONE_TO_ONE: ("1-2-1 session", "1-2-1 sessions"),
    StepKind.REVIEW: ("review", "reviews"),
}
FILE_KINDS = {"pdf": "PDF", "png": "picture", "jpeg": "picture", "text": "text"}
NO_LENGTH = "no length named"


def length_words(curriculum: Curriculum) -> str:
    """Return "29 sessions, 24 in the group, 150 minutes each"."""
    steps, group = len(curriculum.steps), len(curriculum.group_steps)
    minutes = curriculum.session_minutes
    each = f"{minutes} minutes each" if minutes else NO_LENGTH
    if steps == group:
        return f"{counted(group, *KINDS[StepKind.GROUP])}, {each}"
    return f"{counted(steps, 'step', 'steps')}, {group} in the group, {each}"


def line_detail(line: CurriculumLine, topics: int) -> str:
    """Return what the list says under the name of a curriculum."""
    run_by = f"run by {', '.join(line.groups)}" if line.groups else ""
    covered = f"{line.covered} of {topics} topics tagged" if line.covered else "no topics tagged"
    return joined(length_words(line.curriculum), release_words(line.release), run_by, covered)


def release_words(release: OwnRelease | None) -> str:
    """Return "version 2, released on 3 Nov by C. Rivers", or "" for one that came with the program."""
    if release is None:
        return ""
    by = f" by {release.by}" if release.by else ""
    return f"version {release.curriculum.version}, released on {short_date(release.released_on)}{by}"


def draft_title(line: DraftLine) -> str:
    """Return the name that the draft has now."""
    draft = line.stored.draft
    if draft is None:
        return "A draft of a newer program"
    return draft.name.strip() or "Without a name yet"


def draft_detail(line: DraftLine) -> str:
    """Return what the list says under the name of a draft."""
    stored = line.stored
    begun = f"begun on {short_date(stored.begun_on)}" + (f" by {stored.by}" if stored.by else "")
    copy = f"from “{line.based_on}”" if line.based_on else ""
    if stored.draft is None:
        return joined("Bring the program up to date to open it", begun)
    if not line.faults:
        return joined("Ready to be released", begun, copy)
    return joined(f"{counted(line.faults, 'thing', 'things')} to do before it can be released", begun, copy)


def block_caption(block: Block, curriculum: Curriculum) -> str:
    """Return "Six group sessions · after Foundation"."""
    names = {each.key: each.name for each in curriculum.blocks}
    keys = [each.key for each in curriculum.blocks]
    place = keys.index(block.key)
    if not block.after:
        after = "" if place == 0 else "may come at any time"
    elif place and block.after == (keys[place - 1],):
        after = ""
    else:
        after = "after " + ", ".join(names.get(key, key) for key in block.after)
    return joined(counted(len(block.steps), *KINDS[block.kind], words=True), after)


def step_detail(step: Step, topics: ContentTopics, files: tuple[AttachedFile, ...]) -> str:
    """Return what is known of a session: what is used, how many aims, topics and files."""
    return joined(
        content_words(len(step.aims), topics.numbers(step.topics), step.uses),
        counted(len(files), "file", "files") if files else "",
    )


def content_words(aims: int, numbers: tuple[int, ...], uses: tuple[str, ...]) -> str:
    """Return "Control log · 2 aims · topics 1, 3", or "" where there is none of them."""
    listed = ", ".join(str(number) for number in numbers)
    return joined(
        ", ".join(uses),
        counted(aims, "aim", "aims") if aims else "",
        f"{'topic' if len(numbers) == 1 else 'topics'} {listed}" if numbers else "",
    )


def coverage_words(coverage: Coverage) -> str:
    """Return in a sentence or two which topics are covered, and which are not."""
    missing = coverage.uncovered
    if len(missing) == len(coverage.topics):
        return (
            "No session is tagged yet, so nothing can be said about what is covered. Open a session and tick "
            "the topics it covers."
        )
    if not missing:
        words = "Each of the eight is covered."
    else:
        words = f"{len(coverage.topics) - len(missing)} of {len(coverage.topics)} are covered."
    if coverage.untagged:
        words += f" {counted(coverage.untagged, 'group session is', 'group sessions are')} tagged with none."
    return words


def covered_words(topic: TopicCoverage, today: date) -> str:
    """Return where and when a topic is covered: "My Thinking 3 (12 Nov), My Emotions 1"."""
    if not topic.places:
        return "No session is tagged with it"
    said = (
        place.step.title + (f" ({short_date(place.on_date, today)})" if place.on_date else "")
        for place in topic.places
    )
    return ", ".join(words.replace(" ", "\u00a0") for words in said)  # a date stays with its session


def file_detail(file: AttachedFile) -> str:
    """Return "PDF, 240 kB · attached on 3 Nov by C. Rivers"."""
    size = (
        f"{max(1, round(file.size / 1024))} kB"
        if file.size < 1024 * 1024
        else f"{file.size / 1048576:.1f} MB"
    )
    added = f"attached on {short_date(file.added_on)}" + (f" by {file.by}" if file.by else "")
    where = "" if file.is_here else "its content is on the computer it was attached on"
    return joined(f"{FILE_KINDS.get(file.kind, 'file')}, {size}", added, where)
