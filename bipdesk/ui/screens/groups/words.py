"""Groups and their plans in words."""

from datetime import date

from bipdesk.domain.group import GroupRow, GroupSession, SessionState
from bipdesk.domain.planning import Plan, SkipReason
from bipdesk.ui.format import counted, joined, long_date, short_date

REASONS = {SkipReason.HOLIDAY: "public holiday", SkipReason.CHOSEN: "left out"}


def meets(group: GroupRow) -> str:
    """Return "Thursdays 18:30 to 21:00 · Grange Hall · R. Ortega and M. Birch"."""
    hours = f"{group.weekday}s {group.starts_at:%H:%M} to {group.ends_at:%H:%M}"
    return joined(hours, group.place, " and ".join(group.facilitators))


def progress(group: GroupRow) -> str:
    """Return "10 of 24 sessions held · 9 members"."""
    held = f"{group.sessions_held} of {counted(group.sessions_planned, 'session', 'sessions')} held"
    return joined(held, counted(group.members, "member", "members"))


def next_session(group: GroupRow, today: date) -> str:
    """Return "Next: My Thinking 5, tonight", or that all are held."""
    session = group.next_session
    if session is None:
        return "All sessions are held"
    days = (session.on_date - today).days
    when = {0: "tonight", 1: "tomorrow"}.get(days, long_date(session.on_date))
    return f"Next: {session.title}, {when}"


def session_state(session: GroupSession, today: date) -> str:
    """Return the state of a session in a word or two."""
    if session.state is SessionState.HELD:
        return "Held"
    if session.on_date == today:
        return "Tonight"
    return "Register open" if session.on_date < today else "Planned"


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
