"""Skills practice on paper: the skills in a sentence each, and room for tries, or the tries he brought."""

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.practice_sheet import SkillsSheet
from bipdesk.domain.skill import Setting, Skill, SkillPracticeDetails
from bipdesk.export.layout.fitting import wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import LINE, PageDrawing
from bipdesk.export.layout.practice_words import PracticeWords, practice_words
from bipdesk.export.layout.prose import Prose
from bipdesk.export.layout.worksheet import Field, Row, answered, entered, labelled, put, space, ticks
from bipdesk.export.layout.worksheet_head import begin_sheet, filed_by

_LABEL_MM = 34.0
_PAD_MM = 3.0
_GAP_MM = 3.0
_LINE_MM = 7.6
_HALF = 0.5
_NAME = Face(9.0, bold=True)
_HINT = Face(8.5)
_HINT_LINE_MM = 3.8
_GUTTER_MM = 5.0


def render_skills(sheet: SkillsSheet) -> bytes:
    """Return the worksheet as PDF; the same values give the same bytes, and nothing entered is cut."""
    words = practice_words(sheet.head.language)
    prose = begin_sheet(sheet.head, words.skills, words.skills_intro, words)
    number, session = (words.number, sheet.head.case_number), (words.session, sheet.head.session)
    filed_by(prose, (number,) if sheet.entries else (number, session))
    if sheet.entries:
        for entry in sheet.entries:
            _put_try(prose, sheet, words, entry)
        return prose.finish()
    _put_hints(prose, sheet, words)
    one = _try_mm(prose, sheet, words)
    front, back = prose.left_mm, prose.page.bottom - prose.page.top - 12.0
    count = sum(int((room + _GAP_MM) // one) for room in (front, back))
    for _ in range(max(1, count)):
        _put_try(prose, sheet, words, None)
    return prose.finish()


def _put_hints(prose: Prose, sheet: SkillsSheet, words: PracticeWords) -> None:
    """Put the skills in two columns, each with its sentence."""
    page = prose.page
    width = (page.room - _GUTTER_MM) * _HALF
    shown = [skill for skill in sheet.head.lists.skills if skill.hint.text(words.language)]
    for place in range(0, len(shown), 2):
        pair = [_hint_lines(skill, words.language, width) for skill in shown[place : place + 2]]
        height = max(len(lines) for _, lines in pair) * _HINT_LINE_MM + 5.2

        def paint(y: float, pair: list[tuple[str, list[str]]] = pair) -> None:
            for column, (name, lines) in enumerate(pair):
                x = page.left + column * (width + _GUTTER_MM)
                page.text(x, y + 3.6, name, _NAME)
                for number, line in enumerate(lines, 1):
                    page.text(x, y + 3.6 + number * _HINT_LINE_MM, line, _HINT)

        prose.draw(height, paint)
    prose.gap(_GAP_MM)


def _hint_lines(skill: Skill, language: str, width: float) -> tuple[str, list[str]]:
    return skill.name.text(language), wrap(skill.hint.text(language), _HINT, width, 6)


def _try_mm(prose: Prose, sheet: SkillsSheet, words: PracticeWords) -> float:
    rows = _rows(prose.page, sheet, words, None)
    return sum(row.height_mm for row in rows) + _GAP_MM


def _put_try(
    prose: Prose, sheet: SkillsSheet, words: PracticeWords, entry: SkillPracticeDetails | None
) -> None:
    page = prose.page

    def side(y: float, height: float, _first: bool, _last: bool) -> None:
        page.box(page.left, y, (page.room, height), LINE)

    put(prose, page.left + _PAD_MM, _rows(page, sheet, words, entry), side)
    prose.gap(_GAP_MM)


def _rows(
    page: PageDrawing, sheet: SkillsSheet, words: PracticeWords, entry: SkillPracticeDetails | None
) -> tuple[Row, ...]:
    width = page.room - 2 * _PAD_MM - _LABEL_MM
    places = [(words.settings[each], entry is not None and entry.setting is each) for each in Setting]
    fields = [
        Field(words.which, _which(page, sheet, words, entry)),
        Field(words.where, ticks(page, places, width)),
        Field(words.went, answered(page, None if entry is None else entry.went, width, 3, _LINE_MM)),
        Field(words.helped, answered(page, None if entry is None else entry.helped, width, 1, _LINE_MM)),
        Field(words.next_try, answered(page, None if entry is None else entry.next_try, width, 1, _LINE_MM)),
    ]
    rows: list[Row] = [space(1.2)]
    for field in fields:
        rows += [*labelled(page, field, _LABEL_MM), space(0.6)]
    return (*rows, space(0.6))


def _which(
    page: PageDrawing, sheet: SkillsSheet, words: PracticeWords, entry: SkillPracticeDetails | None
) -> tuple[Row, ...]:
    """Return the skill and the day: entered, or two short lines to write on."""
    width = page.room - 2 * _PAD_MM - _LABEL_MM
    if entry is not None:
        skill = sheet.head.lists.skill(entry.skill, words.language)
        return entered(page, f"{skill} · {day_in_words(entry.practised_on, words.language)}", width)
    day = words.day
    begin = width - 62.0

    def paint(x: float, y: float) -> None:
        page.rule(x, y + _LINE_MM - 0.8, begin - 4.0, 0.35, 0.45)
        page.text(x + begin, y + _LINE_MM - 1.6, day, _HINT)
        start = width_mm(day, _HINT) + 2.0
        page.rule(x + begin + start, y + _LINE_MM - 0.8, 62.0 - start, 0.35, 0.45)

    return (Row(_LINE_MM, paint),)
