"""The import on screen: from the file to the list of participants, by keys and buttons."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.screens.import_people.screen import ImportScreen
from bipdesk.ui.widgets.choice import Choice
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, words

SAMPLES = Path(__file__).parents[3] / "readers" / "samples"
LIST = """Name,Date of birth,Referred by,Date referred,Status,Status since,Partner
"Bell, Martin",1982-06-07,Probation,2025-05-12,completed,2026-02-01,Canaryname
"Smith, Jon",25/12/1979,Probation,2025-05-12,referred,,
J. Crane / Dale Crane,1985-01-02,Probation,2025-06-12,referred,,
Total,3,,,,,
"""


def _open(stage: Stage, screen: ImportScreen, path: Path) -> None:
    QTest.keyClicks(screen.file.file.edit, str(path))
    QTest.keyClick(screen.file.file.edit, Qt.Key.Key_Return)
    stage.settle()


def _choose(screen: QWidget, name: str, value: str) -> None:
    found = screen.findChild(Choice, name)
    assert isinstance(found, Choice)
    found.set_value(value)
    found.activated.emit(found.currentIndex())


def _edit(screen: QWidget, name: str) -> QLineEdit:
    found = [each for each in screen.findChildren(QLineEdit, name) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def _rows(stage: Stage, screen: ImportScreen) -> None:
    stage.qtbot.waitUntil(lambda: screen.rows.stop.isHidden())
    stage.settle()


@pytest.fixture
def screen(stage: Stage, desk: Desk) -> ImportScreen:
    return stage.show(ImportScreen(stage.frame, desk.imports, desk.clock))


def test_a_list_is_imported_and_taken_back(
    stage: Stage, desk: Desk, screen: ImportScreen, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    _open(stage, screen, path)
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert "The column “Partner” tells of a partner" in " ".join(words(screen))
    assert not [each for each in words(screen) if "Canaryname" in each]
    _choose(screen, "kindChoice", "voluntary")
    stage.press(screen, "Look at the rows")
    _rows(stage, screen)
    assert not screen.rows.go_on.isEnabled()
    assert "1 to decide" in screen.rows.counts.text()
    stage.press(screen, "Whole name: Dale Crane (also used: J. Crane)")
    # Now it is asked which of the two is the family name; it is typed here.
    name = _edit(screen, "nameEdit")
    name.setText("Crane, Dale")
    QTest.keyClick(name, Qt.Key.Key_Return)
    stage.settle()
    assert screen.rows.go_on.text() == "Import 3 rows"
    QTest.keyClick(screen, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    assert screen.result.words.text() == "3 participants were added."
    assert sorted(person.family_name for person in desk.participants.page()) == ["Bell", "Crane", "Smith"]
    stage.press(screen, "Take this import back")
    assert desk.participants.count() == 0
    assert screen.file.isVisible()


def test_the_earlier_imports_stand_under_the_file_with_a_way_back(
    stage: Stage, desk: Desk, screen: ImportScreen, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text("\n".join(LIST.splitlines()[:3]), encoding="utf-8")
    _open(stage, screen, path)
    stage.press(screen, "Go on to the columns")
    _choose(screen, "kindChoice", "voluntary")
    stage.press(screen, "Look at the rows")
    _rows(stage, screen)
    stage.press(screen, "Import 2 rows")
    stage.press(screen, "Import another table")
    assert "2 participants from list.csv" in " ".join(words(screen))
    stage.press(screen, "Take back")
    assert desk.participants.count() == 0


def test_a_file_that_is_no_table_is_refused_with_what_to_do(stage: Stage, screen: ImportScreen) -> None:
    _open(stage, screen, SAMPLES / "other-kind.ods")
    assert "Save as" in " ".join(words(screen))
    assert not screen.file.go_on.isVisible()


def test_what_was_corrected_stays_when_one_goes_back_to_the_columns(
    stage: Stage, screen: ImportScreen
) -> None:
    _open(stage, screen, SAMPLES / "untidy.xlsx")
    stage.press(screen, "Go on to the columns")
    stage.press(screen, "Look at the rows")
    _rows(stage, screen)
    waiting = screen.rows.counts.text()
    stage.press(screen, "Leave this row out")
    assert "1 left out" in screen.rows.counts.text() and screen.rows.counts.text() != waiting
    stage.press(screen, "Back to the columns")
    stage.press(screen, "Look at the rows")
    _rows(stage, screen)
    assert "1 left out" in screen.rows.counts.text()


def test_ten_thousand_rows_are_judged_while_the_window_listens(
    stage: Stage, screen: ImportScreen, tmp_path: Path
) -> None:
    path = tmp_path / "long.csv"
    letters = str.maketrans("0123456789", "abcdefghij")
    names = [f"Family {n}".translate(letters) for n in range(10_000)]
    days = [date(1970, 1, 1) + timedelta(days=n) for n in range(10_000)]
    lines = [f'"{n}, Jo",{day},Probation,2025-05-12,referred,,' for n, day in zip(names, days, strict=True)]
    path.write_text("\n".join([LIST.splitlines()[0], *lines]), encoding="utf-8")
    _open(stage, screen, path)
    stage.press(screen, "Go on to the columns")
    _choose(screen, "kindChoice", "voluntary")
    turns: list[str] = []
    button(screen, "Look at the rows").click()
    while screen.rows.counts.text() == "":
        stage.frame.tasks.run(screen, lambda: True, lambda _: turns.append(screen.rows.progress.text()))
        stage.settle()
    assert len({text for text in turns if text.startswith("Row")}) > 5
    assert screen.rows.go_on.text() == "Import 10000 rows"


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_step_has_names_and_room_for_its_words(
    qapp: Application, stage: Stage, screen: ImportScreen, scale: float
) -> None:
    qapp.dress(scale=scale)
    _open(stage, screen, SAMPLES / "untidy.xlsx")
    assert (unnamed_inputs(screen), clipped_words(screen)) == ([], [])
    stage.press(screen, "Go on to the columns")
    assert (unnamed_inputs(screen), clipped_words(screen)) == ([], [])
    stage.press(screen, "Look at the rows")
    _rows(stage, screen)
    stage.press(screen, "Correct other fields")
    assert (unnamed_inputs(screen), clipped_words(screen)) == ([], [])


def test_an_import_that_was_begun_survives_a_crash(stage: Stage, desk: Desk, tmp_path: Path) -> None:
    stage.frame.drafts = desk.drafts
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    first = stage.show(ImportScreen(stage.frame, desk.imports, desk.clock))
    _open(stage, first, path)
    stage.press(first, "Go on to the columns")
    _choose(first, "kindChoice", "voluntary")
    stage.press(first, "Look at the rows")
    _rows(stage, first)
    stage.press(first, "Leave this row out")
    first.drafts.keep_now()
    stage.settle()
    first.hide()
    second = stage.show(ImportScreen(stage.frame, desk.imports, desk.clock))
    assert second.columns.isVisible() and second.drafts.bar.isVisible()
    assert second.columns.mapping.kind == "voluntary"
    stage.press(second, "Look at the rows")
    _rows(stage, second)
    assert "1 left out" in second.rows.counts.text()
    stage.press(second, "Import 2 rows")
    third = stage.show(ImportScreen(stage.frame, desk.imports, desk.clock))
    assert third.file.isVisible() and desk.drafts.list() == ()


def test_of_a_file_that_has_changed_since_nothing_old_is_shown(
    stage: Stage, desk: Desk, tmp_path: Path
) -> None:
    stage.frame.drafts = desk.drafts
    path = tmp_path / "list.csv"
    path.write_text(LIST, encoding="utf-8")
    first = stage.show(ImportScreen(stage.frame, desk.imports, desk.clock))
    _open(stage, first, path)
    stage.press(first, "Go on to the columns")
    _choose(first, "kindChoice", "voluntary")
    first.drafts.keep_now()
    stage.settle()
    path.write_text(LIST + "One, More\n", encoding="utf-8")
    second = stage.show(ImportScreen(stage.frame, desk.imports, desk.clock))
    assert second.file.isVisible()
    assert "has changed since" in stage.notices[-1][0]
