"""What can be done with a participant now, and which of it is due next."""

from enum import StrEnum

from bipdesk.domain.curriculum import Step, StepKind
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.participant import ParticipantFile, Status


class Act(StrEnum):
    """Something the header's buttons do."""

    SIGN_WAIVER = "sign-waiver"
    ACCEPT = "accept"
    RECORD = "record"
    PLACE_IN_GROUP = "place-in-group"
    FINISH = "finish"
    ADD_NOTE = "add-note"
    HAND_OVER = "hand-over"


ACT_OF_DUTY: dict[DutyKind, Act] = {
    DutyKind.GET_WAIVER: Act.SIGN_WAIVER,
    DutyKind.ACCEPT: Act.ACCEPT,
    DutyKind.CATCH_UP: Act.RECORD,
    DutyKind.ONE_TO_ONE: Act.RECORD,
    DutyKind.REVIEW: Act.RECORD,
    DutyKind.PLACE_IN_GROUP: Act.PLACE_IN_GROUP,
    DutyKind.HAND_OVER: Act.HAND_OVER,
}
"""The dialog that opens when the page was opened from a duty."""


def waiver_valid(file: ParticipantFile) -> bool:
    """Say whether a signed waiver stands that was not revoked."""
    return file.waiver_signed_on is not None and file.waiver_revoked_on is None


def acts(file: ParticipantFile, owed: tuple[Step, ...]) -> tuple[Act, ...]:
    """Return what fits the participant's status; the last one is what is due next.

    `owed` are the steps that may be recorded now. Without a valid waiver nobody is accepted (safety wall).
    """
    due = [Act.ADD_NOTE]
    if file.status in (Status.COMPLETED, Status.LEFT):
        return tuple(due)
    if file.status is Status.REFERRED:
        return (*due, Act.ACCEPT) if waiver_valid(file) else (*due, Act.SIGN_WAIVER)
    begun = file.status is Status.IN_PROGRAMME
    if begun:
        due.insert(0, Act.FINISH)
    if not waiver_valid(file):
        due.append(Act.SIGN_WAIVER)
    if not file.group_name:
        due.append(Act.PLACE_IN_GROUP)
    if owed:
        due.append(Act.RECORD)
    return tuple(due)


def words_for(act: Act, owed: tuple[Step, ...]) -> str:
    """Return the button's words; recording is named after the first step that is owed."""
    if act is not Act.RECORD:
        return _WORDS[act]
    first = owed[0].kind if owed else StepKind.ONE_TO_ONE
    return {
        StepKind.GROUP: "Record catch-up",
        StepKind.ONE_TO_ONE: "Record 1-2-1",
        StepKind.REVIEW: "Record review",
    }[first]


_WORDS = {
    Act.SIGN_WAIVER: "Sign waiver",
    Act.ACCEPT: "Accept",
    Act.PLACE_IN_GROUP: "Place in group",
    Act.FINISH: "End programme",
    Act.ADD_NOTE: "Add note",
    Act.HAND_OVER: "Hand over",
}
