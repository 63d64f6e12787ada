"""What is due on the way from a referral to acceptance: contact, assessment, papers, decision, waiver."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.ids import ReferralId
from bipdesk.domain.library import Library
from bipdesk.domain.owed_document import OwedDocument, assessment_due, document_due
from bipdesk.domain.referral import HERE, INTAKE, ReferralState, Status

SOON = timedelta(days=7)


def intake_duties(unit: Unit, _today: date, library: Library) -> Iterator[Duty]:
    """Yield whom to reach, and whom to assess by when; three queries."""
    pack = library.packs.of(unit.offices.site().details.pack)
    for state, given, family in unit.referrals.in_status([Status.REFERRED, Status.CONTACTED]):
        label = f"{given[:1]}. {family}"
        if state.status is Status.REFERRED:
            yield _duty(DutyKind.CONTACT, state, f"Contact {label}", "Referred", None)
        else:
            due = assessment_due(state, pack)
            rule = pack.days("intake-within", state.since)
            cited = rule.citation if rule is not None and rule.binding else ""
            duty = _duty(DutyKind.ASSESS, state, f"Assessment of {label}", "Contacted", due)
            yield replace(duty, citation=cited)


def document_duties(unit: Unit, today: date, library: Library) -> Iterator[Duty]:
    """Yield whose papers to ask for, or to ask for again, one duty for each participant; six queries."""
    found = unit.owed_documents.open_ones()
    if not found:
        return
    pack = library.packs.of(unit.offices.site().details.pack)
    states = {
        state.referral_id: (state, f"{given[:1]}. {family}")
        for state, given, family in unit.referrals.in_status([*INTAKE, *HERE])
    }
    of_referral: dict[ReferralId, list[tuple[date, OwedDocument]]] = {}
    sources: dict[ReferralId, str] = {}
    for document in found:
        if document.referral_id in states:
            rule = document_due(document, states[document.referral_id][0], pack)
            ask_on = rule.ask_on
            sources.setdefault(document.referral_id, rule.source)
            if ask_on is not None and ask_on <= today + SOON:
                of_referral.setdefault(document.referral_id, []).append((ask_on, document))
    for referral_id, owed in of_referral.items():
        first_on, first = min(owed, key=lambda each: each[0])
        title = f"{_together([document.title for _, document in owed])} for {states[referral_id][1]}"
        yield Duty(
            DutyKind.DOCUMENT,
            first.participant_id,
            title,
            _asked(first),
            first_on,
            citation=sources[referral_id],
            to=states[referral_id][0].details.referrer,
        )


def _together(titles: list[str]) -> str:
    """Return "Police report, order or licence and referral form"."""
    words = [titles[0], *(title[:1].lower() + title[1:] for title in titles[1:])]
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _asked(document: OwedDocument) -> str:
    last = document.last_asked_on
    if last is None:
        return "Not asked for yet"
    times = len(document.chasers)
    again = f", {times} times in all" if times > 1 else ""
    return f"Last asked for on {last.day} {last:%B}{again}"


def intake_decisions(unit: Unit, today: date) -> Iterator[Duty]:
    """Yield who waits for a decision, for the waiver, or for acceptance; three queries."""
    found = unit.referrals.in_status([Status.ASSESSED, Status.SUITABLE])
    signed = unit.waivers.in_force((state.participant_id for state, _, _ in found), today)
    for state, given, family in found:
        label = f"{given[:1]}. {family}"
        if state.status is Status.ASSESSED:
            yield _duty(DutyKind.DECIDE, state, f"{label}: suitable or not?", "Assessed", None)
        elif state.participant_id in signed:
            yield Duty(
                DutyKind.ACCEPT,
                state.participant_id,
                f"{label} can be accepted",
                "Found suitable, and the waiver is signed",
                None,
            )
        else:
            yield Duty(
                DutyKind.GET_WAIVER,
                state.participant_id,
                f"{label} cannot be accepted yet",
                "The waiver of confidentiality is not signed",
                None,
            )


def _duty(kind: DutyKind, state: ReferralState, title: str, done: str, due_on: date | None) -> Duty:
    detail = f"{done} on {state.since.day} {state.since:%B}"
    return Duty(kind, state.participant_id, title, detail, due_on)
