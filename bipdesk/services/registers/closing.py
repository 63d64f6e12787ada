"""Closing a register: what must be in order first, what follows, and what is said of it before."""

from collections.abc import Callable, Collection
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.changes import Topic
from bipdesk.domain.closing import closing_words, in_sentences
from bipdesk.domain.delivery_errors import RegisterDisputed, VisitorUnsigned
from bipdesk.domain.errors import RegisterUnmarked
from bipdesk.domain.group import DatedSession, SessionState
from bipdesk.domain.ids import ParticipantId, Seen, SessionId
from bipdesk.domain.pack import Packs
from bipdesk.domain.referral import Status
from bipdesk.domain.visitor import unsigned
from bipdesk.services.registers.reading import marked_people

NightChecks = Callable[[Unit, Packs, SessionId], tuple[str, ...]]
CLOSED = frozenset({Topic.REGISTER, Topic.GROUPS, Topic.PARTICIPANTS})


def consequences_of(unit: Unit, packs: Packs, session_id: SessionId, checks: NightChecks) -> str:
    """Return what closing will bring about, with the checks of the evening that have something to say."""
    session = unit.groups.dated(session_id)
    lines = [stored for stored in marked_people(unit, session).values() if stored is not None]
    return in_sentences([closing_words(lines), *_unsigned(unit, session), *checks(unit, packs, session_id)])


def close_register(unit: Unit, packs: Packs, session: DatedSession, seen: Seen) -> Seen:
    """Close an open register in this transaction and return its new token; raises what keeps it open."""
    people = marked_people(unit, session)
    unmarked = sum(stored is None or stored.mark is None for stored in people.values())
    if unmarked:
        raise RegisterUnmarked(number=unmarked)
    lines = [stored.attendance_id for stored in people.values() if stored is not None]
    disputed = unit.disputes.of_lines(lines, {})
    if disputed:
        raise RegisterDisputed(number=len(disputed))
    _check_visitors(unit, packs, session)
    held = unit.held.of_session(session.session_id, unit.groups.group(session.group_id))
    if not held.recorded:
        unit.held.record(held)
    if held.reopened_because:
        unit.held.set_reopened(session.session_id, "")
    token = unit.groups.set_state(session.session_id, SessionState.HELD, seen)
    there = [his for his, line in people.items() if line and line.mark and line.mark.counts_as_attended]
    _let_begin(unit, there, session.on_date)
    return token


def _check_visitors(unit: Unit, packs: Packs, session: DatedSession) -> None:
    """Refuse while a visitor has not signed, where a binding rule of the place wants it."""
    missing = unsigned(unit.visits.of_session(session.session_id), session.on_date)
    if not missing:
        return
    rule = packs.of(unit.offices.site().details.pack).value("visitor-agreement", session.on_date)
    if rule is not None and rule.binding:
        raise VisitorUnsigned(names=", ".join(missing), citation=rule.citation)


def _unsigned(unit: Unit, session: DatedSession) -> list[str]:
    missing = unsigned(unit.visits.of_session(session.session_id), session.on_date)
    return [f"No confidentiality agreement is signed by {name}" for name in missing]


def _let_begin(unit: Unit, participant_ids: Collection[ParticipantId], on_date: date) -> None:
    for state in unit.referrals.latest_of(participant_ids).values():
        if state.status in (Status.ACCEPTED, Status.WAITING):
            since = max(on_date, state.since)
            unit.referrals.move(state.referral_id, Status.IN_PROGRAMME, since, state.seen)
