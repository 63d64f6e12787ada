"""A group that may not open yet: refused with what is missing, opened by two people in the dialog."""

from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.ui.application import Application
from bipdesk.ui.screens.groups.plan_screen import PlanScreen
from bipdesk.ui.screens.groups.two_people_dialog import TwoPeopleDialog
from tests import builders
from tests.services.test_readiness import ready_but_for_incidence
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


def refused(desk: Desk, stage: Stage) -> PlanScreen:
    ready_but_for_incidence(desk)
    screen = stage.show(PlanScreen(stage.frame, desk.groups, desk.staff, desk.curricula, desk.clock))
    screen.fields.name.setText("Thursday group")
    screen.fields.place.setText("Grange Hall")
    screen.fields.first_date.set_date(date(2026, 12, 3))
    screen.fields.edited.emit()
    stage.press(screen, "Plan group")
    return screen


def deciding(screen: PlanScreen, stage: Stage) -> TwoPeopleDialog:
    stage.press(screen, "Two people decide…")
    (dialog,) = screen.findChildren(TwoPeopleDialog)
    return dialog


def test_a_group_is_refused_with_what_is_missing_and_two_people_open_it(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    screen = refused(desk, stage)
    assert any("incidence and nature of abuse in the community" in each for each in words(screen))
    dialog = deciding(screen, stage)
    dialog.reason.setPlainText("Twelve men wait.")
    dialog.sign_in_name.setText(builders.COORDINATOR[0])
    dialog.passphrase.edit.setText(builders.COORDINATOR[1])
    stage.press(dialog, "We both decide it")
    assert any("needs a second person" in each for each in words(dialog))
    dialog.sign_in_name.setText(builders.FACILITATOR[0])
    stage.press(dialog, "We both decide it")
    assert any("passphrase is not right" in each for each in words(dialog))
    assert dialog.passphrase.text() == "", "a wrong passphrase is not left standing"
    assert dialog.reason.toPlainText() == "Twelve men wait."
    dialog.passphrase.edit.setText(builders.FACILITATOR[1])
    stage.press(dialog, "We both decide it")
    (group,) = desk.groups.list()
    assert stage.pages[-1] == ("group", group.group_id)
    (decision,) = desk.readiness.standing().decisions
    assert (decision.second, decision.reason) == ("R. Ortega", "Twelve men wait.")
    assert desk.drafts.list() == ()


def test_what_is_missing_is_said_before_anything_is_typed(desk: Desk, stage: Stage) -> None:
    ready_but_for_incidence(desk)
    screen = stage.show(PlanScreen(stage.frame, desk.groups, desk.staff, desk.curricula, desk.clock))
    assert any(each.startswith("As the programme stands, no group can open.") for each in words(screen))


def test_of_the_dialog_the_reason_is_kept_and_nothing_of_the_second_person(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    dialog = deciding(refused(desk, stage), stage)
    dialog.reason.setPlainText("Twelve men wait.")
    dialog.sign_in_name.setText(builders.FACILITATOR[0])
    dialog.passphrase.edit.setEchoMode(dialog.passphrase.edit.EchoMode.Normal)
    dialog.passphrase.edit.setText(builders.FACILITATOR[1])
    dialog.reject()
    stage.settle()
    (draft,) = [each for each in desk.drafts.list() if each.key.form == "two people"]
    assert list(draft.content.values()) == ["Twelve men wait."]


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_input_is_named_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(scale=scale)
    screen = refused(desk, stage)
    for shown in (screen, deciding(screen, stage)):
        assert unnamed_inputs(shown) == []
        assert clipped_words(shown) == []
