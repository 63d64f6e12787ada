"""Typing a recovery code from its sheet: numbered groups as they are printed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from bipdesk.ui.forms.draft_fields import keep_out
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.style_property import set_style_property
from bipdesk.ui.widgets.text import Role, Text

GROUPS, LETTERS = 8, 4
_PER_ROW = 4


class CodeEdit(QWidget):
    """Eight fields in the places the groups have on paper; a whole code may be pasted into any of them."""

    def __init__(self, look: Look, name: str) -> None:
        """`name` says which code it is to a screen reader."""
        super().__init__()
        keep_out(self)
        self._kept = [""] * GROUPS
        self.fields = tuple(_Group(f"Group {place + 1} of the {name}") for place in range(GROUPS))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(8))
        for place, field in enumerate(self.fields):
            grid.addWidget(_numbered(place + 1, field), place // _PER_ROW, place % _PER_ROW)
            field.textEdited.connect(partial(self._on_edited, place))
            field.emptied.connect(partial(self._go_to, place - 1))
        self.setFocusProxy(self.fields[0])

    def text(self) -> str:
        """Return the groups with spaces between."""
        return " ".join(self._groups())

    def _groups(self) -> tuple[str, ...]:
        return tuple(_letters(field.text()) for field in self.fields)

    def clear(self) -> None:
        """Forget what was typed."""
        for place in range(GROUPS):
            self._put(place, "")
        self.mark_wrong(None)

    def fault(self) -> str:
        """Return what is plainly missing, and go there; "" when every group has its four characters."""
        self.mark_wrong(None)
        groups = self._groups()
        if not any(groups):
            self.fields[0].setFocus()
            return "Type the code from its sheet."
        for number, typed in enumerate(groups, 1):
            if len(typed) != LETTERS:
                self.mark_wrong(number)
                return f"Group {number} has {len(typed)} characters; every group has {LETTERS}."
        return ""

    def mark_wrong(self, number: object) -> None:
        """Show at which group to look (1 to 8) and go there; None takes the mark away."""
        for place, field in enumerate(self.fields, 1):
            wrong = place == number
            set_style_property(field, "wrong", "true" if wrong else "false")
            field.setAccessibleDescription("Look at this group." if wrong else "")
            if wrong:
                field.setFocus()
                field.selectAll()

    def _on_edited(self, place: int, text: str) -> None:
        field, before = self.fields[place], self._kept[place]
        set_style_property(field, "wrong", "false")
        typed = _letters(text)
        if len(typed) <= max(LETTERS, len(before)):
            at = max(field.cursorPosition() - (len(text) - len(typed)), 0)
            self._put(place, typed)
            field.setCursorPosition(at)
            if len(before) < len(typed) == at == LETTERS:
                self._go_to(place + 1)
        elif len(typed) == len(before) + 1:
            self._one_too_many(place, typed)
        else:
            self._spread(0 if len(typed) == GROUPS * LETTERS else place, typed)

    def _one_too_many(self, place: int, typed: str) -> None:
        """Let a letter typed behind a full group begin the next one, if that is empty; else refuse it."""
        field = self.fields[place]
        at_end = field.cursorPosition() == len(field.text())
        following = place + 1
        self._put(place, self._kept[place])
        if at_end and following < GROUPS and not self._kept[following]:
            self._put(following, typed[LETTERS:])
            self.fields[following].setFocus()

    def _spread(self, place: int, typed: str) -> None:
        """Fill the groups from `place` on; what is too much stays in the last one, to be seen."""
        last = GROUPS - 1
        while place <= last and typed:
            length = LETTERS if place < last else len(typed)
            self._put(place, typed[:length])
            typed, place = typed[length:], place + 1
        self._go_to(min(place, last))

    def _put(self, place: int, letters: str) -> None:
        self._kept[place] = letters
        if self.fields[place].text() != letters:
            self.fields[place].setText(letters)

    def _go_to(self, place: int) -> None:
        if 0 <= place < GROUPS:
            self.fields[place].setFocus()
            self.fields[place].selectAll()


class _Group(QLineEdit):
    """One group; the key that deletes leaves an empty one backwards."""

    emptied = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the group before when there is nothing left to delete."""
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.emptied.emit()
        else:
            super().keyPressEvent(event)


def _numbered(number: int, field: QLineEdit) -> QWidget:
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    column.addWidget(Text(str(number), Role.SMALL))
    column.addWidget(field)
    return cell


def _letters(text: str) -> str:
    """Return what counts of a typed code, as it is printed: no spaces, hyphens or full stops."""
    return "".join(c for c in text if c.isalnum()).upper()
