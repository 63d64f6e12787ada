"""Dose: hours, sessions, weeks and months of a sequence against the rules of a place.

Hours and sessions are those of the group. Weeks are counted in two ways, because places differ in what they
count: over how many weeks the group sessions are spread, and how many it is if every 1-2-1 and the review has
a week of its own. Where only the second reading would satisfy a rule, the answer says so and decides nothing;
where the place never lets single sessions stand for the group, the first reading alone counts.
"""

from math import ceil

from bipdesk.domain.conformity_lines import (
    Judge,
    Judged,
    Rules,
    Sequence,
    Standing,
    hours,
    least,
    many,
    unsaid,
)
from bipdesk.domain.pack import PackValue

WEEKS_A_YEAR, MONTHS_A_YEAR = 52, 12
_NO_LENGTH = "The sequence names no length of a session: say how many minutes one lasts."


def weeks_of_months(months: int) -> int:
    """Return the least number of whole weeks that make so many months: 26 for 6."""
    return ceil(months * WEEKS_A_YEAR / MONTHS_A_YEAR)


def _hours(sequence: Sequence, rule: PackValue, rules: Rules) -> Judged:
    theirs = hours(rule.number * 60)
    if not sequence.run.minutes:
        return unsaid(f"at least {theirs}", _NO_LENGTH)
    ours = f"{sequence.sessions} × {hours(sequence.run.minutes)} = {hours(sequence.minutes)}"
    have = sequence.minutes // 60
    judged = least(have, rule, ours, theirs)
    return _or_else(judged, sequence.sessions, rules, "dose-sessions", "the number of sessions is enough")


def _sessions(sequence: Sequence, rule: PackValue, rules: Rules) -> Judged:
    ours = many(sequence.sessions, "group session", "group sessions")
    judged = least(sequence.sessions, rule, ours, many(rule.number, "session", "sessions"))
    return _or_else(judged, sequence.minutes // 60, rules, "dose-hours", "the hours are enough")


def _or_else(judged: Judged, have: int, rules: Rules, key: str, words: str) -> Judged:
    """Let the one rule stand for the other where the place asks for either."""
    other = rules(key)
    if judged.standing is Standing.MET or rules("dose-either") is None or other is None:
        return judged
    if have < other.number:
        return judged
    return Judged(judged.ours, judged.theirs, Standing.MET, f"Not needed here: {words}.")


def _weeks(sequence: Sequence, rule: PackValue, rules: Rules) -> Judged:
    return _spread(sequence, rule.number, many(rule.number, "week", "weeks"), rules)


def _months(sequence: Sequence, rule: PackValue, rules: Rules) -> Judged:
    needed = weeks_of_months(rule.number)
    return _spread(sequence, needed, f"{many(rule.number, 'month', 'months')} ({needed} weeks)", rules)


def _spread(sequence: Sequence, needed: int, theirs: str, rules: Rules) -> Judged:
    """Judge a least number of weeks by both readings."""
    ours, theirs = many(sequence.group_weeks, "week", "weeks"), f"at least {theirs}"
    if sequence.group_weeks >= needed:
        return Judged(ours, theirs, Standing.MET)
    short = f"The group sessions are spread over {ours}, {needed - sequence.group_weeks} too few."
    if not sequence.individual:
        return Judged(ours, theirs, Standing.NOT_MET, short)
    longest = f"every 1-2-1 and the review in a week of its own it is {sequence.longest_weeks}"
    if rules("individual-never-instead") is not None:
        words = f"{short} With {longest}, but here single sessions do not stand for the group."
        return Judged(ours, theirs, Standing.NOT_MET, words)
    if sequence.longest_weeks >= needed:
        words = f"{short} With {longest}; whether those weeks count, the rule does not say: ask."
        return Judged(ours, theirs, Standing.UNSAID, words)
    return Judged(ours, theirs, Standing.NOT_MET, f"{short} Even with {longest}.")


def _window_weeks(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    return _within(sequence, rule.number, many(rule.number, "week", "weeks"))


def _window_months(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    room = rule.number * WEEKS_A_YEAR // MONTHS_A_YEAR
    return _within(sequence, room, f"{many(rule.number, 'month', 'months')} ({room} weeks)")


def _within(sequence: Sequence, room: int, theirs: str) -> Judged:
    """Judge the longest time that it may take; a man who misses nothing is meant."""
    longest, theirs = sequence.longest_weeks, f"within {theirs}"
    ours = many(longest, "week", "weeks")
    if longest <= room:
        spare = many(room - longest, "week", "weeks")
        words = f"At the longest, with a week for each 1-2-1 and review; {spare} left for what he misses."
        return Judged(ours, theirs, Standing.MET, words)
    if sequence.group_weeks <= room:
        words = "Only if the 1-2-1s and the review take place in the weeks of the group."
        return Judged(ours, theirs, Standing.UNSAID, words)
    return Judged(ours, theirs, Standing.NOT_MET)


def _weekly(sequence: Sequence, _rule: PackValue, rules: Rules) -> Judged:
    every = sequence.run.every_weeks
    if every == 1:
        return Judged("every week", "every week", Standing.MET)
    ours, far = f"every {every} weeks", rules("fortnightly-beyond")
    if every == 2 and far is not None:
        words = f"Only for those who live more than {far.number} miles from the nearest programme."
        return unsaid("every week", words, ours)
    return Judged(ours, "every week", Standing.NOT_MET)


def _a_week(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    theirs = many(rule.number, "session a week", "sessions a week")
    if sequence.run.every_weeks > 1:
        return Judged(f"one every {sequence.run.every_weeks} weeks", theirs, Standing.NOT_MET)
    return least(1, rule, "1 session a week", theirs)


def _extra_monthly(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    needed = rule.number * ceil(sequence.group_weeks * MONTHS_A_YEAR / WEEKS_A_YEAR)
    ours = f"{many(sequence.individual, '1-2-1 or review', '1-2-1s and reviews')} in all"
    theirs = f"{rule.number} a month, {needed} in {many(sequence.group_weeks, 'week', 'weeks')}"
    return Judged(ours, theirs, Standing.MET if sequence.individual >= needed else Standing.NOT_MET)


def _one_to_ones(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    ours = many(sequence.one_to_ones, "1-2-1", "1-2-1s")
    return least(sequence.one_to_ones, rule, ours, many(rule.number, "1-2-1", "1-2-1s"))


def _reviews(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    ours = many(sequence.reviews, "review", "reviews")
    return least(sequence.reviews, rule, ours, many(rule.number, "review", "reviews"))


DOSE: tuple[tuple[str, str, Judge], ...] = (
    ("dose-hours", "Hours", _hours),
    ("dose-sessions", "Sessions", _sessions),
    ("dose-weeks", "Weeks", _weeks),
    ("dose-months", "Months", _months),
    ("dose-months-level-1", "Months, level 1", _months),
    ("dose-months-level-2", "Months, level 2", _months),
    ("dose-months-level-3", "Months, level 3", _months),
    ("dose-months-level-4", "Months, level 4", _months),
    ("dose-one-to-ones", "1-2-1s", _one_to_ones),
    ("dose-reviews", "Review at the end", _reviews),
    ("window-weeks", "Finished within", _window_weeks),
    ("window-months", "Finished within", _window_months),
    ("meets-weekly", "How often", _weekly),
    ("weekly-level-a", "A week, level A", _a_week),
    ("weekly-level-b", "A week, level B", _a_week),
    ("extra-monthly-level-b", "A month besides, level B", _extra_monthly),
    ("weekly-level-c", "A week, level C", _a_week),
)
