"""The dialogs of a participant's file: each says what it does, refuses in words, and does one thing."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bipdesk.desk import Desk
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.referral import Status
from bipdesk.ui.application import Application
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.forms.note_words import INCIDENT_TOO
from bipdesk.ui.screens.participant.accept_dialog import AcceptDialog
from bipdesk.ui.screens.participant.acts import PART_OF_ACT, Act
from bipdesk.ui.screens.participant.add_note_dialog import AddNoteDialog
from bipdesk.ui.screens.participant.goals.services import OneToOneWanted
from bipdesk.ui.screens.participant.hand_over_dialog import HandOverDialog
from bipdesk.ui.screens.participant.join_group_dialog import JoinGroupDialog
from bipdesk.ui.screens.participant.screen import ParticipantScreen
from bipdesk.ui.screens.participant.sign_waiver_dialog import SignWaiverDialog
from bipdesk.ui.widgets.button import Button
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.participant.test_screen import made, member
from tests.ui.screens.stage import Stage, sentence_with, words


def referred(desk: Desk) -> ParticipantId:
    row = desk.referrals.refer(builders.person(), builders.referral(), builders.form())
    assert row.row_id is not None
    return ParticipantId(row.row_id)


def opened(screen: ParticipantScreen, kind: type[FormDialog]) -> FormDialog:
    (found,) = (each for each in screen.findChildren(kind) if each.isVisible())
    return found


def test_the_tab_key_goes_through_the_fields_before_the_buttons(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, referred(desk))
    screen.open_dialog(Act.SIGN_WAIVER)
    stage.settle()
    dialog = opened(screen, SignWaiverDialog)
    assert isinstance(dialog, SignWaiverDialog)
    for expected in (dialog.signed_on.edit, dialog.signed_on.pick_button, "Cancel", dialog.do_button):
        focused = dialog.focusWidget()
        assert focused is expected or (isinstance(focused, Button) and focused.text() == expected)
        QTest.keyClick(focused, Qt.Key.Key_Tab)


def test_from_referral_to_a_place_in_a_group_by_the_primary_button_alone(desk: Desk, stage: Stage) -> None:
    builders.group(desk)
    participant_id = referred(desk)
    builders.suitable(desk, participant_id)
    screen = made(desk, stage, participant_id)
    for act, kind in (
        (Act.SIGN_WAIVER, SignWaiverDialog),
        (Act.ACCEPT, AcceptDialog),
        (Act.PLACE_IN_GROUP, JoinGroupDialog),
    ):
        if act is Act.PLACE_IN_GROUP:
            assert list(screen.head_actions.buttons)[-1] is Act.RECORD
            builders.pre_group(desk, participant_id)  # on a page of its own
            screen.load()
            stage.settle()
        assert list(screen.head_actions.buttons)[-1] is act
        stage.press(screen, f"{act.value}Button")
        dialog = opened(screen, kind)
        stage.press(dialog, dialog.do_button.text())
    file = desk.participants.file(participant_id)
    assert (file.status, file.group_name) == (Status.WAITING, "Thursday group")
    assert file.group_joined_on == date(2026, 11, 19)
    assert len(stage.notices) == 3


def test_a_waiver_signed_tomorrow_is_refused_under_its_field(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, referred(desk))
    screen.open_dialog(Act.SIGN_WAIVER)
    dialog = opened(screen, SignWaiverDialog)
    assert isinstance(dialog, SignWaiverDialog)
    dialog.signed_on.set_date(date(2026, 11, 20))
    stage.press(dialog, "Waiver is signed")
    assert dialog.isVisible()
    assert dialog.signed_on.edit.accessibleDescription() != ""
    assert dialog.signed_on.date_or_none() == date(2026, 11, 20)
    dialog.signed_on.set_date(date(2026, 11, 18))
    stage.press(dialog, "Waiver is signed")
    assert screen.findChildren(SignWaiverDialog) == []


def test_a_note_needs_its_class_and_there_is_no_default(desk: Desk, stage: Stage) -> None:
    participant_id = referred(desk)
    screen = made(desk, stage, participant_id)
    screen.open_dialog(Act.ADD_NOTE)
    dialog = opened(screen, AddNoteDialog)
    assert isinstance(dialog, AddNoteDialog)
    assert dialog.note_class.chosen() is None
    QTest.keyClicks(dialog.text, "Drove past the house twice")
    stage.press(dialog, "Save note")
    assert sentence_with(dialog, "there is no default")
    assert desk.notes.of(participant_id) == ()
    dialog.note_class.buttons[NoteClass.RISK].click()
    stage.press(dialog, "Save note")
    (note,) = desk.notes.of(participant_id)
    assert (note.note_class, note.text) == (NoteClass.RISK, "Drove past the house twice")
    assert stage.notices[-1][0] == f"Note saved. {INCIDENT_TOO}"


def test_what_he_owes_and_what_comes_next_is_recorded_on_its_own_page(desk: Desk, stage: Stage) -> None:
    participant_id = member(desk)
    screen = made(desk, stage, participant_id)
    screen.open_dialog(Act.RECORD)
    (key, wanted) = stage.pages[-1]
    assert (key, wanted) == ("one-to-one", OneToOneWanted(participant_id, "foundation-1"))


def test_more_can_be_handed_over_later_and_only_the_officer_reads_it(
    programme: builders.Programme, desk: Desk, stage: Stage
) -> None:
    screen = made(desk, stage, referred(desk))
    screen.open_dialog(Act.HAND_OVER)
    dialog = opened(screen, HandOverDialog)
    assert isinstance(dialog, HandOverDialog)
    dialog.form.people[0][0].setText("Wren Castellano")
    stage.press(dialog, "Seal and hand over")
    desk.lock()
    hers = programme.desk(builders.OFFICER)
    assert hers.safety is not None
    forms = [hers.safety.open_envelope(each.envelope_id) for each in hers.safety.envelopes()]
    assert sorted(len(form.people) for form in forms) == [0, 1]
    hers.lock()


def test_a_group_with_no_session_to_come_is_not_offered(desk: Desk, stage: Stage) -> None:
    screen = made(desk, stage, builders.accepted(desk))
    screen.open_dialog(Act.PLACE_IN_GROUP)
    stage.settle()
    dialog = opened(screen, JoinGroupDialog)
    assert not dialog.do_button.isEnabled()
    assert sentence_with(dialog, "Plan one under Groups and sessions")
    stage.press(dialog, "Groups and sessions")
    assert stage.pages == [("groups", None)]


def test_a_duty_from_today_opens_its_dialog_once(desk: Desk, stage: Stage) -> None:
    participant_id = referred(desk)
    screen = made(desk, stage, participant_id)
    screen.show_for((participant_id, DutyKind.GET_WAIVER))
    stage.settle()
    assert "Waiver of Aaron Pruett" in words(opened(screen, SignWaiverDialog))
    screen.load()
    stage.settle()
    assert len(screen.findChildren(FormDialog)) == 1


def test_escape_leaves_a_dialog_and_changes_nothing(desk: Desk, stage: Stage) -> None:
    participant_id = referred(desk)
    screen = made(desk, stage, participant_id)
    screen.open_dialog(Act.SIGN_WAIVER)
    QTest.keyClick(opened(screen, SignWaiverDialog), Qt.Key.Key_Escape)
    stage.settle()
    assert screen.findChildren(SignWaiverDialog) == []
    assert desk.participants.file(participant_id).waiver_signed_on is None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_dialog_is_clipped_or_unnamed(desk: Desk, stage: Stage, qapp: Application, scale: float) -> None:
    qapp.dress(dark=False, scale=scale)
    screen = made(desk, stage, member(desk))
    for act in set(Act) - {Act.HAND_OVER, Act.SIGN_WAIVER, Act.REFER_AGAIN, Act.RECORD, *PART_OF_ACT}:
        screen.open_dialog(act)
        stage.settle()
        dialog = opened(screen, FormDialog)
        dialog.submit()
        stage.settle()
        assert dialog.isVisible(), "all of these refuse what is still empty or does not fit"
        assert clipped_words(dialog) == [], act
        assert unnamed_inputs(dialog) == [], act
        dialog.reject()
        stage.settle()
    for act in (Act.HAND_OVER, Act.SIGN_WAIVER):
        screen.open_dialog(act)
        stage.settle()
        dialog = opened(screen, FormDialog)
        assert clipped_words(dialog) == [], act
        assert unnamed_inputs(dialog) == [], act
        dialog.reject()
        stage.settle()
