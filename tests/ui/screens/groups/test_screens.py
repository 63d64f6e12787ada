"""Groups: planned with every date in sight, filled from the waiting list, opened for the register."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.domain.ids import GroupId
from bipdesk.domain.site import SiteDetails
from bipdesk.domain.staff import Role
from bipdesk.services.vault import Person
from bipdesk.ui.application import Application
from bipdesk.ui.screens.groups.evening_dialogs import MoveSessionDialog
from bipdesk.ui.screens.groups.group_screen import GroupScreen
from bipdesk.ui.screens.groups.group_services import GroupServices
from bipdesk.ui.screens.groups.member_dialogs import JoinDialog, LeaveDialog
from bipdesk.ui.screens.groups.plan_screen import PlanScreen
from bipdesk.ui.screens.groups.screen import GroupsScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words


def listed(desk: Desk, stage: Stage) -> GroupsScreen:
    return stage.show(GroupsScreen(stage.frame, desk.groups, desk.clock))


def planning(desk: Desk, stage: Stage) -> PlanScreen:
    screen = PlanScreen(stage.frame, desk.groups, desk.staff, desk.curricula, desk.clock)
    return stage.show(screen)


def services(desk: Desk) -> GroupServices:
    return GroupServices(
        desk.groups,
        desk.members,
        desk.cancellations,
        desk.group_checks,
        desk.participants,
        desk.sheets,
        desk.staff,
        desk.blank_forms,
        desk.clock,
    )


def opened(desk: Desk, stage: Stage, group_id: GroupId) -> GroupScreen:
    screen = GroupScreen(stage.frame, services(desk))
    screen.open_for(group_id)
    return stage.show(screen)


def choose(screen: GroupScreen, number: int) -> None:
    """Choose the line of group session `number`; holidays have lines of their own."""
    lines = (screen._model.line(row) for row in range(screen._model.rowCount()))
    rows = [row for row, line in enumerate(lines) if line and line.session and line.session.number == number]
    screen.table.selectRow(rows[0])


def test_without_groups_the_list_says_how_to_begin(desk: Desk, stage: Stage) -> None:
    screen = listed(desk, stage)
    assert "No group is planned yet" in words(screen)
    stage.press(screen, "Plan the first group")
    assert stage.pages == [("plan-group", None)]


def test_a_group_that_meets_tonight_offers_its_register(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=2)
    screen = listed(desk, stage)
    assert "Next: Foundation 1, tonight" in words(screen)
    assert "0 of 24 sessions held · 2 members" in words(screen)
    stage.press(screen, "Take register")
    assert stage.pages == [("register", session_id)]


def test_a_group_that_has_not_begun_is_not_counted_as_running(desk: Desk, stage: Stage) -> None:
    builders.group(desk, date(2026, 12, 10), "Morning group")
    screen = listed(desk, stage)
    assert "No group is running, 1 begins on Thursday 10 December" in words(screen)
    builders.group(desk)
    builders.group(desk, date(2026, 12, 8), "Tuesday group")
    again = listed(desk, stage)
    assert "1 group is running, 2 begin from Tuesday 8 December on" in words(again)


def test_one_key_plans_a_group(desk: Desk, stage: Stage) -> None:
    screen = listed(desk, stage)
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert stage.pages == [("plan-group", None)]


def test_every_date_is_shown_before_the_group_is_made(desk: Desk, stage: Stage) -> None:
    screen = planning(desk, stage)
    screen.fields.first_date.set_date(date(2026, 12, 4))
    screen.fields.edited.emit()
    stage.settle()
    assert "24 sessions, 4 Dec 2026 to 28 May 2027. 2 dates skipped." in words(screen.preview)
    assert "Friday 25 December 2026" in words(screen.preview)
    assert words(screen.preview).count("No group: public holiday") == 2


def test_the_evening_and_its_length_are_proposed(desk: Desk, stage: Stage) -> None:
    fields = planning(desk, stage).fields
    assert fields.starts_at.text() == "18:30"
    assert fields.length.text() == "150"


def test_a_plan_with_fields_missing_says_so_under_each_and_keeps_the_rest(desk: Desk, stage: Stage) -> None:
    screen = planning(desk, stage)
    screen.fields.name.setText("Thursday group")
    stage.press(screen, "Plan group")
    assert any(sentence.startswith("Place is still empty") for sentence in words(screen.fields))
    assert screen.fields.name.text() == "Thursday group"
    assert desk.groups.list() == ()


def test_a_planned_group_opens(desk: Desk, stage: Stage) -> None:
    builders.ready(desk)
    screen = planning(desk, stage)
    screen.fields.name.setText("Monday group")
    screen.fields.place.setText("Grange Hall")
    stage.press(screen, "Plan group")
    (group,) = desk.groups.list()
    assert (group.name, group.sessions_planned) == ("Monday group", 24)
    assert stage.pages == [("group", group.group_id)]


def test_no_group_is_planned_without_a_safety_officer(tmp_path: Path, stage: Stage) -> None:
    coordinator = Person("C. Rivers", *builders.COORDINATOR)
    made = builders.program(tmp_path).create_site(tmp_path / "site", SiteDetails("Harlow"), coordinator)
    made.desk.staff.add("R. Ortega", "ortega", frozenset({Role.FACILITATOR}))
    screen = planning(made.desk, stage)
    screen.fields.name.setText("Monday group")
    screen.fields.place.setText("Grange Hall")
    stage.press(screen, "Plan group")
    assert any("safety officer" in sentence for sentence in words(screen.fields.parentWidget() or screen))
    assert made.desk.groups.list() == ()
    stage.frame.tasks.stop(made.desk.lock)


def test_enter_on_a_session_opens_its_register(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    screen = opened(desk, stage, group_id)
    assert screen.focusWidget() is screen.table
    choose(screen, 3)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    session = desk.groups.file(group_id).sessions[2]
    assert stage.pages == [("register", session.session_id)]


def test_a_session_moves_alone(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    screen = opened(desk, stage, group_id)
    choose(screen, 4)
    stage.press(screen, "Move date…")
    (dialog,) = screen.findChildren(MoveSessionDialog)
    before = [session.on_date for session in desk.groups.file(group_id).sessions]
    dialog.on_date.set_date(before[3] + timedelta(days=1))
    stage.press(dialog, "Move session")
    after = [session.on_date for session in desk.groups.file(group_id).sessions]
    assert after == [*before[:3], before[3] + timedelta(days=1), *before[4:]]


def test_a_session_cannot_jump_over_another_and_the_dialog_says_why(desk: Desk, stage: Stage) -> None:
    screen = opened(desk, stage, builders.group(desk))
    choose(screen, 2)
    stage.press(screen, "Move date…")
    (dialog,) = screen.findChildren(MoveSessionDialog)
    dialog.on_date.set_date(date(2027, 3, 5))
    stage.press(dialog, "Move session")
    assert any("order" in sentence for sentence in words(dialog))


def test_a_participant_joins_from_the_waiting_list_and_leaves(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    builders.accepted(desk, "Omar", "Haddad")
    screen = opened(desk, stage, group_id)
    assert "Nobody has joined yet" in words(screen)
    stage.press(screen, "Add from the waiting list…")
    (joining,) = screen.findChildren(JoinDialog)
    stage.press(joining, "Add to the group")
    assert "Haddad, Omar" in words(screen)
    stage.press(screen, "Leave…")
    (leaving,) = screen.findChildren(LeaveDialog)
    stage.press(leaving, "Take out of the group")
    assert desk.groups.file(group_id).members == ()


def test_an_empty_waiting_list_says_what_to_do(desk: Desk, stage: Stage) -> None:
    screen = opened(desk, stage, builders.group(desk))
    stage.press(screen, "Add from the waiting list…")
    ((sentence, _state),) = stage.notices
    assert sentence.startswith("Nobody waits for a group.")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_every_field_has_a_name_and_no_word_is_cut(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    builders.evening(desk, people=2)
    group_id = desk.groups.list()[0].group_id
    for screen in (listed(desk, stage), planning(desk, stage), opened(desk, stage, group_id)):
        assert unnamed_inputs(screen) == []
        assert clipped_words(screen) == []
