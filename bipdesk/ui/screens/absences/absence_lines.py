"""The lines of absences: waiting ones with their two decisions, decided ones with their history."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.absence import Standing
from bipdesk.domain.absence_queue import ListedAbsence
from bipdesk.ui.format import due_in_words, joined
from bipdesk.ui.screens.absences.words import detail_of, history_of, title_of
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines
from bipdesk.ui.widgets.pill import Pill, State

Act = Callable[[ListedAbsence], None]


class AbsenceLines(Lines):
    """One list of the page."""

    def __init__(self) -> None:
        super().__init__()
        self._buttons: list[Button] = []

    def show_waiting(self, absences: Sequence[ListedAbsence], today: date, acts: tuple[Act, Act]) -> None:
        """Show what waits; `acts` excuse and confirm. A button that has the focus keeps its place."""
        focused = next((place for place, button in enumerate(self._buttons) if button.hasFocus()), None)
        self._buttons.clear()
        with filling(self):
            self.clear()
            self._add([self._waiting(listed, today, acts) for listed in absences])
        if focused is not None:
            self.focus_on(focused)

    def focus_on(self, place: int) -> None:
        """Put the focus on the button at `place` of those that wait to be pressed, or on the last."""
        if self._buttons:
            self._buttons[min(place, len(self._buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_decided(self, absences: Sequence[ListedAbsence], again: Act) -> None:
        """Show what was decided; `again` opens one again."""
        self.clear()
        self._add([self._decided(listed, again) for listed in absences])

    def _add(self, lines: Sequence[DutyLine]) -> None:
        line_up(lines)
        for line in lines:
            self.add(line)

    def _waiting(self, listed: ListedAbsence, today: date, acts: tuple[Act, Act]) -> DutyLine:
        left = (listed.by_when - today).days
        pill = Pill(due_in_words(left), _state(left))
        detail = "\n".join(
            part for part in (joined(detail_of(listed), listed.rule), history_of(listed)) if part
        )
        return DutyLine(pill, title_of(listed), detail, self._acts(listed, acts))

    def _acts(self, listed: ListedAbsence, acts: tuple[Act, Act]) -> QWidget:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for words, act in zip(("Excuse…", "Confirm"), acts, strict=True):
            button = Button(words)
            button.setAccessibleName(f"{words} {title_of(listed)}")
            button.clicked.connect(partial(act, listed))
            row.addWidget(button)
            self._buttons.append(button)
        return both

    def _decided(self, listed: ListedAbsence, again: Act) -> DutyLine:
        excused = listed.absence.standing is Standing.EXCUSED
        pill = Pill("Excused" if excused else "Confirmed", State.GOOD if excused else State.NEUTRAL)
        button = Button("Open again…", Kind.QUIET)
        button.setAccessibleName(f"Open again: {title_of(listed)}")
        button.clicked.connect(partial(again, listed))
        return DutyLine(pill, title_of(listed), f"{detail_of(listed)}\n{history_of(listed)}", button)


def _state(days_left: int) -> State:
    if days_left < 0:
        return State.BAD
    return State.WARN if days_left == 0 else State.NEUTRAL
