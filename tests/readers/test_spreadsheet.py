"""Foreign spreadsheets: what is read, within which limits, and what is refused with a way out."""

import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from bipdesk.domain.errors import UserError
from bipdesk.domain.intake_errors import SpreadsheetOfOtherKind, SpreadsheetTooLarge, SpreadsheetUnreadable
from bipdesk.domain.sentences import sentence
from bipdesk.domain.spreadsheet import CellKind, Sheet, TextForm, column_letters
from bipdesk.readers import limits
from bipdesk.readers.spreadsheet import open_spreadsheet

SAMPLES = Path(__file__).parent / "samples"


def _texts(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def _csv(folder: Path, content: bytes, form: TextForm | None = None) -> Sheet:
    path = folder / "list.csv"
    path.write_bytes(content)
    file = open_spreadsheet(path, form)
    return file.sheet(file.sheets[0].name)


def _book(folder: Path, book: Workbook) -> Sheet:
    path = folder / "made.xlsx"
    book.save(path)
    file = open_spreadsheet(path)
    return file.sheet(file.sheets[0].name)


def test_a_workbook_of_a_spreadsheet_program_is_read_with_kinds_dates_and_merged_blocks() -> None:
    file = open_spreadsheet(SAMPLES / "untidy.xlsx")
    assert [(one.name, one.hidden) for one in file.sheets] == [
        ("Men's list", False),
        ("Attendance", False),
        ("old", True),
    ]
    sheet = file.sheet("Men's list")
    assert (len(sheet.rows), sheet.width) == (23, 13)
    fifth, eighth = sheet.rows[4], sheet.rows[7]
    assert (fifth.cell(1).kind, fifth.cell(1).day) == (CellKind.DATE, date(1985, 3, 14))
    assert (eighth.cell(2).kind, eighth.cell(2).text) == (CellKind.NUMBER, "5550104")
    group = eighth.cell(10)
    assert group.is_empty and group.area is not None and group.area.place == "K7:K9"
    assert sheet.top_of(group.area).text == "Thursday"
    assert sheet.rows[16].cell(5).kind is CellKind.ERROR
    assert sheet.rows[19].cell(1).text == "13"  # the result of a formula, as it was last calculated


def _made() -> tuple[Workbook, Worksheet]:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def test_a_formula_without_a_result_is_never_evaluated(tmp_path: Path) -> None:
    book, sheet = _made()
    sheet["A1"], sheet["B1"] = "Name", '=HYPERLINK("http://example.invalid")'
    kinds = [cell.kind for cell in _book(tmp_path, book).rows[0].cells]
    assert kinds == [CellKind.TEXT, CellKind.UNCALCULATED]


def test_a_number_with_leading_noughts_keeps_them(tmp_path: Path) -> None:
    book, sheet = _made()
    sheet["A1"] = 117
    sheet["A1"].number_format = "00000"
    assert _texts(_book(tmp_path, book)) == [["00117"]]


def test_hidden_rows_are_told_apart_and_empty_ones_at_the_end_are_left(tmp_path: Path) -> None:
    book, sheet = _made()
    sheet["A1"], sheet["A2"] = "Name", "Jon\nSmith"
    sheet.row_dimensions[2].hidden = True
    sheet["A900"].number_format = "0.00"
    read = _book(tmp_path, book)
    assert [row.hidden for row in read.rows] == [False, True]
    assert read.rows[1].cell(0).text == "Jon / Smith"


def test_semicolons_and_western_letters_are_found() -> None:
    file = open_spreadsheet(SAMPLES / "semicolons-cp1252.csv")
    assert file.text_form == TextForm("cp1252", ";")
    rows = _texts(file.sheet(file.sheets[0].name))
    assert rows[0][:3] == ["Apellidos", "Nombres", "Fecha de nacimiento"]
    assert rows[1][:5] == ["Muñoz Peña", "José", "04/05/1986", "555 0201", "Juzgado; sala 2"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_usual_way_of_writing_a_table_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    inside = " ".join(f"Sant{delimiter}a".split())
    text = f'Name{delimiter}Town\r\nMuñoz{delimiter}"Sant{delimiter}a"\r\n'
    assert _texts(_csv(tmp_path, text.encode(encoding))) == [["Name", "Town"], ["Muñoz", inside]]


def test_the_person_may_say_how_text_is_read(tmp_path: Path) -> None:
    content = "Name;Town\nŁucja;A,B\n".encode("cp1250")
    assert _texts(_csv(tmp_path, content, TextForm("cp1250", ";")))[1] == ["Łucja", "A,B"]
    with pytest.raises(SpreadsheetUnreadable):
        _csv(tmp_path, content, TextForm("utf-8-sig", ";"))


@pytest.mark.parametrize("name", ["other-kind.xls", "other-kind.ods"])
def test_other_kinds_are_refused_with_how_to_save_them(name: str) -> None:
    with pytest.raises(SpreadsheetOfOtherKind) as refused:
        open_spreadsheet(SAMPLES / name)
    assert "“Save as”" in sentence(refused.value) and ".xlsx" in sentence(refused.value)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"%PDF-1.7",
        b"<html><table></table></html>",
        b"PK\x03\x04 cut short",
        b"\x00\x01\x02\x03",
    ],
)
def test_what_is_no_table_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(content)
    with pytest.raises((SpreadsheetUnreadable, SpreadsheetOfOtherKind)):
        open_spreadsheet(path)


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SpreadsheetUnreadable):
        open_spreadsheet(tmp_path / "nowhere.csv")


def test_a_workbook_cut_short_anywhere_is_refused_and_never_a_crash(tmp_path: Path) -> None:
    whole = (SAMPLES / "untidy.xlsx").read_bytes()
    path = tmp_path / "cut.xlsx"
    for length in range(4, len(whole), 997):
        path.write_bytes(whole[:length])
        with pytest.raises(UserError):
            open_spreadsheet(path)


def _with_part(name: str, content: bytes) -> bytes:
    made = BytesIO()
    with (
        zipfile.ZipFile(SAMPLES / "untidy.xlsx") as source,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for part in source.namelist():
            target.writestr(part, content if part == name else source.read(part))
    return made.getvalue()


def _refusal(folder: Path, content: bytes) -> UserError:
    path = folder / "hostile.xlsx"
    path.write_bytes(content)
    with pytest.raises(UserError) as refused:
        file = open_spreadsheet(path)
        file.sheet(file.sheets[0].name)
    return refused.value


def test_entities_that_blow_up_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>'
    assert isinstance(_refusal(tmp_path, _with_part("xl/sharedStrings.xml", bomb)), SpreadsheetUnreadable)


def test_formats_that_would_fill_the_memory_are_refused_before_they_are_read(tmp_path: Path) -> None:
    formats = b"<styleSheet><fonts>" + b"<font/>" * 500_000 + b"</fonts></styleSheet>"
    assert isinstance(_refusal(tmp_path, _with_part("xl/styles.xml", formats)), SpreadsheetTooLarge)


def test_a_workbook_that_unpacks_beyond_measure_is_refused_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1_000_000)
    content = _with_part("xl/styles.xml", b" " * 1_000_001)
    assert len(content) < 50_000
    assert isinstance(_refusal(tmp_path, content), SpreadsheetTooLarge)


@pytest.mark.parametrize(
    ("inner", "limit"),
    [
        (b'<row r="30000"><c r="A30000"><v>1</v></c></row>', "ROWS"),
        (b'<row r="1"><c r="ZZ1"><v>1</v></c></row>', "COLUMNS"),
        (b"<row/>" * 2_000, "ELEMENTS"),
        (b"<row>" + b"<c/>" * 900 + b"</row>", "ELEMENTS_OF_A_ROW"),
    ],
)
def test_a_sheet_beyond_the_limits_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inner: bytes, limit: str
) -> None:
    monkeypatch.setattr(limits, "ELEMENTS", 1_500)
    monkeypatch.setattr(limits, "ELEMENTS_OF_A_ROW", 800)
    start = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    content = _with_part("xl/worksheets/sheet1.xml", start + inner + b"</sheetData></worksheet>")
    assert isinstance(_refusal(tmp_path, content), SpreadsheetTooLarge), limit


def test_text_beyond_the_limits_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ROWS", 3)
    for content in (b"a\n" * 4, b"," * limits.COLUMNS + b"\n", b"x" * (limits.CELL_LETTERS + 1)):
        with pytest.raises(SpreadsheetTooLarge):
            _csv(tmp_path, content)


def test_columns_have_their_letters() -> None:
    assert [column_letters(number) for number in (1, 26, 27, 52, 703)] == ["A", "Z", "AA", "AZ", "AAA"]
