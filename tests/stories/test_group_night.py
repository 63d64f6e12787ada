"""Group night in the real window: typed from paper with the keyboard alone, and beside another desk."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bipdesk.desk import Desk
from bipdesk.domain.attendance import Mark, Reason, RegisterEntry
from bipdesk.domain.ids import SessionId
from bipdesk.domain.participant import NoteClass
from bipdesk.domain.register import RegisterLine
from bipdesk.ui.application import Application
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.pdf_view import PdfView
from tests import builders
from tests.stories.hand import CTRL, Hand, type_words
from tests.stories.keyboard import Keyboard
from tests.stories.offices import Office, open_office, unlock

TWO_MINUTES_OF_A_SLOW_TYPIST = 240
"""Keys: two in a second."""
UNDER_TWO_MINUTES = TWO_MINUTES_OF_A_SLOW_TYPIST - 1
FIRST_NOTE = "Named what he did without blaming anybody"
SECOND_NOTE = "Asked for the worksheet again"
RISK_NOTE = "Said he will wait outside her work on Friday"


@pytest.fixture
def tonight(programme: builders.Programme) -> SessionId:
    """The session of nine people; nobody is signed in."""
    desk = programme.desk()
    session_id = builders.evening(desk, people=9)
    desk.lock()
    return session_id


@pytest.fixture
def site(
    qtbot: QtBot,
    qapp: Application,
    look: Look,
    tmp_path: Path,
    programme: builders.Programme,
    tonight: SessionId,  # the group is planned before anybody signs in
) -> Iterator[Hand]:
    """The coordinator's window, with a group tonight."""
    assert look is qapp.look
    office = Office(programme.program, tmp_path / "settings", (programme.folder,))
    hand = open_office(qtbot, qapp, office)
    hand.look_at()
    unlock(qtbot, hand, builders.COORDINATOR)
    yield hand
    hand.window.close()


def lines(desk: Desk, session_id: SessionId) -> tuple[RegisterLine, ...]:
    return desk.registers.open_register(session_id).lines


def strike(keyboard: Keyboard, keys: str) -> None:
    """Press one key after the other wherever the keys go, and wait for nothing."""
    for key in keys:
        keyboard.write(key)


def note(keyboard: Keyboard, key: str, words: str) -> None:
    """Open a note on the line, type it, keep it; the line after it is the next one."""
    strike(keyboard, key)
    type_words(keyboard.focus, words)
    keyboard.pressed += len(words)
    keyboard.key(Qt.Key.Key_Return)


def test_nine_people_with_notes_are_typed_from_paper_in_under_two_minutes(
    site: Hand, programme: builders.Programme, tonight: SessionId
) -> None:
    site.press("Take register")
    keyboard = Keyboard(site)
    keyboard.key(Qt.Key.Key_O)
    strike(keyboard, "PPL20PA2XPE15P")
    keyboard.key(Qt.Key.Key_Home)
    strike(keyboard, "334344323")
    keyboard.key(Qt.Key.Key_Home)
    strike(keyboard, "DDDUUUDDD")
    keyboard.key(Qt.Key.Key_Home)
    note(keyboard, "C", FIRST_NOTE)
    keyboard.key(Qt.Key.Key_Down)
    note(keyboard, "C", SECOND_NOTE)
    note(keyboard, "R", RISK_NOTE)
    keyboard.key(Qt.Key.Key_Return, CTRL)
    site.settle()
    site.reads("Register closed.")
    assert keyboard.pressed <= UNDER_TWO_MINUTES
    desk = programme.desk()
    found = lines(desk, tonight)
    notes = [[(each.note_class, each.text) for each in desk.notes.of(line.participant_id)] for line in found]
    held = desk.registers.open_register(tonight).held
    desk.lock()
    assert "".join(line.mark.key for line in found if line.mark) == "PPLPAXPEP"
    assert (found[2].arrived_at, found[4].reason, found[7].left_at) == (
        time(18, 50),
        Reason.ILLNESS,
        time(20, 45),
    )
    assert [line.participation for line in found] == [3, 3, 4, 3, None, None, 3, 2, 3]
    assert [line.homework_done for line in found] == [True, True, True, False, False, False, True, True, True]
    assert notes[0] == [(NoteClass.CLASS, FIRST_NOTE)]
    assert notes[2] == [(NoteClass.CLASS, SECOND_NOTE)]
    assert notes[3] == [(NoteClass.RISK, RISK_NOTE)]
    assert held.recorded


def test_the_lines_on_the_screen_stand_in_the_order_of_the_paper(
    site: Hand, programme: builders.Programme, tonight: SessionId
) -> None:
    site.press("Take register")
    site.press("Print session sheet")
    sheet = site.front().findChild(PdfView)
    assert isinstance(sheet, PdfView)
    printed = sheet.document.getAllText(0).text()
    desk = programme.desk()
    places = [printed.index(f"{line.given_name} F.") for line in lines(desk, tonight)]
    desk.lock()
    assert places == sorted(places)


def test_what_another_desk_wrote_meanwhile_is_shown_and_asked_about(
    site: Hand, programme: builders.Programme, tonight: SessionId
) -> None:
    site.press("Take register")
    other = programme.desk(builders.FACILITATOR)
    first = lines(other, tonight)[0]
    other.registers.mark(tonight, first.participant_id, Mark.ABSENT, first.seen)
    keyboard = Keyboard(site)
    strike(keyboard, "PPPPPPPPP")
    site.settle()
    question = site.reads("Two entries for attendance")
    assert "R. Ortega wrote Absent" in question
    assert "C. Rivers wrote Present" in question
    keyboard.key(Qt.Key.Key_Return, CTRL)
    keyboard.key(Qt.Key.Key_Return)  # it was held as planned
    site.settle()
    site.reads("two entries stand against each other: 1")
    assert not other.registers.open_register(tonight).closed
    stands = site.seen(QPushButton, "Absent stands for attendance, as R. Ortega wrote")
    stands.setFocus()
    QTest.keyClick(stands, Qt.Key.Key_Space)
    site.settle()
    assert not any("Two entries" in line for line in site.words())
    marks = [line.mark for line in lines(other, tonight)]
    other.lock()
    assert marks == [Mark.ABSENT, *[Mark.PRESENT] * 8]


def test_a_register_left_open_meets_a_correction_made_elsewhere_and_writes_over_nothing(
    site: Hand, programme: builders.Programme, tonight: SessionId
) -> None:
    site.press("Take register")
    strike(Keyboard(site), "PPPPPPPPP")
    site.settle()
    other = programme.desk(builders.FACILITATOR)
    other.registers.close(tonight, other.registers.open_register(tonight).seen)
    first = lines(other, tonight)[0]
    entry, why = RegisterEntry(Mark.ABSENT), "He signed for a friend"
    other.registers.correct(tonight, first.participant_id, entry, why, first.seen)
    site.key(Qt.Key.Key_Home)
    site.key(Qt.Key.Key_L)
    site.settle()
    site.reads("This register is closed.")
    words = site.reads("Was Present until")
    assert "corrected by R. Ortega: He signed for a friend" in words
    assert lines(other, tonight)[0].mark is Mark.ABSENT
    other.lock()
