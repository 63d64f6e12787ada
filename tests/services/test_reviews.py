"""Three-way reviews through a vault: each voice says something, the step is met, the paper can be printed."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.errors import DateInFuture, NothingEntered, WrongDate
from bipdesk.domain.journey import StepState
from bipdesk.domain.review import ReviewKind, SignedOn
from tests.endings import REVIEW, TODAY, WORDS, at_the_end, begun


def review_state(desk: Desk, whose: object) -> StepState:
    return next(
        place.state
        for place in desk.participants.journey(whose).steps  # type: ignore[arg-type]
        if place.step.code == "review-1"
    )


def test_a_review_after_the_group_meets_its_step_and_goes_with_it(desk: Desk) -> None:
    whose = at_the_end(desk, review=False)
    opened = desk.reviews.open(whose)
    assert opened.details.kind is ReviewKind.POST_GROUP
    assert (opened.details.facilitator, opened.details.officer) == ("C. Rivers", "Dale County Probation")
    assert opened.details.facts.attendance == "24 of 24 group sessions: 1 attended, 23 credited."
    made = desk.reviews.record(whose, REVIEW)
    assert review_state(desk, whose) is StepState.ATTENDED
    assert made.row_id is not None
    stored = desk.reviews.open(whose, made.row_id).review
    assert stored is not None and stored.details.words == WORDS
    assert stored.details.facts.risk == "Not assessed yet."
    desk.reviews.withdraw(stored.review_id, stored.seen)
    assert review_state(desk, whose) is not StepState.ATTENDED
    desk.reviews.restore(stored.review_id)
    assert review_state(desk, whose) is StepState.ATTENDED


def test_each_of_the_three_has_to_say_something(desk: Desk) -> None:
    whose = begun(desk)
    silent = replace(WORDS, order="", contact=" ", concerns="")
    with pytest.raises(NothingEntered):
        desk.reviews.record(whose, replace(REVIEW, words=silent))
    with pytest.raises(NothingEntered):
        desk.reviews.record(whose, replace(REVIEW, officer=""))
    with pytest.raises(DateInFuture):
        desk.reviews.record(whose, replace(REVIEW, held_on=TODAY + timedelta(days=1)))
    with pytest.raises(WrongDate):
        early = SignedOn(participant=TODAY - timedelta(days=1))
        desk.reviews.record(whose, replace(REVIEW, signed=early))
    assert desk.endings.file(whose).reviews == ()


def test_signatures_are_added_later_and_how_things_stood_stays(desk: Desk) -> None:
    whose = at_the_end(desk)
    (review,) = desk.endings.file(whose).reviews
    signed = replace(
        review.details, kind=ReviewKind.INTERIM, signed=SignedOn(TODAY, TODAY, TODAY), facts=REVIEW.facts
    )
    desk.reviews.change(review.review_id, signed, review.seen)
    (after,) = desk.endings.file(whose).reviews
    assert after.details.signed.is_whole
    assert after.details.facts == review.details.facts
    assert after.details.kind is ReviewKind.POST_GROUP  # it met a step


def test_where_the_place_asks_for_reviews_the_next_is_due_by_its_rule(desk: Desk) -> None:
    whose = begun(desk, "colorado")
    due = desk.endings.file(whose).review_due
    assert due is not None and due.on == TODAY.replace(month=2, year=2027)
    agreed = replace(REVIEW, kind=ReviewKind.INTERIM, next_on=TODAY + timedelta(days=10))
    desk.reviews.record(whose, agreed)
    (duty,) = [each for each in desk.today.today().due if each.kind is DutyKind.INTERIM_REVIEW]
    assert (duty.subject_id, duty.due_on) == (whose, TODAY + timedelta(days=10))
    assert duty.citation.startswith("House rule")


def test_the_sheet_prints_filled_and_blank_and_never_says_how_risk_stands(desk: Desk) -> None:
    whose = at_the_end(desk)
    (review,) = desk.endings.file(whose).reviews
    for language in ("en", "es"):
        assert desk.reviews.sheet(review.review_id, language).startswith(b"%PDF")
        assert desk.reviews.blank(ReviewKind.INTERIM, language).startswith(b"%PDF")
