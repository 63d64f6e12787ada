"""The printed words of the worksheets of the practice record, in each language they can be printed in."""

from dataclasses import dataclass

from bipdesk.domain.control_log import Denial
from bipdesk.domain.skill import Setting


@dataclass(frozen=True, slots=True)
class PracticeWords:
    """Every word on the worksheets that is neither his nor of a list."""

    language: str
    number: str
    day: str
    session: str
    no_names: str
    bring: str
    page: str
    else_: str
    chain: str
    chain_intro: str
    event: str
    moment: str
    thought: str
    felt: str
    did: str
    choice: str
    could_have: str
    skill: str
    followed: str
    effect_her: str
    effect_children: str
    effect_me: str
    way_out: str
    at_link: str
    at_link_blank: str
    more_links: str
    log: str
    log_intro: str
    situation: str
    action: str
    intent: str
    thoughts: str
    pushed: str
    denials: dict[Denial, str]
    past: str
    differently: str
    skills: str
    skills_intro: str
    which: str
    where: str
    settings: dict[Setting, str]
    went: str
    helped: str
    next_try: str


ENGLISH = PracticeWords(
    language="en",
    number="Our number",
    day="Day it happened",
    session="Session",
    no_names="Write no names of a partner or of children.",
    bring="Bring this sheet back with you.",
    page="Page {page} of {pages}",
    else_="Something else:",
    chain="Chain of events",
    chain_intro="One event, link by link, from the first sign to what I did. "
    "At every link I could have chosen otherwise.",
    event="The event in a line",
    moment="What happened",
    thought="What I thought",
    felt="What I felt",
    did="What I did",
    choice="Choice point",
    could_have="I could have",
    skill="Skill for it",
    followed="What followed, as I see it now",
    effect_her="Effect on my partner",
    effect_children="Effect on the children",
    effect_me="Effect on me",
    way_out="My way out",
    at_link="Next time I leave the chain at link {number} and I",
    at_link_blank="Next time I leave the chain at this link (its number in the ring) and I",
    more_links="For more links use another sheet.",
    log="Control log",
    log_intro="One time that I used control, looked at from all sides. I fill it in about myself.",
    situation="What was going on",
    action="What I did to control",
    intent="What I wanted to reach by it",
    thoughts="Thoughts with which I gave myself permission",
    pushed="How I pushed it away from me",
    denials={
        Denial.MINIMISED: "I played it down",
        Denial.DENIED: "I denied it",
        Denial.BLAMED: "I blamed her or somebody else",
    },
    past="Earlier violence of mine that gave it force",
    differently="What I could have done instead",
    skills="Skills practice",
    skills_intro="Small steps: one skill, one try, one line about how it went. "
    "A try that did not work counts.",
    which="Skill",
    where="Where",
    settings={
        Setting.GROUP: "in the group",
        Setting.HOME: "at home",
        Setting.ONE_TO_ONE: "in a 1-2-1",
        Setting.ELSEWHERE: "somewhere else",
    },
    went="How it went",
    helped="What helped",
    next_try="My next small step",
)

SPANISH = PracticeWords(
    language="es",
    number="Nuestro número",
    day="Día en que pasó",
    session="Sesión",
    no_names="No escriba el nombre de su pareja ni de niños.",
    bring="Traiga esta hoja de vuelta.",
    page="Página {page} de {pages}",
    else_="Otra cosa:",
    chain="Cadena de hechos",
    chain_intro="Un hecho, eslabón por eslabón, de la primera señal a lo que hice. "
    "En cada uno pude elegir otra cosa.",
    event="El hecho en una línea",
    moment="Qué pasó",
    thought="Qué pensé",
    felt="Qué sentí",
    did="Qué hice",
    choice="Punto de decisión",
    could_have="Pude haber",
    skill="Habilidad para eso",
    followed="Lo que siguió, como lo veo ahora",
    effect_her="Efecto en mi pareja",
    effect_children="Efecto en los niños",
    effect_me="Efecto en mí",
    way_out="Mi salida",
    at_link="La próxima vez salgo de la cadena en el eslabón {number} y",
    at_link_blank="La próxima vez salgo en este eslabón (su número en el anillo) y",
    more_links="Para más eslabones use otra hoja.",
    log="Registro de control",
    log_intro="Una vez que usé el control, vista por todos los lados. Lo lleno sobre mí mismo.",
    situation="Qué estaba pasando",
    action="Qué hice para controlar",
    intent="Qué quería lograr con eso",
    thoughts="Pensamientos con los que me di permiso",
    pushed="Cómo me quité la responsabilidad",
    denials={
        Denial.MINIMISED: "Le quité importancia",
        Denial.DENIED: "Lo negué",
        Denial.BLAMED: "Le eché la culpa a ella o a otra persona",
    },
    past="Violencia mía de antes que le dio fuerza",
    differently="Qué pude haber hecho en su lugar",
    skills="Práctica de habilidades",
    skills_intro="Una habilidad, un intento, unas palabras. El intento que no salió también cuenta.",
    which="Habilidad",
    where="Dónde",
    settings={
        Setting.GROUP: "en el grupo",
        Setting.HOME: "en casa",
        Setting.ONE_TO_ONE: "en sesión individual",
        Setting.ELSEWHERE: "en otro lugar",
    },
    went="Cómo me fue",
    helped="Qué ayudó",
    next_try="Mi próximo paso pequeño",
)

_LANGUAGES = {words.language: words for words in (ENGLISH, SPANISH)}


def practice_words(language: str) -> PracticeWords:
    """Return the words for a language code such as "es"; English for any other language."""
    return _LANGUAGES.get(language.partition("-")[0].lower(), ENGLISH)
