"""The head of a worksheet: its title, a sentence, and what it is filed by; never a name."""

from bipdesk.domain.practice_sheet import SheetHead
from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face, width_mm
from bipdesk.export.layout.page import FRAME, HAIR, PageDrawing
from bipdesk.export.layout.practice_words import PracticeWords
from bipdesk.export.layout.prose import Prose
from bipdesk.export.layout.worksheet import ENTERED, SMALL

_TITLE = Face(16, bold=True)
_INTRO = Face(9.5)
_SHARES = {3: (0.27, 0.4, 0.33)}
"""A day in words takes the most room."""


def begin_sheet(head: SheetHead, title: str, intro: str, words: PracticeWords, also: str = "") -> Prose:
    """Return a new worksheet with its title and sentence; `also` stands at the foot of each page."""
    page = PageDrawing(head.paper, title, words.language)
    foot = f"{title} · {words.bring} {words.no_names} {also}".rstrip()
    prose = Prose(page, foot, words.page)
    text, face = fit_line(title, _TITLE, page.room, 12)
    prose.draw(8.0, lambda y: page.text(page.left, y + 5.6, text, face))
    for line in wrap(intro, _INTRO, page.room, 4):
        prose.draw(4.6, lambda y, line=line: page.text(page.left, y + 3.4, line, _INTRO))  # type: ignore[misc]
    return prose


def filed_by(prose: Prose, items: tuple[tuple[str, str | None], ...]) -> None:
    """Put small labels side by side, each with what was entered, or a line where that is None or ""."""
    page = prose.page
    shares = _SHARES.get(len(items), (1 / len(items),) * len(items))

    def paint(y: float) -> None:
        x = page.left
        for part, (label, value) in zip(shares, items, strict=True):
            share = part * page.room
            page.text(x, y + 6.0, label, SMALL)
            begin = width_mm(label, SMALL) + 2.0
            if value:
                text, face = fit_line(value, ENTERED, share - begin - 3.0, 6.5)
                page.text(x + begin, y + 6.0, text, face)
            else:
                page.rule(x + begin, y + 6.6, share - begin - 4.0, HAIR, 0.45)
            x += share
        page.rule(page.left, y + 9.3, page.room, FRAME)

    prose.draw(11.5, paint)
