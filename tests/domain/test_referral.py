"""Where a referral may go from where it stands, and what is in force after mistakes were taken back."""

from datetime import date
from itertools import pairwise, product
from uuid import UUID

import pytest

from bipdesk.domain.errors import NothingEntered, WrongDate, WrongStatus
from bipdesk.domain.ids import ReferralId
from bipdesk.domain.referral import (
    FINISHED,
    NEXT,
    OVER,
    ReferralDetails,
    ReferralEvent,
    ReferralKind,
    Status,
    check_move,
    check_order,
    check_referral,
    standing,
)

DAY = date(2026, 7, 2)
WAY = (
    Status.REFERRED,
    Status.CONTACTED,
    Status.ASSESSED,
    Status.SUITABLE,
    Status.ACCEPTED,
    Status.WAITING,
    Status.IN_PROGRAMME,
    Status.COMPLETED,
)


def event(status: Status, *, takes_back: bool = False) -> ReferralEvent:
    return ReferralEvent(UUID(int=0), ReferralId(UUID(int=0)), status, DAY, "", "", takes_back)


def test_the_whole_way_can_be_gone_step_by_step() -> None:
    for before, after in pairwise(WAY):
        check_move(before, after)


def test_no_step_of_intake_can_be_left_out() -> None:
    intake = WAY[:5]
    for before, after in product(intake, intake):
        if intake.index(after) > intake.index(before) + 1:
            with pytest.raises(WrongStatus):
                check_move(before, after)


def test_there_is_no_way_to_acceptance_but_through_suitable() -> None:
    assert {before for before in Status if Status.ACCEPTED in NEXT[before]} == {Status.SUITABLE}


def test_everybody_may_leave_before_the_end_and_nobody_after_it() -> None:
    for status in Status:
        assert (Status.LEFT in NEXT[status]) is (status not in FINISHED)
    assert all(not NEXT[status] for status in FINISHED)


def test_an_unsuitable_one_may_be_assessed_again_and_his_referral_is_over_until_then() -> None:
    check_move(Status.UNSUITABLE, Status.ASSESSED)
    assert Status.UNSUITABLE in OVER


def test_a_change_is_never_before_the_one_it_follows() -> None:
    check_order(DAY, DAY)
    with pytest.raises(WrongDate):
        check_order(DAY, date(2026, 7, 1))


def test_what_was_taken_back_is_not_in_force() -> None:
    mistaken = (event(Status.REFERRED), event(Status.CONTACTED), event(Status.LEFT))
    mended = (*mistaken, event(Status.CONTACTED, takes_back=True))
    assert [each.status for each in standing(mended)] == [Status.REFERRED, Status.CONTACTED]
    twice = (*mended, event(Status.REFERRED, takes_back=True))
    assert [each.status for each in standing(twice)] == [Status.REFERRED]


def test_a_volunteer_needs_nobody_who_sent_him() -> None:
    check_referral(ReferralDetails(ReferralKind.VOLUNTARY, "", DAY))
    with pytest.raises(NothingEntered):
        check_referral(ReferralDetails(ReferralKind.COURT_ORDERED, " ", DAY))


def test_an_order_does_not_end_before_it_begins() -> None:
    with pytest.raises(WrongDate):
        check_referral(
            ReferralDetails(
                ReferralKind.COURT_ORDERED, "Court", DAY, order_made_on=DAY, order_ends_on=date(2026, 7, 1)
            )
        )
