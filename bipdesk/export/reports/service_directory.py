"""The printed directory of services: by kind, one entry after the other, as many pages as it takes."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from bipdesk.domain.service_directory import ServiceDetails, ServiceDirectory
from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import HAIR, LINE, PageDrawing
from bipdesk.export.layout.words import ENGLISH

TITLE = "Services near here"
EMPTY = "No service is in the directory yet."
UNCHECKED = "Not checked yet: ring first."
FOOT = "Numbers change. Ring before you go."

_SMALL = Face(8, grey=0.3)
_TITLE = Face(20, bold=True)
_KIND = Face(12, bold=True)
_NAME = Face(10.5, bold=True)
_FACT = Face(9.5)
_PHONE = Face(10.5, bold=True)

_HEAD_MM = 24.0
_KIND_MM = 11.0
_NAME_MM = 5.0
_LINE_MM = 4.4
_BETWEEN_MM = 3.6
_LEFT_SHARE = 0.58
_GAP_MM = 6.0
_MOST_LINES = 4
_FOOT_MM = 7.0


@dataclass(frozen=True, slots=True)
class _Entry:
    """A service as lines that fit: the name and whom it is for on the left, how to reach it on the right."""

    name: list[str]
    left: list[str]
    phone: list[str]
    right: list[str]

    @property
    def height(self) -> float:
        """Return what it takes, in millimetres, without the room after it."""
        left = len(self.name) * _NAME_MM + len(self.left) * _LINE_MM
        return max(left, len(self.phone) * _NAME_MM + len(self.right) * _LINE_MM)


@dataclass(frozen=True, slots=True)
class _Kind:
    """The heading of a kind; `again` where it goes on from the page before."""

    label: str
    again: bool = False

    @property
    def height(self) -> float:
        """Return what it takes, in millimetres."""
        return _KIND_MM


_Block = _Entry | _Kind


def render_service_directory(directory: ServiceDirectory) -> bytes:
    """Return the list as PDF bytes; the same directory always gives the same bytes."""
    page = PageDrawing(directory.paper, TITLE, ENGLISH.language)
    pages = _pages(page, directory.services)
    for number, blocks in enumerate(pages, 1):
        y = _draw_head(page, directory) if number == 1 else page.top
        if not blocks:
            page.text(page.left, y + 6, EMPTY, _FACT)
        for block in blocks:
            if isinstance(block, _Kind):
                _draw_kind(page, y, block)
                y += block.height
            else:
                _draw_entry(page, y, block)
                y += block.height + _BETWEEN_MM
        words = ENGLISH.page.format(page=number, pages=len(pages))
        page.text(page.left, page.bottom, FOOT, _SMALL)
        page.text_right(page.right, page.bottom, words, _SMALL)
        page.end_page()
    return page.finish()


def _pages(page: PageDrawing, services: Sequence[ServiceDetails]) -> list[list[_Block]]:
    """Return what stands on each page; a heading keeps its first entry, an entry is never parted."""
    room = page.bottom - page.top - _FOOT_MM
    pages: list[list[_Block]] = [[]]
    left = room - _HEAD_MM
    for kind, entry, begins in _entries(page, services):
        needed = entry.height + _BETWEEN_MM + (_KIND_MM if begins else 0)
        if needed > left and pages[-1]:
            pages.append([] if begins else [_Kind(kind, again=True)])
            left = room - (0 if begins else _KIND_MM)
        if begins:
            pages[-1].append(_Kind(kind))
        pages[-1].append(entry)
        left -= needed
    return pages


def _entries(page: PageDrawing, services: Sequence[ServiceDetails]) -> Iterator[tuple[str, _Entry, bool]]:
    """Yield each entry with its kind, and whether it is the first of it."""
    for label, group in groupby(services, key=lambda service: service.kind.label):
        for number, service in enumerate(group):
            yield label, _entry(page, service), number == 0


def _entry(page: PageDrawing, service: ServiceDetails) -> _Entry:
    left, right = _widths(page)
    facts = (("Hours", service.hours), ("Languages", service.languages), ("Cost", service.cost))
    return _Entry(
        name=wrap(service.name, _NAME, left, 2),
        left=[
            *_wrapped("For", service.for_whom, left),
            *_wrapped("Area", service.area, left),
            *_wrapped("", _checked(service.checked_on), left),
        ],
        phone=wrap(service.phone, _PHONE, right, 2),
        right=[line for label, words in facts for line in _wrapped(label, words, right)],
    )


def _wrapped(label: str, words: str, room: float) -> list[str]:
    text = f"{label}: {words}" if label else words
    return wrap(text, _FACT, room, _MOST_LINES) if words.strip() else []


def _checked(day: date | None) -> str:
    return UNCHECKED if day is None else f"Checked on {_day(day)}"


def _widths(page: PageDrawing) -> tuple[float, float]:
    left = (page.room - _GAP_MM) * _LEFT_SHARE
    return left, page.room - _GAP_MM - left


def _draw_head(page: PageDrawing, directory: ServiceDirectory) -> float:
    """Draw the head of the first page; return where the list begins."""
    printed = f"Printed on {_day(directory.printed_on)}"
    room = page.room - width_mm(printed, _SMALL) - _GAP_MM
    page.text(page.left, page.top + 3.5, *fit_line(directory.programme_name, _SMALL, room, 7))
    page.text_right(page.right, page.top + 3.5, printed, _SMALL)
    page.rule(page.left, page.top + 5.6, page.room, LINE)
    page.text(page.left, page.top + 15, TITLE, _TITLE)
    return page.top + _HEAD_MM


def _draw_kind(page: PageDrawing, y: float, kind: _Kind) -> None:
    words = f"{kind.label} (continued)" if kind.again else kind.label
    page.text(page.left, y + 5, words, _KIND)
    page.rule(page.left, y + 7, page.room, HAIR, 0.4)


def _draw_entry(page: PageDrawing, y: float, entry: _Entry) -> None:
    left, _ = _widths(page)
    _draw_column(page, (page.left, y), (entry.name, _NAME), entry.left)
    _draw_column(page, (page.left + left + _GAP_MM, y), (entry.phone, _PHONE), entry.right)


def _draw_column(
    page: PageDrawing, at: tuple[float, float], strong: tuple[list[str], Face], lines: list[str]
) -> None:
    x, baseline = at[0], at[1] + 3.6
    first, face = strong
    for line in first:
        page.text(x, baseline, line, face)
        baseline += _NAME_MM
    for line in lines:
        page.text(x, baseline, line, _FACT)
        baseline += _LINE_MM


def _day(day: date) -> str:
    return f"{day.day} {ENGLISH.months[day.month - 1]} {day.year}"
