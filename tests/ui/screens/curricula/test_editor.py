"""The editor: half done survives, every fault stands beside its field, a release is for good."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from bipdesk.desk import Desk
from bipdesk.domain import draft_faults as faults
from bipdesk.domain.curriculum import StepKind
from bipdesk.ui.screens.curricula.draft_session_dialog import DraftSessionDialog
from bipdesk.ui.screens.curricula.editor_screen import CurriculumEditorScreen
from bipdesk.ui.screens.curricula.release_dialog import ReleaseDialog
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words


def editor(desk: Desk, stage: Stage, draft_id: object) -> CurriculumEditorScreen:
    topics = desk.curriculum_views.topics
    screen = CurriculumEditorScreen(stage.frame, desk.curriculum_drafts, topics, desk.blank_forms)
    screen.open_for(draft_id)
    return stage.show(screen)


def typed(field: QLineEdit, text: str) -> None:
    field.clear()
    QTest.keyClicks(field, text)


def test_everything_wrong_is_said_at_once_beside_its_field_and_mended(desk: Desk, stage: Stage) -> None:
    screen = editor(desk, stage, desk.curriculum_drafts.begin().row_id)
    assert unnamed_inputs(screen) == [] and clipped_words(screen) == []
    typed(screen.fields.minutes, "ninety")
    stage.press(screen, "Release…")
    for sentence in (faults.NO_NAME, faults.NO_SOURCE, faults.NO_MINUTES, faults.NO_BLOCK_NAME):
        assert sentence_with(screen, sentence)
    assert sentence_with(screen, "4 things have to be changed")
    assert list(desk.curricula.own) == []
    typed(screen.fields.name, "Our sequence")
    typed(screen.fields.source, "Written by us")
    typed(screen.fields.minutes, "90")
    typed(screen.fields.panels[0].name, "Beginning")
    typed(screen.fields.panels[0].sessions, "4")
    stage.press(screen, "Add a session")
    stage.press(screen, "Check")
    assert sentence_with(screen, "Nothing is wrong with it")
    stage.press(screen, "Release…")
    stage.press(screen.findChildren(ReleaseDialog)[-1], "Release")
    [release] = desk.curricula.own
    assert [step.title for step in release.curriculum.steps] == [f"Beginning {n}" for n in range(1, 6)]
    assert stage.pages[-1] == ("curricula", None)


def test_blocks_and_sessions_are_added_moved_edited_and_removed(desk: Desk, stage: Stage) -> None:
    screen = editor(desk, stage, desk.curriculum_drafts.begin("bbr-1").row_id)
    fields = screen.fields
    assert [panel.name.text() for panel in fields.panels][1:3] == ["Foundation", "My Thinking"]
    panel = fields.panels[1]
    stage.press(panel, "Show the sessions")
    assert clipped_words(screen) == [] and unnamed_inputs(screen) == []
    panel.session_wanted.emit("foundation", 1)
    dialog = screen.findChildren(DraftSessionDialog)[-1]
    dialog.session_title.setText("Listening")
    dialog.topics.tick(("impact", "noticing"))
    stage.press(dialog, "Put into the draft")
    assert "topics 4, 5" in words(panel)
    panel.session_moved.emit("foundation", 1, -1)
    panel.session_removed.emit("foundation", 5)
    stage.press(fields.panels[2], "Down")
    assert [panel.name.text() for panel in fields.panels][2:4] == ["Individual 1-2-1", "My Thinking"]
    stage.press(fields.panels[0], "Remove block")
    stage.press(screen, "Add a block")
    fields.panels[-1].kind.set_value(StepKind.REVIEW)
    fields.panels[-1].kind.activated.emit(2)
    stage.press(screen, "Save draft")
    draft = desk.curriculum_views.list().drafts[0].stored.draft
    assert draft == fields.draft()
    assert draft is not None
    assert [one.title for one in draft.blocks[0].sessions] == ["Listening", "", "", "", ""]
    assert (draft.blocks[-1].key, draft.blocks[-1].kind) == ("block-1", StepKind.REVIEW)


def test_a_block_may_wait_for_chosen_blocks(desk: Desk, stage: Stage) -> None:
    screen = editor(desk, stage, desk.curriculum_drafts.begin("bbr-1").row_id)
    after = screen.fields.panels[4].after
    after.choice.setCurrentIndex(2)
    after.choice.activated.emit(2)
    stage.settle()
    [box] = [box for key, box in after._boxes.items() if key == "foundation"]
    box.click()
    assert screen.fields.draft().blocks[4].after == ("foundation",)
    stage.press(screen.fields.panels[1], "Down")
    stage.press(screen.fields.panels[2], "Down")
    stage.press(screen.fields.panels[3], "Down")
    stage.press(screen, "Check")
    assert sentence_with(screen, faults.NOT_ABOVE)


def test_half_done_survives_a_crash_and_can_be_undone(desk: Desk, stage: Stage) -> None:
    stage.frame.drafts = desk.drafts
    draft_id = desk.curriculum_drafts.begin("bbr-1").row_id
    screen = editor(desk, stage, draft_id)
    typed(screen.fields.name, "Half a name")
    typed(screen.fields.panels[0].sessions, "3\r")
    screen.drafts.keep_now()
    stage.settle()
    screen.hide()
    again = editor(desk, stage, draft_id)
    assert again.fields.name.text() == "Half a name"
    assert again.fields.panels[0].sessions.text() == "3"
    stage.press(again, "Undo changes")
    assert again.fields.name.text() == "Building Better Relationships, our own"
    assert again.fields.panels[0].sessions.text() == "2"


def test_a_curriculum_is_planned_on_blank_paper(desk: Desk, stage: Stage) -> None:
    screen = editor(desk, stage, desk.curriculum_drafts.begin().row_id)
    stage.press(screen, "Print blank")
    assert stage.documents[-1][0] == "A curriculum of our own"
