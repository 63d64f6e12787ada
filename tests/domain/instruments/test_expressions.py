"""The small language of forms: what it works out, what it refuses, and that nothing makes it fail."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bipdesk.domain.expression_values import Scope, Value, text_of, work_out
from bipdesk.domain.expressions import Expression, ExpressionWrong, parse_expression

TODAY = date(2026, 11, 22)
KNOWN: dict[str, Value] = {
    "age": Decimal(34),
    "half": Decimal("2.5"),
    "sex": "f",
    "points": "3",
    "empty": "",
    "ticked": ("a", "b c"),
    "born": date(1992, 11, 22),
}


def value(text: str, own: Value = "") -> Value:
    read = parse_expression(text, own=True, columns=True)
    return work_out(read, Scope(lambda name: KNOWN.get(name, ""), TODAY, own, {"place": "north"}))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 + 2 * 3", Decimal(7)),
        ("(1 + 2) * 3", Decimal(9)),
        ("10 - 2 - 3", Decimal(5)),
        ("-2 + .5", Decimal("-1.5")),
        ("${age} >= 18 and ${age} < 35", True),
        ("${points} + 4", Decimal(7)),  # names of choices that are numbers count as numbers
        ("${half} * 2 = 5", True),
        ("${empty} = ''", True),
        ("${empty} + 1", ""),
        ("${empty} < 5 or ${empty} >= 5", False),
        ("${empty} != 'x'", True),
        ("${sex} = 'm' or ${sex} = 'f'", True),
        ("not(${sex} = 'f')", False),
        ("selected(${ticked}, 'a')", True),
        ("selected(${ticked}, 'b')", False),
        ("selected(${sex}, 'f')", True),
        ("if(${age} > 30, 'older', 'younger')", "older"),
        ("if(false(), 1, if(true(), 2, 3))", Decimal(2)),
        ("today()", TODAY),
        ("today() - ${born}", Decimal(12418)),
        ("${born} + 1", date(1992, 11, 23)),
        ("${born} < '2000-01-01'", True),
        ("${born} * 2", ""),
        ("${age} = 34 = true()", True),
        ("place = 'north'", True),
        ("'-' = '-'", True),
        ("'or'", "or"),
    ],
)
def test_it_works_out_what_xlsform_would(text: str, expected: Value) -> None:
    assert value(text) == expected


def test_the_point_is_the_own_answer() -> None:
    assert value(". >= 18 and . <= 110", own=Decimal(18)) is True
    assert value("not(selected(., 'yes') and selected (., 'no'))", own=("yes", "no")) is False


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("${a} div 2", "divides (div)"),
        ("${a} mod 2", "divides (mod)"),
        ("pulldata('fruits', 'name')", "function pulldata()"),
        ("regex(., '[0-9]+')", "function regex()"),
        ("jr:choice-name(${a})", "function jr:choice-name()"),
        ("count(${a})", "function count()"),
        ("${a} = ", "ends too early"),
        ("(1 + 2", "lacks a )"),
        ("if(1, 2)", "2 values where it takes 3"),
        ("${last-saved#a}", "not a name"),
        ("/data/a", "goes by a path"),
        ("../a", "goes by a path"),
        ("${a}/b", "goes by a path"),
        (". > 3", "uses . for the own answer"),
        ("because I say so", "'because'"),
        ("1 2", "'2'"),
        ("", "ends too early"),
        ("(" * 40 + "1" + ")" * 40, "nested more than"),
        ("1" + " + 1" * 200, "more than 150 signs"),
        ("1" * 30, "more than 18 characters"),
        ("x" * 3000, "3000 characters"),
    ],
)
def test_everything_else_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(ExpressionWrong) as refused:
        parse_expression(text)
    assert reason in str(refused.value)


def test_an_expression_names_the_questions_and_columns_it_needs() -> None:
    read = parse_expression("place = ${town} and ${age} > 3", columns=True)
    assert (sorted(read.names), sorted(read.columns)) == (["age", "town"], ["place"])


WORDS = st.sampled_from(
    [*"+-*=<>(),.'", " and ", " or ", "${age}", "${empty}", "${ticked}", "${born}", "not(", "if(", "3", "''"]
)


@given(st.lists(WORDS, max_size=30).map("".join) | st.text(max_size=40))
def test_no_text_makes_it_fail(text: str) -> None:
    read = parsed(text)
    if read is not None:
        found = work_out(read, Scope(lambda name: KNOWN.get(name, ""), TODAY))
        assert isinstance(text_of(found), str)


def parsed(text: str) -> Expression | None:
    try:
        return parse_expression(text)
    except ExpressionWrong:
        return None
