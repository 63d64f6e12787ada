"""The status letter: attendance and taking part up to its day, in numbers and with what they do not say."""

from dataclasses import dataclass

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import Disclosure
from bipdesk.domain.letter import StatusLetter
from bipdesk.export.layout.letterhead import begin_letter, end_letter
from bipdesk.export.layout.prose import Prose


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the letter that is not data."""

    title: str
    span: str
    attendance: str
    attended: str
    attended_of: str
    singles: str
    excused: str
    missed: str
    owed: str
    last: str
    never: str
    taking_part: str
    scale: tuple[str, str, str, str]
    sessions: tuple[str, str]
    unmarked: str
    nothing_promised: str


_WORDS = {
    "en": Words(
        title="Attendance and taking part",
        span="This letter covers the time from {name}'s acceptance on {start} to {end}.",
        attendance="Attendance",
        attended="Group sessions attended or made up",
        attended_of="{number} of {all}",
        singles="One-to-one sessions held",
        excused="Missed, excused beforehand",
        missed="Missed without excuse, or sent home",
        owed="Missed sessions still to be made up",
        last="Last attended",
        never="not yet",
        taking_part="Taking part in the group, as the facilitators marked it",
        scale=("Hardly", "A little", "Well", "Fully"),
        sessions=("{number} session", "{number} sessions"),
        unmarked="It has not been marked yet.",
        nothing_promised="Attending is not evidence that he has stopped being violent. This letter does not "
        "describe his behaviour outside the programme and predicts nothing.",
    ),
    "es": Words(
        title="Asistencia y participación",
        span="Esta carta abarca desde la admisión de {name}, el {start}, hasta el {end}.",
        attendance="Asistencia",
        attended="Sesiones de grupo asistidas o recuperadas",
        attended_of="{number} de {all}",
        singles="Sesiones individuales realizadas",
        excused="Faltas justificadas de antemano",
        missed="Faltas sin justificar, o enviado a casa",
        owed="Sesiones por recuperar",
        last="Última asistencia",
        never="todavía ninguna",
        taking_part="Participación en el grupo, según la marcaron los facilitadores",
        scale=("Apenas", "Poco", "Bien", "Plenamente"),
        sessions=("{number} sesión", "{number} sesiones"),
        unmarked="Aún no se ha marcado.",
        nothing_promised="Asistir no prueba que haya dejado de ser violento. Esta carta no describe su "
        "conducta "
        "fuera del programa y no predice nada.",
    ),
}


def render_status_letter(disclosure: Disclosure, letter: StatusLetter) -> bytes:
    """Return the letter as PDF; the same values give the same bytes.

    The closing words follow OAR 137-087-0070(2)(a), which asks them of letters about release; they hold for
    attendance as well.
    """
    frame = letter.frame
    language = "es" if frame.language == "es" else "en"
    words = _WORDS[language]
    prose = begin_letter(disclosure, frame, words.title)
    prose.paragraph(
        words.span.format(
            name=frame.about.name,
            start=day_in_words(letter.accepted_on, language),
            end=day_in_words(frame.written_on, language),
        )
    )
    _draw_attendance(prose, letter, words, language)
    _draw_taking_part(prose, letter, words)
    prose.gap(2)
    prose.paragraph(words.nothing_promised)
    return end_letter(prose, disclosure, frame)


def _draw_attendance(prose: Prose, letter: StatusLetter, words: Words, language: str) -> None:
    last = letter.last_attended_on
    prose.heading(words.attendance)
    prose.pairs(
        [
            (
                words.attended,
                words.attended_of.format(number=letter.attended, all=letter.course.group_sessions),
            ),
            (words.singles, str(letter.one_to_ones)),
            (words.excused, str(letter.excused)),
            (words.missed, str(letter.missed)),
            (words.owed, str(letter.owed)),
            (words.last, words.never if last is None else day_in_words(last, language)),
        ],
        label_mm=88.0,
    )


def _draw_taking_part(prose: Prose, letter: StatusLetter, words: Words) -> None:
    prose.heading(words.taking_part)
    one, many = words.sessions
    marked = [
        (label, (one if number == 1 else many).format(number=number))
        for label, number in zip(words.scale, letter.participation, strict=True)
        if number
    ]
    if marked:
        prose.pairs(marked, label_mm=88.0)
    else:
        prose.paragraph(words.unmarked)
