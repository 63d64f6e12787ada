"""One participant's file: what stands in it, and what is being typed is never lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import IndividualFact, IndividualKind
from bipdesk.domain.participant import NoteClass
from bipdesk.ui.application import Application
from bipdesk.ui.screens.participant.acts import Act
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.screen import ParticipantScreen
from bipdesk.ui.widgets.pill import Pill
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, button, sentence_with, words

INTAKE, NOTES = 1, 2


def made(desk: Desk, stage: Stage, participant_id: ParticipantId) -> ParticipantScreen:
    services = FileServices(
        desk.participants,
        desk.referrals,
        desk.individual,
        desk.notes,
        desk.groups,
        desk.clock,
        desk.owed_documents,
        desk.agencies,
        desk.person_links,
        desk.members,
    )
    screen = ParticipantScreen(stage.frame, services)
    screen.show_for(participant_id)
    return stage.show(screen)


def member(desk: Desk, mark: Mark = Mark.ABSENT) -> ParticipantId:
    """Take in a participant and mark him at the first session of a group."""
    participant_id = builders.accepted(desk)
    for step in desk.individual.owed(participant_id):
        if step.code.startswith("pre-group"):
            day = date(2026, 11, 2)
            fact = IndividualFact(step.code, day, IndividualKind.ONE_TO_ONE)
            desk.individual.record(participant_id, fact)
    group_id = builders.group(desk)
    desk.members.join(group_id, participant_id, date(2026, 11, 1))
    session_id = desk.groups.file(group_id).sessions[0].session_id
    builders.mark_all(desk, session_id, mark)
    return participant_id


def pills(screen: ParticipantScreen) -> list[str]:
    return [pill.text() for pill in screen.header.findChildren(Pill) if pill.isVisible()]


def test_the_header_says_who_he_is_and_how_he_stands(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, member(desk))
    assert screen.header.title.text() == "Aaron Pruett"
    assert pills(screen) == ["Waiting to start", "1 catch-up owed"]
    assert "Dale County Probation · Thursday group" in screen.header.subtitle.text()
    assert screen.journey_title.text() == "Journey · 2 of 29 steps"


def test_the_next_due_thing_is_the_primary_button(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, member(desk))
    *others, last = screen.head_actions.buttons.values()
    assert last.text() == "Record catch-up"
    assert last.property("kind") == "primary"
    assert {each.property("kind") for each in others} == {"plain"}


def test_the_overview_says_what_is_owed_and_what_is_next(desk: Desk, stage: Stage) -> None:
    shown = words(made(desk, stage, member(desk)).overview)
    assert shown.index("Owed") < shown.index("Next")
    assert {"Foundation 1", "Foundation 2", "Absent · 19 Nov", "No notes yet"} <= set(shown)


def test_notes_of_both_classes_stand_with_their_class(desk: Desk, stage: Stage) -> None:
    participant_id = member(desk)
    desk.notes.add(participant_id, None, NoteClass.CLASS, "Chain of events")
    desk.notes.add(participant_id, None, NoteClass.RISK, "Drove past the house")
    screen = made(desk, stage, participant_id)
    screen.tabs.choose(NOTES)
    shown = words(screen.notes.lines)
    assert shown.index("Risk, may be disclosed") < shown.index("Drove past the house")
    assert shown.index("Class, confidential") < shown.index("Chain of events")
    screen.notes.filter.set_value(NoteClass.RISK)
    assert "Chain of events" not in words(screen.notes.lines)
    assert sentence_with(screen.notes, "It never leaves the programme.")


def test_an_edit_of_intake_is_saved_and_its_buttons_go(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk)
    screen = made(desk, stage, participant_id)
    screen.tabs.choose(INTAKE)
    save = screen.intake.person_panel.save_button
    assert not save.isVisible()
    screen.intake.person.phone.setText("01632 960 155")
    assert save.isVisible()
    stage.press(screen.intake.person_panel, "Save")
    assert desk.participants.file(participant_id).person.phone == "01632 960 155"
    assert not save.isVisible()


def test_what_is_being_typed_survives_a_change_made_elsewhere(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk)
    screen = made(desk, stage, participant_id)
    screen.tabs.choose(INTAKE)
    screen.intake.person.phone.setText("01632 960 155")
    note = (participant_id, None, NoteClass.CLASS, "Came early")
    stage.frame.tasks.change(screen, lambda: desk.notes.add(*note))
    stage.settle()
    assert screen.intake.person.phone.text() == "01632 960 155"
    assert screen.view is not None
    assert len(screen.view.notes) == 1


def test_a_refused_edit_says_why_under_its_field_and_keeps_it(desk: Desk, stage: Stage) -> None:
    participant_id = builders.accepted(desk)
    screen = made(desk, stage, participant_id)
    screen.tabs.choose(INTAKE)
    screen.intake.referral.referred_on.edit.selectAll()
    QTest.keyClicks(screen.intake.referral.referred_on.edit, "1/1/2027")
    stage.press(screen.intake.referral_panel, "Save")
    assert screen.intake.referral.referred_on.edit.accessibleDescription() != ""
    assert screen.intake.referral.referred_on.date_or_none() == date(2027, 1, 1)
    stage.press(screen.intake.referral_panel, "Undo changes")
    assert screen.intake.referral.referred_on.date_or_none() == date(2026, 7, 2)


def test_another_participant_does_not_inherit_what_was_typed(desk: Desk, stage: Stage) -> None:
    first, second = builders.accepted(desk), builders.accepted(desk, "Kyle", "Boyd")
    screen = made(desk, stage, first)
    screen.intake.person.phone.setText("01632 960 155")
    screen.show_for(second)
    stage.settle()
    assert screen.header.title.text() == "Kyle Boyd"
    assert screen.intake.person.phone.text() == ""


def test_the_tab_key_goes_from_the_header_to_the_journey_to_the_tabs(desk: Desk, stage: Stage) -> None:
    """Beside other things in the window: alone, going round would hide a wrong beginning."""
    window, before, after = QWidget(), QPushButton("Before"), QPushButton("After")
    services = FileServices(
        desk.participants,
        desk.referrals,
        desk.individual,
        desk.notes,
        desk.groups,
        desk.clock,
        desk.owed_documents,
        desk.agencies,
        desk.person_links,
        desk.members,
    )
    screen = ParticipantScreen(stage.frame, services)
    row = QHBoxLayout(window)
    for widget in (before, screen, after):
        row.addWidget(widget)
    screen.show_for(member(desk))
    stage.show(window)
    screen.load()
    stage.settle()
    before.setFocus()
    reached = []
    for _ in range(6):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        focused = window.focusWidget()
        reached.append(focused.accessibleName() or focused.property("text"))
    assert reached == [
        "End programme",
        "Add note",
        "Record catch-up",
        "Foundation 2: next",
        "Parts of the file",
        "After",
    ]


def test_something_that_is_no_id_opens_nothing(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, builders.accepted(desk))
    with pytest.raises(TypeError):
        screen.show_for("BD-0141")


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_no_tab_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    participant_id = member(desk)
    desk.notes.add(participant_id, None, NoteClass.RISK, "Drove past the house twice. " * 12)
    screen = made(desk, stage, participant_id)
    assert unnamed_inputs(screen) == []
    for place in range(screen.tabs.bar.count()):
        screen.tabs.choose(place)
        stage.settle()
        assert clipped_words(screen) == [], place
        assert screen.body.geometry().width() <= screen.scroll_area.viewport().width()
    assert button(screen, f"{Act.RECORD.value}Button")
