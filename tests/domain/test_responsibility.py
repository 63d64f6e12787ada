"""How he is seen to own what he did: four described steps each, no number of them together."""

from datetime import date
from uuid import UUID

import pytest

from bipdesk.domain.attendance import Mark
from bipdesk.domain.responsibility import LEAST, MOST, Aspect, Rating, RatingDetails, latest, levels_within
from bipdesk.domain.session_pattern import SessionPoint, in_words


@pytest.mark.parametrize("aspect", Aspect)
def test_each_step_is_described_in_words_of_its_own(aspect: Aspect) -> None:
    assert len(aspect.steps) == MOST == len(set(aspect.steps))
    assert all(aspect.step(level) for level in range(LEAST, MOST + 1))
    assert aspect.step(LEAST - 1) == aspect.step(MOST + 1) == ""
    assert aspect.asks.endswith("?")


@pytest.mark.parametrize(
    ("levels", "within"),
    [({}, False), ({Aspect.DENIAL: 0}, False), ({Aspect.DENIAL: 5}, False), ({Aspect.BLAMING: 4}, True)],
)
def test_a_rating_has_at_least_one_of_the_four_within_its_steps(
    levels: dict[Aspect, int], within: bool
) -> None:
    assert levels_within(levels) is within


def test_what_was_not_seen_lately_is_taken_from_the_rating_in_which_it_was() -> None:
    old = Rating(UUID(int=1), RatingDetails(date(2026, 8, 1), {Aspect.DENIAL: 1, Aspect.BLAMING: 2}))
    new = Rating(UUID(int=2), RatingDetails(date(2026, 9, 1), {Aspect.DENIAL: 3}))
    assert latest([new, old]) == {Aspect.DENIAL: new, Aspect.BLAMING: old}


def test_sessions_are_said_in_words_for_who_does_not_see_the_picture() -> None:
    points = [
        SessionPoint(date(2026, 9, 3), "foundation-1", "", Mark.PRESENT, 2, True),
        SessionPoint(date(2026, 9, 10), "foundation-2", "", Mark.ABSENT),
        SessionPoint(date(2026, 9, 17), "foundation-3", "", Mark.LATE, 4, False),
    ]
    assert (
        in_words(points) == "there at 2 of 3 sessions, homework done 1 of 2 times, participation 2 to 4 of 4"
    )
    assert in_words(points[1:2]) == "there at 0 of 1 sessions"
    assert in_words([]) == ""
