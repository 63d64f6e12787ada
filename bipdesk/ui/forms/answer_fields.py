"""What a question is answered with by typing: a line, several lines, a number, a date."""

import re

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.expression_values import date_of
from bipdesk.domain.instrument import Choice
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.date_edit import DateEdit

_WHOLE = re.compile(r"[-+]?[0-9]{1,15}")
NUMBER_WIDTH = 160
DATE_WIDTH = 220


class AnswerField(QWidget):
    """Where one question is answered; the answer is a plain value, "" for none."""

    edited = Signal()
    """A person, not the program, changed it."""
    settled = Signal()
    """The person has gone on, so that what was typed may be judged."""

    def answer(self) -> object:
        """Return what is entered, readable or not."""
        raise NotImplementedError

    def show_answer(self, raw: object) -> None:
        """Show an answer; nothing is sent."""
        raise NotImplementedError

    def offer(self, choices: tuple[Choice, ...]) -> None:
        """Offer these choices; fields without choices need not say anything."""

    def entry(self) -> QWidget:
        """Return the widget that gets the focus and the sentence about what is wrong."""
        return self.focusProxy() or self


class LineField(AnswerField):
    """One line of text, or a number, which is narrower."""

    def __init__(self, name: str, look: Look, *, number: bool = False) -> None:
        super().__init__()
        self._number = number
        self.edit = line_edit(name)
        row = _row(self)
        if number:
            self.edit.setFixedWidth(look.px(NUMBER_WIDTH))
        row.addWidget(self.edit)
        if number:
            row.addStretch(1)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(lambda _text: self.edited.emit())
        self.edit.editingFinished.connect(self.settled)

    def answer(self) -> object:
        """Return the text, as a whole number where it is one and one is asked for."""
        typed = self.edit.text().strip()
        return int(typed) if self._number and _WHOLE.fullmatch(typed) else typed

    def show_answer(self, raw: object) -> None:
        """Show a text or number."""
        self.edit.setText(str(raw) if isinstance(raw, str | int | float) else "")


class LongTextField(AnswerField):
    """Several lines of text; Tab goes on."""

    def __init__(self, name: str, look: Look, lines: int = 4) -> None:
        super().__init__()
        self.edit = text_area(name, look, lines)
        _row(self).addWidget(self.edit)
        self.setFocusProxy(self.edit)
        self.edit.textChanged.connect(self.edited)

    def answer(self) -> object:
        """Return the text."""
        return self.edit.toPlainText().strip()

    def show_answer(self, raw: object) -> None:
        """Show a text."""
        with QSignalBlocker(self.edit):
            self.edit.setPlainText(raw if isinstance(raw, str) else "")


class DayField(AnswerField):
    """A date; what cannot be read as one stays as it was typed."""

    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.edit = DateEdit(name)
        self.edit.setFixedWidth(look.px(DATE_WIDTH))
        row = _row(self)
        row.addWidget(self.edit)
        row.addStretch(1)
        self.setFocusProxy(self.edit.edit)
        self.edit.edited.connect(self.edited)
        self.edit.edit.editingFinished.connect(self.settled)

    def answer(self) -> object:
        """Return the date as 2026-11-22, or what is typed."""
        day = self.edit.date_or_none()
        return day.isoformat() if day is not None else self.edit.edit.text().strip()

    def show_answer(self, raw: object) -> None:
        """Show a date, or what was typed instead of one."""
        day = date_of(raw) if isinstance(raw, str) else None
        self.edit.set_date(day)
        if day is None and isinstance(raw, str):
            self.edit.edit.setText(raw)


def _row(field: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, 0, 0)
    return row
