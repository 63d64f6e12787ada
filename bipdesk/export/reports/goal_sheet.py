"""The goal sheet that he takes home: his goals with their small steps, or room to write them; no name."""

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.goal import Area, Goal, GoalKind, GoalSheet, GoalStep
from bipdesk.domain.practice_lists import PracticeLists
from bipdesk.domain.practice_sheet import SheetHead
from bipdesk.domain.site import Paper
from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.goal_words import GoalWords, goal_words
from bipdesk.export.layout.page import HAIR, LINE, PageDrawing
from bipdesk.export.layout.practice_words import practice_words
from bipdesk.export.layout.prose import Prose
from bipdesk.export.layout.worksheet import (
    ENTERED,
    HEADING,
    SMALL,
    Field,
    Row,
    answered,
    entered,
    labelled,
    put,
    space,
    tick,
    ticks,
)
from bipdesk.export.layout.worksheet_head import begin_sheet, filed_by

BLANK_GOALS = 2
BLANK_STEPS = 3
EMPTY_STEPS = 2
"""Room for more steps under a goal that is printed with those it has."""
_LABEL_MM = 40.0
_PAD_MM = 3.0
_LINE_MM = 6.7
_DAY_MM = 48.0
_DONE_MM = 14.0
_HEAD = Face(8.5, grey=0.3)


def render_goal_sheet(sheet: GoalSheet, paper: Paper, language: str) -> bytes:
    """Return the sheet as PDF; the same values give the same bytes, and nothing entered is cut."""
    words, common = goal_words(language), practice_words(language)
    head = SheetHead(PracticeLists((), (), ()), paper, common.language, sheet.case_number)
    prose = begin_sheet(head, words.title, words.intro, common)
    filed_by(prose, ((common.number, sheet.case_number),))
    goals: tuple[Goal | None, ...] = sheet.goals or (None,) * BLANK_GOALS
    for number, goal in enumerate(goals, 1):
        _put_goal(prose, (number, goal), words, common.language)
    return prose.finish()


def _put_goal(prose: Prose, numbered: tuple[int, Goal | None], words: GoalWords, language: str) -> None:
    page = prose.page
    number, goal = numbered
    title = words.goal.format(number=number)
    if goal is not None and goal.details.kind is GoalKind.PLAN:
        title = f"{title} · {words.plan}"

    def side(y: float, height: float, _first: bool, _last: bool) -> None:
        page.box(page.left, y, (page.room, height), LINE)

    heading = Row(7.0, lambda x, y: page.text(x, y + 5.0, title, HEADING))
    rows = (heading, *_about(page, goal, words), *_steps(page, goal, words, language), space(1.0))
    put(prose, page.left + _PAD_MM, rows, side)
    prose.gap(4.0)


def _about(page: PageDrawing, goal: Goal | None, words: GoalWords) -> tuple[Row, ...]:
    width = page.room - 2 * _PAD_MM - _LABEL_MM
    details = None if goal is None else goal.details
    areas = [(words.areas[area], details is not None and details.area is area) for area in Area]
    fields = [
        Field(words.mine, answered(page, None if details is None else details.words, width, 2, _LINE_MM)),
        Field(words.area, ticks(page, areas, width)),
        Field(words.why, answered(page, None if details is None else details.why, width, 1, _LINE_MM)),
        Field(
            words.strengths,
            answered(page, None if details is None else details.strengths, width, 1, _LINE_MM),
        ),
    ]
    if details is None:
        fields.append(Field(words.children_blank, answered(page, None, width, 1, _LINE_MM)))
    elif details.children:
        said = ", ".join(f"{number} × {words.bands[band]}" for band, number in details.children)
        fields.append(Field(words.children, entered(page, said, width)))
    if goal is not None and goal.reviews:
        fields.append(Field(words.looked, entered(page, goal.reviews[0].details.his_words, width)))
    return tuple(row for field in fields for row in (*labelled(page, field, _LABEL_MM), space(0.6)))


def _steps(page: PageDrawing, goal: Goal | None, words: GoalWords, language: str) -> tuple[Row, ...]:
    """Return the steps as a small table: what, by when, done, and under it what helped."""
    rows: list[Row] = [_step_head(page, words)]
    for step in () if goal is None else goal.steps:
        rows += _step(page, step, words, language)
    for _ in range(BLANK_STEPS if goal is None else EMPTY_STEPS):
        rows += _empty_step(page, words)
    return tuple(rows)


def _columns(page: PageDrawing) -> tuple[float, float, float]:
    """Return where day and box begin, and how wide the words are, from the left of the goal's box."""
    room = page.room - 2 * _PAD_MM
    return room - _DONE_MM - _DAY_MM, room - _DONE_MM, room - _DONE_MM - _DAY_MM - 3.0


def _step_head(page: PageDrawing, words: GoalWords) -> Row:
    day, done, _ = _columns(page)

    def paint(x: float, y: float) -> None:
        page.rule(x, y + 0.6, page.room - 2 * _PAD_MM, HAIR, 0.45)
        for offset, text in ((0.0, f"{words.steps}: {words.step}"), (day, words.by), (done, words.done)):
            page.text(x + offset, y + 4.4, text, _HEAD)

    return Row(5.4, paint)


def _step(page: PageDrawing, step: GoalStep, words: GoalWords, language: str) -> tuple[Row, ...]:
    day, done, width = _columns(page)
    first, *rest = entered(page, step.details.what, width) or (space(5.0),)
    by = day_in_words(step.details.by_on, language) if step.details.by_on else ""

    def paint(x: float, y: float) -> None:
        first.paint(x, y)
        page.text(x + day, y + 3.7, by, ENTERED)
        tick(page, x + done, y + 0.8, step.done_on is not None)

    helped = entered(page, f"{words.helped}: {step.helped}", width, SMALL) if step.helped else ()
    return (Row(first.height_mm, paint), *rest, *helped, space(1.0))


def _empty_step(page: PageDrawing, words: GoalWords) -> tuple[Row, ...]:
    day, done, width = _columns(page)

    def what(x: float, y: float) -> None:
        page.rule(x, y + _LINE_MM - 0.8, width, HAIR, 0.45)
        page.rule(x + day, y + _LINE_MM - 0.8, _DAY_MM - 4.0, HAIR, 0.45)
        tick(page, x + done, y + _LINE_MM - 4.4, False)

    def helped(x: float, y: float) -> None:
        page.text(x, y + _LINE_MM - 1.6, words.helped, SMALL)
        page.rule(x + 24.0, y + _LINE_MM - 0.8, width - 24.0, HAIR, 0.45)

    return (Row(_LINE_MM, what), Row(_LINE_MM, helped))
