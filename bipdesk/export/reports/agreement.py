"""The programme agreement to be read, understood and signed, in the programme's own words."""

from dataclasses import dataclass

from bipdesk.domain.agreement import AgreementForm, Section, length_words
from bipdesk.export.layout.fitting import fit_line
from bipdesk.export.layout.page import PageDrawing
from bipdesk.export.layout.prose import SMALL, Prose
from bipdesk.export.layout.words import words_for

_LINE = "_" * 34
_NUMBER = "_" * 16


@dataclass(frozen=True, slots=True)
class Words:
    """Every word on the agreement that the programme does not write itself."""

    title: str
    introduction: str
    name: str
    number: str
    headings: dict[Section, str]
    sign: str
    sign_text: str
    read_to_me: str
    signature: str
    programme: str
    interpreter: str
    date: str


_WORDS = {
    "en": Words(
        title="Programme agreement",
        introduction="Read this, or let somebody read it to you. Ask about everything you do not understand.",
        name="Your name",
        number="Our number",
        headings={
            Section.FORMAT: "What the programme is",
            Section.STOP: "You stop all abuse",
            Section.HIS: "What you undertake",
            Section.OURS: "What we undertake",
            Section.RULES: "Rules of the group",
            Section.LENGTH: "How long it takes",
            Section.FEES: "What it costs",
            Section.LIMITS: "What we cannot keep to ourselves",
            Section.COMPLAINTS: "If you have a complaint",
            Section.DISCHARGE: "When it ends",
            Section.READMISSION: "If you want to come back",
        },
        sign="We sign",
        sign_text="I have understood this agreement and was given a copy.",
        read_to_me="This paper was read to me.",
        signature="Your signature",
        programme="For the programme: name and signature",
        interpreter="Interpreter, if there was one",
        date="Date",
    ),
    "es": Words(
        title="Acuerdo con el programa",
        introduction="Lea esto, o pida que se lo lean. Pregunte todo lo que no entienda.",
        name="Su nombre",
        number="Nuestro número",
        headings={
            Section.FORMAT: "Qué es el programa",
            Section.STOP: "Usted deja todo maltrato",
            Section.HIS: "A qué se compromete usted",
            Section.OURS: "A qué nos comprometemos nosotros",
            Section.RULES: "Reglas del grupo",
            Section.LENGTH: "Cuánto dura",
            Section.FEES: "Qué cuesta",
            Section.LIMITS: "Lo que no podemos callar",
            Section.COMPLAINTS: "Si tiene una queja",
            Section.DISCHARGE: "Cuándo termina",
            Section.READMISSION: "Si quiere volver",
        },
        sign="Firmamos",
        sign_text="He entendido este acuerdo y me dieron una copia.",
        read_to_me="Me leyeron este papel.",
        signature="Su firma",
        programme="Por el programa: nombre y firma",
        interpreter="Intérprete, si lo hubo",
        date="Fecha",
    ),
}


def render_agreement(form: AgreementForm) -> bytes:
    """Return the agreement as PDF; the same values give the same bytes."""
    language = "es" if form.language == "es" else "en"
    words = _WORDS[language]
    page = PageDrawing(form.head.paper, words.title, language)
    foot = " · ".join(part for part in (form.head.programme_name, form.case_number) if part)
    prose = Prose(page, foot, words_for(language).page)
    prose.draw(6.0, lambda y: page.text(page.left, y + 3, *fit_line(form.head.programme_name, SMALL, 150, 7)))
    prose.title(words.title)
    prose.paragraph(words.introduction)
    names = [(words.name, form.name or _LINE), (words.number, form.case_number or _NUMBER)]
    prose.pairs(names, between_mm=0.6 if form.name else 3.8)
    for number, section in enumerate(Section, 1):
        prose.heading(f"{number}. {words.headings[section]}")
        if section is Section.LENGTH:
            prose.paragraph(length_words(form.course, language), after=0.6)
        _draw_text(prose, form.texts.get(section, ""))
    prose.keep(80)
    prose.heading(f"{len(Section) + 1}. {words.sign}")
    prose.paragraph(words.sign_text)
    prose.ticks([(words.read_to_me, False)])
    prose.signatures(
        [(words.signature, words.date), (words.programme, words.date), (words.interpreter, words.date)]
    )
    return prose.finish()


def _draw_text(prose: Prose, text: str) -> None:
    """Set paragraphs, and lines that begin with a hyphen as a list."""
    items: list[str] = []
    for line in text.strip().splitlines():
        if line.startswith("- "):
            items.append(line[2:].strip())
            continue
        prose.bullets(items)
        items = []
        if line.strip():
            prose.paragraph(line.strip(), after=1.2)
    prose.bullets(items)
