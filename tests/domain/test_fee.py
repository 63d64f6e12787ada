"""Fees: the scale, what the register makes of it, and amounts as people type them."""

from datetime import date

import pytest

from bipdesk.domain.fee import Basis, FeeBand, FeeScale, FeeTerms, amount, cents_typed, charged, typed_amount

SCALE = FeeScale(True, "USD", 3000, (FeeBand(1200, 500), FeeBand(2000, 1500)))


@pytest.mark.parametrize(
    ("income", "fee"), [(0, 500), (1200, 500), (1201, 1500), (2000, 1500), (2001, 3000), (9999, 3000)]
)
def test_the_fee_follows_the_income(income: int, fee: int) -> None:
    assert SCALE.fee_for(income) == fee


def test_each_attended_session_costs_what_was_agreed_for_its_day() -> None:
    terms = [
        FeeTerms(date(2026, 3, 1), Basis.SCALE, 1500),
        FeeTerms(date(2026, 4, 1), Basis.AGREED, 1000, "Lost his work"),
        FeeTerms(date(2026, 5, 1), Basis.WAIVED, 0, "Nothing left"),
    ]
    attended = [date(2026, month, 10) for month in (2, 3, 4, 5)]
    assert charged(terms, attended) == (2, 2500)


def test_without_terms_nothing_is_charged() -> None:
    assert charged([], [date(2026, 3, 1)]) == (0, 0)


@pytest.mark.parametrize(
    ("typed", "cents"),
    [
        ("12", 1200),
        ("12.5", 1250),
        ("12,50", 1250),
        ("0", 0),
        ("", None),
        ("-1", None),
        ("1.234", None),
        ("x", None),
    ],
)
def test_an_amount_is_read_as_typed(typed: str, cents: int | None) -> None:
    assert cents_typed(typed) == cents
    if cents is not None:
        assert cents_typed(typed_amount(cents)) == cents


def test_an_amount_in_words_has_two_places() -> None:
    assert (amount(1205, "USD"), amount(-50, "EUR"), amount(100, "")) == ("12.05 USD", "-0.50 EUR", "1.00")
