"""Completion is a list of things that must be so, signed by two people, never a count by itself.

Attendance alone is not enough anywhere that was read (WAC 388-60B-0430, OAR 137-087-0070(3)): goals, dose,
orders of the court, assignments and time without violence belong to it, as the place asks. A rule that nobody
verified warns and never blocks; a rule the place does not have is shown as not asked.
"""

from collections.abc import Callable, Iterator
from datetime import date

from bipdesk.domain.completion_dose import LEVEL_UNKNOWN, dose_lines, levelled, not_asked
from bipdesk.domain.completion_lines import (
    Completion,
    CompletionFacts,
    Confirmation,
    Item,
    Judged,
    Line,
    Met,
    judged,
)
from bipdesk.domain.completion_words import days_list, steps_missing
from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.months import months_after
from bipdesk.domain.pack import Pack, PackValue


def checklist(facts: CompletionFacts, pack: Pack, on: date) -> Completion:
    """Return the list as it stands on a day, by the rules of the place as in force then."""
    lines = [_steps(facts), _ordered(facts), *dose_lines(facts, pack, on), _reviews(facts, pack, on)]
    lines += _confirmed_lines(facts, pack, on)
    for item, key, judge in _RULES:
        rule = pack.value(key, on)
        lines.append(not_asked(item) if rule is None else judged(item, rule, judge(facts, rule, on)))
    lines.append(_fees(facts))
    order = list(Item)
    in_order = sorted(lines, key=lambda line: order.index(line.item))
    return Completion(tuple(_violence_known(facts, line) for line in in_order))


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


def _reviews(facts: CompletionFacts, pack: Pack, on: date) -> Line:
    rule, unknown = levelled(facts, pack, "reviews-least", on)
    if unknown is not None:
        return judged(Item.REVIEWS, unknown, (False, LEVEL_UNKNOWN))
    if rule is None:
        return not_asked(Item.REVIEWS)
    good = facts.reviews >= rule.number
    return judged(Item.REVIEWS, rule, (good, f"{facts.reviews} of at least {rule.number} reviews were held."))


def _confirmed_lines(facts: CompletionFacts, pack: Pack, on: date) -> Iterator[Line]:
    """Yield what somebody has to look at and confirm."""
    for item, (key, missing) in _CONFIRMED.items():
        rule, confirmed = pack.value(key, on), facts.confirmed.get(item)
        if rule is None:
            yield not_asked(item)
        elif item is Item.ORDERS:
            yield judged(item, rule, _orders(facts, missing))
        elif confirmed is not None:
            yield judged(item, rule, (True, _seen(confirmed)))
        else:
            yield judged(item, rule, (False, _homework(facts, item, missing)))


def _homework(facts: CompletionFacts, item: Item, missing: str) -> str:
    if item is Item.ASSIGNMENTS and facts.homework_open:
        times = "one session" if facts.homework_open == 1 else f"{facts.homework_open} sessions"
        return f"Homework was not done for {times}: confirm when all of it is made up."
    return missing


def _orders(facts: CompletionFacts, missing: str) -> Judged:
    confirmed, broken = facts.confirmed.get(Item.ORDERS), max(facts.orders_broken, default=None)
    if broken is not None and (confirmed is None or confirmed.on_date < broken):
        day = day_in_words(broken)
        return False, f"An order was broken on {day}; nobody has confirmed since then that it is obeyed."
    return (False, missing) if confirmed is None else (True, _seen(confirmed))


def _goals(facts: CompletionFacts, _rule: PackValue, _on: date) -> Judged:
    goals = facts.goals_open + facts.goals_reached
    if not goals:
        return False, "His plan has no goals yet; completion asks that they are reached."
    if facts.goals_open:
        are = "is" if facts.goals_open == 1 else "are"
        return False, f"{facts.goals_open} of {goals} goals of his plan {are} not reached."
    return True, f"All goals of his plan are reached: {goals}."


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


def _violence_known(facts: CompletionFacts, line: Line) -> Line:
    """Say what is recorded also where the place has no rule: whoever signs must know of it."""
    if line.item is not Item.VIOLENCE or line.met is not Met.NOT_ASKED or not facts.violence:
        return line
    days = days_list(facts.violence)
    sentence = f"No rule of this place asks for it, but violence or a threat is recorded on {days}."
    return Line(Item.VIOLENCE, Met.WARNS, sentence, "House rule: whoever signs knows what is recorded")


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


_CONFIRMED: dict[Item, tuple[str, str]] = {
    Item.ATTENDANCE: (
        "completion-attendance",
        "Nobody has confirmed yet that he kept the attendance policy.",
    ),
    Item.RULES: ("completion-rules", "Nobody has confirmed yet that he kept the rules of the group."),
    Item.ASSIGNMENTS: ("completion-assignments", "Nobody has confirmed yet that all assignments are done."),
    Item.COMPETENCIES: (
        "completion-competencies",
        "Nobody has confirmed yet that he shows the competencies.",
    ),
    Item.ORDERS: ("completion-orders", "Nobody has confirmed yet that he obeyed the orders of the court."),
    Item.ARREARS: (
        "completion-arrears",
        "Nobody has confirmed yet that he owes no child support, or has kept the plan for arrears as long as "
        "it must be.",
    ),
}
"""What no register knows: the pack's key, and what is said while nobody has confirmed it."""
_RULES: tuple[tuple[Item, str, Callable[[CompletionFacts, PackValue, date], Judged]], ...] = (
    (Item.GOALS, "completion-goals", _goals),
    (Item.VIOLENCE, "violence-free", _violence),
)
"""What is looked at, the pack's key for it, and what judges it."""
