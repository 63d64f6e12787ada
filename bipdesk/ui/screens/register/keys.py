"""Which key does what in the register, and the few keys that belong to the whole evening."""

from enum import StrEnum

from PySide6.QtCore import Qt

from bipdesk.domain.attendance import Mark
from bipdesk.domain.participant import NoteClass
from bipdesk.ui.screens.register.entry import Field, Value

_MARKS = {Qt.Key(ord(mark.key)): mark for mark in Mark}
_PARTICIPATION = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4}
_HOMEWORK = {Qt.Key.Key_D: True, Qt.Key.Key_U: False}
WRITING: dict[Qt.Key, tuple[Field, Value]] = {
    **{key: (Field.MARK, mark) for key, mark in _MARKS.items()},
    **{key: (Field.PARTICIPATION, value) for key, value in _PARTICIPATION.items()},
    **{key: (Field.HOMEWORK, done) for key, done in _HOMEWORK.items()},
}
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -(10**6), Qt.Key.Key_End: 10**6}
CLEARING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
NOTES = {Qt.Key.Key_C: NoteClass.CLASS, Qt.Key.Key_R: NoteClass.RISK}
PLAIN = frozenset(
    {
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.ShiftModifier,
        Qt.KeyboardModifier.KeypadModifier,
    }
)


class Act(StrEnum):
    """What a key asks of the page."""

    NOTE = "note"
    DETAILS = "details"
    AS_PLANNED = "as-planned"
    HELD = "held"
    GUEST = "guest"
    VISITOR = "visitor"


ACTS = {
    Qt.Key.Key_N: Act.NOTE,
    Qt.Key.Key_F2: Act.DETAILS,
    Qt.Key.Key_O: Act.AS_PLANNED,
    Qt.Key.Key_W: Act.HELD,
    Qt.Key.Key_G: Act.GUEST,
    Qt.Key.Key_V: Act.VISITOR,
}
HINTS: tuple[tuple[tuple[str, ...], str], ...] = (
    (tuple(mark.key for mark in Mark), "attendance"),
    (("1", "2", "3", "4"), "taking part"),
    (("D", "U"), "homework done, not done"),
    (("C", "R", "N"), "class, risk, longer note"),
    (("F2",), "details"),
    (("Backspace",), "clear"),
    ((), "each key moves down a line"),
)
