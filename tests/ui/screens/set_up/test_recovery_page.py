"""A forgotten passphrase: the printed code, then a new first code."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from bipdesk.desk import Desk
from bipdesk.domain.key_errors import WrongPassphrase
from bipdesk.keys.recovery_code import new_recovery_code
from bipdesk.program import FirstSignIn
from bipdesk.ui.application import Application
from bipdesk.ui.screens.set_up.recovery_page import NOT_HER_SIDE, SIGN_IN, FirstCodePage, RecoveryPage
from bipdesk.ui.screens.unlock.screen import VaultChoice
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.set_up.codes import changed_in_group, fill_in_code
from tests.ui.screens.stage import Stage, sentence_with, words

WHOLE_WINDOW = (1366, 768)
OTHER_FOLDER = Path("nothing-is-here")


class Recoverer:
    """The locked program as this page sees it."""

    def __init__(self, programme: builders.Programme, *more: Path) -> None:
        self._programme = programme
        self._folders = (programme.folder, *more)

    def folders(self) -> tuple[VaultChoice, ...]:
        return tuple(VaultChoice(str(folder), folder) for folder in self._folders)

    def recover(self, folder: Path, code: str, sign_in_name: str) -> str:
        return self._programme.program.recover(folder, code, sign_in_name)


@pytest.fixture
def gone_on() -> list[tuple[Path, str]]:
    return []


@pytest.fixture
def page(stage: Stage, programme: builders.Programme, gone_on: list[tuple[Path, str]]) -> RecoveryPage:
    return shown(stage, Recoverer(programme), gone_on)


def shown(stage: Stage, recoverer: Recoverer, gone_on: list[tuple[Path, str]]) -> RecoveryPage:
    page = RecoveryPage(
        stage.frame.look,
        stage.frame.tasks,
        recoverer,
        lambda folder, name: gone_on.append((folder, name)),
        lambda: None,
    )
    return stage.show(page, WHOLE_WINDOW)


def recover(stage: Stage, page: RecoveryPage, name: str, code: str) -> None:
    page.asking.name.setText(name)
    fill_in_code(page.asking.code, code)
    page.asking.next_button.click()
    stage.settle()


def focused_name(page: RecoveryPage) -> str:
    field = page.window().focusWidget()
    assert isinstance(field, QLineEdit)
    return field.accessibleName()


def still_opens(programme: builders.Programme) -> None:
    """Nothing was changed: the coordinator's own passphrase opens the folder."""
    programme.desk().lock()


def test_the_printed_code_gives_a_first_code_that_opens_the_account_again(
    stage: Stage, page: RecoveryPage, programme: builders.Programme, gone_on: list[tuple[Path, str]]
) -> None:
    recover(stage, page, builders.COORDINATOR[0], programme.recovery_code)
    assert isinstance(page.step, FirstCodePage)
    first_code = " ".join(page.step.panel.groups)
    assert len(page.step.panel.groups) == 5
    assert page.asking.code.text().strip() == ""
    stage.press(page.step, "I have it, go to the sign-in")
    assert gone_on == [(programme.folder, builders.COORDINATOR[0])]
    with pytest.raises(WrongPassphrase):
        programme.program.unlock(programme.folder, *builders.COORDINATOR)
    opened = programme.program.unlock(programme.folder, builders.COORDINATOR[0], first_code)
    assert isinstance(opened, FirstSignIn)
    desk = programme.program.choose_passphrase(opened, "six amber windmills above the fog")
    assert isinstance(desk, Desk)
    desk.lock()


def test_the_code_may_be_typed_and_sent_by_the_keys_alone(
    stage: Stage, page: RecoveryPage, programme: builders.Programme
) -> None:
    QTest.keyClicks(page.asking.name, builders.COORDINATOR[0])
    QTest.keyClick(page.asking.name, Qt.Key.Key_Tab)
    for letter in programme.recovery_code.replace(" ", ""):
        QTest.keyClicks(page.window().focusWidget(), letter)
    QTest.keyClick(page.asking.code.fields[7], Qt.Key.Key_Return)
    stage.settle()
    assert isinstance(page.step, FirstCodePage)


@pytest.mark.parametrize("group", [1, 5, 8])
def test_a_slip_names_the_group_goes_there_and_keeps_everything(
    stage: Stage, page: RecoveryPage, programme: builders.Programme, group: int
) -> None:
    slipped = changed_in_group(programme.recovery_code, group)
    recover(stage, page, builders.COORDINATOR[0], slipped)
    assert page.step is page.asking
    assert (
        page.asking.error.text() == f"This is not a recovery code as it was printed: look at group {group}."
    )
    assert focused_name(page) == f"Group {group} of the recovery code"
    assert page.asking.name.text() == builders.COORDINATOR[0]
    assert page.asking.code.text() == slipped.upper()
    still_opens(programme)


def test_a_letter_that_no_code_has_is_named_with_its_group(
    stage: Stage, page: RecoveryPage, programme: builders.Programme
) -> None:
    groups = programme.recovery_code.split()
    recover(stage, page, builders.COORDINATOR[0], " ".join([*groups[:2], "abcd", *groups[3:]]))
    sentence_with(page.step, "“b” is never used in it; look at group 3")
    assert focused_name(page) == "Group 3 of the recovery code"


def test_the_code_of_the_safety_records_opens_nothing_here(
    stage: Stage, page: RecoveryPage, programme: builders.Programme
) -> None:
    recover(stage, page, builders.COORDINATOR[0], programme.safety_code)
    sentence_with(page.step, "it is not the code of this file")
    assert page.asking.next_button.isEnabled()
    still_opens(programme)


def test_the_code_of_another_programme_opens_nothing(
    stage: Stage, page: RecoveryPage, programme: builders.Programme
) -> None:
    recover(stage, page, builders.COORDINATOR[0], new_recovery_code())
    sentence_with(page.step, "it is not the code of this file")
    still_opens(programme)


def test_an_unknown_name_is_said_and_the_code_stays(
    stage: Stage, page: RecoveryPage, programme: builders.Programme
) -> None:
    recover(stage, page, "nobody", programme.recovery_code)
    sentence_with(page.step, "No account has this sign-in name.")
    assert focused_name(page) == SIGN_IN
    assert page.asking.code.text() == programme.recovery_code.upper()
    recover(stage, page, builders.COORDINATOR[0], programme.recovery_code)
    assert isinstance(page.step, FirstCodePage)


def test_nothing_is_tried_without_a_name_or_with_a_short_group(
    stage: Stage, page: RecoveryPage, programme: builders.Programme
) -> None:
    recover(stage, page, " ", programme.recovery_code)
    sentence_with(page.step, f"{SIGN_IN} is still empty.")
    recover(stage, page, builders.COORDINATOR[0], "")
    sentence_with(page.step, "Type the code from its sheet.")


def test_it_says_beforehand_that_the_safety_side_stays_closed(page: RecoveryPage) -> None:
    assert NOT_HER_SIDE in words(page.asking)


def test_the_folder_is_asked_only_where_there_are_several(
    stage: Stage, page: RecoveryPage, programme: builders.Programme
) -> None:
    assert page.asking.folder is None
    several = shown(stage, Recoverer(programme, OTHER_FOLDER), [])
    assert several.asking.path() == programme.folder
    several.asking.fill_in(OTHER_FOLDER, builders.OFFICER[0])
    assert (several.asking.path(), several.asking.name.text()) == (OTHER_FOLDER, builders.OFFICER[0])
    recover(stage, several, builders.COORDINATOR[0], programme.recovery_code)
    sentence_with(several.step, "There is no key file")


def test_a_bug_does_not_leave_the_page_busy(
    stage: Stage, programme: builders.Programme, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble(*_: object) -> str:
        raise ZeroDivisionError

    recoverer = Recoverer(programme)
    monkeypatch.setattr(recoverer, "recover", stumble)
    page = shown(stage, recoverer, [])
    with stage.qtbot.waitSignal(stage.frame.tasks.broken):
        page.asking.name.setText(builders.COORDINATOR[0])
        fill_in_code(page.asking.code, programme.recovery_code)
        page.asking.next_button.click()
    assert page.asking.next_button.isEnabled()
    stage.bugs.clear()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_both_steps_name_their_fields_and_cut_no_word(
    stage: Stage, programme: builders.Programme, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    page = shown(stage, Recoverer(programme, OTHER_FOLDER), [])
    recover(stage, page, builders.COORDINATOR[0], changed_in_group(programme.recovery_code, 2))
    assert (unnamed_inputs(page), clipped_words(page)) == ([], [])
    recover(stage, page, builders.COORDINATOR[0], programme.recovery_code)
    assert (unnamed_inputs(page), clipped_words(page)) == ([], [])
