"""Ends, summaries and reviews that are due: what belongs to each kind, and by which day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.errors import NothingEntered, WrongDate
from bipdesk.domain.exit import (
    ASKS_FOR_VIOLENT_SIGNS,
    REASONS_OF,
    ExitDetails,
    ExitReason,
    ExitRecord,
    ExitType,
    TakenBack,
    check_exit,
    consequences,
)
from bipdesk.domain.ids import UNSEEN, ParticipantId, ReferralId, records_id
from bipdesk.domain.months import full_months, months_after
from bipdesk.domain.pack import PackValue, Unit
from bipdesk.domain.referral import Status
from bipdesk.domain.review_due import LastReview, review_due, summary_due
from tests import builders

TODAY = date(2026, 11, 19)
_ID = records_id(builders.THURSDAY)


def whole(kind: ExitType) -> ExitDetails:
    """Return an end of this kind that lacks nothing."""
    return ExitDetails(
        kind,
        TODAY,
        reason_kind=next(iter(REASONS_OF.get(kind, ())), ExitReason.NONE),
        reason="Said so",
        violent_signs=False,
        receiving="Northside",
    )


@pytest.mark.parametrize("kind", ExitType)
def test_each_kind_of_end_says_where_it_leaves_him_and_what_follows(kind: ExitType) -> None:
    check_exit(whole(kind), TODAY)
    assert kind.status is (Status.COMPLETED if kind is ExitType.COMPLETED else Status.LEFT)
    assert kind.label and kind.meaning
    said = " ".join(consequences(kind, True))
    assert "NAC 228.195(3)" in said
    assert ("OAR 137-087-0070(2)(a)" in said) == (kind is ExitType.COMPLETED)
    for word in ("cured", "low risk"):
        assert word not in said.casefold()


@pytest.mark.parametrize("kind", sorted(ASKS_FOR_VIOLENT_SIGNS))
def test_nobody_ends_without_the_plain_question_about_violence(kind: ExitType) -> None:
    with pytest.raises(NothingEntered):
        check_exit(replace(whole(kind), violent_signs=None), TODAY)


@pytest.mark.parametrize(
    ("details", "error"),
    [
        (replace(whole(ExitType.DISCHARGED), reason_kind=ExitReason.THREAT), NothingEntered),
        (replace(whole(ExitType.TERMINATED), reason=" "), NothingEntered),
        (replace(whole(ExitType.TRANSFERRED), receiving=""), NothingEntered),
        (replace(whole(ExitType.TRANSFERRED), authorised_on=TODAY + timedelta(days=1)), WrongDate),
        (replace(whole(ExitType.WITHDREW), last_contact_on=TODAY + timedelta(days=1)), WrongDate),
    ],
)
def test_what_an_end_lacks_is_said(details: ExitDetails, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_exit(details, TODAY)


def record(details: ExitDetails, *, back: bool = False) -> ExitRecord:
    taken = TakenBack(TODAY, "C. Rivers", "Wrong file") if back else None
    return ExitRecord(_ID, ParticipantId(_ID), ReferralId(_ID), UNSEEN, details, taken_back=taken)


def rule(number: int, unit: Unit = Unit.DAYS) -> PackValue:
    return PackValue("exit-summary", number, unit, "As the test says.", "Test 1", TODAY)


def test_the_summary_is_due_from_the_last_contact_and_of_who_died_none() -> None:
    ended = replace(whole(ExitType.TERMINATED), last_contact_on=date(2026, 11, 1))
    due = summary_due([record(ended)], rule(30), frozenset())
    assert due is not None and due.on == date(2026, 12, 1)
    assert summary_due([record(ended, back=True)], rule(30), frozenset()) is None
    assert summary_due([record(whole(ExitType.DIED))], rule(30), frozenset()) is None
    assert summary_due([record(ended)], None, frozenset()) is None


def test_a_review_is_due_by_what_comes_first_the_rule_or_what_was_agreed() -> None:
    every = replace(rule(3, Unit.MONTHS), key="plan-review")
    began = date(2026, 8, 31)
    first = review_due(began, None, every)
    assert first is not None and first.on == date(2026, 11, 30)
    agreed = review_due(began, LastReview(date(2026, 9, 30), date(2026, 10, 15)), every)
    assert agreed is not None and agreed.on == date(2026, 10, 15) and agreed.citation.startswith("House")
    later = review_due(began, LastReview(date(2026, 9, 30), date(2027, 6, 1)), every)
    assert later is not None and later.on == date(2026, 12, 30)
    assert review_due(None, None, every) is None and review_due(began, None, None) is None


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 48))
def test_so_many_months_later_so_many_months_are_full_and_a_day_before_one_less(
    start: date, number: int
) -> None:
    end = months_after(start, number)
    assert full_months(start, end) == number
    if number:
        assert full_months(start, end - timedelta(days=1)) == number - 1
