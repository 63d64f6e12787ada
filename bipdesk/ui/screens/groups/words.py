"""Groups and their plans in words."""

from collections.abc import Sequence
from datetime import date

from bipdesk.domain.cancellation import Cancellation, CancelSide, became
from bipdesk.domain.group import GroupRow, GroupSession, SessionState, Stay
from bipdesk.domain.group_run import RunKind, RunLine
from bipdesk.domain.planning import Plan, SkipReason
from bipdesk.ui.format import counted, joined, long_date, short_date

PLACES, UNCONVICTED = "Places in all", "Of these for men without a conviction"
NOT_WHOLE = "This is no whole number. Leave it empty where nobody counts."
REASONS = {SkipReason.HOLIDAY: "public holiday", SkipReason.CHOSEN: "left out"}


def meets(group: GroupRow) -> str:
    """Return "Thursdays 18:30 to 21:00 · Grange Hall · R. Ortega and M. Birch"."""
    hours = f"{group.weekday}s {group.starts_at:%H:%M} to {group.ends_at:%H:%M}"
    return joined(hours, group.place, " and ".join(group.facilitators))


def progress(group: GroupRow) -> str:
    """Return "10 of 24 sessions held · 9 members"."""
    held = f"{group.sessions_held} of {counted(group.sessions_planned, 'session', 'sessions')} held"
    counts = group.places
    plain = counts.places is None and counts.unconvicted_places is None
    return joined(held, counted(group.members, "member", "members") if plain else counts.words)


def next_session(group: GroupRow, today: date) -> str:
    """Return "Next: My Thinking 5, tonight", or that all are held."""
    session = group.next_session
    if session is None:
        return "All sessions are held"
    days = (session.on_date - today).days
    when = {0: "tonight", 1: "tomorrow"}.get(days, long_date(session.on_date))
    return f"Next: {session.title}, {when}"


def running_words(groups: Sequence[GroupRow], today: date) -> str:
    """Return "2 groups are running, 1 begins on Thursday 10 December" of groups with a next session."""
    first_evenings = [
        group.next_session.on_date
        for group in groups
        if group.next_session is not None and not group.sessions_held and group.next_session.on_date > today
    ]
    begun = len(groups) - len(first_evenings)
    running = counted(begun, "group is", "groups are") + " running" if begun else "No group is running"
    if not first_evenings:
        return running
    first = long_date(min(first_evenings))
    if len(first_evenings) == 1:
        return f"{running}, 1 begins on {first}"
    return f"{running}, {len(first_evenings)} begin from {first} on"


def session_state(session: GroupSession, today: date) -> str:
    """Return the state of a session in a word or two."""
    if session.state is SessionState.HELD:
        return "Held"
    if session.on_date == today:
        return "Tonight"
    return "Register open" if session.on_date < today else "Planned"


def line_title(line: RunLine) -> tuple[str, str]:
    """Return what stands on a date of a run, and a second line about it, or ""."""
    if line.kind is RunKind.HOLIDAY:
        return "No group: public holiday", ""
    if line.cancellation is not None:
        return f"{line.title} was cancelled", cancelled_words(line.cancellation)
    session = line.session
    if session is None:
        return "", ""
    return session.title, f"{session.begins} begins" if session.begins else ""


def line_state(line: RunLine, today: date) -> str:
    """Return the state of a date of a run in a word or two."""
    if line.session is not None:
        return session_state(line.session, today)
    return "Cancelled" if line.kind is RunKind.CANCELLED else "Holiday"


def cancelled_words(cancelled: Cancellation | CancelSide) -> str:
    """Return "Weather: snow on the pass · moved to 10 December 2026, all later ones too"."""
    reason = cancelled.reason.label
    why = f"{reason}: {cancelled.words}" if cancelled.words else reason
    return joined(why, became(cancelled.outcome, cancelled.moved_to))


def stay_words(stay: Stay, today: date) -> str:
    """Return "3 Nov to 12 Jan 2027 · moved to the Tuesday group"."""
    since = short_date(stay.joined_on, today)
    span = f"since {since}" if stay.left_on is None else f"{since} to {short_date(stay.left_on, today)}"
    admitted = f"let in: {stay.admitted_because}" if stay.admitted_because else ""
    return joined(span, stay.left_because, admitted)


def plan_summary(plan: Plan) -> str:
    """Return how many sessions there are, from when to when, and how many dates are skipped."""
    if not plan.sessions:
        return "This curriculum has no group sessions."
    first, last = plan.sessions[0].on_date, plan.sessions[-1].on_date
    words = (
        f"{counted(len(plan.sessions), 'session', 'sessions')}, {short_date(first)} to {short_date(last)}."
    )
    if plan.skipped:
        words += f" {counted(len(plan.skipped), 'date', 'dates')} skipped."
    return words


def plan_lines(plan: Plan) -> tuple[tuple[date, str, bool], ...]:
    """Return (date, words, whether the group meets) for every date of the plan, in order."""
    meeting = [(one.on_date, one.step.title, True) for one in plan.sessions]
    skipped = [(one.on_date, f"No group: {REASONS[one.reason]}", False) for one in plan.skipped]
    return tuple(sorted(meeting + skipped))
