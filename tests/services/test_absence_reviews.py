"""Absences wait until somebody decides; a decision stands beside the mark and never over it."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.absence import Decision, Standing
from bipdesk.domain.attendance import Mark, Reason, RegisterEntry
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.errors import NotAllowed, NothingEntered
from bipdesk.domain.ids import ParticipantId, SessionId
from bipdesk.domain.journey import StepState
from tests import builders


def closed(desk: Desk, *entries: RegisterEntry) -> SessionId:
    """Close tonight's register with these lines."""
    session_id = builders.evening(desk, people=len(entries))
    lines = desk.registers.open_register(session_id).lines
    given = {line.participant_id: entry for line, entry in zip(lines, entries, strict=True)}
    desk.registers.fill(session_id, given)
    desk.registers.close(session_id, desk.registers.open_register(session_id).seen)
    return session_id


def place(desk: Desk, session_id: SessionId) -> tuple[ParticipantId, SessionId]:
    return desk.registers.open_register(session_id).lines[0].participant_id, session_id


def duties(desk: Desk) -> list[Duty]:
    return [duty for duty in desk.today.today().due if duty.kind is DutyKind.REVIEW_ABSENCE]


def test_absent_sent_home_and_excused_without_a_reason_wait(desk: Desk) -> None:
    closed(
        desk,
        RegisterEntry(Mark.ABSENT),
        RegisterEntry(Mark.SENT_HOME, reason=Reason.DISRUPTIVE),
        RegisterEntry(Mark.EXCUSED),
        RegisterEntry(Mark.EXCUSED, reason=Reason.ILLNESS, reason_words="Rang at noon"),
        RegisterEntry(Mark.LATE),
    )
    queue = desk.absences.queue()
    assert [each.absence.mark for each in queue.waiting] == [Mark.ABSENT, Mark.SENT_HOME, Mark.EXCUSED]
    assert len(duties(desk)) == 3


def test_what_is_still_being_typed_is_nobodys_absence(desk: Desk) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id, Mark.ABSENT)
    assert desk.absences.queue().waiting == ()
    assert duties(desk) == []


def test_an_excuse_ends_the_duty_and_leaves_the_mark(desk: Desk) -> None:
    session_id = closed(desk, RegisterEntry(Mark.ABSENT))
    (duty,) = duties(desk)
    assert duty.due_on == date(2026, 11, 27)  # five working days; Thanksgiving is none
    assert duty.citation.startswith("House rule")
    desk.absences.excuse([place(desk, session_id)], Reason.TRANSPORT, "The bus did not come")
    (decided,) = desk.absences.queue().decided
    assert decided.absence.standing is Standing.EXCUSED
    assert [(told.by, told.decision.words) for told in decided.history] == [
        ("C. Rivers", "The bus did not come")
    ]
    assert desk.registers.open_register(session_id).lines[0].mark is Mark.ABSENT
    assert duties(desk) == []


def test_a_decided_absence_is_opened_again_with_a_reason_and_its_history_grows(desk: Desk) -> None:
    session_id = closed(desk, RegisterEntry(Mark.ABSENT))
    at = [place(desk, session_id)]
    desk.absences.confirm(at)
    with pytest.raises(NothingEntered):
        desk.absences.reopen(at, " ")
    desk.absences.reopen(at, "He brought a letter")
    desk.absences.excuse(at, Reason.COURT)
    (listed,) = desk.absences.of(at[0][0])
    assert [told.decision.decision for told in listed.history] == [
        Decision.CONFIRM,
        Decision.REOPEN,
        Decision.EXCUSE,
    ]
    assert not listed.absence.unexcused


def test_another_reason_needs_words_and_conduct_excuses_nobody(desk: Desk) -> None:
    session_id = closed(desk, RegisterEntry(Mark.ABSENT))
    with pytest.raises(NothingEntered):
        desk.absences.excuse([place(desk, session_id)], Reason.OTHER)
    with pytest.raises(ValueError, match="excuses nobody"):
        desk.absences.excuse([place(desk, session_id)], Reason.THREAT)


def test_a_corrected_mark_takes_the_absence_out_of_the_queue(desk: Desk) -> None:
    session_id = closed(desk, RegisterEntry(Mark.ABSENT))
    line = desk.registers.open_register(session_id).lines[0]
    entry = RegisterEntry(Mark.PRESENT)
    desk.registers.correct(session_id, line.participant_id, entry, "He sat next door", line.seen)
    assert desk.absences.queue().waiting == ()
    assert duties(desk) == []


def test_two_absences_of_one_man_are_one_duty(desk: Desk) -> None:
    closed(desk, RegisterEntry(Mark.ABSENT))
    group_id = desk.groups.list()[0].group_id
    second = desk.groups.file(group_id).sessions[1].session_id
    builders.mark_all(desk, second, Mark.ABSENT)
    desk.registers.close(second, desk.registers.open_register(second).seen)
    (duty,) = duties(desk)
    assert duty.title == "Review 2 absences of G. Family0"


def test_by_the_house_rule_too_late_does_not_count_from_its_day_on(desk: Desk) -> None:
    session_id = closed(desk, RegisterEntry(Mark.LATE, arrived_at=time(19, 10)))
    his = place(desk, session_id)[0]

    def first_step() -> StepState:
        journey = desk.participants.journey(his)
        return next(step.state for step in journey.steps if step.step.code == "foundation-1")

    assert first_step() is not StepState.MISSED
    desk.absences.set_rule(40)
    assert first_step() is not StepState.MISSED
    desk.absences.set_rule(39)
    assert first_step() is StepState.MISSED
    line = desk.registers.open_register(session_id).lines[0]
    assert "too little of the session" in line.remark
    assert line.mark is Mark.LATE


def test_a_rule_made_later_leaves_earlier_sessions_as_they_were(desk: Desk) -> None:
    session_id = closed(desk, RegisterEntry(Mark.LATE, arrived_at=time(19, 10)))
    desk.clock.instant += timedelta(days=1)  # type: ignore[attr-defined]
    desk.absences.set_rule(10)
    journey = desk.participants.journey(place(desk, session_id)[0])
    assert journey.owed == ()
    assert desk.absences.queue().rule.most_missed == 10


def test_only_a_coordinator_sets_the_rule(programme: builders.Programme) -> None:
    desk = programme.desk(builders.FACILITATOR)
    with pytest.raises(NotAllowed):
        desk.absences.set_rule(30)
    desk.lock()


def test_in_washington_an_absence_is_decided_before_the_seven_days_are_over(desk: Desk) -> None:
    site = desk.site.get()
    desk.site.update(replace(site.details, country="US", region="WA", pack="washington"), site.seen)
    closed(desk, RegisterEntry(Mark.ABSENT))
    (duty,) = duties(desk)
    assert duty.due_on is not None
    assert duty.due_on < date(2026, 11, 26)
    assert "0425" in duty.citation
