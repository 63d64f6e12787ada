"""The control log on paper: with room to write, or as he entered it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.control_log import ControlLogDetails, Denial
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.practice_lists import Tag
from bipdesk.domain.practice_sheet import ControlLogSheet
from bipdesk.domain.skill import Skill
from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.page import HAIR, LINE, PageDrawing
from bipdesk.export.layout.practice_words import PracticeWords, practice_words
from bipdesk.export.layout.prose import Prose
from bipdesk.export.layout.worksheet import SMALL, Row, answered, entered, height_of, put, space, tail, ticks
from bipdesk.export.layout.worksheet_head import begin_sheet, filed_by

_PAD_MM = 10.0
_GAP_MM = 2.2
_LINES_MM = tuple(tenths / 10 for tenths in range(84, 63, -1))
_ON_FRONT = 5
"""So many questions stand on the front of a blank sheet."""
_QUESTION = Face(10, bold=True)
_NUMBER = Face(9.5, bold=True, grey=1.0)
_NOTHING = ControlLogDetails(brought_on=date.min, action="")


def render_control_log(sheet: ControlLogSheet) -> bytes:
    """Return the worksheet as PDF; the same values give the same bytes, and nothing entered is cut."""
    words = practice_words(sheet.head.language)
    prose = begin_sheet(sheet.head, words.log, words.log_intro, words)
    day = None if sheet.details is None else sheet.details.happened_on
    filed_by(
        prose,
        (
            (words.number, sheet.head.case_number),
            (words.day, "" if day is None else day_in_words(day, words.language)),
            (words.session, sheet.head.session),
        ),
    )
    questions = _questions(
        _Answers(prose.page, sheet.details, words, _room_to_write(prose, sheet, words)), sheet
    )
    for number, (question, rows) in enumerate(questions, 1):
        _put_question(prose, number, question, rows)
    return prose.finish()


def _room_to_write(prose: Prose, sheet: ControlLogSheet, words: PracticeWords) -> float:
    """Return how far apart lines to write on are: the first questions fill the front of the sheet."""
    for line in _LINES_MM:
        blank = _questions(_Answers(prose.page, None, words, line), sheet)
        height = sum(height_of(_framed(prose.page, *question)) + _GAP_MM for question in blank[:_ON_FRONT])
        if height <= prose.left_mm:
            return line
    return _LINES_MM[-1]


@dataclass(frozen=True, slots=True)
class _Answers:
    """Makes the rows of each answer: his words, or lines to write on."""

    page: PageDrawing
    details: ControlLogDetails | None
    words: PracticeWords
    line_mm: float

    @property
    def width(self) -> float:
        return self.page.room - _PAD_MM - 3.0

    def text(self, name: str, lines: int) -> tuple[Row, ...]:
        text = None if self.details is None else str(getattr(self.details, name))
        return answered(self.page, text, self.width, lines, self.line_mm)

    def chosen(self, tags: Sequence[Tag | Skill], keys: Sequence[str]) -> tuple[Row, ...]:
        """Return every box on a blank sheet; on a filled one what was chosen, also what is not listed."""
        language = self.words.language
        if self.details is None:
            return ticks(self.page, [(tag.name.text(language), False) for tag in tags], self.width)
        names = {tag.key: tag.name.text(language) for tag in tags}
        return ticks(self.page, [(names.get(key, key), True) for key in keys], self.width)

    def denials(self) -> tuple[Row, ...]:
        on = frozenset() if self.details is None else self.details.denials
        return ticks(self.page, [(self.words.denials[each], each in on) for each in Denial], self.width)

    def small(self, words: str) -> tuple[Row, ...]:
        return entered(self.page, words, self.width, SMALL)


def _questions(give: "_Answers", sheet: ControlLogSheet) -> list[tuple[str, tuple[Row, ...]]]:
    """Return the questions in their order with the rows of their answers."""
    details, words, lists = give.details, give.words, sheet.head.lists
    said = details or _NOTHING
    felt = None if details is None else said.feeling
    thoughts = give.chosen(lists.thoughts, said.thoughts)
    skills = give.chosen(lists.skills, (said.skill,) if said.skill else ())
    return [
        (words.situation, give.text("situation", 4)),
        (words.action, give.text("action", 5)),
        (words.intent, give.text("intent", 4) + (give.small(words.thoughts) if thoughts else ()) + thoughts),
        (words.felt, give.chosen(lists.feelings, said.feelings) + _other(give, felt)),
        (words.pushed, give.denials() + give.text("denial", 5)),
        (words.effect_her, give.text("effect_her", 5)),
        (words.effect_children, give.text("effect_children", 4)),
        (words.effect_me, give.text("effect_me", 4)),
        (words.past, give.text("past_violence", 4)),
        (
            words.differently,
            give.text("differently", 5) + (give.small(words.skill) if skills else ()) + skills,
        ),
    ]


def _other(give: _Answers, felt: str | None) -> tuple[Row, ...]:
    return tail(give.page, give.words.else_, felt, give.width, give.line_mm)


def _put_question(prose: Prose, number: int, question: str, rows: tuple[Row, ...]) -> None:
    page = prose.page

    def side(y: float, height: float, first: bool, _last: bool) -> None:
        page.box(page.left, y, (page.room, height), LINE if first else HAIR)
        if first:
            page.shape(_corners(page.left, y, _PAD_MM - 3.4, 6.4), HAIR, 0.2)
            page.text_centred(page.left + (_PAD_MM - 3.4) / 2, y + 4.5, str(number), _NUMBER)

    put(prose, page.left + _PAD_MM, _framed(page, question, rows), side)
    prose.gap(_GAP_MM)


def _framed(page: PageDrawing, question: str, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return a question over its answer, with the room its frame needs."""
    heading = entered(page, question, page.room - _PAD_MM - 3.0, _QUESTION)
    return (space(0.8), *heading, space(0.4), *rows, space(1.6))


def _corners(x: float, y: float, width: float, height: float) -> tuple[tuple[float, float], ...]:
    return ((x, y), (x + width, y), (x + width, y + height), (x, y + height))
