"""Tying a passphrase to the computer, and what is said of a small computer."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.key_errors import DeviceSecretMissing
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.keys.cost import FLOOR, MeasuredCost, measure_cost
from bipdesk.program import FirstSignIn
from bipdesk.services.vault import Person
from bipdesk.ui.application import Application
from bipdesk.ui.screens.set_up.office_page import OfficePage
from bipdesk.ui.screens.set_up.person_page import PersonPage
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.set_up_page import SetUpPage
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.set_up.maker import Kept, Maker, key_store, program
from tests.ui.screens.stage import Stage, sentence_with, words

ROOT = Path(__file__).resolve().parents[4]
WHOLE_WINDOW = (1366, 768)
KEPT = "This computer's key store keeps a second part of the key."
ABSENT = "This computer's key store is not available. The passphrase alone protects the files here;"


def begun(stage: Stage, maker: Maker, done: list[object]) -> SetUpPage:
    page = SetUpPage(stage.frame.look, stage.frame.tasks, maker, done.append, lambda: None)
    return stage.show(page, WHOLE_WINDOW)


def go_on(page: SetUpPage, stage: Stage) -> None:
    page.step.next_button.click()
    stage.settle()


def to_the_account(page: SetUpPage, stage: Stage) -> PersonPage:
    go_on(page, stage)
    assert isinstance(page.step, OfficePage)
    page.step.fields.name.setText("Harlow Valley programme")
    go_on(page, stage)
    assert isinstance(page.step, PersonPage)
    return page.step


def to_the_code(page: SetUpPage, stage: Stage, *, tied: bool) -> RecoveryCodePage:
    step = to_the_account(page, stage)
    assert not step.tie.is_ticked()
    step.name.setText("C. Rivers")
    step.sign_in_name.setText(builders.COORDINATOR[0])
    step.passphrase.first.edit.setText(builders.COORDINATOR[1])
    step.passphrase.second.edit.setText(builders.COORDINATOR[1])
    if tied:
        step.tie.box.click()
    go_on(page, stage)
    assert isinstance(page.step, RecoveryCodePage)
    return page.step


def small_computer() -> MeasuredCost:
    return measure_cost(lambda cost: 1.0 if cost == FLOOR else 9.0)


def forget_desk(stage: Stage, maker: Maker, folder: Path) -> None:
    """Stop the thread, so that the folder can be unlocked here."""
    stage.frame.tasks.stop()
    desk = maker.program.unlock(folder / "records", *builders.COORDINATOR)
    assert isinstance(desk, Desk)
    desk.lock()


def test_a_tied_passphrase_opens_nothing_on_another_computer(stage: Stage, tmp_path: Path) -> None:
    maker = Maker(tmp_path, key_store(Kept()))
    step = to_the_code(begun(stage, maker, []), stage, tied=True)
    sentence_with(step, KEPT)
    forget_desk(stage, maker, tmp_path)
    with pytest.raises(DeviceSecretMissing):
        program(tmp_path, key_store(Kept())).unlock(tmp_path / "records", *builders.COORDINATOR)


def test_without_a_key_store_it_goes_on_by_passphrase_and_says_so(stage: Stage, tmp_path: Path) -> None:
    maker = Maker(tmp_path, key_store(None))
    step = to_the_code(begun(stage, maker, []), stage, tied=True)
    sentence_with(step, ABSENT)
    forget_desk(stage, maker, tmp_path)


def test_the_key_store_is_not_asked_unless_the_box_is_ticked(stage: Stage, tmp_path: Path) -> None:
    backend = Kept()
    step = to_the_code(begun(stage, Maker(tmp_path, key_store(backend)), []), stage, tied=False)
    assert [each for each in words(step) if "key store" in each] == []
    assert backend.words == {}


def test_a_lowered_cost_is_said_before_the_passphrase_is_chosen(stage: Stage, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    maker.remark = small_computer().sentence
    step = to_the_account(begun(stage, maker, []), stage)
    assert step.cost.isVisible()
    sentence_with(step, "Choose a longer passphrase to make up for it.")


def test_the_usual_cost_is_not_worth_a_sentence(stage: Stage, tmp_path: Path) -> None:
    step = to_the_account(begun(stage, Maker(tmp_path), []), stage)
    assert not step.cost.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_both_pages_name_their_fields_and_cut_no_word(
    stage: Stage, tmp_path: Path, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    maker = Maker(tmp_path, key_store(None))
    maker.remark = small_computer().sentence
    page = begun(stage, maker, [])
    step = to_the_account(page, stage)
    assert (unnamed_inputs(step), clipped_words(step)) == ([], [])
    page.step.back_button.click()
    page.step.back_button.click()
    code = to_the_code(page, stage, tied=True)
    assert (unnamed_inputs(code), clipped_words(code)) == ([], [])


def _run(command: list[str], home: Path) -> list[str]:
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LC_ALL": "C.UTF-8",
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "QT_QPA_PLATFORM": "offscreen",
    }
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="needs Debian's dbus and gnome-keyring",
)
def test_the_set_up_ties_the_passphrase_to_the_real_key_store(tmp_path: Path) -> None:
    shell = (
        "printf words | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
        'exec "$0" -m tests.ui.screens.set_up.tied_set_up "$1"'
    )
    place = tmp_path / "place"
    lines = _run(["dbus-run-session", "--", "sh", "-c", shell, sys.executable, str(place)], tmp_path)
    assert lines == [KEPT, "Desk", DeviceSecretMissing.key]


def test_the_set_up_goes_on_where_there_is_no_key_store_at_all(tmp_path: Path) -> None:
    lines = _run(
        [sys.executable, "-m", "tests.ui.screens.set_up.tied_set_up", str(tmp_path / "place")], tmp_path
    )
    assert lines[0].startswith(ABSENT)
    assert lines[1:] == ["Desk", "Desk"]


def test_everybody_else_can_tie_a_passphrase_at_the_first_sign_in(tmp_path: Path) -> None:
    here, elsewhere = program(tmp_path, key_store(Kept())), program(tmp_path, key_store(Kept()))
    coordinator = Person("C. Rivers", *builders.COORDINATOR)
    made = here.create_site(tmp_path / "site", SiteDetails("Harlow Valley"), coordinator)
    account = made.desk.staff.add("R. Ortega", builders.FACILITATOR[0], frozenset({Role.FACILITATOR}))
    made.desk.lock()
    first = here.unlock(tmp_path / "site", builders.FACILITATOR[0], account.first_code)
    assert isinstance(first, FirstSignIn)
    desk = here.choose_passphrase(first, builders.FACILITATOR[1], tie_to_computer=True)
    assert desk.key_store == KEPT
    desk.lock()
    with pytest.raises(DeviceSecretMissing):
        elsewhere.unlock(tmp_path / "site", *builders.FACILITATOR)
    again = here.unlock(tmp_path / "site", *builders.FACILITATOR)
    assert isinstance(again, Desk)
    again.lock()
