"""The letter that says he was accepted, and what he now takes part in."""

from dataclasses import dataclass

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import Disclosure
from bipdesk.domain.letter import AcceptanceLetter, course_words
from bipdesk.export.layout.letterhead import begin_letter, end_letter


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the letter that is not data."""

    title: str
    accepted: str
    length: str
    starts: str
    waits: str
    reports: str
    nothing_promised: str


_WORDS = {
    "en": Words(
        title="Accepted into the programme",
        accepted="{name} was accepted into our programme on {day}.",
        length="The programme has {course}. He attends all of them; what he misses he makes up.",
        starts="His group meets for the first time on {day}.",
        waits="He waits for a place in a group. One-to-one sessions come before it.",
        reports="As far as his waiver goes, we report attendance and taking part, and we tell you when he "
        "breaks "
        "the rules or his conditions.",
        nothing_promised="Being accepted says nothing about his behaviour outside the programme, and "
        "predicts "
        "nothing.",
    ),
    "es": Words(
        title="Admitido en el programa",
        accepted="{name} fue admitido en nuestro programa el {day}.",
        length="El programa tiene {course}. Asiste a todas; las que pierde, las recupera.",
        starts="Su grupo se reúne por primera vez el {day}.",
        waits="Espera un lugar en un grupo. Antes tiene sesiones individuales.",
        reports="Hasta donde alcanza su autorización, informamos de su asistencia y participación, y "
        "avisamos "
        "cuando incumple las reglas o sus condiciones.",
        nothing_promised="Que haya sido admitido no dice nada de su conducta fuera del programa ni predice "
        "nada.",
    ),
}


def render_acceptance_letter(disclosure: Disclosure, letter: AcceptanceLetter) -> bytes:
    """Return the letter as PDF; the same values give the same bytes."""
    frame = letter.frame
    language = "es" if frame.language == "es" else "en"
    words = _WORDS[language]
    prose = begin_letter(disclosure, frame, words.title)
    day = day_in_words(letter.accepted_on, language)
    prose.paragraph(words.accepted.format(name=frame.about.name, day=day))
    prose.paragraph(words.length.format(course=course_words(letter.course, language)))
    if letter.starts_on is None:
        prose.paragraph(words.waits)
    else:
        prose.paragraph(words.starts.format(day=day_in_words(letter.starts_on, language)))
    prose.paragraph(words.reports)
    prose.paragraph(words.nothing_promised)
    return end_letter(prose, disclosure, frame)
