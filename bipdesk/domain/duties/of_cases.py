"""What enrolment, absences, time and the end of his programme make due."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bipdesk.domain.day_words import day_in_words
from bipdesk.domain.duties.facts import AbsenceFact, CaseFacts, NoticeFact, Turn, TurnFact
from bipdesk.domain.duties.owed import Owed, Rule
from bipdesk.domain.duties.rules import SOON, binding, cited, deadline, rule_for
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.pack import Pack

_ENDS = {
    Turn.COMPLETED: (DutyKind.NOTICE_COMPLETION, NoticeKind.COMPLETION, "completion-notice", "completion"),
    Turn.ENDED: (DutyKind.NOTICE_TERMINATION, NoticeKind.TERMINATION, "termination-notice", "end"),
}
_WEEK = timedelta(days=7)


def of_turns(case: CaseFacts, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield the notices of enrolment and of the end, and the exit summary in its two steps."""
    for turn in case.turns:
        if turn.turn is Turn.ENROLLED:
            found = _enrolment(case, turn, pack, free)
        else:
            found = _end(case, turn, pack, free)
            yield from _exit_summary(case, turn, pack, free)
        if found is not None:
            yield found


def _enrolment(case: CaseFacts, turn: TurnFact, pack: Pack, free: frozenset[date]) -> Owed | None:
    rule = rule_for(pack, "enrolment-notice", turn.on_date, turn.on_date, free)
    if rule is None:
        return None
    return Owed(
        DutyKind.NOTICE_ENROLMENT,
        NoticeKind.ENROLMENT,
        turn.fact_id,
        turn.on_date,
        turn.on_date,
        rule,
        case.referrer_words,
        "enrolment",
        f"Enrolled on {day_in_words(turn.on_date)}",
        withdrawn=turn.withdrawn,
    )


def _end(case: CaseFacts, turn: TurnFact, pack: Pack, free: frozenset[date]) -> Owed | None:
    duty, kind, key, what = _ENDS[turn.turn]
    rule = rule_for(pack, key, turn.on_date, turn.on_date, free)
    if rule is None:
        return None
    return Owed(
        duty,
        kind,
        turn.fact_id,
        turn.on_date,
        turn.on_date,
        rule,
        case.referrer_words,
        what,
        f"{'Completed' if turn.turn is Turn.COMPLETED else 'Ended'} on {day_in_words(turn.on_date)}",
        withdrawn=turn.withdrawn,
    )


def _exit_summary(case: CaseFacts, turn: TurnFact, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield that it is prepared, and once it is, that it is sent (OAR 137-087-0070(2))."""
    start = turn.last_contact_on or turn.on_date
    prepare = rule_for(pack, "exit-summary", turn.on_date, start, free)
    written = [n.told_on for n in case.notices if _sums_up(n, turn)]
    made = turn.prepared_on or min(written, default=None)
    if prepare is not None:
        why = f"Last seen here on {day_in_words(start)}"
        prepared = _summary(case, turn, DutyKind.EXIT_SUMMARY, prepare, why)
        yield replace(prepared, done=made is not None)
    send = None if made is None else rule_for(pack, "exit-summary-sent", turn.on_date, made, free)
    if send is not None and made is not None:
        why = f"Prepared on {day_in_words(made)}"
        sent = _summary(case, turn, DutyKind.SEND_EXIT_SUMMARY, send, why)
        yield replace(sent, begins_on=made, must_leave=True)


def _sums_up(notice: NoticeFact, turn: TurnFact) -> bool:
    return notice.kind is NoticeKind.EXIT_SUMMARY and turn.fact_id in notice.about


def _summary(case: CaseFacts, turn: TurnFact, duty: DutyKind, rule: Rule, why: str) -> Owed:
    return Owed(
        duty,
        NoticeKind.EXIT_SUMMARY,
        turn.fact_id,
        turn.on_date,
        turn.on_date,
        rule,
        case.referrer_words,
        "exit summary",
        why,
        withdrawn=turn.withdrawn,
    )


def of_absences(case: CaseFacts, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield the notice of each confirmed absence; its time runs from the absence itself."""
    for absence in case.absences:
        rule = rule_for(pack, "non-compliance-notice", absence.on_date, absence.on_date, free)
        if absence.review_only:
            yield _looked_at(absence)
        elif rule is not None:
            yield Owed(
                DutyKind.NOTICE_NON_COMPLIANCE,
                NoticeKind.NON_COMPLIANCE,
                absence.fact_id,
                absence.on_date,
                max(absence.confirmed_on, absence.on_date),
                rule,
                case.referrer_words,
                "non-compliance",
                f"Absent on {day_in_words(absence.on_date)}, not excused",
                withdrawn=absence.withdrawn,
            )


def _looked_at(absence: AbsenceFact) -> Owed:
    """Return what a corrected register ends before anybody confirmed the absence."""
    on_date = absence.on_date
    rule = Rule("Each absence is looked at.", "House rule: absences are excused or confirmed", on_date)
    return Owed(
        DutyKind.REVIEW_ABSENCE,
        NoticeKind.NON_COMPLIANCE,
        absence.fact_id,
        on_date,
        on_date,
        rule,
        "",
        "absence and its catch-up",
        f"Absent on {day_in_words(on_date)}",
        withdrawn=absence.withdrawn,
    )


def of_time(case: CaseFacts, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield the report that comes round, and the interim summary between two of his sessions."""
    yield from _status_report(case, pack, free)
    yield from _interim_summary(case, pack)


def _status_report(case: CaseFacts, pack: Pack, free: frozenset[date]) -> Iterator[Owed]:
    """Yield the one that comes next: so many months after the last, or after his enrolment."""
    if any(each.turn is not Turn.ENROLLED and each.withdrawn is None for each in case.turns):
        return
    enrolled = next((each for each in case.turns if each.turn is Turn.ENROLLED), None)
    if enrolled is None:
        return
    since = max([n.told_on for n in case.notices if _reports(n)], default=enrolled.on_date)
    since = max(since, enrolled.on_date)
    value = binding(pack, "status-report", since)
    if value is None:
        return
    due = deadline(value, since, free)
    rule = Rule(value.words, cited(value), due)
    last = "Enrolled" if since == enrolled.on_date else "Last reported"
    yield Owed(
        DutyKind.NOTICE_STATUS,
        NoticeKind.STATUS,
        case.referral_id,
        since,
        max(due - SOON, since),
        rule,
        case.referrer_words,
        "status report",
        f"{last} on {day_in_words(since)}",
        period=since + timedelta(days=1),
        withdrawn=enrolled.withdrawn,
    )


def _reports(notice: NoticeFact) -> bool:
    return notice.kind is NoticeKind.STATUS


def _interim_summary(case: CaseFacts, pack: Pack) -> Iterator[Owed]:
    """Yield the summary between two sessions, such as the 32nd and the 36th (OAR 137-087-0065(5))."""
    if not case.attended:
        return
    first = binding(pack, "interim-summary-from", case.attended[-1][0])
    last = binding(pack, "interim-summary-by", case.attended[-1][0])
    if first is None or last is None or len(case.attended) < first.number:
        return
    standing = [day for day, gone in case.attended if gone is None]
    gone = None
    if len(standing) >= first.number:
        reached = standing[first.number - 1]
    else:
        reached = case.attended[first.number - 1][0]
        gone = max((each for _, each in case.attended if each is not None), key=lambda each: each.on)
    by = standing[last.number - 1] if len(standing) >= last.number else None
    due = by or reached + _WEEK * (last.number - first.number)
    yield Owed(
        DutyKind.NOTICE_INTERIM,
        NoticeKind.INTERIM_SUMMARY,
        case.referral_id,
        reached,
        reached,
        Rule(first.words, cited(first), due),
        case.referrer_words,
        "interim summary",
        f"Session {first.number} attended on {day_in_words(reached)}; due before session {last.number}",
        withdrawn=gone,
    )
