"""The chain of events on paper, drawn as a chain: with room to write, or as he entered it."""

from collections.abc import Sequence
from dataclasses import dataclass

from bipdesk.domain.chain import ChainDetails, Link, WayOut
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.practice_sheet import ChainSheet, SheetHead
from bipdesk.export.layout.chain_shapes import RING_MM, diamond, iron, ring, way_out
from bipdesk.export.layout.page import FRAME, HAIR, PageDrawing
from bipdesk.export.layout.practice_words import PracticeWords, practice_words
from bipdesk.export.layout.prose import Prose
from bipdesk.export.layout.worksheet import (
    HEADING,
    Field,
    Row,
    Side,
    answered,
    entered,
    height_of,
    labelled,
    put,
    space,
    tail,
    ticks,
)
from bipdesk.export.layout.worksheet_head import begin_sheet, filed_by

_SECOND_PAGE_LINKS = 2
"""With what followed and the way out they fill the back of the sheet."""
_GUTTER_MM = 17.0
_LABEL_MM = 29.0
_EFFECT_LABEL_MM = 38.0
_PAD_MM = 2.0
_GAP_MM = 3.0
_LINES_MM = tuple(tenths / 10 for tenths in range(84, 63, -1))
"""How far apart lines to write on may be, the widest first; nobody writes between closer ones."""
_LINE_MM = 7.2
_ELSE_MM = 6.2
_ARROW_MM = (2.6, 6.4)
"""How far down the arrow of the way out lies: beside its words, beside the ring to write in."""


def render_chain(sheet: ChainSheet) -> bytes:
    """Return the worksheet as PDF; the same values give the same bytes, and nothing entered is cut."""
    words = practice_words(sheet.head.language)
    details = sheet.details
    also = words.more_links if details is None else ""
    prose = begin_sheet(sheet.head, words.chain, words.chain_intro, words, also)
    day = details.happened_on if details is not None else None
    filed_by(
        prose,
        (
            (words.number, sheet.head.case_number),
            (words.day, "" if day is None else day_in_words(day, words.language)),
            (words.session, sheet.head.session),
        ),
    )
    page = prose.page
    event = answered(page, _or_blank(details, "situation"), page.room - 42.0, 1, 8.0)
    put(prose, page.left, labelled(page, Field(words.event, event), 42.0))
    prose.gap(_GAP_MM)
    _Chain(prose, sheet.head, words).draw(details)
    return prose.finish()


def _or_blank(details: ChainDetails | None, name: str) -> str | None:
    return None if details is None else str(getattr(details, name))


@dataclass(frozen=True, slots=True)
class _Chain:
    """Draws the links under each other along the chain."""

    prose: Prose
    head: SheetHead
    words: PracticeWords

    @property
    def _page(self) -> PageDrawing:
        return self.prose.page

    @property
    def _width(self) -> float:
        """Return the width of what stands beside a label."""
        return self._page.room - _GUTTER_MM - 2 * _PAD_MM - _LABEL_MM

    def draw(self, details: ChainDetails | None) -> None:
        """Draw every link, what followed, and the way out."""
        if details is None:
            for number, line in enumerate(self._room_for_blanks(), 1):
                self._link(number, self._blank(line))
        else:
            out = details.chain.way_out
            for number, link in enumerate(details.chain.links, 1):
                here = out if out is not None and out.link == link.key else None
                self._link(number, self._filled(link, here, number))
        self._followed(details)
        if details is None or details.chain.way_out is None:
            self._open_way_out()

    def _room_for_blanks(self) -> tuple[float, ...]:
        """Return how far apart the lines of each blank link are: so many as both sides of a sheet hold."""
        after = height_of(self._effects(None)) + height_of(self._way_out("", None)) + 2 * _GAP_MM
        back = self._page.bottom - self._page.top - 12.0 - after
        behind = self._widest(back, _SECOND_PAGE_LINKS) or _LINES_MM[-1]
        front = self._widest(self.prose.left_mm, 3)
        if front:
            return (front,) * 3 + (behind,) * _SECOND_PAGE_LINKS
        front = self._widest(self.prose.left_mm, 2) or _LINES_MM[-1]
        return (front,) * 2 + (behind,) * _SECOND_PAGE_LINKS

    def _widest(self, room: float, links: int) -> float:
        """Return how far apart the lines can be for so many links to fit; 0 when they do not fit at all."""
        for line in _LINES_MM:
            if links * (height_of(self._framed(self._blank(line))) + _GAP_MM) <= room:
                return line
        return 0.0

    def _blank(self, line: float) -> tuple[Row, ...]:
        page, words, width = self._page, self.words, self._width
        lists = self.head.lists
        felt = (
            *ticks(page, [(each.name.text(words.language), False) for each in lists.feelings], width),
            *tail(page, words.else_, None, width, _ELSE_MM),
        )
        fields = [
            Field(words.moment, answered(page, None, width, 2, line)),
            Field(words.thought, answered(page, None, width, 2, line)),
            Field(words.felt, felt),
            Field(words.did, answered(page, None, width, 2, line)),
        ]
        return (*self._fields(fields), *self._choice(None, line))

    def _filled(self, link: Link, out: WayOut | None, number: int) -> tuple[Row, ...]:
        page, words, width = self._page, self.words, self._width
        lists, language = self.head.lists, words.language
        felt = [lists.feeling(key, language) for key in link.feelings] + [link.feeling.strip()]
        thoughts = [f"“{lists.thought(key, language)}”" for key in link.thoughts]
        thought = "\n".join(part for part in (link.thought.strip(), " ".join(thoughts)) if part)
        fields = [
            Field(words.moment, answered(page, link.moment, width, 1, _LINE_MM)),
            Field(words.thought, answered(page, thought, width, 1, _LINE_MM)),
            Field(words.felt, answered(page, ", ".join(filter(None, felt)), width, 1, _LINE_MM)),
            Field(words.did, answered(page, link.action, width, 1, _LINE_MM)),
        ]
        rows = list(self._fields(fields))
        if link.choice is not None:
            rows += self._choice(link, _LINE_MM)
        if out is not None:
            rows += self._way_out(words.at_link.format(number=number), out.words)
        return tuple(rows)

    def _fields(self, fields: Sequence[Field]) -> tuple[Row, ...]:
        found: list[Row] = []
        for field in fields:
            found += [*labelled(self._page, field, _LABEL_MM), space(0.8)]
        return tuple(found)

    def _choice(self, link: Link | None, line: float) -> tuple[Row, ...]:
        """Return the choice point of a link; of None, the open sign with lines to write on."""
        page, words, width = self._page, self.words, self._width
        choice = None if link is None else link.choice
        if choice is None:
            rows = tail(page, words.could_have, None, width, line)
        else:
            other = f"{words.could_have}: {choice.other.strip() or '…'}"
            rows = entered(page, other, width)
            if choice.skill:
                skill = self.head.lists.skill(choice.skill, words.language)
                rows += entered(page, f"{words.skill}: {skill}", width)
        rows = labelled(page, Field(words.choice, rows), _LABEL_MM)
        return self._signed(rows, choice is not None)

    def _signed(self, rows: tuple[Row, ...], chosen: bool) -> tuple[Row, ...]:
        """Put the diamond on the chain beside these rows, which get the height it needs."""
        first, *rest = rows
        middle = -_GUTTER_MM / 2 - _PAD_MM

        def paint(x: float, y: float) -> None:
            diamond(self._page, x + middle, y + 4.0, chosen)
            first.paint(x, y)

        return (space(1.2), Row(first.height_mm, paint), *rest, space(max(0.4, 9.0 - height_of(rows))))

    def _way_out(self, sentence: str, said: str | None) -> tuple[Row, ...]:
        """Return the way out with its arrow from the chain; `said` None leaves lines to write on."""
        page, words, width = self._page, self.words, self._width
        lines = 3 if said is None else 2
        kept = None if said is None or not said.strip() else said
        rows = (*entered(page, f"{sentence}:", width), *answered(page, kept, width, lines, _LINE_MM))
        first, *rest = labelled(page, Field(words.way_out, rows), _LABEL_MM)

        def paint(x: float, y: float) -> None:
            # The arrow comes from the middle of the chain, or from the edge of the ring to write in.
            begin = x - _PAD_MM - (_GUTTER_MM / 2 if said is not None else _GUTTER_MM - RING_MM[0])
            way_out(page, begin, y + _ARROW_MM[said is None], x - 1.6)
            first.paint(x, y)

        return (space(1.6), Row(first.height_mm, paint), *rest, space(0.6))

    def _link(self, number: int, rows: tuple[Row, ...]) -> None:
        x = self._page.left + _GUTTER_MM + _PAD_MM
        put(self.prose, x, self._framed(rows), self._rail(number))
        self._between()

    def _framed(self, rows: tuple[Row, ...]) -> tuple[Row, ...]:
        """Return the rows of a link with the room its frame and its ring need."""
        return (space(1.2), *rows, space(max(0.6, RING_MM[1] + 2.0 - height_of(rows))))

    def _rail(self, number: int) -> Side:
        """Return what draws the chain beside a link, and the frame round it."""
        page = self._page
        middle = page.left + _GUTTER_MM / 2

        def side(y: float, height: float, first: bool, _last: bool) -> None:
            top = RING_MM[1] - 1.2 if first else 0.0
            iron(page, middle, y + top, height - top)
            if first:
                ring(page, middle, y, str(number))
            page.box(page.left + _GUTTER_MM, y, (page.room - _GUTTER_MM, height), HAIR, 0.35)

        return side

    def _between(self) -> None:
        """Let the chain run on to the next frame, where that is on the same page."""
        if self.prose.left_mm > _GAP_MM + 20:
            middle = self._page.left + _GUTTER_MM / 2
            self.prose.draw(_GAP_MM, lambda y: iron(self._page, middle, y, _GAP_MM))

    def _effects(self, details: ChainDetails | None) -> tuple[Row, ...]:
        page, words = self._page, self.words
        width = page.room - _GUTTER_MM - 2 * _PAD_MM - _EFFECT_LABEL_MM
        rows: list[Row] = [space(1.2), *entered(page, words.followed, width, HEADING), space(1.2)]
        for label, name in ((words.effect_her, "effect_her"), (words.effect_children, "effect_children")):
            answer = answered(page, _or_blank(details, name), width, 3, _LINE_MM)
            rows += [*labelled(page, Field(label, answer), _EFFECT_LABEL_MM), space(0.8)]
        return tuple(rows)

    def _followed(self, details: ChainDetails | None) -> None:
        page = self._page

        def side(y: float, height: float, first: bool, _last: bool) -> None:
            if first:
                iron(page, page.left + _GUTTER_MM / 2, y - 1.0, 9.0)
                page.shape(((page.left + _GUTTER_MM / 2, y + 8.0), (page.left + _GUTTER_MM, y + 8.0)), FRAME)
            page.box(page.left + _GUTTER_MM, y, (page.room - _GUTTER_MM, height), FRAME)

        put(self.prose, page.left + _GUTTER_MM + _PAD_MM, self._effects(details), side)
        self.prose.gap(_GAP_MM)

    def _open_way_out(self) -> None:
        """Draw a ring to write a number in, and the way out of it."""
        page = self._page
        rows = self._way_out(self.words.at_link_blank, None)

        def side(y: float, height: float, first: bool, _last: bool) -> None:
            if first:
                ring(page, page.left + RING_MM[0] / 2, y + 1.0, "")
            page.box(page.left + _GUTTER_MM, y, (page.room - _GUTTER_MM, height), FRAME)

        put(self.prose, page.left + _GUTTER_MM + _PAD_MM, rows, side)
