"""Length of a session, size of a group and who leads it, against the rules of a place."""

from bipdesk.domain.conformity_lines import (
    Judge,
    Judged,
    Rules,
    Sequence,
    Standing,
    hours,
    least,
    many,
    most,
    unsaid,
)
from bipdesk.domain.pack import PackValue, Unit

_NO_LENGTH = "Say how many minutes a session lasts."
_NO_SIZE = "Say how many participants the group has, or choose a group."
_NO_LEADERS = "Say how many facilitators lead the group, or choose a group."
_PAIR = 2


def _length(sequence: Sequence, rule: PackValue, rules: Rules) -> Judged:
    minutes, theirs = sequence.run.minutes, hours(rule.number)
    if not minutes:
        return unsaid(f"at least {theirs}", _NO_LENGTH)
    judged = least(minutes, rule, hours(minutes), theirs)
    short, small = rules("session-length-small"), rules("small-group")
    if judged.standing is Standing.MET or short is None or small is None or minutes < short.number:
        return judged
    people = sequence.run.people
    words = f"Less than {theirs} only where {small.number} or fewer attend."
    if people is None:
        return unsaid(judged.theirs, f"{words} {_NO_SIZE}", judged.ours)
    met = people <= small.number
    return Judged(judged.ours, judged.theirs, Standing.MET if met else Standing.NOT_MET, words)


def _length_small(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    minutes, theirs = sequence.run.minutes, hours(rule.number)
    if not minutes:
        return unsaid(f"at least {theirs}", _NO_LENGTH)
    return least(minutes, rule, hours(minutes), theirs)


def _longest(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    minutes, theirs = sequence.run.minutes, hours(rule.number)
    if not minutes:
        return unsaid(f"at most {theirs}", _NO_LENGTH)
    return most(minutes, rule, hours(minutes), theirs)


def _size(sequence: Sequence, rule: PackValue, *, upper: bool) -> Judged:
    people, theirs = sequence.run.people, many(rule.number, "participant", "participants")
    if people is None:
        return unsaid(f"at {'most' if upper else 'least'} {theirs}", _NO_SIZE)
    judge = most if upper else least
    return judge(people, rule, many(people, "participant", "participants"), theirs)


def _smallest(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    return _size(sequence, rule, upper=False)


def _largest(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    return _size(sequence, rule, upper=True)


def _ideal_from(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    return _wished(_size(sequence, rule, upper=False))


def _ideal_to(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    return _wished(_size(sequence, rule, upper=True))


def _wished(judged: Judged) -> Judged:
    """Let what is only ideal warn at most."""
    if judged.standing is not Standing.NOT_MET:
        return judged
    return Judged(judged.ours, judged.theirs, Standing.WARNS, "Ideally so; nothing forbids it.")


def _reported(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    people, theirs = sequence.run.people, f"above {many(rule.number, 'participant', 'participants')}: report"
    if people is None:
        return unsaid(theirs, _NO_SIZE)
    ours = many(people, "participant", "participants")
    if people <= rule.number:
        return Judged(ours, theirs, Standing.MET, "Nothing to report.")
    return unsaid(theirs, "It must be reported; whether it was stands with the group.", ours)


def _facilitators(sequence: Sequence, rule: PackValue, rules: Rules) -> Judged:
    have, theirs = sequence.run.facilitators, many(rule.number, "facilitator", "facilitators")
    if have is None:
        return unsaid(f"at least {theirs}", _NO_LEADERS)
    judged = least(have, rule, many(have, "facilitator", "facilitators"), theirs)
    told = rules("solo-reported")
    if judged.standing is Standing.NOT_MET and told is not None:
        return Judged(judged.ours, judged.theirs, Standing.WARNS, told.words)
    return judged


def _two_above(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    have, people = sequence.run.facilitators, sequence.run.people
    theirs = f"two above {many(rule.number, 'participant', 'participants')}"
    if have is not None and have >= _PAIR:
        return Judged(many(have, "facilitator", "facilitators"), theirs, Standing.MET)
    if people is not None and people <= rule.number:
        return Judged(many(people, "participant", "participants"), theirs, Standing.MET)
    if have is None or people is None:
        return unsaid(theirs, _NO_LEADERS if have is None else _NO_SIZE)
    return Judged(f"{have} for {people} participants", theirs, Standing.NOT_MET)


def _mixed(sequence: Sequence, rule: PackValue, _rules: Rules) -> Judged:
    mixed, wished = sequence.run.mixed_pair, rule.unit is Unit.WHERE_POSSIBLE
    theirs = "a man and a woman, where possible" if wished else "a man and a woman"
    if mixed is None:
        return unsaid(theirs, "Say whether a man and a woman lead together.")
    if mixed:
        return Judged("a man and a woman", theirs, Standing.MET)
    standing = Standing.WARNS if wished else Standing.NOT_MET
    return Judged("not a man and a woman", theirs, standing, "Say why." if wished else "")


GROUPS: tuple[tuple[str, str, Judge], ...] = (
    ("session-length", "Length of a session", _length),
    ("session-length-small", "Length where few attend", _length_small),
    ("session-length-longest", "Length of a session at most", _longest),
    ("group-smallest", "Smallest group", _smallest),
    ("group-largest", "Largest group", _largest),
    ("group-ideal-from", "Ideal group, from", _ideal_from),
    ("group-ideal-to", "Ideal group, up to", _ideal_to),
    ("group-reported-above", "Large groups reported", _reported),
)

LEADERS: tuple[tuple[str, str, Judge], ...] = (
    ("facilitators", "Facilitators", _facilitators),
    ("two-facilitators-above", "Two facilitators", _two_above),
    ("mixed-pair", "A man and a woman lead", _mixed),
)
