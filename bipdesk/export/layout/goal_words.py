"""The printed words of the goal sheet, in each language it can be printed in."""

from dataclasses import dataclass

from bipdesk.domain.goal import AgeBand, Area


@dataclass(frozen=True, slots=True)
class GoalWords:
    """Every word on the goal sheet that is not his."""

    title: str
    intro: str
    goal: str
    mine: str
    area: str
    areas: dict[Area, str]
    why: str
    strengths: str
    children: str
    children_blank: str
    bands: dict[AgeBand, str]
    steps: str
    step: str
    by: str
    done: str
    helped: str
    plan: str
    looked: str


ENGLISH = GoalWords(
    title="My goals",
    intro="What I want to be different, in my own words, and the small steps that take me there. "
    "A step is small enough when I know on which day I shall have taken it.",
    goal="Goal {number}",
    mine="What I want",
    area="It is about",
    areas={
        Area.BEHAVIOUR: "my behaviour",
        Area.PARENTING: "being a parent",
        Area.RELATIONSHIPS: "relationships",
        Area.WORK: "work",
        Area.HEALTH: "health",
        Area.OTHER: "something else",
    },
    why="Why it matters to me",
    strengths="What I bring to it",
    children="Children it is about",
    children_blank="Children: how many, how old (no names)",
    bands={
        AgeBand.UNDER_5: "under 5",
        AgeBand.FROM_5: "5 to 11",
        AgeBand.FROM_12: "12 to 17",
        AgeBand.GROWN: "18 and over",
    },
    steps="Small steps",
    step="What I do",
    by="By",
    done="Done",
    helped="What helped",
    plan="Item of my plan",
    looked="What I said of it last",
)

SPANISH = GoalWords(
    title="Mis metas",
    intro="Lo que quiero que sea distinto, con mis propias palabras, y los pasos pequeños para llegar. "
    "Un paso es bastante pequeño cuando sé qué día lo habré dado.",
    goal="Meta {number}",
    mine="Lo que quiero",
    area="Se trata de",
    areas={
        Area.BEHAVIOUR: "mi conducta",
        Area.PARENTING: "ser padre",
        Area.RELATIONSHIPS: "relaciones",
        Area.WORK: "trabajo",
        Area.HEALTH: "salud",
        Area.OTHER: "otra cosa",
    },
    why="Por qué me importa",
    strengths="Lo que traigo para eso",
    children="Niños de quienes se trata",
    children_blank="Niños: cuántos, de qué edad (sin nombres)",
    bands={
        AgeBand.UNDER_5: "menores de 5",
        AgeBand.FROM_5: "de 5 a 11",
        AgeBand.FROM_12: "de 12 a 17",
        AgeBand.GROWN: "de 18 o más",
    },
    steps="Pasos pequeños",
    step="Qué hago",
    by="Para el día",
    done="Hecho",
    helped="Qué ayudó",
    plan="Punto de mi plan",
    looked="Lo último que dije",
)


def goal_words(language: str) -> GoalWords:
    """Return the words for a language code such as "es"; English for any other language."""
    return SPANISH if language.partition("-")[0].lower() == "es" else ENGLISH
