"""Checks of a group by what happened: each evening against the rules in force on its day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.group_checks import ALONE, CheckLine, CheckStanding, pair_standing, standing_of
from bipdesk.domain.ids import StaffId
from bipdesk.domain.pack import Pack, PackValue
from bipdesk.domain.staff import Sex

SHOWN = 4
"""So many evenings are named; of the rest only the number."""
SOLO_WEEKS = (26, 52)


@dataclass(frozen=True, slots=True)
class HeldEvening:
    """One evening that was held: how many came, how long it took, who led."""

    on_date: date
    present: int
    minutes: int
    leaders: tuple[tuple[StaffId, Sex], ...]
    recorded: bool = True
    """False: nobody wrote down who led and how long; it is taken as planned."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule on one evening."""

    key: str
    title: str
    standing: CheckStanding
    words: str
    rule: str


Check = Callable[[HeldEvening, Pack], Iterator[Finding]]


def happened_checks(evenings: Sequence[HeldEvening], pack: Pack, today: date) -> tuple[CheckLine, ...]:
    """Return how the evenings stand, rule by rule, and how often one person led alone up to `today`."""
    found: dict[str, list[tuple[date, Finding]]] = {}
    for evening in evenings:
        for check in CHECKS:
            for finding in check(evening, pack):
                found.setdefault(finding.key, []).append((evening.on_date, finding))
    lines = [_line(each, len(evenings)) for each in found.values()]
    return (*lines, *solo_checks(evenings, pack, today))


def night_findings(evening: HeldEvening, before: Sequence[HeldEvening], pack: Pack) -> tuple[CheckLine, ...]:
    """Return what is not met on one evening, and whether it was once too often alone."""
    found = [finding for check in CHECKS for finding in check(evening, pack)]
    lines = [
        CheckLine(each.key, each.title, each.standing, each.words, each.rule)
        for each in found
        if each.standing is not CheckStanding.MET
    ]
    if len(evening.leaders) == 1:
        solos = solo_checks([*before, evening], pack, evening.on_date)
        lines += [line for line in solos if line.standing is not CheckStanding.MET]
    return tuple(lines)


def solo_checks(evenings: Sequence[HeldEvening], pack: Pack, today: date) -> Iterator[CheckLine]:
    """Yield how often one person led this group alone within 26 and 52 weeks (NAC 228.165)."""
    for weeks in SOLO_WEEKS:
        rule = pack.value(f"solo-sessions-{weeks}-weeks", today)
        if rule is None:
            continue
        led = solo_count(evenings, weeks, today)
        standing = standing_of(rule, met=led <= rule.number)
        if led == rule.number:
            standing = CheckStanding.WARN
        words = f"{led} of at most {rule.number} sessions led by one person alone in {weeks} weeks"
        yield CheckLine(f"solo-{weeks}", f"Alone in {weeks} weeks", standing, words, rule.source)


def solo_count(evenings: Sequence[HeldEvening], weeks: int, today: date) -> int:
    """Return on how many evenings of the last weeks up to `today` one person led alone."""
    alone = (evening.on_date for evening in evenings if len(evening.leaders) == 1)
    return sum(timedelta() <= today - day < timedelta(weeks=weeks) for day in alone)


def _line(found: Sequence[tuple[date, Finding]], held: int) -> CheckLine:
    """Put the findings of one rule together: the worst of them, with the evenings on which it was so."""
    worst = max((finding.standing for _, finding in found), key=_BADNESS.index)
    last = found[-1][1]
    if worst is CheckStanding.MET:
        words = f"On all {held} evenings" if held > 1 else "On the one evening held"
        return CheckLine(last.key, last.title, worst, words, last.rule)
    bad = [(day, finding) for day, finding in found if finding.standing is not CheckStanding.MET]
    named = ", ".join(day_in_words(day) for day, _ in bad[-SHOWN:])
    more = f", and {len(bad) - SHOWN} before" if len(bad) > SHOWN else ""
    words = f"On {len(bad)} of {held} evenings: {named}{more}. Last: {bad[-1][1].words}"
    return CheckLine(last.key, last.title, worst, words, bad[-1][1].rule)


_BADNESS = (CheckStanding.MET, CheckStanding.UNSAID, CheckStanding.WARN, CheckStanding.BROKEN)


def _finding(key: str, title: str, rule: PackValue, met: bool, words: str) -> Finding:
    return Finding(key, title, standing_of(rule, met=met), words, rule.source)


def _size(evening: HeldEvening, pack: Pack) -> Iterator[Finding]:
    came = f"{evening.present} came"
    most, least = pack.value("group-largest", evening.on_date), pack.value("group-smallest", evening.on_date)
    if most is not None:
        met = evening.present <= most.number
        yield _finding("size", "Size", most, met, f"{came}; at most {most.number}")
    if least is not None:
        met = evening.present >= least.number
        yield _finding("smallest", "Smallest", least, met, f"{came}; at least {least.number}")
    reported = pack.value("group-reported-above", evening.on_date)
    if reported is not None:
        standing = CheckStanding.MET if evening.present <= reported.number else CheckStanding.WARN
        words = f"{came}; more than {reported.number} is reported"
        yield Finding("reported", "Reported size", standing, words, reported.source)


def _length(evening: HeldEvening, pack: Pack) -> Iterator[Finding]:
    least, most = (pack.value(key, evening.on_date) for key in ("session-length", "session-length-longest"))
    short, few = (pack.value(key, evening.on_date) for key in ("session-length-small", "small-group"))
    long = f"{evening.minutes} minutes"
    if least is not None:
        rule = short if short and few and evening.present <= few.number else least
        met = evening.minutes >= rule.number
        yield _finding("length", "Length", rule, met, f"{long}; at least {rule.number}")
    if most is not None:
        met = evening.minutes <= most.number
        yield _finding("longest", "Longest", most, met, f"{long}; at most {most.number}")


def _led(evening: HeldEvening, pack: Pack) -> Iterator[Finding]:
    led = len(evening.leaders)
    who = {0: "nobody led", 1: "one person led alone"}.get(led, f"{led} led")
    rule = pack.value("facilitators", evening.on_date)
    above = pack.value("two-facilitators-above", evening.on_date)
    if rule is not None:
        met = led >= rule.number
        yield _finding("leaders", "Facilitators", rule, met, f"{who}; {rule.number} are to lead it")
    if above is not None:
        met = led >= 2 or evening.present <= above.number
        words = f"{who}, {evening.present} came; two where more than {above.number} come"
        yield _finding("two", "Two facilitators", above, met, words)
    if rule is None and above is None:
        standing = CheckStanding.MET if led >= 2 else CheckStanding.WARN
        yield Finding("leaders", "Facilitators", standing, who, ALONE)


def _pair(evening: HeldEvening, pack: Pack) -> Iterator[Finding]:
    rule = pack.value("mixed-pair", evening.on_date)
    standing = None if rule is None else pair_standing([sex for _, sex in evening.leaders])
    if rule is not None and standing is not None:
        words = "whether a man and a woman led is not recorded under Staff"
        if standing is CheckStanding.WARN:
            words = "not a man and a woman led"
        yield Finding("pair", "A man and a woman", standing, words, rule.source)


CHECKS: tuple[Check, ...] = (_size, _length, _led, _pair)
"""Each of an evening alone; how often one person led alone needs them all (`solo_checks`)."""
