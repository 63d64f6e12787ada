"""Which button does each kind of duty, and what the summary line says."""

from datetime import date

from bipdesk.domain.duty import Duty, DutyKind, Today
from bipdesk.ui.format import counted
from bipdesk.ui.widgets.pill import State

BUTTONS: dict[DutyKind, str] = {
    DutyKind.PRINT_SHEET: "Print sheet",
    DutyKind.TAKE_REGISTER: "Take register",
    DutyKind.GET_WAIVER: "Sign waiver",
    DutyKind.CONTACT: "Record contact",
    DutyKind.ASSESS: "Assess",
    DutyKind.DECIDE: "Decide",
    DutyKind.ASSESS_AGAIN: "Assess again",
    DutyKind.DOCUMENT: "Ask for it",
    DutyKind.ACCEPT: "Accept",
    DutyKind.CATCH_UP: "Record",
    DutyKind.REVIEW_ABSENCE: "Review",
    DutyKind.ONE_TO_ONE: "Record",
    DutyKind.REVIEW: "Record",
    DutyKind.HAND_OVER: "Hand over",
    DutyKind.SEND_BUNDLE: "Make bundle",
    DutyKind.PLACE_IN_GROUP: "Place in group",
    DutyKind.RECOVERY_CODE: "Make a code",
    DutyKind.STAFF_ENDS: "Renew",
    DutyKind.OFFICER_SIGNS_IN: "Accounts",
    DutyKind.REFERRAL_BEGUN: "Go on",
    DutyKind.HARM_NOW: "What to do",
    DutyKind.ASSESS_RISK: "Reassess",
    DutyKind.REVIEW_FLAG: "Look at it",
    DutyKind.BREAK_TOO_LONG: "Open",
    DutyKind.RISK_ACTION: "Record",
    DutyKind.RENEW_AGREEMENT: "Open agency",
    DutyKind.AGENCY_STEP: "Open agency",
    DutyKind.COMMUNITY_STEP: "Open",
    DutyKind.READINESS: "Open readiness",
    DutyKind.EVIDENCE_ENDS: "Renew",
    DutyKind.GOAL_REVIEW: "Look at goals",
    DutyKind.GOAL_STEP: "Open goals",
    DutyKind.APPOINTMENT: "Open",
    DutyKind.SEND_REVOCATION: "Write notice",
    DutyKind.SEND_REJECTION: "Write notice",
    DutyKind.GROUP_SIZE: "Open group",
    DutyKind.SOLO_LIMIT: "Open group",
    DutyKind.NO_FACILITATOR: "Open group",
    DutyKind.TELL_NOW: "Record call",
    DutyKind.WRITE_INCIDENT: "Write it down",
    DutyKind.NOTICE_INCIDENT: "Write notice",
    DutyKind.NOTICE_NON_COMPLIANCE: "Write notice",
    DutyKind.NOTICE_LEVEL: "Write notice",
    DutyKind.NOTICE_ENROLMENT: "Write notice",
    DutyKind.NOTICE_STATUS: "Write report",
    DutyKind.NOTICE_INTERIM: "Write summary",
    DutyKind.NOTICE_COMPLETION: "Write letter",
    DutyKind.NOTICE_TERMINATION: "Write letter",
    DutyKind.EXIT_SUMMARY: "Write summary",
    DutyKind.INTERIM_REVIEW: "Record review",
    DutyKind.SIGN_COMPLETION: "Open list",
    DutyKind.SEND_EXIT_SUMMARY: "Print",
    DutyKind.STATUS_REPORTS: "Show them",
    DutyKind.PROGRAMME_RETURN: "Record",
}

PAGES: dict[DutyKind, str] = {
    DutyKind.TAKE_REGISTER: "register",
    DutyKind.REVIEW_ABSENCE: "absences",
    DutyKind.SEND_BUNDLE: "county",
    DutyKind.RECOVERY_CODE: "programme",
    DutyKind.STAFF_ENDS: "staff-member",
    DutyKind.OFFICER_SIGNS_IN: "programme",
    DutyKind.REFERRAL_BEGUN: "referral",
    DutyKind.RENEW_AGREEMENT: "agency",
    DutyKind.AGENCY_STEP: "agency",
    DutyKind.COMMUNITY_STEP: "agencies",
    DutyKind.READINESS: "readiness",
    DutyKind.GROUP_SIZE: "group",
    DutyKind.SOLO_LIMIT: "group",
    DutyKind.NO_FACILITATOR: "group",
    DutyKind.EVIDENCE_ENDS: "readiness",
    DutyKind.STATUS_REPORTS: "notices",
    DutyKind.PROGRAMME_RETURN: "notices",
}
"""The page that opens for a duty about something other than a participant; it is given the subject's id."""

DECISION_WORDS: dict[DutyKind, tuple[str, State]] = {
    DutyKind.GET_WAIVER: ("Waiver", State.BAD),
    DutyKind.ACCEPT: ("Intake", State.NEUTRAL),
    DutyKind.DECIDE: ("Intake", State.WARN),
    DutyKind.PLACE_IN_GROUP: ("Group", State.NEUTRAL),
    DutyKind.HAND_OVER: ("Hand-over", State.WARN),
    DutyKind.OFFICER_SIGNS_IN: ("Officer", State.BAD),
    DutyKind.REFERRAL_BEGUN: ("Begun", State.NEUTRAL),
    DutyKind.REVIEW: ("Review", State.NEUTRAL),
    DutyKind.SIGN_COMPLETION: ("Completion", State.NEUTRAL),
    DutyKind.READINESS: ("Readiness", State.BAD),
}


def summary(today: Today) -> str:
    """Return the line under the date: "One group tonight. Three things are due."."""
    groups = counted(len(today.tonight), "group", "groups", words=True) + " tonight."
    now = urgent(today)
    if now:
        due = counted(now, "thing is due.", "things are due.", words=True)
    elif today.due:
        due = "Nothing is due today."
    else:
        due = "Nothing is due."
    return f"{groups} {due}"


def urgent(today: Today) -> int:
    """Return how many duties are overdue or due today: the number beside Today in the side bar."""
    return sum(due_now(duty, today.on_date) for duty in today.due)


def due_now(duty: Duty, today: date) -> bool:
    """Say whether the duty is overdue, due today, or has no date and so waits already."""
    left = duty.days_left(today)
    return left is None or left <= 0


def state_of(days_left: int | None) -> State:
    """Return the colour of a duty's pill; the word beside it says the same."""
    if days_left is not None and days_left < 0:
        return State.BAD
    return State.WARN if days_left is None or days_left == 0 else State.NEUTRAL
