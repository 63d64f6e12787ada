"""What can be done with a participant now, and which of it is due next."""

from enum import StrEnum

from bipdesk.domain.curriculum import Step, StepKind
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.journey import Journey
from bipdesk.domain.participant import ParticipantFile
from bipdesk.domain.referral import FINISHED, HERE, OVER, Status


class Act(StrEnum):
    """Something the header's buttons do."""

    FINISH = "finish"
    CLOSE = "close"
    HAND_OVER = "hand-over"
    ADD_NOTE = "add-note"
    PLACE_IN_GROUP = "place-in-group"
    RECORD = "record"
    CONTACT = "contact"
    ASSESS = "assess"
    DECIDE = "decide"
    REFER_AGAIN = "refer-again"
    ACCEPT = "accept"
    SIGN_WAIVER = "sign-waiver"


ACT_OF_DUTY: dict[DutyKind, Act] = {
    DutyKind.GET_WAIVER: Act.SIGN_WAIVER,
    DutyKind.CONTACT: Act.CONTACT,
    DutyKind.ASSESS: Act.ASSESS,
    DutyKind.DECIDE: Act.DECIDE,
    DutyKind.ACCEPT: Act.ACCEPT,
    DutyKind.CATCH_UP: Act.RECORD,
    DutyKind.ONE_TO_ONE: Act.RECORD,
    DutyKind.REVIEW: Act.RECORD,
    DutyKind.PLACE_IN_GROUP: Act.PLACE_IN_GROUP,
    DutyKind.HAND_OVER: Act.HAND_OVER,
}
"""The dialog that opens when the page was opened from a duty."""

PART_OF_DUTY: dict[DutyKind, str] = {
    DutyKind.ASSESS_AGAIN: "Suitability",
    DutyKind.DOCUMENT: "Intake",
    DutyKind.HARM_NOW: "Person",
    DutyKind.ASSESS_RISK: "Risk",
    DutyKind.REVIEW_FLAG: "Risk",
    DutyKind.BREAK_TOO_LONG: "Sessions",
    DutyKind.RISK_ACTION: "Risk",
    DutyKind.GOAL_REVIEW: "Goals",
    DutyKind.GOAL_STEP: "Goals",
    DutyKind.APPOINTMENT: "Goals",
    DutyKind.SEND_REVOCATION: "Papers",
    DutyKind.SEND_REJECTION: "Papers",
    DutyKind.TELL_NOW: "Notices",
    DutyKind.WRITE_INCIDENT: "Notices",
    DutyKind.NOTICE_INCIDENT: "Notices",
    DutyKind.NOTICE_NON_COMPLIANCE: "Notices",
    DutyKind.NOTICE_LEVEL: "Notices",
    DutyKind.NOTICE_ENROLMENT: "Notices",
    DutyKind.NOTICE_STATUS: "Notices",
    DutyKind.NOTICE_INTERIM: "Notices",
    DutyKind.NOTICE_COMPLETION: "Notices",
    DutyKind.NOTICE_TERMINATION: "Notices",
    DutyKind.EXIT_SUMMARY: "Reviews",
    DutyKind.INTERIM_REVIEW: "Reviews",
    DutyKind.SIGN_COMPLETION: "Reviews",
    DutyKind.SEND_EXIT_SUMMARY: "Notices",
}
"""The tab that opens, by its title, when the page was opened from a duty of that part of the file."""

PART_OF_ACT: dict[Act, str] = {
    Act.ASSESS: "Suitability",
    Act.DECIDE: "Suitability",
    Act.FINISH: "Reviews",
    Act.CLOSE: "Reviews",
}
"""The tab, by its title, in which these are done."""

_NEXT = {
    Status.REFERRED: Act.CONTACT,
    Status.CONTACTED: Act.ASSESS,
    Status.ASSESSED: Act.DECIDE,
    Status.UNSUITABLE: Act.ASSESS,
}
"""What comes next before he is found suitable; an unsuitable one can be assessed again later (Source 003)."""
_WORDS = {
    Act.FINISH: "End programme",
    Act.CLOSE: "End referral",
    Act.HAND_OVER: "Hand over",
    Act.ADD_NOTE: "Add note",
    Act.PLACE_IN_GROUP: "Place in group",
    Act.CONTACT: "Record contact",
    Act.ASSESS: "Assess",
    Act.DECIDE: "Decide",
    Act.REFER_AGAIN: "Refer again",
    Act.ACCEPT: "Accept",
    Act.SIGN_WAIVER: "Sign waiver",
}


def waiver_valid(file: ParticipantFile) -> bool:
    """Say whether a signed waiver stands that was not revoked."""
    signed = file.waiver_signed_on is not None and file.waiver_revoked_on is None
    return signed and not file.waiver_over


def recording_due(journey: Journey) -> bool:
    """Say whether a catch-up is owed or the next step is one that he does alone."""
    next_step = next((place.step for place in journey.steps if place.step.code == journey.next_code), None)
    return bool(journey.owed) or (next_step is not None and next_step.kind is not StepKind.GROUP)


def acts(file: ParticipantFile, journey: Journey, open_steps: tuple[Step, ...]) -> tuple[Act, ...]:
    """Return what fits the participant's status, ending with what is due next.

    `open_steps` may be recorded now. Without a valid waiver nobody is accepted (design: the safety wall).
    """
    if file.status in FINISHED:
        return (Act.ADD_NOTE, Act.REFER_AGAIN)
    due_at_intake = next_at_intake(file)
    if due_at_intake is not None and file.status not in HERE:
        again = (Act.REFER_AGAIN,) if file.status in OVER else ()
        return (Act.CLOSE, *again, Act.ADD_NOTE, due_at_intake)
    later: list[Act] = [Act.FINISH]
    due: list[Act] = [Act.ADD_NOTE]
    if not file.group_name:
        due.append(Act.PLACE_IN_GROUP)
    if open_steps:
        (due if recording_due(journey) else later).append(Act.RECORD)
    if not waiver_valid(file):
        due.append(Act.SIGN_WAIVER)
    return (*later, *due)


def next_at_intake(file: ParticipantFile) -> Act | None:
    """Return what brings his referral one step on; None when it is not intake's turn."""
    if file.status in _NEXT:
        return _NEXT[file.status]
    if file.status is Status.SUITABLE:
        return Act.ACCEPT if waiver_valid(file) else Act.SIGN_WAIVER
    waits = file.status in (Status.ACCEPTED, Status.WAITING) and not file.group_name
    return Act.PLACE_IN_GROUP if waits else None


def words_for(act: Act, open_steps: tuple[Step, ...]) -> str:
    """Return the button's words; recording is named after the first step that is open."""
    if act is not Act.RECORD:
        return _WORDS[act]
    return {
        StepKind.GROUP: "Record catch-up",
        StepKind.ONE_TO_ONE: "Record 1-2-1",
        StepKind.REVIEW: "Record review",
    }[open_steps[0].kind if open_steps else StepKind.ONE_TO_ONE]
