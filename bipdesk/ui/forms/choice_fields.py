"""What a question is answered with by choosing: one of a list, several of it, a point on a scale."""

from collections.abc import Sequence
from textwrap import fill

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QRadioButton, QVBoxLayout, QWidget

from bipdesk.domain.instrument import Choice as OfferedChoice
from bipdesk.domain.instrument import Question
from bipdesk.ui.forms.answer_fields import AnswerField
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice

MOST_BUTTONS = 8
"""A longer list opens like a menu."""
_LETTERS_OF_A_LINE = 90
_LETTERS_SIDE_BY_SIDE = 60
YES_NO = (("Yes", "yes"), ("No", "no"), ("Not known", "unknown"))


class RadioRow(AnswerField):
    """Buttons of which one is chosen; the arrow keys choose, Delete takes the answer away."""

    def __init__(self, name: str, look: Look, options: Sequence[tuple[str, object]]) -> None:
        """`options` are words and what each stands for."""
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: list[tuple[QRadioButton, object]] = []
        layout = _layout(self, look, [words for words, _ in options])
        for words, value in options:
            button = QRadioButton(fill(words, _LETTERS_OF_A_LINE))
            button.setAccessibleName(f"{name}: {words}")
            button.clicked.connect(lambda _on=False: self.edited.emit())
            self._group.addButton(button)
            self.buttons.append((button, value))
            layout.addWidget(button)
        if self.buttons:
            self.setFocusProxy(self.buttons[0][0])

    def answer(self) -> object:
        """Return what the chosen button stands for, or ""."""
        return next((value for button, value in self.buttons if button.isChecked()), "")

    def show_answer(self, raw: object) -> None:
        """Choose the button that stands for `raw`, one that is offered first; none for anything else."""
        self._group.setExclusive(False)
        standing = [each for each, value in self.buttons if value == raw]
        wanted = next((each for each in standing if not each.isHidden()), standing[0] if standing else None)
        for button, _value in self.buttons:
            button.setChecked(button is wanted)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the answer away."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.answer() != "":
            self.show_answer(None)
            self.edited.emit()
            return
        super().keyPressEvent(event)


class OneField(RadioRow):
    """One of a short list."""

    def __init__(self, name: str, look: Look, offered: tuple[OfferedChoice, ...], language: str) -> None:
        super().__init__(name, look, [(choice.label.text(language), choice.name) for choice in offered])
        self._offered = offered

    def offer(self, choices: tuple[OfferedChoice, ...]) -> None:
        """Show the buttons of these alone; an answer not among them is kept, in case it fits again."""
        wanted = set(choices)
        chosen = self.answer()
        for choice, (button, _value) in zip(self._offered, self.buttons, strict=True):
            button.setVisible(choice in wanted)
        self.show_answer(chosen)


class ListField(AnswerField):
    """One of a long list, which opens like a menu and goes to what one types."""

    def __init__(self, name: str, offered: tuple[OfferedChoice, ...], language: str) -> None:
        super().__init__()
        self._language = language
        self._known = frozenset(choice.name for choice in offered)
        self._kept = ""
        self._offered: tuple[OfferedChoice, ...] = ()
        self.choice = Choice(name)
        self.choice.setMinimumContentsLength(20)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.choice)
        self.choice.activated.connect(lambda _place: self._on_chosen())
        self.offer(offered)

    def answer(self) -> object:
        """Return the name of the choice, or ""; one that is not offered is kept, in case it fits again."""
        return self._kept or self.choice.value() or ""

    def show_answer(self, raw: object) -> None:
        """Choose `raw`; nothing for anything that is not in the list."""
        offered = any(raw == choice.name for choice in self._offered)
        self.choice.set_value(raw if offered else "")
        self._kept = "" if offered or raw not in self._known else str(raw)

    def offer(self, choices: tuple[OfferedChoice, ...]) -> None:
        """Offer these."""
        if choices == self._offered:
            return
        chosen = self.answer()
        self._offered = choices
        shown = tuple((choice.label.text(self._language), choice.name) for choice in choices)
        self.choice.set_choices((("", ""), *shown))
        self.show_answer(chosen)

    def _on_chosen(self) -> None:
        self._kept = ""
        self.edited.emit()


class SeveralField(AnswerField):
    """Any number out of a list, each with its box."""

    def __init__(self, name: str, look: Look, offered: tuple[OfferedChoice, ...], language: str) -> None:
        super().__init__()
        self._offered = offered
        labels = [choice.label.text(language) for choice in offered]
        layout = _layout(self, look, labels)
        self.boxes: list[CheckBox] = []
        for label in labels:
            box = CheckBox(fill(label, _LETTERS_OF_A_LINE))
            box.setAccessibleName(f"{name}: {label}")
            box.clicked.connect(lambda _on=False: self._on_ticked())
            self.boxes.append(box)
            layout.addWidget(box)
        if self.boxes:
            self.setFocusProxy(self.boxes[0])

    def answer(self) -> object:
        """Return the names of what is ticked, in the order of the list."""
        ticked = [
            choice.name for choice, box in zip(self._offered, self.boxes, strict=True) if box.isChecked()
        ]
        return ticked or ""

    def show_answer(self, raw: object) -> None:
        """Tick the boxes of these names."""
        wanted = raw if isinstance(raw, list | tuple) else ()
        for choice, box in zip(self._offered, self.boxes, strict=True):
            box.setChecked(choice.name in wanted)

    def offer(self, choices: tuple[OfferedChoice, ...]) -> None:
        """Show the boxes of these alone."""
        wanted = set(choices)
        for choice, box in zip(self._offered, self.boxes, strict=True):
            box.setVisible(choice in wanted)

    def _on_ticked(self) -> None:
        """Let go of what is ticked and no longer offered: nobody could untick it."""
        for box in self.boxes:
            if box.isHidden():
                box.setChecked(False)
        self.edited.emit()


class ScaleField(RadioRow):
    """A point between two ends, which have words."""

    def __init__(self, question: Question, look: Look, language: str) -> None:
        points = [(str(point), point) for point in range(question.least, question.most + 1)]
        super().__init__(question.label.text(language), look, points)
        ends = [(0, question.least_label), (-1, question.most_label)]
        for place, label in ends:
            words = label.text(language)
            button, point = self.buttons[place]
            if words:
                button.setText(f"{point} {words}")
                button.setAccessibleName(f"{button.accessibleName()}, {words}")


def _layout(field: QWidget, look: Look, labels: Sequence[str]) -> QBoxLayout:
    """Return a layout: side by side for a few short words, otherwise under each other."""
    beside = sum(len(label) + 4 for label in labels) <= _LETTERS_SIDE_BY_SIDE
    direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
    layout = QBoxLayout(direction, field)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(look.px(14 if beside else 2))
    layout.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return layout
