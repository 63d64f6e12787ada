"""The printed answer to "does our sequence satisfy this pack?": a line for each rule, with both numbers."""

from itertools import groupby

from bipdesk.domain.conformity import Line
from bipdesk.domain.conformity_question import ConformityPaper
from bipdesk.domain.day_words import day_in_words
from bipdesk.export.layout.fitting import wrap
from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.page import HAIR, PageDrawing
from bipdesk.export.layout.prose import SMALL, STRONG, Prose
from bipdesk.export.layout.words import ENGLISH

TITLE = "Does our sequence satisfy these rules?"
NO_ADVICE = (
    "No legal advice: laws change. Each rule says where it stands and when somebody last looked. What nobody "
    "verified only warns."
)
_FACT = Face(9.5)
_NUMBER = Face(9.5, bold=True)
_LINE_MM = 4.4
_SMALL_MM = 3.7
_STATE_MM = 32.0
_GAP_MM = 5.0
_MOST_LINES = 12


def render_conformity(paper: ConformityPaper) -> bytes:
    """Return the answer as PDF bytes; the same answer always gives the same bytes."""
    answer = paper.answer
    page = PageDrawing(paper.paper, TITLE, ENGLISH.language)
    prose = Prose(page, f"{paper.programme_name} · {answer.pack.name}", ENGLISH.page)
    prose.small(paper.programme_name)
    prose.title(TITLE)
    run = answer.sequence.run
    asked = [("Curriculum", paper.curriculum), ("Rules", answer.pack.name or "None")]
    asked += [("Group", paper.group)] if paper.group else []
    asked.append(("Rules in force on", day_in_words(answer.on)))
    asked.append(("Minutes of a session", str(run.minutes) if run.minutes else "not said"))
    prose.pairs(asked)
    prose.boxed([answer.verdict])
    for subject, lines in groupby(answer.lines, key=lambda line: line.subject):
        prose.heading(subject)
        for line in lines:
            _put(prose, line)
    if answer.not_asked:
        words = f"{answer.not_asked} further rules of this place are not about the sequence: partners, "
        prose.small(f"{words}completion, staff, records. They stand on the page Rules.")
    prose.small(NO_ADVICE)
    return prose.finish()


def _put(prose: Prose, line: Line) -> None:
    """Set one rule: how it stands on the left, on the right its name, both numbers, the words, the source."""
    page, room = prose.page, prose.room - _STATE_MM - _GAP_MM
    x = page.left + _STATE_MM + _GAP_MM
    numbers = wrap(f"{line.title}: {line.ours}. Asked: {line.theirs}.", _NUMBER, room, _MOST_LINES)
    words = wrap(line.rule.words, _FACT, room, _MOST_LINES)
    words += wrap(line.remark, _FACT, room, _MOST_LINES) if line.remark else []
    source = wrap(line.rule.source, SMALL, room, _MOST_LINES)
    state = wrap(line.standing.label, STRONG, _STATE_MM, 2)
    height = (len(numbers) + len(words)) * _LINE_MM + len(source) * _SMALL_MM + 4.6

    def draw(y: float) -> None:
        page.rule(page.left, y, prose.room, HAIR, 0.7)
        for place, text in enumerate(state):
            page.text(page.left, y + 4.8 + place * _LINE_MM, text, STRONG)
        at = y + 4.8
        for texts, face, step in ((numbers, _NUMBER, _LINE_MM), (words, _FACT, _LINE_MM)):
            for text in texts:
                page.text(x, at, text, face)
                at += step
        for text in source:
            page.text(x, at, text, SMALL)
            at += _SMALL_MM

    prose.draw(height, draw)
