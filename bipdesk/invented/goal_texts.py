"""What the invented men want, do and say of it, and how they are seen to own what they did."""

from typing import NamedTuple

from bipdesk.domain.goal import AgeBand, Area, Children, GoalKind
from bipdesk.domain.one_to_one import OneToOneKind


class SaidGoal(NamedTuple):
    """A goal in his words, with its steps and what he said of it later."""

    kind: GoalKind
    area: Area
    words: str
    why: str
    strengths: str
    steps: tuple[str, str]
    helped: str
    said: str
    seen: str
    children: Children = ()


GOALS = (
    SaidGoal(
        GoalKind.OWN,
        Area.BEHAVIOUR,
        "Go out for twenty minutes when my neck gets hot, and come back when I can listen",
        "I do not want to be feared in my own house",
        "I stopped drinking four years ago and kept to it",
        ("Say aloud that I am going and when I shall be back", "Tell the group of one time that it worked"),
        "A word written on my hand",
        "It works when I go before I shout, not after",
        "He can name the moment now",
    ),
    SaidGoal(
        GoalKind.PARENTING,
        Area.PARENTING,
        "Bedtime without shouting",
        "They flinch when I come up the stairs",
        "I am patient with animals",
        ("Read one story each evening for a week", "Sit down before I say anything"),
        "Leaving the telephone downstairs",
        "Five evenings out of seven",
        "He speaks of what they feel, not only of quiet",
        ((AgeBand.UNDER_5, 1), (AgeBand.FROM_5, 2)),
    ),
    SaidGoal(
        GoalKind.OWN,
        Area.RELATIONSHIPS,
        "Ask instead of looking through things",
        "Checking made me worse, not calmer",
        "I can say that I am jealous when somebody asks",
        ("Hand back the second key", "Go a week without asking where anybody was"),
        "Ringing my brother instead",
        "I gave the key back. I wanted it again on Sunday",
        "",
    ),
    SaidGoal(
        GoalKind.OWN,
        Area.WORK,
        "Keep the job at the yard until spring",
        "Money was always the quarrel",
        "I have never been late for work",
        ("Ask the foreman for Thursdays off at five", "Put the wages on the table, all of them"),
        "Asking in writing",
        "He said yes at once",
        "",
    ),
)

HELD: dict[OneToOneKind, tuple[dict[str, str], ...]] = {
    OneToOneKind.PRE_GROUP: (
        {
            "brings": "The court sent him; by now he says that he would have come a year too late anyway",
            "hopes": "That the children sleep through",
            "own_words": "He pushed the door shut against somebody's arm and did not let go",
            "barriers": "No car on Thursdays until the new year",
            "agreement": "Asked who reads what he writes; was told what goes out and what does not",
            "room": "Caretaker in the next room; calm on leaving",
        },
        {
            "brings": "Probation, and his own sister",
            "hopes": "Not to be like his father",
            "own_words": "Two slaps and the telephone thrown; says it was two and not one",
            "barriers": "Reads slowly: sheets are read aloud with him",
            "agreement": "Went through the rules; no question",
            "room": "Way out behind the facilitators; calm on leaving",
        },
    ),
    OneToOneKind.BETWEEN: (
        {
            "takes": "That the thought comes before the hand",
            "practised": "The time out, four times; once too late",
            "goals": "Nearer than in summer",
            "changes": "Nothing that bears on risk",
            "next_hope": "To know what he feels before he acts",
        },
        {
            "takes": "That jealousy is his to carry",
            "practised": "Asking once, and then listening",
            "goals": "The key is back; the wish for it is not gone",
            "changes": "New work with long drives; probation knows",
            "next_hope": "To speak of money without a threat",
        },
    ),
    OneToOneKind.CATCH_UP: (
        {
            "material": "The worksheet of the evening, line by line",
            "homework": "One control log, brought next time",
        },
    ),
}

HEARD = (
    "“It takes two”",
    "Says the blow, leaves out the week before",
    "Named the threats without being asked",
    "“I chose the door. I could have chosen the yard”",
    "Spoke of what the children saw",
)
LEVELS = ((1, 1, 1, 1), (2, 1, 2, 2), (3, 2, 2, 2), (3, 3, 3, 3), (4, 3, 3, 4))
"""Denial, minimising, blaming, responsibility: from intake to now."""
