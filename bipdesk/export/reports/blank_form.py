"""Any form as blank paper: printed for a power cut, filled in by hand, typed in later in that order."""

from collections.abc import Iterator
from dataclasses import dataclass

from bipdesk.domain.blank_form import BlankForm, BlankKind, BlankSection
from bipdesk.export.layout.blank_block import AFTER_MM, SMALL, SMALL_MM, Block, draw_block, set_block
from bipdesk.export.layout.blank_words import BlankWords, blank_words
from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import FRAME, HAIR, PageDrawing

_TITLE = Face(15.0, bold=True)
_SECTION = Face(11.0, bold=True)
_FOOT = Face(8.0, grey=0.3)
_TITLE_MM, _FIELDS_MM, _FOOT_MM = 9.0, 13.0, 8.0
_SECTION_MM = 9.0


@dataclass(frozen=True, slots=True)
class _Heading:
    """The title of a section with what is said under it."""

    title: str
    small: tuple[str, ...]
    height_mm: float


def render_blank_form(form: BlankForm) -> bytes:
    """Return the form as PDF with room to write; no question is cut by the end of a page.

    The same form gives the same bytes; nothing in it tells who printed it, or when.
    """
    words = blank_words(form.language)
    page = PageDrawing(form.paper, form.title, words.language)
    pages = _paginate(page, form, words)
    for number, parts in enumerate(pages, 1):
        y = _draw_head(page, form, words) if number == 1 else page.top
        for part in parts:
            y = (
                _draw_heading(page, y, part)
                if isinstance(part, _Heading)
                else draw_block(page, y, part, words)
            )
        _draw_foot(page, form, (number, len(pages)), words)
        page.end_page()
    return page.finish()


def _paginate(page: PageDrawing, form: BlankForm, words: BlankWords) -> list[list["_Heading | Block"]]:
    """Return what stands on each page; a heading stays with the question under it."""
    bottom = page.bottom - _FOOT_MM
    pages: list[list[_Heading | Block]] = [[]]
    y = page.top + _head_mm(form)
    waiting: list[_Heading] = []
    for part in _parts(page, form, words):
        if isinstance(part, _Heading):
            waiting.append(part)
            continue
        height = part.height_mm + sum(heading.height_mm for heading in waiting)
        if y + height > bottom and pages[-1]:
            pages.append([])
            y = page.top
        pages[-1] += [*waiting, part]
        waiting = []
        y += height
    pages[-1] += waiting
    return pages


def _parts(page: PageDrawing, form: BlankForm, words: BlankWords) -> Iterator["_Heading | Block"]:
    number = 0
    for section in form.sections:
        first = number
        for copy in range(1, section.copies + 1):
            number = first
            yield from _headings(page, section, copy, words)
            for line in section.lines:
                counted = line.number and line.kind not in (BlankKind.WORDS, BlankKind.SIGNATURE)
                number += counted
                yield set_block(line, number if counted else 0, page.room, words)


def _headings(page: PageDrawing, section: BlankSection, copy: int, words: BlankWords) -> Iterator["_Heading"]:
    entry = words.entry.format(number=copy) if section.copies > 1 else ""
    title = " · ".join(part for part in (section.title, entry) if part)
    last = words.more if section.copies > 1 and copy == 1 else ""
    said = (section.rule, section.note if copy == 1 else "", last)
    small = tuple(line for text in said if text for line in wrap(text, SMALL, page.room, 8))
    if title or small:
        height = (_SECTION_MM if title else 0.0) + len(small) * SMALL_MM + AFTER_MM
        yield _Heading(title, small, height)


def _head_mm(form: BlankForm) -> float:
    return _TITLE_MM + (SMALL_MM if form.subtitle else 0.0) + _FIELDS_MM


def _draw_head(page: PageDrawing, form: BlankForm, words: BlankWords) -> float:
    title, face = fit_line(form.title, _TITLE, page.room, 10.0)
    page.text(page.left, page.top + 5.5, title, face)
    y = page.top + _TITLE_MM
    if form.subtitle:
        page.text(page.left, y + SMALL_MM - 1.5, wrap(form.subtitle, SMALL, page.room, 1)[0], SMALL)
        y += SMALL_MM
    third = page.room / 3
    for place, name in enumerate((form.about or words.case_number, words.filled_on, words.by)):
        x = page.left + place * third
        page.text(x, y + 6.0, name, SMALL)
        begin = x + width_mm(name, SMALL) + 2.0
        page.rule(begin, y + 6.6, x + third - 4.0 - begin, HAIR, 0.35)
    page.rule(page.left, y + 9.5, page.room, FRAME)
    return y + _FIELDS_MM


def _draw_heading(page: PageDrawing, y: float, heading: _Heading) -> float:
    if heading.title:
        text, face = fit_line(heading.title, _SECTION, page.room, 9.0)
        page.text(page.left, y + 5.0, text, face)
        page.rule(page.left, y + 6.6, page.room, HAIR, 0.5)
        y += _SECTION_MM
    for text in heading.small:
        y += SMALL_MM
        page.text(page.left, y - 0.9, text, SMALL)
    return y + AFTER_MM


def _draw_foot(page: PageDrawing, form: BlankForm, number: tuple[int, int], words: BlankWords) -> None:
    baseline = page.bottom - 1.0
    count = words.page.format(page=number[0], pages=number[1])
    said = " · ".join(part for part in (form.foot, words.cabinet) if part)
    room = page.room - width_mm(count, _FOOT) - 4.0
    text, face = fit_line(said, _FOOT, room, 6.5)
    page.text(page.left, baseline, text, face)
    page.text_right(page.right, baseline, count, _FOOT)
