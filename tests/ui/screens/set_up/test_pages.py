"""From nothing to an open programme, step by step; and everybody else's first sign-in."""

from pathlib import Path

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.site import SiteDetails, emergency_number
from bipdesk.domain.staff import Role
from bipdesk.keys.strength import Strength, judge
from bipdesk.program import FirstSignIn, Program
from bipdesk.services.vault import Person
from bipdesk.ui.application import Application
from bipdesk.ui.forms.code_on_paper import FROM_PAPER
from bipdesk.ui.screens.set_up.begin_page import BeginPage
from bipdesk.ui.screens.set_up.existing_page import ExistingPage
from bipdesk.ui.screens.set_up.first_sign_in_page import FirstSignInPage
from bipdesk.ui.screens.set_up.office_page import OfficePage
from bipdesk.ui.screens.set_up.officer_page import OfficerPage
from bipdesk.ui.screens.set_up.person_page import PersonPage
from bipdesk.ui.screens.set_up.recovery_code_page import RecoveryCodePage
from bipdesk.ui.screens.set_up.set_up_page import SetUpPage
from bipdesk.ui.theme.look import Look
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.set_up.maker import Maker
from tests.ui.screens.stage import Stage, words

WHOLE_WINDOW = (1366, 768)


class Chooser:
    """A first sign-in as its page sees it."""

    def __init__(self, program: Program, first: FirstSignIn) -> None:
        self._program = program
        self._first = first

    def judge(self, passphrase: str, words: tuple[str, ...]) -> Strength:
        return judge(passphrase, words)

    def choose_passphrase(self, passphrase: str, tie_to_computer: bool) -> Desk:
        return self._program.choose_passphrase(self._first, passphrase, tie_to_computer)


def begun(stage: Stage, folder: Path, done: list[object]) -> SetUpPage:
    page = SetUpPage(stage.frame.look, stage.frame.tasks, Maker(folder), done.append, lambda: None)
    return stage.show(page, WHOLE_WINDOW)


def go_on(page: SetUpPage | FirstSignInPage, stage: Stage) -> None:
    page.step.next_button.click()
    stage.settle()


def to_the_account(page: SetUpPage, stage: Stage) -> PersonPage:
    go_on(page, stage)
    assert isinstance(page.step, OfficePage)
    page.step.fields.name.setText("Harlow Valley programme")
    go_on(page, stage)
    assert isinstance(page.step, PersonPage)
    return page.step


def enter(step: PersonPage, passphrase: str, again: str) -> None:
    step.name.setText("C. Rivers")
    step.sign_in_name.setText(builders.COORDINATOR[0])
    step.passphrase.first.edit.setText(passphrase)
    step.passphrase.second.edit.setText(again)


def to_the_code(page: SetUpPage, stage: Stage) -> RecoveryCodePage:
    enter(to_the_account(page, stage), builders.COORDINATOR[1], builders.COORDINATOR[1])
    go_on(page, stage)
    assert isinstance(page.step, RecoveryCodePage)
    return page.step


def confirm(page: SetUpPage | FirstSignInPage, stage: Stage) -> None:
    step = page.step
    assert isinstance(step, RecoveryCodePage)
    go_on(page, stage)
    for field, place in zip(step.paper.answers, step.paper.asked, strict=True):
        field.setText(step.paper.panel.groups[place].lower())
    go_on(page, stage)


def test_a_new_programme_is_made_with_its_safety_officer_reserved(stage: Stage, tmp_path: Path) -> None:
    done: list[object] = []
    page = begun(stage, tmp_path, done)
    to_the_code(page, stage)
    confirm(page, stage)
    step = page.step
    assert isinstance(step, OfficerPage)
    step.name.setText("D. Avery")
    step.sign_in_name.setText(builders.OFFICER[0])
    go_on(page, stage)
    assert step.account is not None
    assert any("Give this code to D. Avery alone" in sentence for sentence in words(step))
    go_on(page, stage)
    (desk,) = done
    assert isinstance(desk, Desk)
    assert desk.staff.has_safety_officer()
    assert [member.name for member in desk.staff.list()] == ["C. Rivers", "D. Avery"]
    assert desk.site.get().details.name == "Harlow Valley programme"
    stage.frame.tasks.stop(desk.lock)


def test_the_officer_can_be_reserved_later(stage: Stage, tmp_path: Path) -> None:
    done: list[object] = []
    page = begun(stage, tmp_path, done)
    to_the_code(page, stage)
    confirm(page, stage)
    stage.press(page.step, "Later")
    (desk,) = done
    assert isinstance(desk, Desk)
    stage.frame.tasks.stop(desk.lock)


def test_a_county_office_is_made(stage: Stage, tmp_path: Path) -> None:
    done: list[object] = []
    page = begun(stage, tmp_path, done)
    page.begin.choices["county"].click()
    to_the_code(page, stage)
    confirm(page, stage)
    (desk,) = done
    assert isinstance(desk, Desk)
    assert desk.kind == "county"
    assert {role for member in desk.staff.list() for role in member.roles} == {Role.COUNTY}
    stage.frame.tasks.stop(desk.lock)


def test_looking_around_needs_nothing_entered(stage: Stage, tmp_path: Path) -> None:
    done: list[object] = []
    page = begun(stage, tmp_path, done)
    page.begin.choices["look"].click()
    go_on(page, stage)
    assert done == ["invented"]


def test_a_weak_passphrase_is_called_so_while_typing_and_refused(stage: Stage, tmp_path: Path) -> None:
    page = begun(stage, tmp_path, [])
    step = to_the_account(page, stage)
    enter(step, "harlow", "harlow")
    stage.qtbot.waitUntil(lambda: step.passphrase.sentence.text().startswith("This could be guessed."))
    go_on(page, stage)
    assert page.step is step
    assert step.error.isVisible()
    assert step.name.text() == "C. Rivers"


def test_two_different_passphrases_are_refused(stage: Stage, tmp_path: Path) -> None:
    page = begun(stage, tmp_path, [])
    step = to_the_account(page, stage)
    enter(step, builders.COORDINATOR[1], builders.COORDINATOR[1] + "s")
    go_on(page, stage)
    assert "The two are not the same. Type it again." in words(step)


def test_the_code_is_hidden_while_two_groups_are_asked(stage: Stage, tmp_path: Path) -> None:
    page = begun(stage, tmp_path, [])
    step = to_the_code(page, stage)
    assert len(step.paper.panel.groups) == 8
    go_on(page, stage)
    assert not step.paper.panel.isVisible()
    assert FROM_PAPER in words(step)
    for field in step.paper.answers:
        field.setText("zzzz")
    go_on(page, stage)
    assert page.step is step
    assert any(sentence.startswith("This is not what was shown.") for sentence in words(step))
    stage.press(step, "Show the code again")
    assert step.paper.panel.isVisible()


def test_back_goes_back_and_keeps_what_was_typed(stage: Stage, tmp_path: Path) -> None:
    page = begun(stage, tmp_path, [])
    to_the_account(page, stage)
    stage.press(page.step, "Back")
    assert isinstance(page.step, OfficePage)
    assert page.step.fields.name.text() == "Harlow Valley programme"
    stage.press(page.step, "Back")
    assert isinstance(page.step, BeginPage)


def first_sign_in(folder: Path, who: tuple[str, str], role: Role) -> Chooser:
    program = builders.program(folder)
    site = folder / "site"
    made = program.create_site(site, SiteDetails("Harlow"), Person("C. Rivers", *builders.COORDINATOR))
    code = made.desk.staff.add("Somebody", who[0], frozenset({role})).first_code
    made.desk.lock()
    opened = program.unlock(site, who[0], code)
    assert isinstance(opened, FirstSignIn)
    return Chooser(program, opened)


def choose(stage: Stage, chooser: Chooser, passphrase: str, done: list[object]) -> FirstSignInPage:
    page = FirstSignInPage(stage.frame.look, stage.frame.tasks, chooser, done.append, lambda: None)
    stage.show(page, WHOLE_WINDOW)
    page.passphrase.first.edit.setText(passphrase)
    page.passphrase.second.edit.setText(passphrase)
    go_on(page, stage)
    return page


def test_a_facilitator_chooses_a_passphrase_and_is_in(stage: Stage, tmp_path: Path) -> None:
    done: list[object] = []
    chooser = first_sign_in(tmp_path, builders.FACILITATOR, Role.FACILITATOR)
    choose(stage, chooser, builders.FACILITATOR[1], done)
    (desk,) = done
    assert isinstance(desk, Desk)
    assert desk.safety is None
    stage.frame.tasks.stop(desk.lock)


def test_the_safety_officer_makes_her_side_and_sees_its_code(stage: Stage, tmp_path: Path) -> None:
    done: list[object] = []
    chooser = first_sign_in(tmp_path, builders.OFFICER, Role.SAFETY_OFFICER)
    page = choose(stage, chooser, builders.OFFICER[1], done)
    assert done == []
    stage.press(page.step, "I am alone, make it")
    assert "Recovery code of the safety records" in words(page.step)
    confirm(page, stage)
    (desk,) = done
    assert isinstance(desk, Desk)
    assert desk.safety is not None
    stage.frame.tasks.stop(desk.lock)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_step_names_its_fields_and_cuts_no_word(
    stage: Stage, tmp_path: Path, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    page = begun(stage, tmp_path, [])
    steps = [page.step]
    step = to_the_account(page, stage)
    steps.append(step)
    enter(step, builders.COORDINATOR[1], builders.COORDINATOR[1])
    assert (unnamed_inputs(step), clipped_words(step)) == ([], [])
    go_on(page, stage)
    assert (unnamed_inputs(page.step), clipped_words(page.step)) == ([], [])
    confirm(page, stage)
    assert (unnamed_inputs(page.step), clipped_words(page.step)) == ([], [])
    assert [unnamed_inputs(each) for each in steps] == [[], []]


def test_a_folder_that_is_there_already_is_taken_into_the_list(stage: Stage, tmp_path: Path) -> None:
    maker = Maker(tmp_path)
    left: list[bool] = []
    opened: list[object] = []
    made = maker.create_county(tmp_path / "copied", "Dale County", Person("K. Hale", *builders.COUNTY))
    made.desk.lock()
    page = SetUpPage(stage.frame.look, stage.frame.tasks, maker, opened.append, lambda: left.append(True))
    stage.show(page, WHOLE_WINDOW)
    page.begin.choices["existing"].setChecked(True)
    go_on(page, stage)
    step = page.step
    assert isinstance(step, ExistingPage)
    step.folder.set_folder(tmp_path)
    go_on(page, stage)
    assert "slots.json" in step.error.text()
    assert (unnamed_inputs(page), clipped_words(page)) == ([], [])
    step.folder.set_folder(tmp_path / "copied")
    go_on(page, stage)
    assert left == [True]
    assert maker.added == tmp_path / "copied"


def test_a_taken_folder_is_not_proposed_and_the_emergency_number_stands_from_the_first_day(
    look: Look, tmp_path: Path
) -> None:
    taken = tmp_path / "records"
    taken.mkdir()
    (taken / "slots.json").touch()
    page = OfficePage(look, tmp_path, county=False)
    assert page.path() == tmp_path / "records2"
    assert page.details().danger.emergency == emergency_number(page.details().country)
    assert (emergency_number("GB"), emergency_number("US"), emergency_number("FR")) == ("999", "911", "112")
