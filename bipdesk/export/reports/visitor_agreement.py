"""The confidentiality agreement that a visitor signs before he sits in a group (WAC 388-60B-0315(1)(h))."""

from dataclasses import dataclass

from bipdesk.domain.visitor import AgreementPaper
from bipdesk.export.layout.fitting import fit_line
from bipdesk.export.layout.page import PageDrawing
from bipdesk.export.layout.prose import SMALL, Prose
from bipdesk.export.layout.words import words_for

_LINE = "_" * 34


@dataclass(frozen=True, slots=True)
class Words:
    """Every word on the agreement; it says nothing of what the programme is about."""

    title: str
    introduction: str
    name: str
    organisation: str
    i_undertake: str
    undertakings: tuple[str, ...]
    exception: str
    lasts: str
    visitor: str
    programme: str
    date: str
    kept: str


_ENGLISH = Words(
    title="Visitor's confidentiality agreement",
    introduction="You are about to sit in a group session as a visitor. The people in the room have a right "
    "to privacy. Read this before the session, ask about what you do not understand, and sign it.",
    name="Your name",
    organisation="Your organisation",
    i_undertake="I undertake",
    undertakings=(
        "I tell nobody who takes part in the group, or anything by which somebody could be recognised.",
        "I tell nobody what is said in the room: not at my work, not at home, not later.",
        "I make no recording and no photograph, and take no notes that name or describe anybody.",
        "I do not get in touch with anybody who takes part, or with the families, because of this visit.",
        "If I know somebody in the room, I say so to the facilitators before the session begins.",
        "I follow the facilitators, and leave the room when they ask me to.",
    ),
    exception="If somebody is in danger, I tell the facilitators at once. They decide what is done.",
    lasts="This holds without end, also when my visit, or my work, is over.",
    visitor="Visitor: signature",
    programme="For the programme: name and signature",
    date="Date",
    kept="The programme keeps this paper in a locked cabinet. You get a copy if you want one.",
)

_SPANISH = Words(
    title="Acuerdo de confidencialidad para visitantes",
    introduction="Usted va a estar en una sesión de grupo como visitante. Las personas que están en la sala "
    "tienen derecho a su intimidad. Lea esto antes de la sesión, pregunte lo que no entienda y fírmelo.",
    name="Su nombre",
    organisation="Su organización",
    i_undertake="Me comprometo",
    undertakings=(
        "No digo a nadie quién participa en el grupo, ni nada por lo que se pueda reconocer a alguien.",
        "No digo a nadie lo que se habla en la sala: ni en mi trabajo, ni en casa, ni más adelante.",
        "No grabo ni tomo fotografías, y no hago notas que nombren o describan a nadie.",
        "No me pongo en contacto con nadie que participe, ni con las familias, a causa de esta visita.",
        "Si conozco a alguien en la sala, lo digo a quienes facilitan antes de que empiece la sesión.",
        "Sigo lo que digan quienes facilitan, y salgo de la sala cuando me lo pidan.",
    ),
    exception="Si alguien corre peligro, lo digo enseguida a quienes facilitan. Ellos deciden qué se hace.",
    lasts="Esto vale sin límite de tiempo, también cuando mi visita, o mi trabajo, haya terminado.",
    visitor="Visitante: firma",
    programme="Por el programa: nombre y firma",
    date="Fecha",
    kept="El programa guarda este papel en un armario cerrado con llave. Si quiere, recibe una copia.",
)


def render_visitor_agreement(paper: AgreementPaper) -> bytes:
    """Return the agreement as PDF on one page; the same values give the same bytes."""
    language = "es" if paper.language == "es" else "en"
    words = _SPANISH if language == "es" else _ENGLISH
    page = PageDrawing(paper.paper, words.title, language)
    prose = Prose(page, paper.programme_name, words_for(language).page)
    prose.draw(6.0, lambda y: page.text(page.left, y + 3, *fit_line(paper.programme_name, SMALL, 150, 7)))
    prose.title(words.title)
    prose.paragraph(words.introduction)
    names = [(words.name, paper.visitor or _LINE), (words.organisation, paper.organisation or _LINE)]
    prose.pairs(names, between_mm=0.6 if paper.visitor else 3.8)
    prose.heading(words.i_undertake)
    prose.bullets(words.undertakings)
    prose.boxed([words.exception])
    prose.paragraph(words.lasts)
    prose.signatures([(words.visitor, words.date), (words.programme, words.date)])
    prose.gap(3.0)
    prose.small(words.kept)
    return prose.finish()
