"""The list of participants: searched as one types, opened by Enter."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from bipdesk.desk import Desk
from bipdesk.domain.referral import Status
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participants.screen import ParticipantsScreen
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, words

PEOPLE = (("Aaron", "Pruett"), ("Kyle", "Boyd"), ("Gabriel", "Núñez"))


def made(desk: Desk, stage: Stage) -> ParticipantsScreen:
    return stage.show(ParticipantsScreen(stage.frame, desk.participants, desk.clock))


def refer_all(desk: Desk) -> None:
    for given_name, family_name in PEOPLE:
        desk.referrals.refer(builders.person(given_name, family_name), builders.referral(), builders.form())


def names(screen: ParticipantsScreen) -> list[str]:
    return [str(screen.model.index(row, 1).data()) for row in range(screen.model.rowCount())]


def test_a_coordinator_alone_is_offered_the_import(desk: Desk, stage: Stage) -> None:
    other = made(desk, stage)
    assert not [each for each in other.findChildren(QAbstractButton, "importButton") if each.isVisible()]
    screen = stage.show(ParticipantsScreen(stage.frame, desk.participants, desk.clock, True))
    stage.press(screen, "Import a spreadsheet…")
    stage.press(screen, "importButton")
    assert stage.pages == [("import", None), ("import", None)]


def test_an_empty_list_says_what_belongs_there_and_how_to_begin(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert not screen.table.isVisible()
    assert "Nobody has been referred yet" in words(screen)
    stage.press(screen, "newReferralButton")
    assert stage.pages == [("referral", None)]


def test_everyone_is_listed_by_name(desk: Desk, stage: Stage) -> None:
    refer_all(desk)
    screen = made(desk, stage)
    assert names(screen) == ["Boyd, Kyle", "Núñez, Gabriel", "Pruett, Aaron"]
    assert screen.header.subtitle.text() == "3 participants"


def test_typing_searches_and_the_pause_is_short(desk: Desk, stage: Stage) -> None:
    refer_all(desk)
    screen = made(desk, stage)
    QTest.keyClicks(screen.search, "nunez")
    stage.qtbot.waitUntil(lambda: names(screen) == ["Núñez, Gabriel"])
    assert screen.header.subtitle.text() == "1 participant of 3"


def test_nobody_found_offers_to_show_everyone_again(desk: Desk, stage: Stage) -> None:
    refer_all(desk)
    screen = made(desk, stage)
    QTest.keyClicks(screen.search, "zzz")
    stage.qtbot.waitUntil(lambda: "Nobody is found" in words(screen))
    stage.press(screen, "Show everyone")
    assert len(names(screen)) == 3
    assert screen.search.text() == ""


def test_the_filter_shows_one_status(desk: Desk, stage: Stage) -> None:
    refer_all(desk)
    builders.accepted(desk, "Lee", "Dunn")
    screen = made(desk, stage)
    screen.filter.set_value(Status.ACCEPTED)
    stage.settle()
    assert names(screen) == ["Dunn, Lee"]


def test_enter_opens_the_file(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk)
    screen = made(desk, stage)
    QTest.keyClick(screen.table, Qt.Key.Key_Return)
    assert stage.pages == [("participant", participant_id)]


def test_ctrl_n_begins_a_referral(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert stage.pages == [("referral", None)]


def test_the_line_stays_chosen_when_the_list_is_loaded_again(desk: Desk, stage: Stage) -> None:
    refer_all(desk)
    screen = made(desk, stage)
    screen.table.setCurrentIndex(screen.model.index(1, 0))
    command = (builders.person("Zed", "Abbot"), builders.referral(), builders.form())
    stage.frame.tasks.change(screen, lambda: desk.referrals.refer(*command))
    stage.settle()
    assert names(screen)[0] == "Abbot, Zed"
    assert screen.table.currentIndex().row() == 2


def test_a_participant_in_a_group_shows_what_he_attended_and_owes(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    builders.mark_all(desk, session_id)
    screen = made(desk, stage)
    shown = [screen.model.index(0, column).data() for column in range(2, 7)]
    assert shown == ["Waiting to start", "Thursday group", "1", "–", "19 Nov"]
    assert date(2026, 11, 19) == desk.clock.today()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_clipped_unnamed_or_scrolled_sideways(
    desk: Desk, stage: Stage, qapp: Application, scale: float
) -> None:
    qapp.dress(dark=False, scale=scale)
    refer_all(desk)
    screen = made(desk, stage)
    assert clipped_words(screen) == []
    assert unnamed_inputs(screen) == []
    shown = [column for column in range(7) if not screen.table.isColumnHidden(column)]
    assert sum(screen.table.columnWidth(column) for column in shown) <= screen.table.viewport().width()
    assert {0, 1, 2, 5} <= set(shown)
