"""The list of curricula, one curriculum with its topics, and one session with its words and files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument

from bipdesk.desk import Desk
from bipdesk.domain.own_curriculum import SessionWords
from bipdesk.ui.screens.curricula.curriculum_screen import CurriculumScreen
from bipdesk.ui.screens.curricula.screen import NONE_YET, CurriculaScreen
from bipdesk.ui.screens.curricula.session_screen import NO_AIMS, CurriculumSessionScreen
from bipdesk.ui.screens.curricula.words_dialog import WordsDialog
from tests import builders
from tests.ui.accessible import clipped_words, unnamed_inputs
from tests.ui.screens.stage import Stage, sentence_with, words

THINKING = ("bbr-1", "thinking-3")


def listed(desk: Desk, stage: Stage) -> CurriculaScreen:
    return stage.show(CurriculaScreen(stage.frame, desk.curriculum_views, desk.curriculum_drafts))


def one(desk: Desk, stage: Stage, curriculum_id: str, leads: bool = True) -> CurriculumScreen:
    views, drafts = desk.curriculum_views, desk.curriculum_drafts
    screen = CurriculumScreen(stage.frame, views, drafts, desk.clock, leads=leads)
    screen.open_for(curriculum_id)
    return stage.show(screen)


def session(desk: Desk, stage: Stage, argument: object, leads: bool = True) -> CurriculumSessionScreen:
    writing = (desk.session_words, desk.session_files)
    screen = CurriculumSessionScreen(
        stage.frame, desk.curriculum_views, writing, desk.blank_forms, leads=leads
    )
    screen.open_for(argument)
    return stage.show(screen)


def test_the_list_shows_what_ships_and_says_how_an_own_one_begins(desk: Desk, stage: Stage) -> None:
    screen = listed(desk, stage)
    said = words(screen)
    assert NONE_YET in said and "Building Better Relationships" in said
    assert not [each for each in said if "women" in each.lower()]
    assert unnamed_inputs(screen) == [] and clipped_words(screen) == []
    stage.press(screen, "New curriculum…")
    stage.press(screen, "Begin")
    [(page, draft_id)] = stage.pages
    assert page == "curriculum-editor"
    assert desk.curriculum_views.list().drafts[0].stored.draft_id == draft_id


def test_a_draft_is_discarded_from_the_list_and_brought_back(desk: Desk, stage: Stage) -> None:
    desk.curriculum_drafts.begin("bbr-1")
    screen = listed(desk, stage)
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(screen, "Discard")
    assert desk.curriculum_views.list().drafts == ()
    undo[-1]()
    stage.settle()
    assert "Building Better Relationships, our own" in words(screen)


def test_one_curriculum_says_which_of_the_eight_it_covers_and_when(desk: Desk, stage: Stage) -> None:
    group_id = builders.group(desk)
    desk.session_words.word(*THINKING, SessionWords("Listening", ("To listen",), ("impact",)))
    screen = one(desk, stage, "bbr-1")
    assert sentence_with(screen, "1 of 8 are covered. 23 group sessions are tagged with none.")
    assert "1 aim · topic 4" in words(screen)
    assert words(screen).count("No session is tagged with it") == 7
    assert unnamed_inputs(screen) == [] and clipped_words(screen) == []
    screen.topics_panel.group.set_value(group_id)
    screen.topics_panel.asked.emit(group_id)
    stage.settle()
    assert sentence_with(screen, "Listening\u00a0(21\u00a0Jan\u00a02027)")
    stage.press(screen, "Print")
    assert stage.documents[-1][0] == "Building Better Relationships"
    stage.press(screen, "Copy into one of your own")
    assert stage.pages[-1][0] == "curriculum-editor"


def test_an_untagged_curriculum_says_so_plainly_and_a_facilitator_only_looks(
    desk: Desk, stage: Stage
) -> None:
    screen = one(desk, stage, "power-and-control-1", leads=False)
    assert sentence_with(screen, "No session is tagged yet")
    assert "Vignette or video, Control log" in words(screen)
    assert not screen.copy_button.isVisible() and not screen.retire_button.isVisible()


def test_one_that_is_not_known_here_is_said_in_words(desk: Desk, stage: Stage) -> None:
    screen = one(desk, stage, "bbr-9")
    assert "“bbr-9” (not known on this computer)" in words(screen)
    assert not screen.copy_button.isVisible()


def test_words_and_topics_of_a_session_are_written_and_taken_back(desk: Desk, stage: Stage) -> None:
    screen = session(desk, stage, THINKING)
    assert NO_AIMS in words(screen)
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    stage.press(screen, "Words and topics…")
    dialog = screen.findChildren(WordsDialog)[-1]
    assert unnamed_inputs(dialog) == [] and clipped_words(dialog) == []
    dialog.session_title.setText("x" * 201)
    stage.press(dialog, "Save")
    assert sentence_with(dialog, "longer than 200 characters")
    dialog.session_title.setText("Listening")
    dialog.aims.setPlainText("To listen\n\nTo wait")
    dialog.topics.tick(("impact",))
    stage.press(dialog, "Save")
    step = desk.curricula.of("bbr-1").step("thinking-3")
    assert (step.title, step.aims, step.topics) == ("Listening", ("To listen", "To wait"), ("impact",))
    assert "To wait" in words(screen)
    undo[-1]()
    stage.settle()
    assert desk.curricula.of("bbr-1").step("thinking-3").is_untitled


def _picture() -> bytes:
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.mark.parametrize(
    ("name", "content"), [("exercise.txt", "Zuhören\n".encode() * 200), ("poster.png", None)]
)
def test_a_file_is_attached_opened_removed_and_put_back(
    desk: Desk, stage: Stage, tmp_path: Path, name: str, content: bytes | None
) -> None:
    session_id = builders.evening(desk, people=1)
    screen = session(desk, stage, session_id)
    undo: list[Callable[[], None]] = []
    stage.frame.notice.connect(lambda _words, _state, way_back: undo.append(way_back))
    path = tmp_path / name
    path.write_bytes(content or _picture())
    screen.files.attach(path)
    stage.settle()
    assert name in words(screen)
    stage.press(screen, "Open")
    title, pdf = stage.documents[-1]
    assert title == name and isinstance(pdf, bytes)
    document = QPdfDocument()
    buffer = QBuffer()
    buffer.setData(pdf)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document.load(buffer)
    assert document.pageCount() >= 1
    stage.press(screen, "Remove")
    assert name not in words(screen)
    undo[-1]()
    stage.settle()
    assert name in words(screen)


def test_a_program_is_not_attached(desk: Desk, stage: Stage, tmp_path: Path) -> None:
    screen = session(desk, stage, THINKING)
    path = tmp_path / "setup.exe"
    path.write_bytes(b"MZ\x90\x00\x03")
    screen.files.attach(path)
    stage.settle()
    assert desk.curriculum_views.session(*THINKING).files == ()


def test_a_facilitator_opens_what_is_attached_and_changes_nothing(
    programme: builders.Programme, stage: Stage
) -> None:
    desk = programme.desk()
    desk.session_files.attach(*THINKING, "hand-out.txt", b"Read this")
    desk.lock()
    desk = programme.desk(builders.FACILITATOR)
    screen = session(desk, stage, THINKING, leads=False)
    assert not screen.words_button.isVisible() and not screen.files.attach_button.isVisible()
    stage.press(screen, "Open")
    stage.settle()
    assert stage.documents[-1][0] == "hand-out.txt"
    desk.lock()


def test_a_session_is_printed_blank(desk: Desk, stage: Stage) -> None:
    stage.press(session(desk, stage, THINKING), "Print blank")
    assert stage.documents[-1][0] == "Words and topics of a session"
