"""An officer whose side is closed after a reset: the sealed code opens it, and nothing was lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit

from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.screens.set_up.closed_safety_page import ClosedSafetyPage
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.set_up.codes import changed_in_group, fill_in_code
from tests.ui.screens.stage import Stage, sentence_with

WHOLE_WINDOW = (1366, 768)


@pytest.fixture
def closed(programme: builders.Programme) -> Iterator[Desk]:
    """The desk of the officer after her passphrase was reset by the recovery code of the records."""
    program, name = programme.program, builders.OFFICER[0]
    coordinator = programme.desk()
    builders.accepted(coordinator)
    coordinator.lock()
    first_code = program.recover(programme.folder, programme.recovery_code, name)
    desk = builders.first_sign_in(program, programme.folder, builders.OFFICER, first_code)
    assert desk.safety_is_closed
    yield desk
    desk.lock()


def shown(stage: Stage, desk: Desk, done: list[bool]) -> ClosedSafetyPage:
    return stage.show(ClosedSafetyPage(stage.frame.look, stage.frame.tasks, desk, done.append), WHOLE_WINDOW)


def try_code(stage: Stage, page: ClosedSafetyPage, code: str) -> None:
    fill_in_code(page.code, code)
    stage.press(page, "Open my side")


def test_the_sealed_code_opens_her_side_with_all_that_waited_there(
    stage: Stage, programme: builders.Programme, closed: Desk
) -> None:
    done: list[bool] = []
    page = shown(stage, closed, done)
    assert closed.safety is None
    try_code(stage, page, programme.safety_code)
    assert done == [True]
    assert not closed.safety_is_closed
    assert closed.safety is not None
    assert len(closed.safety.envelopes()) == 1
    assert page.code.text().strip() == ""
    closed.lock()
    later = programme.desk(builders.OFFICER)
    assert later.safety is not None
    later.lock()


def test_she_can_go_on_without_it_and_it_stays_closed(stage: Stage, closed: Desk) -> None:
    done: list[bool] = []
    page = shown(stage, closed, done)
    stage.press(page, "Go on without it")
    assert done == [False]
    assert closed.safety is None
    assert len(closed.participants.page("", limit=9)) == 1


def test_a_slip_names_the_group_and_the_right_code_opens_afterwards(
    stage: Stage, programme: builders.Programme, closed: Desk
) -> None:
    done: list[bool] = []
    page = shown(stage, closed, done)
    try_code(stage, page, changed_in_group(programme.safety_code, 6))
    assert page.error.text() == "This is not a recovery code as it was printed: look at group 6."
    field = page.window().focusWidget()
    assert isinstance(field, QLineEdit)
    assert field.accessibleName() == "Group 6 of the safety recovery code"
    fill_in_code(page.code, programme.safety_code)
    stage.press(page, "Open my side")
    assert done == [True]


def test_the_code_of_the_records_does_not_open_it(
    stage: Stage, programme: builders.Programme, closed: Desk
) -> None:
    done: list[bool] = []
    page = shown(stage, closed, done)
    try_code(stage, page, programme.recovery_code)
    sentence_with(page, "it is not the code of this file")
    assert done == []
    assert closed.safety_is_closed
    assert page.next_button.isEnabled()


def test_an_empty_code_is_not_tried(stage: Stage, closed: Desk) -> None:
    page = shown(stage, closed, [])
    stage.press(page, "Open my side")
    sentence_with(page, "Type the code from its sheet.")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_field_has_a_name_and_no_word_is_cut(
    stage: Stage, programme: builders.Programme, closed: Desk, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=True, scale=scale)
    page = shown(stage, closed, [])
    try_code(stage, page, changed_in_group(programme.safety_code, 3))
    assert (unnamed_inputs(page), clipped_words(page)) == ([], [])
