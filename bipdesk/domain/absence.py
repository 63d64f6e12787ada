"""Absences and what was decided about each: excused, confirmed, opened again. The mark itself stays."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bipdesk.domain.attendance import Mark, Reason
from bipdesk.domain.ids import AttendanceId, ParticipantId, SessionId, StaffId
from bipdesk.domain.pack import PackValue
from bipdesk.domain.working_days import working_days_after, working_days_before

HOUSE_DAYS = 5
"""Working days to look at an absence where no binding rule of the place sets a day for the notice."""
BEFORE_NOTICE = 2
"""Working days before the notice of non-compliance falls due by which it is decided (house rule)."""
HOUSE_RULE = "House rule: decided two working days before the notice of non-compliance falls due"
HOUSE_RULE_ALONE = "House rule: decided within five working days"


class Decision(StrEnum):
    """What somebody decided about an absence."""

    EXCUSE = "excuse"
    CONFIRM = "confirm"
    REOPEN = "reopen"

    @property
    def label(self) -> str:
        """Return what happened by it."""
        return _DECIDED[self]


_DECIDED = {
    Decision.EXCUSE: "Excused",
    Decision.CONFIRM: "Confirmed as an absence",
    Decision.REOPEN: "Opened again",
}


class Standing(StrEnum):
    """Where an absence stands."""

    WAITING = "waiting"
    EXCUSED = "excused"
    CONFIRMED = "confirmed"


_AFTER: Mapping[Decision, Standing] = {
    Decision.EXCUSE: Standing.EXCUSED,
    Decision.CONFIRM: Standing.CONFIRMED,
    Decision.REOPEN: Standing.WAITING,
}


@dataclass(frozen=True, slots=True)
class AbsenceDecision:
    """One decision; it is added and never changed."""

    decision: Decision
    reason: Reason | None
    """Of an excuse."""
    words: str
    decided_at: datetime
    by: StaffId


@dataclass(frozen=True, slots=True)
class Absence:
    """One line of a closed register that says he was not there, with all that was decided about it."""

    participant_id: ParticipantId
    session_id: SessionId
    attendance_id: AttendanceId
    step_code: str
    on_date: date
    mark: Mark
    reason: Reason | None = None
    reason_words: str = ""
    decisions: tuple[AbsenceDecision, ...] = ()
    """The oldest first."""

    @property
    def standing(self) -> Standing:
        """Return where it stands: as last decided; before that, excused only by a reason given that night."""
        if self.decisions:
            return _AFTER[self.decisions[-1].decision]
        excused = self.mark is Mark.EXCUSED and self.reason is not None
        return Standing.EXCUSED if excused else Standing.WAITING

    @property
    def waits(self) -> bool:
        """Say whether somebody has to look at it."""
        return self.standing is Standing.WAITING

    @property
    def unexcused(self) -> bool:
        """Say whether it counts against him; what nobody has excused does."""
        return self.standing is not Standing.EXCUSED

    @property
    def confirmed_on(self) -> date | None:
        """Return the day on which it was confirmed, while that decision stands."""
        return self.decisions[-1].decided_at.date() if self.standing is Standing.CONFIRMED else None


def decide_by(on_date: date, notice: PackValue | None, free: frozenset[date]) -> tuple[date, str]:
    """Return by when an absence is to be decided, and the rule it follows from.

    `notice` is the pack's "non-compliance-notice": two working days before it falls due leave time to write
    and send it. A value that is not binding, or none, leaves the house's five working days.
    """
    if notice is None or not notice.binding or not notice.number:
        return working_days_after(on_date, HOUSE_DAYS, free), HOUSE_RULE_ALONE
    due = working_days_before(notice.due_on(on_date, free), BEFORE_NOTICE, free)
    return max(due, on_date), f"{HOUSE_RULE}; {notice.citation}"
