"""Two hands on the keyboard and none on a mouse; every key is counted."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.stories.hand import Hand, type_words

PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
MOST_TABS = 60


class Keyboard:
    """Types where the keys go: it never says to a field that it shall have the focus."""

    def __init__(self, hand: Hand, pressed: int = 0) -> None:
        self.hand = hand
        self.pressed = pressed

    @property
    def focus(self) -> QWidget:
        """Return where the keys go now."""
        return self.hand.focus()

    @property
    def where(self) -> str:
        """Return what a screen reader says of the place where the keys go."""
        return self.focus.accessibleName() or str(self.focus.property("text") or "")

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press one key and wait for what follows; a modifier held down is a key too."""
        self.pressed += 1 if modifiers is PLAIN else 2
        QTest.keyClick(self.focus, key, modifiers)
        self.hand.settle()

    def write(self, words: str) -> None:
        """Type into the field that has the focus."""
        self.pressed += len(words)
        type_words(self.focus, words)

    def tab_to(self, name: str) -> None:
        """Press Tab until the field or button with this name has the focus."""
        passed = []
        for _ in range(MOST_TABS):
            if self.where == name:
                return
            passed.append(self.where)
            self.pressed += 1
            QTest.keyClick(self.focus, Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError((name, passed))

    def fill(self, name: str, words: str) -> None:
        """Go to a field by the Tab key and type into it."""
        self.tab_to(name)
        self.write(words)
