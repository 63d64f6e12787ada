"""What papers make due: telling the referrer of a revoked waiver, or of a rejection."""

from collections.abc import Iterator
from datetime import date, timedelta

from bipdesk.db.records.file import Unit
from bipdesk.domain.disclosure import Document
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.library import Library
from bipdesk.domain.pack import Pack
from bipdesk.domain.referral import REJECTED
from bipdesk.services.free_days import holidays_of

TELL_WITHIN = timedelta(days=7)
"""As for any broken condition (WAC 388-60B-0425(6)), where the pack has no days of its own for it."""


def paper_duties(unit: Unit, _today: date, library: Library) -> Iterator[Duty]:
    """Yield the notices that are owed; the number of queries does not grow."""
    pack = library.packs.of(unit.offices.site().details.pack)
    yield from _revocations(unit, pack)
    yield from _rejections(unit, pack)


def _revocations(unit: Unit, pack: Pack) -> Iterator[Duty]:
    revoked = unit.waivers.revoked()
    people = [waiver.participant_id for waiver, _ in revoked]
    told = unit.disclosures.last_sent(people, Document.REVOCATION_NOTICE) if people else {}
    referrals = unit.referrals.latest_of(people) if people else {}
    for waiver, name in revoked:
        sent = told.get(waiver.participant_id)
        state = referrals.get(waiver.participant_id)
        day = waiver.revoked_on
        if day is None or state is None or not state.details.referrer.strip():
            continue
        if sent is not None and sent.date() >= day:
            continue
        rule = pack.days("non-compliance-notice", day)
        due = rule.due_on(day) if rule is not None and rule.binding and rule.number else day + TELL_WITHIN
        yield Duty(
            DutyKind.SEND_REVOCATION,
            waiver.participant_id,
            f"Tell {state.details.referrer} that {name} revoked his waiver",
            "Nothing else about him may go; the notice is under Papers",
            due,
            citation=rule.citation
            if rule is not None and rule.binding
            else "WAC 388-60B-0425(6), taken over",
            to=state.details.referrer,
        )


def _rejections(unit: Unit, pack: Pack) -> Iterator[Duty]:
    if pack.days("rejection-notice") is None:
        return
    found = [each for each in unit.referrals.in_status(REJECTED) if each[0].details.referrer.strip()]
    if not found:
        return
    told = unit.disclosures.last_sent(
        (state.participant_id for state, _, _ in found), Document.REJECTION_NOTICE
    )
    free = holidays_of(unit.offices.site().details, min(state.since.year for state, _, _ in found))
    for state, given, family in found:
        sent = told.get(state.participant_id)
        rule = pack.days("rejection-notice", state.since)
        if rule is None or not rule.binding or (sent is not None and sent.date() >= state.since):
            continue
        yield Duty(
            DutyKind.SEND_REJECTION,
            state.participant_id,
            f"Tell {state.details.referrer} that {given[:1]}. {family} was not accepted",
            rule.source,
            rule.due_on(state.since, free),
            citation=rule.citation,
            to=state.details.referrer,
        )
