"""XLSForm workbooks: what is read means the same as in the workbook, the rest is refused with its row."""

from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bipdesk.domain.form_read import FormRead
from bipdesk.domain.form_state import evaluate
from bipdesk.domain.instrument import Instrument, Part, QuestionKind
from bipdesk.domain.instrument_reading import stored_instrument
from bipdesk.domain.instrument_start import answers_at_start
from bipdesk.domain.instrument_writing import definition_of
from bipdesk.domain.intake_errors import SpreadsheetOfOtherKind
from bipdesk.readers.xlsform import read_xlsform
from tests.readers.workbooks import SAMPLES, workbook

TODAY = date(2026, 11, 22)
HEADERS = ("type", "name", "label")


def problems(read: FormRead) -> list[tuple[int, str, str]]:
    assert read.instrument is None
    return [(note.row, note.name, note.words) for note in read.problems]


def form(read: FormRead) -> Instrument:
    assert read.problems == ()
    assert read.instrument is not None
    return read.instrument


def test_a_workbook_that_others_wrote_asks_what_it_asked_there() -> None:
    found = form(read_xlsform(SAMPLES / "xlsform-choice-filter.xlsx"))
    assert (found.id, found.title.text()) == ("x-cascading-selects1", "cascading selects")
    assert [question.name for question in found.questions] == ["state", "county", "city"]
    state = evaluate(found, {"state": "washington", "county": "king"}, TODAY)
    offered = [choice.label.text() for choice in state.places["county"].choices]
    assert offered == ["King", "Pierce"]
    assert [choice.name for choice in state.places["city"].choices][:2] == ["dumont", "finney"]
    assert evaluate(found, {"state": "texas", "county": "pierce"}, TODAY).problems[0][0] == "county"
    assert stored_instrument(definition_of(found)) == found


def test_a_workbook_with_what_is_not_supported_is_refused_row_by_row_and_all_at_once() -> None:
    read = read_xlsform(SAMPLES / "xlsform-spec.xlsx")
    found = problems(read)
    assert (34, "geopoint_test", "the type 'geopoint' is not supported (a place on a map)") in found
    assert (7, "email_note", "'relevant' uses the function regex(), which is not supported") in found
    assert (35, "barcode_test", "the type 'barcode' is not supported (a bar code)") in found
    assert any(row == 15 and "repeat_count" in words for row, _, words in found)
    assert any("'label' refers to 'start', which is passed over" in words for _, _, words in found)
    assert {note.sheet for note in read.problems} == {"survey", "choices"}
    assert len(found) > 20
    assert any("appearance" in note.words for note in read.remarks)


def test_every_kind_of_question_that_is_supported_is_read(tmp_path: Path) -> None:
    survey = [
        ("type", "name", "label::English (en)", "label::Español (es)", "required", "relevant", "default"),
        ("start", "began", "", "", "", "", ""),
        ("select_one yes_no", "consent", "Agreed?", "¿De acuerdo?", "yes", "", "no"),
        ("begin_group", "more", "More", "Más", "", "${consent} = ‘yes’", ""),
        ("integer", "visits", "Visits", "Visitas", "", "", 3),
        ("decimal", "hours", "Hours", "Horas", "", "", ""),
        ("select_multiple yes_no or_other", "helps", "What helps?", "¿Qué ayuda?", "", "", ""),
        ("range", "mood", "Mood", "Ánimo", "", "", ""),
        ("date", "seen", "Seen on", "Visto el", "TRUE", "", "today()"),
        ("begin repeat", "calls", "Call", "Llamada", "", "", ""),
        ("text", "about", "About", "Sobre qué", "", "", ""),
        ("end repeat", "", "", "", "", "", ""),
        ("end_group", "", "", "", "", "", ""),
        ("note", "", "Thank you", "Gracias", "", "", ""),
    ]
    choices = [("list_name", "name", "label"), ("yes_no", "yes", "Yes"), ("yes_no", "no", "No")]
    settings = [("form_title", "form_id", "default_language"), ("Visits", "visits form", "Español (es)")]
    read = read_xlsform(workbook(tmp_path, survey, choices, settings))
    found = form(read)
    kinds = {question.name: question.kind for question in found.questions}
    assert kinds["helps_other"] is QuestionKind.TEXT and kinds["mood"] is QuestionKind.SCALE
    assert found.question("consent").label.text("en") == "Agreed?"
    assert found.question("consent").label.text() == "¿De acuerdo?"  # the default language comes first
    assert answers_at_start(found, TODAY) == {"consent": "no", "visits": 3, "seen": "2026-11-22"}
    state = evaluate(found, {"consent": "yes", "helps": ["other"], "calls": [{"about": "x"}]}, TODAY)
    assert state.places["helps_other"].visible and state.values["calls/0/about"] == "x"
    assert not evaluate(found, {"consent": "no"}, TODAY).places["more"].visible
    more = found.sections[1]
    assert isinstance(more, Part) and more.name == "more" and more.title.text("es") == "Más"
    assert any(note.name == "began" for note in read.remarks)
    assert stored_instrument(definition_of(found)) == found


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (("image", "a", "Photo"), "the type 'image' is not supported (a picture)"),
        (("select_one_from_file x.csv", "a", "A"), "takes its choices from another file"),
        (("select_one nowhere", "a", "A"), "'type' the list 'nowhere' is missing or empty"),
        (("text", "a b", "A"), "the name 'a b' must begin with a letter"),
        (("text", "", "A"), "the row has no name"),
        (("text", "a", ""), "the row has no label"),
        (("", "a", "A"), "the row has no type"),
        (("begin group", "a", "A"), "this group is never ended"),
        (("end repeat", "", ""), "ends a repeat that was not the last begun"),
        (("text", "a", "Ask ${nobody}"), "'label' refers to 'nobody', and no question has this name"),
        (("sand castle", "a", "A"), "the type 'sand castle' is not one that this program has"),
        (("rank yes_no", "a", "A"), "the type 'rank yes_no' is not"),
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_its_reason(
    tmp_path: Path, row: tuple[str, ...], words: str
) -> None:
    found = problems(read_xlsform(workbook(tmp_path, [HEADERS, ("text", "first", "First"), row])))
    assert len(found) == 1
    assert found[0][0] == 3 and words in found[0][2]


@pytest.mark.parametrize(
    ("column", "cell", "words"),
    [
        ("relevant", "count(${first}) > 2", "'relevant' uses the function count()"),
        ("constraint", "regex(., 'x')", "'constraint' uses the function regex()"),
        ("calculation", "1 + 1", "make it a row of type calculate"),
        ("read_only", "yes", "make it a note"),
        ("default", "uuid()", "'default' works something out"),
        ("repeat_count", "3", "a number of repetitions"),
        ("media::image", "a.png", "pictures, sounds and films"),
        ("bind::type", "string", "machinery"),
        ("appearance", "search('fruits')", "another file"),
        ("trigger", "${first}", "waits for another question"),
        ("required", "${first} div 2", "'required' divides (div)"),
    ],
)
def test_a_column_that_cannot_be_kept_is_refused_where_it_is_filled(
    tmp_path: Path, column: str, cell: str, words: str
) -> None:
    survey = [(*HEADERS, column), ("text", "first", "First", ""), ("text", "a", "A", cell)]
    found = problems(read_xlsform(workbook(tmp_path, survey)))
    assert [row for row, _, _ in found] == [3]
    assert words in found[0][2]


def test_calculations_of_sums_products_and_if_are_kept(tmp_path: Path) -> None:
    survey = [
        (*HEADERS, "calculation", "read_only"),
        ("select_one points", "one", "One", "", ""),
        ("select_one points", "two", "Two", "", ""),
        ("calculate", "total", "", "${one} + ${two} * 2", ""),
        ("integer", "shown", "Together", "if(${total} > 4, ${total}, 0)", "yes"),
    ]
    choices = [("list_name", "name", "label"), ("points", 1, "Little"), ("points", 2, "Much")]
    found = form(read_xlsform(workbook(tmp_path, survey, choices)))
    state = evaluate(found, {"one": "1", "two": "2"}, TODAY)
    assert (state.values["total"], state.values["shown"]) == (5, 5)
    assert not found.question("total").is_shown and found.question("shown").is_shown


def test_a_file_that_is_no_xlsform_says_so(tmp_path: Path) -> None:
    (read,) = [read_xlsform(SAMPLES / "untidy.xlsx")]
    assert read.instrument is None
    assert "no sheet named 'survey'" in read.problems[0].words
    with pytest.raises(SpreadsheetOfOtherKind):
        read_xlsform(SAMPLES / "other-kind.xls")


def test_a_form_whose_filters_would_stop_the_window_at_every_answer_is_refused(tmp_path: Path) -> None:
    headers = ("type", "name", "label", "choice_filter")
    asked = [("select_one place", f"q{number}", "Where?", "state = '1'") for number in range(30)]
    places = [("place", f"p{number}", "A place", "1") for number in range(2000)]
    survey = [headers, ("text", "first", "Name?", ""), *asked]
    file = workbook(tmp_path, survey, [("list_name", "name", "label", "state"), *places])
    ((row, name, words),) = problems(read_xlsform(file))
    assert (row, name) == (28, "q25")
    assert "more than 50000 choices to look through" in words


def test_a_list_that_nothing_uses_stands_in_nobodys_way(tmp_path: Path) -> None:
    choices = [("list_name", "name", "label", "image"), ("unused", "two words", "", "a.png")]
    found = form(read_xlsform(workbook(tmp_path, [HEADERS, ("text", "a", "A")], choices)))
    assert found.lists == ()


def test_a_formula_without_a_result_is_refused(tmp_path: Path) -> None:
    found = problems(read_xlsform(workbook(tmp_path, [HEADERS, ("text", "a", '=CONCATENATE("A","B")')])))
    assert "formula without a result" in found[0][2]


CELLS = st.sampled_from(
    [
        *(
            "",
            "text",
            "integer",
            "select_one l",
            "select_multiple l or_other",
            "begin group",
            "end group",
            "note",
        ),
        *(
            "begin repeat",
            "end repeat",
            "calculate",
            "range",
            "a",
            "b",
            "${a}",
            "${b} = 1",
            "selected(${a}, 'b')",
        ),
        *(". > 1", "yes", "today()", "if(${a}, 1, 2)", "(((", "'", "${", "a\nb", 7, 2.5, True, "l"),
    ]
)
COLUMNS = (
    "type",
    "name",
    "label",
    "relevant",
    "required",
    "constraint",
    "calculation",
    "choice_filter",
    "default",
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(*[CELLS] * len(COLUMNS)), max_size=12), st.lists(st.tuples(CELLS, CELLS, CELLS)))
def test_no_workbook_makes_it_fail_and_what_is_taken_over_can_be_stored_and_asked(
    survey: list[tuple[object, ...]], choices: list[tuple[object, ...]]
) -> None:
    with TemporaryDirectory() as folder:
        path = workbook(Path(folder), [COLUMNS, *survey], [("list_name", "name", "label"), *choices])
        read = read_xlsform(path)
    assert (read.instrument is None) == bool(read.problems)
    if read.instrument is not None:
        assert stored_instrument(definition_of(read.instrument)) == read.instrument
        evaluate(read.instrument, {"a": "b", "b": 3}, TODAY)
