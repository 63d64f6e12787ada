"""The notice to whoever referred him that he was not accepted, with the reason in one sentence."""

from dataclasses import dataclass

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import Disclosure
from bipdesk.domain.letter import RejectionNotice
from bipdesk.export.layout.letterhead import begin_letter, end_letter


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the notice that is not data."""

    title: str
    decided: str
    reason: str
    again: str
    stands: str


_WORDS = {
    "en": Words(
        title="Not accepted into the programme",
        decided="On {day} we decided not to accept {name} into our programme.",
        reason="Reason: {reason}",
        again="He can be assessed again later. Please refer him anew if his situation changes.",
        stands="We are not working with him. What he was ordered to do stays to be decided by you.",
    ),
    "es": Words(
        title="No admitido en el programa",
        decided="El {day} decidimos no admitir a {name} en nuestro programa.",
        reason="Motivo: {reason}",
        again="Puede ser evaluado de nuevo más adelante. Envíelo otra vez si su situación cambia.",
        stands="No trabajamos con él. Lo que se le ordenó queda a su decisión.",
    ),
}


def render_rejection_notice(disclosure: Disclosure, notice: RejectionNotice) -> bytes:
    """Return the notice as PDF; the same values give the same bytes."""
    frame = notice.frame
    language = "es" if frame.language == "es" else "en"
    words = _WORDS[language]
    prose = begin_letter(disclosure, frame, words.title)
    day = day_in_words(notice.decided_on, language)
    prose.paragraph(words.decided.format(day=day, name=frame.about.name))
    if notice.reason.strip():
        prose.paragraph(words.reason.format(reason=notice.reason.strip()))
    prose.paragraph(words.stands)
    if notice.may_be_assessed_again:
        prose.paragraph(words.again)
    return end_letter(prose, disclosure, frame)
