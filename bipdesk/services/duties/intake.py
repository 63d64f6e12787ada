"""What is due on the way from a referral to acceptance: contact, assessment, decision, waiver, acceptance."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.referral import ReferralState, Status
from bipdesk.domain.referral_deadlines import ASSESS_WITHIN


def intake_duties(unit: Unit, _today: date) -> Iterator[Duty]:
    """Yield whom to reach, and whom to assess by when; two queries."""
    for state, given, family in unit.referrals.in_status([Status.REFERRED, Status.CONTACTED]):
        label = f"{given[:1]}. {family}"
        if state.status is Status.REFERRED:
            yield _duty(DutyKind.CONTACT, state, f"Contact {label}", "Referred", None)
        else:
            due = state.since + ASSESS_WITHIN
            yield _duty(DutyKind.ASSESS, state, f"Assessment of {label}", "Contacted", due)


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
