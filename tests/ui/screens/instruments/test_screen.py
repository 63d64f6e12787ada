"""Forms: a workbook is read, looked at and taken over, or refused with its rows; a form is retired."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.ui.screens.instruments.preview_dialog import PreviewDialog
from bipdesk.ui.screens.instruments.screen import NONE_TAKEN, InstrumentsScreen
from bipdesk.ui.screens.instruments.take_over_dialog import NO_FILE, TakeOverDialog
from tests.readers.workbooks import SAMPLES
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, sentence_with, words

FORM = SAMPLES / "xlsform-choice-filter.xlsx"


def made(desk: Desk, stage: Stage) -> InstrumentsScreen:
    return stage.show(
        InstrumentsScreen(stage.frame, desk.instruments, desk.imported_forms, desk.blank_forms, desk.clock)
    )


def opened(screen: InstrumentsScreen, stage: Stage) -> TakeOverDialog:
    stage.press(screen, "Take over a form…")
    return screen.findChildren(TakeOverDialog)[-1]


def read(dialog: TakeOverDialog, stage: Stage, path: Path) -> None:
    dialog.path.setText(str(path))
    QTest.keyClick(dialog.path, Qt.Key.Key_Return)
    stage.settle()


def test_a_workbook_is_looked_at_and_taken_over_once_it_asks_about_nobody_else(
    desk: Desk, stage: Stage
) -> None:
    screen = made(desk, stage)
    assert NONE_TAKEN in words(screen) and "Suitability for Building Better Relationships" in words(screen)
    dialog = opened(screen, stage)
    read(dialog, stage, FORM)
    assert "3 questions in 1 part" in words(dialog)
    assert not dialog.do_button.isEnabled()
    QTest.keyClick(dialog.about_nobody, Qt.Key.Key_Space)
    assert unnamed_inputs(dialog) == [] and clipped_words(dialog) == []
    stage.press(dialog, "Try it out")
    preview = dialog.findChildren(PreviewDialog)[-1]
    stage.qtbot.waitUntil(lambda: preview.form.is_built)
    assert unnamed_inputs(preview) == []
    preview.accept()
    stage.press(dialog, "Take over")
    assert "cascading selects" in words(screen)
    assert [form.instrument.id for form in desk.imported_forms.forms()] == ["x-cascading-selects1"]
    assert stage.notices[-1][0].startswith("The form is taken over.")


def test_a_workbook_with_something_unsupported_is_refused_by_name_row_and_reason(
    desk: Desk, stage: Stage
) -> None:
    dialog = opened(made(desk, stage), stage)
    read(dialog, stage, SAMPLES / "xlsform-spec.xlsx")
    said = words(dialog)
    place = said.index("survey, row 34, geopoint_test")
    assert said[place + 1] == "The type 'geopoint' is not supported (a place on a map)."
    assert not dialog.do_button.isVisible()
    assert desk.imported_forms.forms() == ()
    read(dialog, stage, SAMPLES / "other-kind.xls")
    assert sentence_with(dialog, "an old Excel workbook")
    read(dialog, stage, SAMPLES / "not-there.xlsx")
    assert sentence_with(dialog, NO_FILE)


def test_a_form_is_retired_brought_back_tried_out_and_printed_blank(desk: Desk, stage: Stage) -> None:
    desk.imported_forms.take_over(desk.imported_forms.read(FORM))
    screen = made(desk, stage)
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(screen, "Retire")
    assert "Retired" in words(screen)
    undo[-1]()
    stage.settle()
    assert "Retired" not in words(screen)
    print_blank = [
        each for each in screen.findChildren(type(screen.take_button)) if each.text() == "Print blank"
    ]
    print_blank[0].click()
    stage.settle()
    title, pdf = stage.documents[-1]
    assert isinstance(pdf, bytes) and pdf.startswith(b"%PDF") and title
    assert button(screen, "Retire").accessibleName() == "Retire: cascading selects"
    assert unnamed_inputs(screen) == [] and clipped_words(screen) == []
