"""What a journey makes due, in words and by when."""

from datetime import date
from uuid import UUID

from bipdesk.assets import read_text
from bipdesk.domain.attendance import AttendanceFact, Mark
from bipdesk.domain.curriculum_reading import parse_curriculum
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import IndividualFact, IndividualKind, trace_journey
from bipdesk.domain.schedule import catch_up_duties, next_step_duty

BBR = parse_curriculum(read_text("curricula/bbr.toml"), "bbr.toml")
HE = ParticipantId(UUID(int=1))
PLANNED = {"foundation-1": date(2026, 11, 5), "foundation-6": date(2026, 12, 10)}
MISSED = [AttendanceFact("foundation-2", date(2026, 11, 12), Mark.ABSENT)]


def _done(*codes: str) -> list[IndividualFact]:
    return [IndividualFact(code, date(2026, 11, 1), IndividualKind.ONE_TO_ONE) for code in codes]


def test_a_missed_session_is_due_when_its_module_ends() -> None:
    journey = trace_journey(BBR, MISSED, [])
    (duty,) = catch_up_duties(HE, "T. Marsh", journey, PLANNED, date(2026, 11, 19))
    assert (duty.kind, duty.due_on) == (DutyKind.CATCH_UP, date(2026, 12, 10))
    assert duty.title == "Catch-up for T. Marsh, Foundation 2"
    assert duty.detail == "Must be made up before the module ends on 10 December"


def test_what_is_past_is_said_as_past() -> None:
    journey = trace_journey(BBR, MISSED, [])
    (duty,) = catch_up_duties(HE, "T. Marsh", journey, PLANNED, date(2026, 12, 17))
    assert duty.detail == "The module ended on 10 December"
    step = next_step_duty(HE, "T. Marsh", trace_journey(BBR, [], []), PLANNED, date(2026, 11, 19))
    assert step is not None
    assert step.detail == "Foundation started on 5 November"


def test_the_pre_group_sessions_are_due_by_the_first_group_night() -> None:
    for done, number in (((), 1), (("pre-group-1",), 2)):
        duty = next_step_duty(
            HE, "J. Whitfield", trace_journey(BBR, [], _done(*done)), PLANNED, date(2026, 11, 1)
        )
        assert duty is not None
        assert (duty.kind, duty.due_on) == (DutyKind.ONE_TO_ONE, date(2026, 11, 5)), number
        assert duty.detail == "Foundation starts on 5 November"


def test_a_group_session_that_comes_next_is_nobodys_duty() -> None:
    journey = trace_journey(BBR, [], _done("pre-group-1", "pre-group-2"))
    assert next_step_duty(HE, "T. Marsh", journey, PLANNED, date(2026, 11, 1)) is None


def test_after_everything_the_three_way_review_is_due() -> None:
    attended = [AttendanceFact(step.code, date(2026, 11, 1), Mark.PRESENT) for step in BBR.group_steps]
    talks = _done("pre-group-1", "pre-group-2", "after-thinking-1", "after-emotions-1")
    duty = next_step_duty(HE, "L. Donahue", trace_journey(BBR, attended, talks), {}, date(2027, 6, 1))
    assert duty is not None
    assert (duty.kind, duty.due_on) == (DutyKind.REVIEW, None)
    assert duty.detail == "28 of 29 steps done"
