"""The three-way review on paper: three voices side by side, and a line for each to sign."""

from dataclasses import dataclass

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.review import COLUMNS, ReviewKind, SignedOn, Voice
from bipdesk.domain.review_sheet import ReviewSheet
from bipdesk.export.layout.fitting import fit_line
from bipdesk.export.layout.page import LINE, PageDrawing
from bipdesk.export.layout.prose import SMALL, Prose
from bipdesk.export.layout.three_columns import ThreeColumns
from bipdesk.export.layout.words import words_for

_LINE = "_" * 30
_RULED = 3
"""Lines to write on under each question of a blank sheet: all of it on one page."""


@dataclass(frozen=True, slots=True)
class Words:
    """Every word on the sheet that nobody writes."""

    titles: dict[ReviewKind, str]
    no_names: str
    name: str
    number: str
    held: str
    present: str
    voices: dict[Voice, str]
    questions: dict[str, str]
    attendance: str
    recommendations: str
    next: str
    sign: str
    signed_on: str
    date: str


_WORDS = {
    "en": Words(
        titles={
            ReviewKind.POST_GROUP: "Three-way review after the group",
            ReviewKind.INTERIM: "Interim review",
        },
        no_names="Each of the three says it in their own words. Write no names of a partner or of children.",
        name="Participant",
        number="Our number",
        held="Held on",
        present="Also there",
        voices={voice: voice.label for voice in Voice},
        questions={name: words for questions in COLUMNS.values() for name, words in questions},
        attendance="Attendance and goals on that day",
        recommendations="What we recommend and agree",
        next="Next review on",
        sign="Each signs what is written here",
        signed_on="signed on",
        date="Date",
    ),
    "es": Words(
        titles={
            ReviewKind.POST_GROUP: "Revisión entre tres después del grupo",
            ReviewKind.INTERIM: "Revisión intermedia",
        },
        no_names="Cada uno lo dice con sus palabras. No escriba nombres de una pareja ni de niños.",
        name="Participante",
        number="Nuestro número",
        held="Fecha",
        present="También presentes",
        voices={
            Voice.HIS: "Participante",
            Voice.FACILITATOR: "Facilitador o facilitadora",
            Voice.OFFICER: "Supervisión o quien lo envió",
        },
        questions={
            "changed": "Qué dice que ha cambiado",
            "hard": "Qué le cuesta todavía",
            "plans": "Qué se propone",
            "participation": "Cómo participa",
            "responsibility": "Qué responsabilidad asume",
            "goals": "Sus metas",
            "order": "Cómo está la orden",
            "contact": "Cómo cumple sus citas",
            "concerns": "Preocupaciones",
        },
        attendance="Asistencia y metas ese día",
        recommendations="Qué recomendamos y acordamos",
        next="Próxima revisión",
        sign="Cada uno firma lo que está escrito aquí",
        signed_on="firmado el",
        date="Fecha",
    ),
}


def render_review_sheet(sheet: ReviewSheet) -> bytes:
    """Return the sheet as PDF; the same values give the same bytes. How risk stands is never on it."""
    language = "es" if sheet.language == "es" else "en"
    words = _WORDS[language]
    title = words.titles[sheet.kind]
    page = PageDrawing(sheet.paper, title, language)
    foot = " · ".join(part for part in (sheet.programme_name, sheet.case_number) if part)
    prose = Prose(page, foot, words_for(language).page)
    prose.draw(5.0, lambda y: page.text(page.left, y + 3, *fit_line(sheet.programme_name, SMALL, 150, 7)))
    prose.title(title)
    prose.small(words.no_names)
    _draw_who(prose, sheet, words, language)
    _draw_voices(prose, sheet, words)
    _draw_outcome(prose, sheet, words, language)
    _draw_signatures(prose, sheet, words, language)
    return prose.finish()


def _draw_who(prose: Prose, sheet: ReviewSheet, words: Words, language: str) -> None:
    details = sheet.details
    held = day_in_words(details.held_on, language) if details else _LINE
    known = [
        (words.name, sheet.name or _LINE),
        (words.number, sheet.case_number or _LINE),
        (words.held, held),
        (words.voices[Voice.FACILITATOR], details.facilitator if details else _LINE),
        (words.voices[Voice.OFFICER], details.officer if details else _LINE),
    ]
    if details is None or details.present:
        known.append((words.present, details.present if details else _LINE))
    prose.pairs(known, label_mm=72.0, between_mm=0.2 if details else 1.0)


def _draw_voices(prose: Prose, sheet: ReviewSheet, words: Words) -> None:
    columns = ThreeColumns(prose)
    columns.heads([words.voices[voice] for voice in Voice])
    for place in range(3):
        names = [COLUMNS[voice][place][0] for voice in Voice]
        said = [getattr(sheet.details.words, name) if sheet.details else "" for name in names]
        columns.row([words.questions[name] for name in names], said, 1 if sheet.details else _RULED)


def _draw_outcome(prose: Prose, sheet: ReviewSheet, words: Words, language: str) -> None:
    details = sheet.details
    if details is None:
        _ruled(prose, words.recommendations, 2)
        prose.pairs([(words.next, _LINE)], between_mm=1.0)
        return
    known = " ".join(part for part in (details.facts.attendance, details.facts.goals) if part)
    if known:
        prose.heading(words.attendance)
        prose.paragraph(known)
    if details.recommendations:
        prose.heading(words.recommendations)
        prose.paragraph(details.recommendations)
    if details.next_on is not None:
        prose.pairs([(words.next, day_in_words(details.next_on, language))])


def _ruled(prose: Prose, heading: str, lines: int) -> None:
    prose.heading(heading)
    for _ in range(lines):
        prose.draw(7.4, lambda y: prose.page.rule(prose.page.left, y + 6.6, prose.page.room, LINE, 0.5))
    prose.gap(1.6)


def _draw_signatures(prose: Prose, sheet: ReviewSheet, words: Words, language: str) -> None:
    """Set a line for each to sign on; who has signed already has the day beside it."""
    signed = sheet.details.signed if sheet.details else SignedOn()
    days = (signed.participant, signed.facilitator, signed.officer)
    prose.keep(58)
    prose.heading(words.sign)
    prose.signatures(
        [
            (
                words.voices[voice],
                words.date if day is None else f"{words.signed_on} {day_in_words(day, language)}",
            )
            for voice, day in zip(Voice, days, strict=True)
        ]
    )
