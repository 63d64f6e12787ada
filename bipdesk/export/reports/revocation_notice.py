"""The notice to whoever referred him that he revoked his waiver: from that day nothing more is told."""

from dataclasses import dataclass

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.disclosure import Disclosure
from bipdesk.domain.letter import RevocationNotice
from bipdesk.export.layout.letterhead import begin_letter, end_letter


@dataclass(frozen=True, slots=True)
class Words:
    """Every word of the notice that is not data."""

    title: str
    revoked: str
    nothing_more: str
    stands: str
    questions: str


_WORDS = {
    "en": Words(
        title="Waiver of confidentiality revoked",
        revoked="{name} signed a waiver of confidentiality on {signed}. He revoked it on {revoked}.",
        nothing_more="From that day we tell you nothing more about him, unless a law or an order of a court "
        "obliges us to.",
        stands="What we told you before stays as it was told.",
        questions="Our programme accepts and keeps nobody without this waiver. Please let us know what "
        "follows "
        "from it for his order.",
    ),
    "es": Words(
        title="Autorización para informar revocada",
        revoked="{name} firmó una autorización para informar el {signed}. La revocó el {revoked}.",
        nothing_more="Desde ese día no le informamos nada más de él, salvo que una ley o una orden judicial "
        "nos obligue.",
        stands="Lo que le informamos antes sigue en pie.",
        questions="Nuestro programa no admite ni mantiene a nadie sin esta autorización. Háganos saber qué "
        "consecuencias tiene para su orden.",
    ),
}


def render_revocation_notice(disclosure: Disclosure, notice: RevocationNotice) -> bytes:
    """Return the notice as PDF; the same values give the same bytes."""
    frame = notice.frame
    language = "es" if frame.language == "es" else "en"
    words = _WORDS[language]
    prose = begin_letter(disclosure, frame, words.title)
    prose.paragraph(
        words.revoked.format(
            name=frame.about.name,
            signed=day_in_words(notice.signed_on, language),
            revoked=day_in_words(notice.revoked_on, language),
        )
    )
    for words_of in (words.nothing_more, words.stands, words.questions):
        prose.paragraph(words_of)
    return end_letter(prose, disclosure, frame)
