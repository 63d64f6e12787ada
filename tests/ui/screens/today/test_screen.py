"""Today: what is due comes first, and each line has the button that does it."""

from datetime import date

import pytest

from bipdesk.desk import Desk
from bipdesk.domain.duty import Duty, DutyKind, Numbers, Today
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.application import Application
from bipdesk.ui.screens.today.actions import BUTTONS, state_of, summary, urgent
from bipdesk.ui.screens.today.screen import TodayScreen
from bipdesk.ui.widgets.pill import State
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

DAY = date(2026, 11, 19)


def made(desk: Desk, stage: Stage) -> TodayScreen:
    return stage.show(TodayScreen(stage.frame, desk.today, desk.sheets))


def today(*days: int | None) -> Today:
    duties = tuple(
        Duty(DutyKind.CATCH_UP, builders.NOBODY, "", "", None if day is None else date(2026, 11, 19 + day))
        for day in days
    )
    return Today(DAY, duties, (), (), Numbers(0, 0, 0, 0, 0), None, 0)


def test_an_empty_programme_says_how_to_begin(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    assert screen.header.title.text() == "Thursday 19 November"
    assert "Nobody is in the programme yet" in words(screen)
    stage.press(screen, "New referral")
    assert stage.pages == [("referral", None)]


def test_tonights_group_has_its_place_its_session_and_how_many_come(desk: Desk, stage: Stage) -> None:
    builders.evening(desk, people=3)
    screen = made(desk, stage)
    shown = words(screen.tonight)
    assert "Thursday group" in shown
    assert "18:30 to 21:00 · Grange Hall" in shown
    assert "Foundation 1 of 6" in shown
    assert "Group session 1 of 24 · C. Rivers, R. Ortega" in shown
    assert "3 expected" in shown
    assert screen.header.subtitle.text().startswith("One group tonight.")


def test_the_register_opens_from_tonight(desk: Desk, stage: Stage) -> None:
    session_id = builders.evening(desk, people=1)
    stage.press(made(desk, stage), "takeRegisterButton")
    assert stage.pages == [("register", session_id)]


def test_the_session_sheet_is_shown_from_memory(desk: Desk, stage: Stage) -> None:
    builders.evening(desk, people=1)
    stage.press(made(desk, stage), "printSheetButton")
    ((title, pdf),) = stage.documents
    assert title == "Session sheet: Thursday group, Foundation 1 of 6"
    assert isinstance(pdf, bytes)
    assert pdf.startswith(b"%PDF")


def test_a_referral_without_a_waiver_is_a_decision_with_its_button(desk: Desk, stage: Stage) -> None:
    made_row = desk.referrals.refer(builders.person("Karl", "Boone"), builders.referral(), builders.form())
    assert made_row.row_id is not None
    builders.suitable(desk, ParticipantId(made_row.row_id))
    screen = made(desk, stage)
    assert "K. Boone cannot be accepted yet" in words(screen.decisions)
    stage.press(screen.decisions, "Sign waiver")
    assert stage.pages == [("participant", (made_row.row_id, DutyKind.GET_WAIVER))]


def test_the_screen_loads_again_when_something_changed(desk: Desk, stage: Stage) -> None:
    participant_id: ParticipantId = builders.accepted(desk, "Karl", "Boone")
    screen = made(desk, stage)
    assert "K. Boone waits for a group" in words(screen.decisions)
    group_id = builders.group(desk)
    stage.frame.tasks.change(screen, lambda: desk.members.join(group_id, participant_id, DAY))
    stage.settle()
    assert not screen.decisions.isVisible()
    assert "1 expected" in words(screen.tonight)


def test_behind_another_page_the_count_follows_when_nothing_more_changes(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage)
    screen.hide()
    before = stage.counts["today"]
    stage.frame.tasks.change(
        screen,
        lambda: desk.referrals.refer(builders.person(), builders.referral(date(2026, 5, 1)), builders.form()),
    )
    stage.settle()
    assert (stage.counts["today"], screen.later.isActive()) == (before, True)
    screen.later.timeout.emit()
    stage.settle()
    assert stage.counts["today"] > before


def test_the_badge_and_the_summary_count_what_is_overdue_or_due_today() -> None:
    assert urgent(today(-1, 0, None, 1)) == 3
    assert summary(today(-1, 0, None, 1)) == "No groups tonight. Three things are due."
    assert summary(today(5)) == "No groups tonight. Nothing is due today."
    assert summary(today()) == "No groups tonight. Nothing is due."


def test_a_duty_without_a_date_is_not_shown_as_something_for_later() -> None:
    assert state_of(None) is State.WARN
    assert state_of(-3) is State.BAD
    assert state_of(2) is State.NEUTRAL


def test_every_kind_of_duty_has_a_button() -> None:
    assert set(BUTTONS) == set(DutyKind)


def test_the_danger_button_is_there_when_nothing_else_is(desk: Desk, stage: Stage) -> None:
    asked: list[bool] = []
    stage.frame.danger_wanted.connect(lambda: asked.append(True))
    stage.press(made(desk, stage), "dangerButton")
    assert asked == [True]


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    builders.evening(desk, people=2)
    made_row = desk.referrals.refer(builders.person("Karl", "Boone"), builders.referral(), builders.form())
    assert made_row.row_id is not None
    builders.suitable(desk, ParticipantId(made_row.row_id))
    screen = made(desk, stage)
    assert clipped_words(screen) == []
    assert unnamed_inputs(screen) == []
    assert sentence_with(screen, "cannot be accepted")
