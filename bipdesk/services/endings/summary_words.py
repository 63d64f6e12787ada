"""How an exit summary begins: what the records say, in sentences that whoever prepares it reads and mends."""

from collections.abc import Mapping

from bipdesk.domain.completion_lines import CompletionFacts
from bipdesk.domain.completion_words import hours_words
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.exit import SummaryWords
from bipdesk.domain.goal import GoalCounts
from bipdesk.services.endings.review_facts import attendance_words

_MARKED = ("hardly", "a little", "well", "fully")
"""What facilitators mark in the register, from 1 to 4, in the words of the letters."""


def summary_words(
    facts: CompletionFacts, marked: Mapping[int, int], goals: GoalCounts | None
) -> SummaryWords:
    """Return the beginning of a summary; `marked` says how often each of the four marks was given."""
    return SummaryWords(
        dose=_dose(facts),
        attendance=attendance_words(facts.journey),
        participation=_taking_part(marked),
        goals=f"Goals he set himself: {goals.words}." if goals is not None else "He set no goals.",
    )


def _dose(facts: CompletionFacts) -> str:
    if facts.begun_on is None or facts.last_on is None:
        return "He attended no session."
    weeks = (facts.last_on - facts.begun_on).days // 7 + 1
    times = "session" if facts.sessions == 1 else "sessions"
    span = "one week" if weeks == 1 else f"{weeks} weeks"
    return (
        f"{facts.sessions} group {times}, {hours_words(facts.minutes)}, over {span} from "
        f"{day_in_words(facts.begun_on)} to {day_in_words(facts.last_on)}."
    )


def _taking_part(marked: Mapping[int, int]) -> str:
    parts = [f"{_MARKED[each - 1]} in {marked[each]}" for each in range(4, 0, -1) if marked.get(each)]
    if not parts:
        return "How he took part was not marked."
    return f"He took part {', '.join(parts)} of the sessions, as the facilitators marked it."
