"""Marks and what belongs to them: times in minutes, reasons, what an absence is worth, what counts."""

from datetime import UTC, date, datetime, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.absence import Absence, AbsenceDecision, Decision, Standing, decide_by
from bipdesk.domain.attendance import CONDUCTS, EXCUSES, AttendanceFact, Mark, Reason, StoredAttendance
from bipdesk.domain.attendance_rule import NONE, AttendanceRule, rule_on
from bipdesk.domain.closing import closing_words, without_reason
from bipdesk.domain.correction import Correction, changed_fields
from bipdesk.domain.ids import UNSEEN, AttendanceId, ParticipantId, SessionId, StaffId
from bipdesk.domain.journey import COUNTS_AS_ATTENDED
from bipdesk.domain.lateness import (
    minutes_between,
    minutes_early,
    minutes_late,
    missed_minutes,
    typed_arrival,
    typed_leaving,
)
from bipdesk.domain.pack import PackValue, Unit
from bipdesk.domain.working_days import working_days_before

STARTS, ENDS = time(18, 30), time(21, 0)
HE, NIGHT, SHE = ParticipantId(UUID(int=1)), SessionId(UUID(int=2)), StaffId(UUID(int=3))
THURSDAY = date(2026, 11, 19)


def line(mark: Mark | None, reason: Reason | None = None) -> StoredAttendance:
    return StoredAttendance(AttendanceId(UUID(int=9)), UNSEEN, mark, None, None, None, reason=reason)


@pytest.mark.parametrize(
    ("typed", "arrived"),
    [
        ("20", time(18, 50)),
        ("5", time(18, 35)),
        ("120", time(20, 30)),
        ("1850", time(18, 50)),
        ("18:50", time(18, 50)),
        ("18.50", time(18, 50)),
        ("7:05", time(7, 5)),
        ("2460", None),
        ("2575", None),
        ("", None),
        ("late", None),
        ("12345", None),
    ],
)
def test_minutes_late_or_a_time_of_arrival_are_both_understood(typed: str, arrived: time | None) -> None:
    assert typed_arrival(typed, STARTS) == arrived


def test_minutes_before_the_end_or_a_time_of_leaving_are_both_understood() -> None:
    assert typed_leaving("20", ENDS) == time(20, 40)
    assert typed_leaving("2015", ENDS) == time(20, 15)


@given(st.integers(1, 239))
def test_minutes_typed_are_the_minutes_shown(minutes: int) -> None:
    arrived, left = typed_arrival(str(minutes), STARTS), typed_leaving(str(minutes), ENDS)
    assert arrived is not None
    assert left is not None
    assert (minutes_late(STARTS, arrived), minutes_early(left, ENDS)) == (minutes, minutes)


def test_who_came_before_it_began_is_not_late_and_a_session_may_end_after_midnight() -> None:
    assert minutes_late(STARTS, time(18, 20)) == 0
    assert minutes_early(time(21, 10), ENDS) == 0
    assert minutes_between(time(22, 30), time(0, 30)) == 120


@pytest.mark.parametrize(
    ("mark", "missed"),
    [(Mark.LATE, 40), (Mark.LEFT_EARLY, 25), (Mark.PRESENT, 0), (Mark.ABSENT, 0)],
)
def test_only_the_time_that_belongs_to_the_mark_is_missed(mark: Mark, missed: int) -> None:
    assert missed_minutes(mark, time(19, 10), time(20, 35), (STARTS, ENDS)) == missed


def test_each_list_of_reasons_has_its_keys_and_no_reason_is_in_both() -> None:
    assert [reason.label for reason in EXCUSES] == [
        "work",
        "illness",
        "transport",
        "weather",
        "child care",
        "court",
        "other",
    ]
    assert [reason.label for reason in CONDUCTS] == ["intoxicated", "disruptive", "threat", "other"]
    assert not set(EXCUSES) & set(CONDUCTS)


def test_a_rule_holds_from_its_day_on_and_a_later_one_replaces_it() -> None:
    rules = [AttendanceRule(date(2026, 1, 1), 30), AttendanceRule(date(2026, 6, 1), 0)]
    assert rule_on(rules, date(2025, 12, 31)) == NONE
    assert rule_on(rules, date(2026, 5, 31)).too_short(31)
    assert not rule_on(rules, date(2026, 5, 31)).too_short(30)
    assert not rule_on(rules, date(2026, 6, 1)).too_short(149)


def test_a_mark_that_counts_does_not_count_when_it_was_too_short() -> None:
    assert AttendanceFact("foundation-1", THURSDAY, Mark.LATE).counts(COUNTS_AS_ATTENDED)
    assert not AttendanceFact("foundation-1", THURSDAY, Mark.LATE, too_short=True).counts(COUNTS_AS_ATTENDED)


def test_what_closing_brings_is_counted_from_the_lines() -> None:
    lines = [
        line(Mark.PRESENT),
        line(Mark.EXCUSED, Reason.ILLNESS),
        line(Mark.EXCUSED),
        line(Mark.ABSENT),
        line(Mark.SENT_HOME, Reason.THREAT),
        line(None),
    ]
    assert closing_words(lines) == (
        "Closing will create: 1 threat to act upon today, 4 catch-ups, 3 absences to review."
    )
    assert without_reason(lines) == 1
    assert closing_words([line(Mark.LATE)]) == "Closing will create nothing to do."


def absence(mark: Mark, reason: Reason | None = None, *decisions: Decision) -> Absence:
    at = datetime(2026, 11, 20, 9, tzinfo=UTC)
    decided = tuple(AbsenceDecision(each, None, "", at, SHE) for each in decisions)
    return Absence(HE, NIGHT, AttendanceId(UUID(int=9)), "foundation-1", THURSDAY, mark, reason, "", decided)


@pytest.mark.parametrize(
    ("found", "standing", "unexcused"),
    [
        (absence(Mark.ABSENT), Standing.WAITING, True),
        (absence(Mark.SENT_HOME, Reason.DISRUPTIVE), Standing.WAITING, True),
        (absence(Mark.EXCUSED), Standing.WAITING, True),
        (absence(Mark.EXCUSED, Reason.WORK), Standing.EXCUSED, False),
        (absence(Mark.ABSENT, None, Decision.EXCUSE), Standing.EXCUSED, False),
        (absence(Mark.EXCUSED, Reason.WORK, Decision.CONFIRM), Standing.CONFIRMED, True),
        (absence(Mark.ABSENT, None, Decision.CONFIRM, Decision.REOPEN), Standing.WAITING, True),
        (
            absence(Mark.ABSENT, None, Decision.CONFIRM, Decision.REOPEN, Decision.EXCUSE),
            Standing.EXCUSED,
            False,
        ),
    ],
)
def test_an_absence_stands_as_last_decided(found: Absence, standing: Standing, unexcused: bool) -> None:
    assert (found.standing, found.unexcused, found.waits) == (
        standing,
        unexcused,
        standing is Standing.WAITING,
    )
    assert (found.confirmed_on is not None) == (standing is Standing.CONFIRMED)


def notice(number: int, unit: Unit = Unit.DAYS, *, unverified: bool = False) -> PackValue:
    return PackValue(
        "non-compliance-notice",
        number,
        unit,
        "Tell the court",
        "WAC 388-60B-0425(6)",
        THURSDAY,
        unverified=unverified,
    )


@pytest.mark.parametrize(
    ("rule", "by"),
    [
        # Seven days after Thursday 19 November is Thanksgiving; two working days before it is Tuesday.
        (notice(7), date(2026, 11, 24)),
        (notice(2, Unit.WORKING_DAYS), THURSDAY),
        (notice(1), THURSDAY),
        # Five working days: Friday, Monday, Tuesday, Wednesday, and Friday, for Thursday is a holiday.
        (None, date(2026, 11, 27)),
        (notice(7, unverified=True), date(2026, 11, 27)),
    ],
)
def test_an_absence_is_decided_before_the_notice_falls_due(rule: PackValue | None, by: date) -> None:
    due, why = decide_by(THURSDAY, rule, frozenset({date(2026, 11, 26)}))
    assert due == by
    assert ("WAC" in why) == (rule is not None and rule.binding)


@given(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 20))
def test_working_days_before_a_day_are_as_many_as_asked(end: date, number: int) -> None:
    free = frozenset({date(2026, 12, 25), date(2027, 1, 1)})
    start = working_days_before(end, number, free)
    days = [date.fromordinal(each) for each in range(start.toordinal(), end.toordinal())]
    assert sum(day.weekday() < 5 and day not in free for day in days) == number


def test_a_correction_lists_what_differs_and_says_whether_an_absence_ends() -> None:
    before, after = line(Mark.ABSENT), line(Mark.EXCUSED, Reason.ILLNESS)
    assert changed_fields(before, after) == [("mark", "X", "A"), ("reason", "", "illness")]
    assert changed_fields(None, line(Mark.PRESENT)) == [("mark", "", "P")]
    at = datetime(2026, 11, 21, tzinfo=UTC)

    def corrected(was: str, became: str) -> Correction:
        return Correction(HE, NIGHT, THURSDAY, "mark", was, became, "He rang", at, SHE)

    assert corrected("X", "P").ends_absence
    assert corrected("A", "").ends_absence
    assert not corrected("X", "A").ends_absence
    assert not corrected("P", "X").ends_absence
    assert corrected("X", "P").shown_was == "Absent"
