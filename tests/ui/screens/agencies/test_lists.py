"""The three lists: agencies, the work with them, the directory of services."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.joint_work import WorkKind
from bipdesk.domain.service_directory import ServiceKind
from bipdesk.ui.application import Application
from bipdesk.ui.screens.agencies.edit_screen import NEW
from bipdesk.ui.screens.agencies.service_dialog import ServiceDialog
from bipdesk.ui.screens.agencies.work_dialog import WorkDialog
from bipdesk.ui.screens.today.actions import PAGES
from bipdesk.workplaces.agency_pages import found_agencies
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.agencies.pages import dialog_of, enter, enter_much, listed
from tests.ui.screens.stage import Stage, sentence_with, words


def cells(tab: QWidget, row: int = 0) -> list[str]:
    model = tab.model  # type: ignore[attr-defined]
    return [str(model.data(model.index(row, column))) for column in range(model.columnCount())]


def test_without_agencies_the_list_says_what_belongs_there_and_how_to_begin(desk: Desk, stage: Stage) -> None:
    screen = listed(desk, stage)
    assert "No agency is entered yet" in words(screen)
    stage.press(screen, "Add the first agency")
    assert stage.pages == [("edit-agency", NEW)]


def test_a_line_tells_of_agreement_next_step_and_review_and_enter_opens_it(desk: Desk, stage: Stage) -> None:
    agency_id = enter_much(desk)
    screen = listed(desk, stage)
    line = cells(screen.agencies)
    assert line[0] == "Dale County Probation"
    assert line[2:] == ["Ends in 34 days", "Overdue 2 days", "19 Nov", "22 Jun"]
    QTest.keyClick(screen.agencies.table, Qt.Key.Key_Return)
    assert stage.pages == [("agency", agency_id)]


def test_a_search_narrows_the_list_and_says_when_nothing_is_left(desk: Desk, stage: Stage) -> None:
    enter(desk)
    enter(desk, "Härlow Court")
    screen = listed(desk, stage)
    screen.agencies.search.setText("harlow")
    QTest.keyClick(screen.agencies.search, Qt.Key.Key_Return)
    assert screen.agencies.model.rowCount() == 1
    screen.agencies.search.setText("nobody")
    QTest.keyClick(screen.agencies.search, Qt.Key.Key_Return)
    stage.settle()
    assert "No agency is found" in words(screen)
    stage.press(screen, "Show all")
    assert screen.agencies.model.rowCount() == 2


def test_a_talk_with_no_agency_in_particular_is_recorded_by_keys(desk: Desk, stage: Stage) -> None:
    screen = listed(desk, stage)
    screen.pages.choose(1)
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    stage.settle()
    dialog = dialog_of(screen, WorkDialog)
    dialog.kind.set_value(WorkKind.COMMUNITY_EDUCATION)
    stage.press(dialog, "Save")
    assert sentence_with(dialog, "What is still empty")
    dialog.what.setPlainText("Talk at the grange")
    stage.press(dialog, "Save")
    (work,) = desk.partnerships.work()
    assert (work.details.kind, work.details.agency_id) == (WorkKind.COMMUNITY_EDUCATION, None)
    assert "Talk at the grange" in words(screen.work)


def test_a_duty_leads_to_what_has_an_open_next_step(desk: Desk, stage: Stage) -> None:
    enter_much(desk)
    screen = listed(desk, stage)
    screen.open_for(desk.partnerships.work()[0].work_id)
    stage.settle()
    assert "Yearly talk" in words(screen.work)
    assert "How absences count" not in words(screen.work)


def test_a_service_is_added_found_printed_and_taken_out_with_a_way_back(desk: Desk, stage: Stage) -> None:
    screen = listed(desk, stage)
    screen.pages.choose(2)
    stage.settle()
    assert "The directory is empty" in words(screen)
    stage.press(screen, "Add the first service")
    dialog = dialog_of(screen, ServiceDialog)
    dialog.name.setText("Legal aid")
    dialog.kind.set_value(ServiceKind.LEGAL)
    stage.press(dialog, "Save service")
    assert cells(screen.directory)[0] == "Legal aid"
    stage.press(screen, "Print list")
    ((title, pdf),) = stage.documents
    assert title == "Directory of services"
    assert isinstance(pdf, bytes)
    QTest.keyClick(screen.directory.table, Qt.Key.Key_Return)
    stage.settle()
    undo: list[object] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(dialog_of(screen, ServiceDialog), "Remove")
    assert desk.directory.search() == ()
    assert callable(undo[-1])
    undo[-1]()
    stage.settle()
    assert len(desk.directory.search()) == 1


def test_an_agency_is_found_from_anywhere_by_any_part_of_its_name(desk: Desk) -> None:
    agency_id = enter(desk, "Härlow County Court")
    (hit,) = found_agencies(desk, "court HARLOW")
    assert (hit.page, hit.argument) == ("agency", agency_id)
    assert found_agencies(desk, "harlow clinic") == found_agencies(desk, " ") == ()


def test_what_is_due_about_agencies_opens_their_pages() -> None:
    assert PAGES[DutyKind.RENEW_AGREEMENT] == PAGES[DutyKind.AGENCY_STEP] == "agency"
    assert PAGES[DutyKind.COMMUNITY_STEP] == "agencies"


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_input_has_a_name_and_every_word_its_room(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    enter_much(desk)
    qapp.dress(scale=scale)
    screen = listed(desk, stage)
    for place in range(3):
        screen.pages.choose(place)
        stage.settle()
        assert unnamed_inputs(screen) == []
        assert clipped_words(screen) == []
    for press in ("Add service", "Record work together"):
        screen.pages.choose(2 if press == "Add service" else 1)
        stage.press(screen, press)
        kind = ServiceDialog if press == "Add service" else WorkDialog
        dialog = dialog_of(screen, kind)
        assert unnamed_inputs(dialog) == []
        assert clipped_words(dialog) == []
        dialog.reject()
