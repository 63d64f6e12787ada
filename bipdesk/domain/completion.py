"""Completion is a list of things that must be so, signed by two people, never a count by itself.

Attendance alone is not enough anywhere that was read (WAC 388-60B-0430, OAR 137-087-0070(3)): goals, dose,
orders of the court, assignments and time without violence belong to it, as the place asks. A rule that nobody
verified warns and never blocks; a rule the place does not have is shown as not asked.
"""

from collections.abc import Callable, Iterator
from datetime import date

from bipdesk.domain.completion_lines import Completion, CompletionFacts, Confirmation, Item, Line, Met
from bipdesk.domain.completion_words import days_list, hours_words, steps_missing
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.months import full_months, months_after
from bipdesk.domain.pack import Pack, PackValue


def checklist(facts: CompletionFacts, pack: Pack, on: date) -> Completion:
    """Return the list as it stands on a day, by the rules of the place as in force then."""
    found: list[Line] = [_steps(facts), _ordered(facts)]
    for item, key, judge in _RULES:
        rule = pack.value(key)
        if rule is None:
            found.append(Line(item, Met.NOT_ASKED, "Not asked here."))
        else:
            found.append(_judged(item, rule, judge(facts, rule, on)))
    return Completion(tuple(_completed(found, facts)))


def _completed(lines: list[Line], facts: CompletionFacts) -> Iterator[Line]:
    for line in lines:
        yield _violence_unasked(facts, line) if line.item is Item.VIOLENCE else line
    yield _fees(facts)


Judged = tuple[bool, str]
"""Whether it is so, and the sentence that says it."""


def _judged(item: Item, rule: PackValue, judged: Judged) -> Line:
    good, sentence = judged
    if good:
        return Line(item, Met.MET, sentence, rule.source)
    return Line(item, Met.UNMET if rule.binding else Met.WARNS, sentence, rule.source)


def _steps(facts: CompletionFacts) -> Line:
    journey = facts.journey
    if journey.is_complete:
        sentence = f"All {len(journey.steps)} steps are met."
        return Line(Item.STEPS, Met.MET, sentence, facts.curriculum_source)
    return Line(Item.STEPS, Met.UNMET, steps_missing(journey), facts.curriculum_source)


def _ordered(facts: CompletionFacts) -> Line:
    asked = facts.sessions_ordered
    if not asked:
        return Line(Item.ORDERED, Met.NOT_ASKED, "The order names no number of sessions.")
    case = f"The order, court case {facts.court_case}" if facts.court_case else "The order"
    good = facts.sessions >= asked
    sentence = f"The order asks for {asked} sessions; {facts.sessions} count so far."
    return Line(Item.ORDERED, Met.MET if good else Met.UNMET, sentence, case)


def _hours(facts: CompletionFacts, rule: PackValue, _on: date) -> Judged:
    missing = rule.number * 60 - facts.minutes
    if missing <= 0:
        return True, f"{hours_words(facts.minutes)} of at least {rule.number} hours."
    return False, f"{hours_words(missing)} of the least {rule.number} hours are missing."


def _weeks(facts: CompletionFacts, rule: PackValue, _on: date) -> Judged:
    weeks = 0
    if facts.begun_on is not None and facts.last_on is not None:
        weeks = (facts.last_on - facts.begun_on).days // 7 + 1
    return weeks >= rule.number, f"His sessions span {weeks} of at least {rule.number} weeks."


def _months(facts: CompletionFacts, rule: PackValue, on: date) -> Judged:
    if facts.begun_on is None:
        return False, f"He has attended no session of the at least {rule.number} months yet."
    months, until = full_months(facts.begun_on, on), months_after(facts.begun_on, rule.number)
    if until <= on:
        return True, f"{months} of at least {rule.number} months."
    return False, f"The least of {rule.number} months is over on {day_in_words(until)}, not before."


def _sessions(facts: CompletionFacts, rule: PackValue, _on: date) -> Judged:
    good = facts.sessions >= rule.number
    return good, f"{facts.sessions} of at least {rule.number} group sessions count so far."


def _assignments(facts: CompletionFacts, _rule: PackValue, _on: date) -> Judged:
    confirmed = facts.confirmed.get(Item.ASSIGNMENTS)
    if confirmed is not None:
        return True, _seen(confirmed)
    if facts.homework_open:
        return False, (
            f"Homework was not done for {facts.homework_open} sessions: confirm when all of it is made up."
        )
    return False, "Nobody has confirmed yet that all assignments are done."


def _goals(facts: CompletionFacts, _rule: PackValue, _on: date) -> Judged:
    goals = facts.goals_open + facts.goals_reached
    if not goals:
        return False, "His plan has no goals yet; completion asks that they are reached."
    if facts.goals_open:
        return False, f"{facts.goals_open} of {goals} goals of his plan are not reached."
    return True, f"All {goals} goals of his plan are reached."


def _reviews(facts: CompletionFacts, rule: PackValue, _on: date) -> Judged:
    return facts.reviews >= rule.number, f"{facts.reviews} of at least {rule.number} reviews were held."


def _violence(facts: CompletionFacts, rule: PackValue, on: date) -> Judged:
    last = max(facts.violence, default=None)
    if last is None:
        return True, "None is recorded."
    until = months_after(last, rule.number)
    if until <= on:
        return True, f"None since {day_in_words(last)}."
    return False, (
        f"Violence or a threat is recorded on {day_in_words(last)}: {rule.number} months without any end on "
        f"{day_in_words(until)}."
    )


def _violence_unasked(facts: CompletionFacts, line: Line) -> Line:
    """Say what is recorded also where the place has no rule: whoever signs must know of it."""
    if line.met is not Met.NOT_ASKED or not facts.violence:
        return line
    days = days_list(facts.violence)
    sentence = f"No rule of this place asks for it, but violence or a threat is recorded on {days}."
    return Line(Item.VIOLENCE, Met.WARNS, sentence, "House rule: whoever signs knows what is recorded")


def _orders(facts: CompletionFacts, _rule: PackValue, _on: date) -> Judged:
    confirmed, broken = facts.confirmed.get(Item.ORDERS), max(facts.orders_broken, default=None)
    if broken is not None and (confirmed is None or confirmed.on_date < broken):
        return False, (
            f"An order was broken on {day_in_words(broken)}; nobody has confirmed since then that it is obeyed."
        )
    if confirmed is None:
        return False, "Nobody has confirmed yet that he obeyed the orders of the court."
    return True, _seen(confirmed)


def _arrears(facts: CompletionFacts, _rule: PackValue, _on: date) -> Judged:
    confirmed = facts.confirmed.get(Item.ARREARS)
    if confirmed is None:
        return False, "Nobody has confirmed yet that he has no arrears, or keeps the plan for them."
    return True, _seen(confirmed)


def _fees(facts: CompletionFacts) -> Line:
    """Say what is owed; no rule that was found lets a programme keep back a completion for its own fees."""
    if facts.owed_cents is None:
        return Line(Item.FEES, Met.NOT_ASKED, "This programme charges no fees.")
    if facts.owed_cents > 0:
        return Line(Item.FEES, Met.WARNS, "Fees are still owed; see his account.", "House rule: fees")
    return Line(Item.FEES, Met.MET, "Nothing is owed.", "House rule: fees")


def _seen(confirmed: Confirmation) -> str:
    by = f", {confirmed.by}" if confirmed.by else ""
    return f"{confirmed.words.rstrip('.')} ({day_in_words(confirmed.on_date)}{by})."


_RULES: tuple[tuple[Item, str, Callable[[CompletionFacts, PackValue, date], Judged]], ...] = (
    (Item.HOURS, "dose-hours", _hours),
    (Item.WEEKS, "dose-weeks", _weeks),
    (Item.MONTHS, "dose-months", _months),
    (Item.SESSIONS, "dose-sessions", _sessions),
    (Item.ASSIGNMENTS, "completion-assignments", _assignments),
    (Item.GOALS, "completion-goals", _goals),
    (Item.REVIEWS, "reviews-least", _reviews),
    (Item.VIOLENCE, "violence-free", _violence),
    (Item.ORDERS, "completion-orders", _orders),
    (Item.ARREARS, "completion-arrears", _arrears),
)
"""What is looked at, the pack's key for it, and what judges it."""
