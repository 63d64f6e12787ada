"""What is typed into a form: kept at a pause and before the lock, filled in, discarded, taken back."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from bipdesk.desk import Desk
from bipdesk.domain.draft import DraftKey
from bipdesk.domain.handover import HandOverForm
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.ui.forms.code_edit import CodeEdit
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.add_note_dialog import AddNoteDialog
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.referral.screen import ReferralScreen, ReferralServices
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.passphrase_edit import PassphraseEdit
from tests import builders
from tests.ui.screens.stage import Stage, button, sentence_with, words

KEY = DraftKey("form")
DAY = builders.THURSDAY.date()


class Form(QWidget):
    """One field of each kind, and two that may never be kept."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self.name = line_edit("Name")
        self.text = text_area("Text", frame.look, 3)
        self.day = DateEdit("Day")
        self.kind = Choice("Kind", (("One", 1), ("Two", 2)))
        self.tick = CheckBox("Needed")
        self.radios = (QRadioButton("Risk note"), QRadioButton("Class note"))
        self.secret = PassphraseEdit(frame.look, "Passphrase")
        self.code = CodeEdit(frame.look, "recovery code")
        self.drafts = DraftKeeper(frame, KEY.form, self)
        column = QVBoxLayout(self)
        column.addWidget(self.drafts.bar)
        for field in (self.name, self.text, self.day, self.kind, self.tick, *self.radios):
            column.addWidget(field)
        column.addWidget(self.secret)
        column.addWidget(self.code)
        self.drafts.begin()

    def content(self) -> tuple[object, ...]:
        return (
            self.name.text(),
            self.text.toPlainText(),
            self.day.date_or_none(),
            self.kind.value(),
            self.tick.isChecked(),
            *(radio.isChecked() for radio in self.radios),
        )


FILLED = ("Ann", "Two\nlines", DAY, 2, True, False, True)
EMPTY = ("", "", None, 1, False, False, False)


@pytest.fixture
def kept(desk: Desk, frame: Frame) -> Iterator[Desk]:
    frame.drafts = desk.drafts
    yield desk
    frame.drafts = None


@pytest.fixture
def stage(qtbot: object, frame: Frame) -> Stage:
    return Stage(qtbot, frame)  # type: ignore[arg-type]


def _type_all(form: Form) -> None:
    QTest.keyClicks(form.name, "Ann")
    form.text.setFocus()
    form.text.setPlainText("Two\nlines")
    QTest.keyClicks(form.day.edit, "19/11/2026")
    QTest.keyClick(form.kind, Qt.Key.Key_Down)
    QTest.keyClick(form.tick, Qt.Key.Key_Space)
    QTest.keyClick(form.radios[1], Qt.Key.Key_Space)
    QTest.keyClicks(form.secret.edit, "seven quiet otters")
    QTest.keyClicks(form.code.fields[0], "ABCD")


def test_every_kind_of_field_is_filled_in_again_and_no_secret_is_kept(stage: Stage, kept: Desk) -> None:
    form = stage.show(Form(stage.frame))
    _type_all(form)
    assert form.content() == FILLED
    stage.frame.locking.emit()
    stage.settle()
    draft = kept.drafts.of(KEY)
    assert draft is not None
    assert set(draft.content) == {"Name", "Text", "Day", "Kind", "Needed", "Class note"}
    again = stage.show(Form(stage.frame))
    assert again.content() == FILLED
    assert again.secret.edit.text() == again.code.fields[0].text() == ""
    assert sentence_with(again, "You had begun this on 19 November at ")


def test_a_pause_is_enough(stage: Stage, kept: Desk) -> None:
    form = stage.show(Form(stage.frame))
    QTest.keyClicks(form.name, "Ann")
    stage.qtbot.waitUntil(lambda: kept.drafts.of(KEY) is not None)


def test_discard_empties_the_form_and_undo_fills_it(stage: Stage, kept: Desk) -> None:
    kept.drafts.keep(KEY, {"Name": "Ann", "Class note": True})
    form = stage.show(Form(stage.frame))
    stage.press(form, "Discard")
    assert form.content() == EMPTY
    assert kept.drafts.of(KEY) is None
    stage.press(form, "Undo")
    assert form.name.text() == "Ann"
    assert form.radios[1].isChecked()
    assert kept.drafts.of(KEY) is not None


def test_what_was_typed_before_the_file_answered_is_not_overwritten(stage: Stage, kept: Desk) -> None:
    kept.drafts.keep(KEY, {"Name": "Ann", "Text": "Old"})
    form = Form(stage.frame)
    form.name.setText("Beth")
    stage.show(form)
    assert (form.name.text(), form.text.toPlainText()) == ("Beth", "Old")


def test_a_form_brought_back_to_its_beginning_is_no_draft(stage: Stage, kept: Desk) -> None:
    form = stage.show(Form(stage.frame))
    QTest.keyClicks(form.name, "A")
    form.drafts.keep_now()
    QTest.keyClick(form.name, Qt.Key.Key_Backspace)
    form.drafts.keep_now()
    stage.settle()
    assert kept.drafts.of(KEY) is None


def test_what_is_typed_about_one_is_never_offered_for_another(stage: Stage, kept: Desk) -> None:
    form = stage.show(Form(stage.frame))
    first, second = (DraftKey("form", builders.NOBODY), DraftKey("form", UUID(int=9)))
    form.drafts.begin(second.subject_id)
    QTest.keyClicks(form.name, "Ann")
    form.drafts.leave()
    form.name.setText("Beth")
    form.drafts.begin(first.subject_id)
    stage.settle()
    draft = kept.drafts.of(second)
    assert draft is not None
    assert draft.content == {"Name": "Ann"}
    assert kept.drafts.of(first) is None


def referral_services(desk: Desk) -> ReferralServices:
    return ReferralServices(desk.participants, desk.referrals, desk.agencies, desk.blank_forms)


def _note(stage: Stage, desk: Desk, page: QWidget, participant: ParticipantId) -> AddNoteDialog:
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
    dialog = AddNoteDialog(stage.frame, services, desk.participants.file(participant), page)
    dialog.open()
    stage.settle()
    return dialog


def test_a_dialog_that_is_left_keeps_its_words_and_gives_them_up_when_saved(stage: Stage, kept: Desk) -> None:
    participant = builders.accepted(kept)
    page = stage.show(QWidget())
    dialog = _note(stage, kept, page, participant)
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, "He was late")
    stage.press(dialog, "Cancel")
    assert stage.notices[-1][0].startswith("What you typed is kept.")
    dialog = _note(stage, kept, page, participant)
    assert dialog.text.toPlainText() == "He was late"
    button(dialog, "Risk, may be disclosed").click()
    stage.press(dialog, "Save note")
    assert [note.text for note in kept.notes.of(participant)] == ["He was late"]
    assert kept.drafts.list() == ()
    assert _note(stage, kept, page, participant).text.toPlainText() == ""


def test_a_referral_is_filled_in_again_and_its_hand_over_form_only_said_to_be_sealed(
    stage: Stage, kept: Desk
) -> None:
    page = stage.show(ReferralScreen(stage.frame, referral_services(kept), kept.clock))
    QTest.keyClicks(page.person.given_name, "Aaron")
    QTest.keyClicks(page.hand_over.people[0][0], "Jane")
    stage.frame.locking.emit()
    stage.settle()
    draft = kept.drafts.of(DraftKey("referral"))
    assert draft is not None
    assert draft.content == {"Given name": "Aaron"}
    again = stage.show(ReferralScreen(stage.frame, referral_services(kept), kept.clock))
    assert again.person.given_name.text() == "Aaron"
    assert again.hand_over.form(builders.NOBODY) == HandOverForm(builders.NOBODY)
    assert "is sealed already" in sentence_with(again, "You had begun this")
    stage.press(again, "clearButton")
    assert again.person.given_name.text() == ""
    assert "The form is cleared." in words(again)
    stage.press(again, "Undo")
    assert again.person.given_name.text() == "Aaron"
    QTest.keyClicks(again.person.family_name, "Pruett")
    QTest.keyClicks(again.referral.referrer, "Dale County Court")
    stage.press(again, "saveButton")
    assert kept.drafts.list() == ()
    with kept._vault.records.unit() as unit:
        assert len(unit.hand_overs.all()) == 2


def test_a_frame_without_drafts_keeps_nothing(stage: Stage, desk: Desk) -> None:
    form = stage.show(Form(stage.frame))
    QTest.keyClicks(form.name, "Ann")
    form.drafts.keep_now()
    stage.settle()
    assert desk.drafts.list() == ()


def test_a_draft_keeps_the_token_of_what_was_on_screen(stage: Stage, kept: Desk) -> None:
    form = stage.show(Form(stage.frame))
    subject = UUID(int=9)
    form.drafts.begin(subject, Seen("before"))
    QTest.keyClicks(form.name, "Ann")
    stage.frame.locking.emit()
    stage.settle()
    again = stage.show(Form(stage.frame))
    again.drafts.begin(subject, Seen("after an import"))
    stage.settle()
    assert (again.name.text(), again.drafts.seen) == ("Ann", "before")
    stage.press(again, "Discard")
    assert again.drafts.seen == "after an import"
    stage.press(again, "Undo")
    assert (again.name.text(), again.drafts.seen) == ("Ann", "before")


def test_a_form_that_shows_the_file_again_is_no_draft_any_more(stage: Stage, kept: Desk) -> None:
    form = stage.show(Form(stage.frame))
    QTest.keyClicks(form.name, "Ann")
    form.drafts.keep_now()
    form.name.setText("")
    form.drafts.begin()
    stage.settle()
    assert kept.drafts.of(KEY) is None


def test_a_pause_that_ends_during_the_save_leaves_no_draft(stage: Stage, kept: Desk) -> None:
    form = stage.show(Form(stage.frame))
    QTest.keyClicks(form.name, "Ann")
    save = form.drafts.saving(lambda: kept.drafts.keep(DraftKey("other"), {"saved": True}))
    stage.frame.tasks.change(form, save)
    form.drafts.touch()
    form.drafts.keep_now()
    QTest.keyClicks(form.name, "e")
    form.drafts.keep_now()
    form.name.setText("")
    form.drafts.saved()
    stage.settle()
    assert [draft.key for draft in kept.drafts.list()] == [DraftKey("other")]
