"""The head of a letter: who writes, the address where an envelope has its window, date and reference.

Only name and address of the recipient lie where a window may be; what the letter is about begins under the
first fold. The programme's name is the neutral one; nothing says what kind of work it does.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import AuthorityKind, Disclosure, Document
from bipdesk.domain.letter import About, LetterFrame
from bipdesk.export.layout.fitting import fit_line, wrap
from bipdesk.export.layout.fonts import Face
from bipdesk.export.layout.page import HAIR, PageDrawing
from bipdesk.export.layout.prose import SMALL, STRONG, Prose
from bipdesk.export.layout.words import words_for

WINDOW_MM = 50.0
"""From the top edge: the windows of European and American envelopes overlap here."""
BODY_MM = 98.0
_NAME = Face(13, bold=True)
_ADDRESS = Face(10.5)
_ADDRESS_ROOM_MM = 84.0
_RIGHT_MM = 128.0
_STEP_MM = 5.0


@dataclass(frozen=True, slots=True)
class LetterWords:
    """The words every letter has."""

    date: str
    reference: str
    authority: str
    waiver: str
    revocation: str
    confidential: str
    closing: str
    concerning: str
    born: str
    court_case: str


_WORDS = {
    "en": LetterWords(
        date="Date",
        reference="Our reference",
        authority="By what right this is told: {authority}.",
        waiver="the waiver of confidentiality he signed on {day}",
        revocation="part 7 of the waiver of confidentiality he had signed",
        confidential="For the named recipient only. Do not pass it on, and do not leave it where others "
        "read it.",
        closing="For the programme",
        concerning="Concerning",
        born="born {day}",
        court_case="court case {number}",
    ),
    "es": LetterWords(
        date="Fecha",
        reference="Nuestra referencia",
        authority="Con qué derecho se comunica esto: {authority}.",
        waiver="la autorización para informar que firmó el {day}",
        revocation="la parte 7 de la autorización para informar que había firmado",
        confidential="Solo para el destinatario. No lo entregue a otros ni lo deje donde otros lo lean.",
        closing="Por el programa",
        concerning="Asunto",
        born="nacido el {day}",
        court_case="expediente judicial {number}",
    ),
}


def begin_letter(disclosure: Disclosure, frame: LetterFrame, title: str) -> Prose:
    """Return a letter with its head drawn, ready for its text.

    A letter begins with leave to disclose: without it no document is rendered.
    """
    language = "es" if frame.language == "es" else "en"
    words = _WORDS[language]
    page = PageDrawing(frame.head.paper, frame.reference, language)
    prose = Prose(page, f"{words.reference}: {frame.reference}", words_for(language).page)
    when = day_in_words(frame.written_on, language)
    marks = ((words.date, when), (words.reference, frame.reference))
    prose.draw(BODY_MM - page.top, lambda _y: _draw_head(page, disclosure, frame, marks))
    prose.paragraph(f"{words.concerning}: {_who(frame.about, words, language)}", STRONG, after=0.6)
    prose.title(title)
    prose.gap(1.5)
    return prose


def end_letter(prose: Prose, disclosure: Disclosure, frame: LetterFrame) -> bytes:
    """Close with the place to sign and by what right it was told; return the bytes."""
    words = _WORDS["es" if frame.language == "es" else "en"]
    prose.gap(4)
    who = f"{words.closing}: {frame.author}" if frame.author else words.closing
    prose.signatures([(who, words.date)])
    prose.gap(3)
    prose.small(words.authority.format(authority=_right(disclosure, words, frame.language)))
    prose.small(words.confidential)
    return prose.finish()


def _draw_head(
    page: PageDrawing, disclosure: Disclosure, frame: LetterFrame, marks: Sequence[tuple[str, str]]
) -> None:
    y = page.top + 5
    page.text(page.left, y, *fit_line(frame.head.programme_name, _NAME, page.room, 9))
    for line in frame.head.lines[:3]:
        y += 4.2
        page.text(page.left, y, *fit_line(line, SMALL, page.room, 6.5))
    page.rule(page.left, page.top + 20, page.room, HAIR, 0.5)
    recipient = disclosure.recipient
    y = WINDOW_MM + 4
    for line in wrap(recipient.name, _ADDRESS, _ADDRESS_ROOM_MM, 2):
        page.text(page.left + 3, y, line, _ADDRESS)
        y += _STEP_MM
    for line in recipient.lines[:5]:
        page.text(page.left + 3, y, *fit_line(line, _ADDRESS, _ADDRESS_ROOM_MM, 7))
        y += _STEP_MM
    y = WINDOW_MM + 4
    for label, value in marks:
        page.text(_RIGHT_MM, y, label, SMALL)
        page.text(_RIGHT_MM, y + 4.6, *fit_line(value, _ADDRESS, page.right - _RIGHT_MM, 7))
        y += 11.5


def _right(disclosure: Disclosure, words: LetterWords, language: str) -> str:
    authority = disclosure.authority
    if disclosure.document is Document.REVOCATION_NOTICE:
        return words.revocation
    if authority.kind is AuthorityKind.WAIVER:
        return words.waiver.format(day=day_in_words(authority.on, language))
    return authority.words


def _who(about: About, words: LetterWords, language: str) -> str:
    if about.court_case:
        return f"{about.name}, {words.court_case.format(number=about.court_case)}"
    if about.date_of_birth is not None:
        return f"{about.name}, {words.born.format(day=day_in_words(about.date_of_birth, language))}"
    return about.name
