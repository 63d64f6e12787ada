"""Segments: mouse, keys and letters choose; words give way to keys where room is short."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from bipdesk.domain.attendance import Mark
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.participation_picker import ParticipationPicker
from bipdesk.ui.widgets.segmented_marks import SegmentedMarks


@pytest.fixture
def marks(qtbot: QtBot, look: Look) -> SegmentedMarks:
    made = SegmentedMarks("Aaron Pruett")
    qtbot.addWidget(made)
    made.show()
    return made


def words(marks: SegmentedMarks) -> list[str]:
    return [button.text() for button in marks.findChildren(QPushButton)]


@pytest.mark.parametrize("mark", list(Mark))
def test_each_mark_has_its_key(qtbot: QtBot, marks: SegmentedMarks, mark: Mark) -> None:
    with qtbot.waitSignal(marks.marked) as chosen:
        QTest.keyClicks(marks, mark.key.lower())
    assert chosen.args == [mark]
    assert marks.accessibleDescription() == mark.label


def test_choosing_the_same_again_with_the_mouse_clears(qtbot: QtBot, marks: SegmentedMarks) -> None:
    marks.set_mark(Mark.LATE)
    late = marks.findChildren(QPushButton)[1]
    with qtbot.waitSignal(marks.marked) as chosen:
        QTest.mouseClick(late, Qt.MouseButton.LeftButton)
    assert chosen.args == [None]
    assert not late.isChecked()


def test_arrow_keys_move_and_stop_at_the_ends(marks: SegmentedMarks) -> None:
    marks.set_mark(Mark.ABSENT)
    QTest.keyClick(marks, Qt.Key.Key_Right)
    QTest.keyClick(marks, Qt.Key.Key_Right)
    assert marks.value() is Mark.SENT_HOME


def test_showing_a_mark_is_not_choosing_it(qtbot: QtBot, marks: SegmentedMarks) -> None:
    with qtbot.assertNotEmitted(marks.marked):
        marks.set_mark(Mark.PRESENT)


def test_only_one_segment_is_chosen(marks: SegmentedMarks) -> None:
    for mark in Mark:
        marks.set_mark(mark)
        assert [button.isChecked() for button in marks.findChildren(QPushButton)].count(True) == 1


def test_words_give_way_to_keys_where_room_is_short_and_keep_their_names(marks: SegmentedMarks) -> None:
    marks.resize(marks.sizeHint())
    assert words(marks)[0] == "Present"
    marks.resize(marks.minimumSizeHint())
    assert words(marks) == [mark.key for mark in Mark]
    assert marks.findChildren(QPushButton)[0].accessibleName() == "Attendance, Aaron Pruett: Present"


def test_taking_part_is_picked_by_digit(qtbot: QtBot, look: Look) -> None:
    picker = ParticipationPicker("Aaron Pruett")
    qtbot.addWidget(picker)
    with qtbot.waitSignal(picker.picked) as picked:
        QTest.keyClicks(picker, "3")
    assert picked.args == [3]
