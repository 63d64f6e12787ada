"""Headings: what they propose, and what can never be taken."""

import pytest

from bipdesk.domain.importing.codes import proposed_codes
from bipdesk.domain.importing.fields import Field, Purpose, field_of, is_protected
from bipdesk.domain.importing.mapping import from_text, headings, propose, protected_columns, to_text
from bipdesk.domain.importing.questions import answered, questions
from bipdesk.domain.spreadsheet import Area, Cell, CellKind, Sheet, SheetRow
from tests.domain.importing.test_dates import TODAY


def _sheet(*rows: tuple[str, ...]) -> Sheet:
    return Sheet(
        "s",
        tuple(
            SheetRow(number, tuple(Cell(CellKind.TEXT, text) if text else Cell() for text in row))
            for number, row in enumerate(rows, start=1)
        ),
    )


@pytest.mark.parametrize(
    "heading",
    [
        "Partner", "Wife / partner", "Ex", "Victim's name", "Names of children", "No. of kids", "VICTIMA",
        "Víctima", "Hijos", "Mother of child", "Her phone", "Girlfriend", "Protected person",
        "Esposa (nombre)",
    ],
)  # fmt: skip
def test_a_heading_about_those_to_be_protected_is_refused(heading: str) -> None:
    assert is_protected(heading)
    assert all(field_of(heading, purpose) is None for purpose in Purpose)


@pytest.mark.parametrize("heading", ["Expected end", "Sonora court", "Order expires", "Heritage", "Name"])
def test_a_heading_that_only_holds_such_letters_is_let_through(heading: str) -> None:
    assert not is_protected(heading)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("D.O.B.", Field.DATE_OF_BIRTH), ("Surname", Field.FAMILY_NAME),
        ("Fecha de nacimiento", Field.DATE_OF_BIRTH),
        ("Teléfono", Field.PHONE), ("Case no.", Field.THEIR_NUMBER), ("Something else", None),
    ],
)  # fmt: skip
def test_headings_propose_fields(heading: str, field: Field | None) -> None:
    assert field_of(heading, Purpose.PARTICIPANTS) is field


def test_a_protected_column_stays_so_whatever_row_is_called_the_headings() -> None:
    sheet = _sheet(("Name", "DOB", "Wife"), ("Smith, Jon", "1979-12-25", "Canaryname"))
    assert all(protected_columns(sheet, row) == {2} for row in (0, 1, 2))


def test_a_heading_merged_over_its_columns_stands_before_each() -> None:
    area = Area(1, 2, 1, 3)
    top = SheetRow(1, (Cell(), Cell(CellKind.TEXT, "Victim", area=area), Cell(area=area), Cell()))
    low = SheetRow(2, tuple(Cell(CellKind.TEXT, text) for text in ("Name", "Name", "Phone", "DOB")))
    sheet = Sheet("s", (top, low))
    assert headings(sheet, 2) == ("Name", "Victim › Name", "Victim › Phone", "DOB")
    assert [field for _, field in propose(sheet, Purpose.PARTICIPANTS).columns] == [
        Field.NAME,
        Field.DATE_OF_BIRTH,
    ]


def test_marks_with_two_meanings_are_not_proposed() -> None:
    words = ("P", "X", "A", "E", "✓", "1", "late", "no show")
    assert proposed_codes(Field.MARK, words) == (("p", "P"), ("late", "L"), ("no show", "X"))


def test_a_mapping_comes_back_as_it_was_kept() -> None:
    sheet = _sheet(("Name", "DOB", "Status"), ("Jon Smith", "03/04/1985", "sometimes here"))
    mapping = propose(sheet, Purpose.PARTICIPANTS)
    for key, value in (
        (("names",), "given-first"),
        (("dates", Field.DATE_OF_BIRTH), "day-first"),
        (("code", Field.STATUS, "sometimes here"), "left"),
        (("kind",), "voluntary"),
        (("merged",), "no"),
        (("since",), "yes"),
    ):
        mapping = answered(mapping, key, value)
    assert from_text(to_text(mapping), 1) == mapping


def test_an_order_is_not_offered_where_a_column_contradicts_itself() -> None:
    mixed = _sheet(("Name", "DOB"), *(("A, B", day) for day in ("25/12/1979", "12/25/1979", "03/04/1985")))
    mapping = propose(mixed, Purpose.PARTICIPANTS)
    asked = {question.key: question for question in questions(mixed, mapping, (), TODAY)}
    question = asked["dates", Field.DATE_OF_BIRTH]
    assert [value for _, value in question.options] == [""]
    assert "1 of this column can only be day first, 1 only month first" in question.remark
