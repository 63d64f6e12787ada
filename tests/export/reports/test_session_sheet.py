"""The session sheet, read back from its PDF."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date, time
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bipdesk.domain.attendance import Mark
from bipdesk.domain.session_sheet import SessionSheet, SheetLine
from bipdesk.domain.sheet_names import sheet_names
from bipdesk.domain.site import DangerPanel, Paper
from bipdesk.export.layout.words import ENGLISH, SPANISH
from bipdesk.export.reports.session_sheet import render_session_sheet
from tests.export.reports.sheet_reading import all_text, overlapping, page_texts, run_poppler, words

PEOPLE = [
    *(("Aaron", "Pruett"), ("Kyle", "Boyd"), ("Dwight", "Castle"), ("Lee", "Dunn"), ("Sam", "Ferris")),
    *(("Tom", "Marsh"), ("Gabriel", "Nuñez"), ("Brent", "Osgood"), ("Ray", "Yellowtail")),
    *(("Wičháȟpi", "Čhetáŋ"), ("Ondřej", "Šťastný"), ("Jiří", "Žák"), ("Omar", "Haddad")),
    *(("Tadeo", "Quispe"), ("Niall", "Ó Briain"), ("Vũ", "Phạm"), ("Aaron", "Porter")),
]
PANEL = DangerPanel(
    "911", "Sgt. Hale, 555 0142", "D. Reyes, 555 0117", "Support line, 555 0190", "County office"
)
AIMS = ("To notice the thought before the argument", "To practise the time-out")


def _sheet(count: int) -> SessionSheet:
    """Return a sheet for the first `count` people."""
    return SessionSheet(
        programme_name="Harlow Valley programme",
        group_name="Thursday group",
        title="My Thinking 5",
        number="Group session 11 of 24",
        on_date=date(2026, 11, 19),
        starts_at=time(18, 30),
        ends_at=time(21, 0),
        place="Grange Hall",
        facilitators=("R. Ortega", "M. Birch"),
        aims=(),
        lines=tuple(SheetLine(name) for name in sheet_names(PEOPLE[:count])),
        danger=PANEL,
    )


def _nasty() -> SessionSheet:
    long = "Understanding how one thought turns a small worry into certainty, and where to stop halfway"
    names = [f"Maximiliano-Sebastián Bartholomew Christopher {letter}." for letter in "ABC"]
    return replace(
        _sheet(0),
        programme_name=long,
        group_name=long,
        title=long * 2,
        number=long,
        place=long,
        facilitators=(long, long, long),
        aims=(long * 4,) * 6,
        lines=(*(SheetLine(name, long) for name in names), SheetLine("x" * 300), SheetLine("", "")),
        danger=DangerPanel(long, long, long, long, long * 2),
    )


def test_the_sheet_says_which_session_when_where_and_with_whom() -> None:
    text = all_text(render_session_sheet(_sheet(9)))
    for expected in (
        *("My Thinking 5", "Group session 11 of 24", "Thursday 19 November 2026", "18:30 to 21:00"),
        *("Grange Hall", "R. Ortega", "M. Birch", "Harlow Valley programme", "Thursday group"),
        *("Page 1 of 1", "locked cabinet", "confidentiality agreement", "Do not write about anybody else"),
        *("911", "Sgt. Hale, 555 0142", "D. Reyes, 555 0117", "Support line, 555 0190", "County office"),
    ):
        assert expected in text


def test_the_lines_stand_in_the_order_of_the_register() -> None:
    text = all_text(render_session_sheet(_sheet(17)))
    places = [text.index(f"\n{line.name}") for line in _sheet(17).lines]
    assert places == sorted(places)


def test_a_participant_is_there_by_first_name_and_initial_only() -> None:
    text = all_text(render_session_sheet(_sheet(17)))
    for given, family in PEOPLE:
        assert given in text
        assert family not in text


def test_each_line_has_the_keys_of_the_register_in_their_order() -> None:
    text = all_text(render_session_sheet(_sheet(3)))
    keys = "\n".join(mark.key for mark in Mark)
    for name in ("Aaron P.", "Kyle B.", "Dwight C."):
        assert f"\n{name}\n{keys}\n" in text


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [3, 9, 12, 17])
def test_three_to_seventeen_people_fit_on_one_page(count: int, paper: Paper) -> None:
    assert len(page_texts(render_session_sheet(replace(_sheet(count), paper=paper)))) == 1


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, "595.276 x 841.89"), (Paper.LETTER, "612 x 792")])
def test_the_paper_is_the_one_chosen(paper: Paper, size: str, tmp_path: Path) -> None:
    info = run_poppler("pdfinfo", render_session_sheet(replace(_sheet(9), paper=paper)), tmp_path)
    assert f"Page size:       {size} pts" in info


def test_a_long_register_flows_on_with_its_header_repeated() -> None:
    lines = tuple(SheetLine(f"Aaron {number}.") for number in range(30))
    pages = page_texts(render_session_sheet(replace(_sheet(0), lines=lines, aims=AIMS)))
    assert len(pages) == 2
    for number, text in enumerate(pages, 1):
        assert "My Thinking 5" in text
        assert "Thursday 19 November 2026" in text
        assert f"Page {number} of 2" in text
    assert [AIMS[0] in text for text in pages] == [True, False]
    assert ["If somebody is in danger" in text for text in pages] == [False, True]
    assert all("".join(pages).count(f"\n{line.name}\n") == 1 for line in lines)


def test_every_font_is_embedded_and_there_are_only_two(tmp_path: Path) -> None:
    rows = run_poppler("pdffonts", render_session_sheet(_sheet(17)), tmp_path).splitlines()[2:]
    assert {row.split()[0].partition("+")[2] for row in rows} == {"DejaVuSans", "DejaVuSans-Bold"}
    assert {tuple(row.split()[-5:-2]) for row in rows} == {("yes", "yes", "yes")}


def test_the_document_says_nothing_about_subject_author_or_program() -> None:
    reader = PdfReader(BytesIO(render_session_sheet(replace(_sheet(3), language="es"))))
    assert reader.metadata is not None
    given = {key: value for key, value in reader.metadata.items() if value and "Date" not in key}
    assert given == {"/Title": "My Thinking 5", "/Trapped": "/False"}
    assert str(reader.root_object["/Lang"]) == "es"


def test_a_reprint_is_the_same_to_the_byte() -> None:
    program = (
        "import hashlib; from tests.export.reports.test_session_sheet import _sheet, render_session_sheet;"
        "print(hashlib.sha256(render_session_sheet(_sheet(17))).hexdigest())"
    )
    root = Path(__file__).parents[3]
    prints = {
        subprocess.run(
            [sys.executable, "-c", program],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=root,
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1
    assert render_session_sheet(_sheet(9)) == render_session_sheet(_sheet(9))
    assert render_session_sheet(_sheet(9)) != render_session_sheet(_sheet(8))


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("sheet", [_sheet(17), replace(_sheet(12), aims=AIMS, language="es"), _nasty()])
def test_nothing_is_printed_over_something_else_or_over_the_margin(
    sheet: SessionSheet, paper: Paper, tmp_path: Path
) -> None:
    pdf = render_session_sheet(replace(sheet, paper=paper))
    box = PdfReader(BytesIO(pdf)).pages[0].mediabox
    found = words(pdf, tmp_path)
    assert overlapping(found) == []
    assert min(word.left for word in found) > 40
    assert max(word.right for word in found) < float(box.width) - 30
    assert max(word.bottom for word in found) < float(box.height) - 20


def test_what_is_blank_leaves_room_and_no_invented_words() -> None:
    blank = replace(_sheet(2), place="", facilitators=(), danger=DangerPanel())
    text = all_text(render_session_sheet(blank))
    assert "Aims" not in text
    assert "None" not in text
    assert "Where the sealed code lies" in text


def test_an_empty_register_says_so_and_has_lines_to_write_on() -> None:
    text = all_text(render_session_sheet(_sheet(0)))
    assert "Nobody is on the list" in text
    assert text.count("P\nL\nE\nA\nX\nH") == 2


def test_spare_lines_are_numbered_after_the_last_participant() -> None:
    text = all_text(render_session_sheet(replace(_sheet(3), spare_lines=4)))
    assert text.count("P\nL\nE\nA\nX\nH") == 7
    assert "\n7\n" in text


def test_a_remark_stands_by_the_name() -> None:
    sheet = replace(_sheet(0), lines=(SheetLine("Gabriel N.", "Interpreter: Spanish"), SheetLine("Lee D.")))
    assert "Gabriel N.\nInterpreter: Spanish\n" in all_text(render_session_sheet(sheet))


def test_two_people_who_would_read_the_same_are_told_apart() -> None:
    text = all_text(render_session_sheet(_sheet(17)))
    assert "Aaron Pr." in text
    assert "Aaron Po." in text


def test_a_spanish_sheet_is_spanish_throughout() -> None:
    text = all_text(render_session_sheet(replace(_sheet(3), language="es-MX", number="Sesión 11 de 24")))
    assert "jueves 19 de noviembre de 2026" in text
    assert "18:30 a 21:00" in text
    for word in (ENGLISH.signature, ENGLISH.visitors, ENGLISH.danger, ENGLISH.cabinet, ENGLISH.notes_rule):
        assert word not in text
    assert SPANISH.notes_rule in text


def test_a_language_without_words_prints_in_english_and_says_so() -> None:
    reader = PdfReader(BytesIO(render_session_sheet(replace(_sheet(3), language="cs"))))
    assert str(reader.root_object["/Lang"]) == "en"


@pytest.mark.parametrize("word", ["partner", "victim", "risk", "violence", "abuse", "offender", "owed"])
def test_above_the_fold_no_word_tells_what_the_group_is_about(word: str) -> None:
    text = all_text(render_session_sheet(replace(_sheet(9), aims=())))
    above = text.partition(ENGLISH.fold)[0]
    assert above != text
    assert word not in above.lower()
