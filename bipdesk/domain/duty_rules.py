"""The rule each kind of duty follows from and what ends it, where its source says no other.

Nothing is due without a reason that somebody can look up: a law, a source of this program, or a rule of the
house that says so of itself.
"""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bipdesk.domain.duty import Duty, DutyKind

_K = DutyKind
RULES: Mapping[DutyKind, tuple[str, str]] = MappingProxyType(
    {
        _K.PRINT_SHEET: ("House rule: each group night has its sheet on paper", "The sheet, printed"),
        _K.TAKE_REGISTER: (
            "House rule: a register is closed after its night; 01 NCAC 17 .0706 counts hours attended",
            "The register, closed",
        ),
        _K.GET_WAIVER: ("Source 000: every participant signs a waiver", "The waiver, signed"),
        _K.CONTACT: ("House rule: whoever was referred is reached first", "The contact, recorded"),
        _K.ASSESS: ("03-201 CMR ch. 15 s. 5.1 (Maine)", "The assessment, recorded"),
        _K.DECIDE: ("Source 003: suitability is decided before anybody begins", "The decision, with reasons"),
        _K.ASSESS_AGAIN: ("Source 003: extreme denial is assessed again later", "Another assessment"),
        _K.DOCUMENT: ("03-201 CMR ch. 15 s. 5.1 (Maine)", "The paper, received"),
        _K.ACCEPT: ("Source 003: who is suitable begins", "The acceptance, recorded"),
        _K.CATCH_UP: (
            "Source 003: what is missed is made up",
            "The catch-up, or the session in another group",
        ),
        _K.ONE_TO_ONE: (
            "Source 003: one-to-one sessions before and between the modules",
            "The 1-2-1, recorded",
        ),
        _K.REVIEW: ("Source 003: a three-way review follows the last session", "The review, recorded"),
        _K.HAND_OVER: (
            "House rule: what names those to be protected goes to the safety officer alone (the safety wall)",
            "The sealed form, filled in or empty",
        ),
        _K.SEND_BUNDLE: ("House rule: the county gets a bundle every month", "The bundle, written"),
        _K.PLACE_IN_GROUP: ("House rule: whoever is accepted gets a place", "His place in a group"),
        _K.RECOVERY_CODE: (
            "House rule: the recovery code lies on paper, sealed",
            "A code, confirmed on paper",
        ),
        _K.STAFF_ENDS: (
            "House rule: checks and certificates are renewed before they end",
            "The renewed entry",
        ),
        _K.OFFICER_SIGNS_IN: (
            "Source 003: no programme without a service for partners",
            "Her first sign-in",
        ),
        _K.REFERRAL_BEGUN: ("House rule: what was begun is finished or discarded", "The referral, saved"),
        _K.HARM_NOW: ("22 AAC 25.030 (Alaska); house rule: the same day", "What was done, written down"),
        _K.ASSESS_RISK: (
            "OAR 137-087-0030(2)(e); house rule: at each module, after eight weeks, after any flag",
            "A new assessment",
        ),
        _K.REVIEW_FLAG: (
            "House rule: a red flag is looked at again on its day",
            "The flag, looked at or closed",
        ),
        _K.RISK_ACTION: (
            "House rule: a step of the plan is done on its day",
            "The step, done, with its outcome",
        ),
        _K.BREAK_TOO_LONG: ("WAC 388-60B-0420(4)", "His return, or who approved it"),
        _K.RENEW_AGREEMENT: ("Source 000: written agreements with agencies", "A new agreement"),
        _K.AGENCY_STEP: ("House rule: what was agreed on is done by its day", "The step, done"),
        _K.COMMUNITY_STEP: ("House rule: what was agreed on is done by its day", "The step, done"),
        _K.SEND_REVOCATION: ("WAC 388-60B-0425(6); part 7 of the waiver", "The notice, printed and sent"),
        _K.SEND_REJECTION: ("OAR 137-087-0060(1)(d)", "The notice, printed and sent"),
        _K.READINESS: (
            "Source 000: no programme proceeds without its preconditions",
            "What is missing, entered",
        ),
        _K.EVIDENCE_ENDS: ("Source 000: the preconditions are kept up", "Newer evidence"),
        _K.REVIEW_ABSENCE: ("House rule: absences are excused or confirmed", "The decision"),
        _K.INTERIM_REVIEW: ("Colorado DVOMB standard 5.09", "The review, recorded"),
        _K.SIGN_COMPLETION: ("House rule: two people sign a completion", "Both signatures"),
        _K.GOAL_REVIEW: ("House rule: goals are looked at again on their day", "The review of the goal"),
        _K.GOAL_STEP: ("House rule: small steps have a day", "The step, done or moved"),
        _K.APPOINTMENT: ("House rule: an appointment is kept or moved", "The session, recorded"),
        _K.GROUP_SIZE: ("The group size of the rules chosen", "Fewer members, or the report of the size"),
        _K.NO_FACILITATOR: ("The facilitators that the rules ask for", "A facilitator for the evening"),
        _K.SOLO_LIMIT: ("NAC 228.165", "A second facilitator"),
        _K.STATUS_REPORTS: ("OAR 137-087-0030(2)(e)", "The letters, recorded"),
    }
)
FROM_PACKS = frozenset(
    {
        _K.TELL_NOW,
        _K.WRITE_INCIDENT,
        _K.NOTICE_INCIDENT,
        _K.NOTICE_NON_COMPLIANCE,
        _K.NOTICE_LEVEL,
        _K.NOTICE_ENROLMENT,
        _K.NOTICE_STATUS,
        _K.NOTICE_INTERIM,
        _K.NOTICE_COMPLETION,
        _K.NOTICE_TERMINATION,
        _K.EXIT_SUMMARY,
        _K.SEND_EXIT_SUMMARY,
        _K.PROGRAMME_RETURN,
    }
)
"""Kinds whose rule comes with each duty, from the pack that was in force."""


def with_rule(duty: Duty) -> Duty:
    """Return the duty with its rule and with what ends it; what its source said of them stays."""
    citation, ends = RULES.get(duty.kind, ("House rule", "What it asks for, done"))
    if duty.citation and duty.discharged_by:
        return duty
    return replace(duty, citation=duty.citation or citation, discharged_by=duty.discharged_by or ends)
