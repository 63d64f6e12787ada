"""One filled-in form in the list: when, by whom, how far, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.answer_set import AnswerSet, FilledForm
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


class SetLine(QWidget):
    """Title, state and buttons."""

    open_wanted = Signal()
    correct_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, look: Look, filled: FilledForm) -> None:
        super().__init__()
        found = filled.answer_set
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(12))
        said = QVBoxLayout()
        said.setSpacing(look.px(2))
        said.addWidget(Text(filled.title, Role.ITEM, wrap=True))
        said.addWidget(Text(_detail(found), Role.DETAIL, wrap=True))
        row.addLayout(said, 1)
        row.addWidget(_pill(found))
        self._button(row, "Show" if found.is_final else "Go on", filled, self.open_wanted)
        if found.counts:
            self._button(row, "Correct", filled, self.correct_wanted)
        elif not found.is_final:
            self._button(row, "Remove", filled, self.remove_wanted)

    def _button(self, row: QHBoxLayout, words: str, filled: FilledForm, pressed: object) -> None:
        button = Button(words, Kind.QUIET if words == "Remove" else Kind.PLAIN, small=True)
        day = short_date(filled.answer_set.details.given_on)
        button.setAccessibleName(f"{words}: {filled.title}, {day}")
        button.clicked.connect(pressed)
        row.addWidget(button)


def _detail(found: AnswerSet) -> str:
    by = f"by {found.by}" if found.by else ""
    correction = "a correction" if found.replaces is not None else ""
    version = f"version {found.details.version}"
    return joined(short_date(found.details.given_on), by, version, correction)


def _pill(found: AnswerSet) -> Pill:
    if not found.is_final:
        return Pill("Half done", State.WARN)
    if found.counts:
        return Pill("Finished", State.GOOD)
    return Pill("Corrected since", State.NEUTRAL)
