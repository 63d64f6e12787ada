"""The journey: every step of the programme in one strip, done and to come."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.journey_step import Block, StepButton, StepMark, StepState
from bipdesk.ui.widgets.spread_flow import SpreadFlow
from bipdesk.ui.widgets.text import Role, Text

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class JourneyStrip(QWidget):
    """Blocks of steps; one stop of the Tab key, arrow keys from step to step, each step said in words."""

    step_pressed = Signal(object)
    """The StepMark that was clicked or pressed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._flow = SpreadFlow(self, gap=18, widest_gap=44)
        self._steps: list[StepButton] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def set_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Show these blocks in this order."""
        self._steps.clear()
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for block in blocks:
            self._flow.addWidget(self._block(block))
        marks = [mark for block in blocks for mark in block.steps]
        self.setAccessibleName("Journey")
        self.setAccessibleDescription(summary(marks))
        self._make_stop(self._entry())

    def steps(self) -> tuple[StepButton, ...]:
        """Return the marks from first to last."""
        return tuple(self._steps)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the arrow keys from step to step."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched in self._steps:
            move = _MOVES.get(Qt.Key(event.key()))
            if move is not None:
                self._focus_step(self._steps.index(watched) + move)
                return True
        return super().eventFilter(watched, event)

    def _focus_step(self, index: int) -> None:
        if 0 <= index < len(self._steps):
            self._make_stop(self._steps[index])
            self._steps[index].setFocus(Qt.FocusReason.TabFocusReason)

    def _entry(self) -> StepButton | None:
        for step in self._steps:
            if step.mark.state is StepState.NEXT:
                return step
        return self._steps[0] if self._steps else None

    def _make_stop(self, stop: StepButton | None) -> None:
        for step in self._steps:
            step.setFocusPolicy(Qt.FocusPolicy.StrongFocus if step is stop else Qt.FocusPolicy.ClickFocus)

    def _block(self, block: Block) -> QWidget:
        widget = QWidget()
        column = QVBoxLayout(widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(Text(block.title, Role.BLOCK))
        row = QHBoxLayout()
        row.setSpacing(3)
        for mark in block.steps:
            row.addWidget(self._step(mark))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Text(block.caption, Role.SMALL))
        return widget

    def _step(self, mark: StepMark) -> StepButton:
        step = StepButton(self._look, mark)
        step.clicked.connect(lambda: self.step_pressed.emit(mark))
        step.installEventFilter(self)
        self._steps.append(step)
        return step


def summary(marks: list[StepMark]) -> str:
    """Return the journey in one sentence, for a screen reader."""
    done = sum(mark.state is StepState.ATTENDED for mark in marks)
    missed = [mark.name for mark in marks if mark.state is StepState.MISSED]
    following = next((mark.name for mark in marks if mark.state is StepState.NEXT), "")
    parts = [f"{done} of {len(marks)} steps done"]
    if missed:
        parts.append("missed: " + ", ".join(missed))
    if following:
        parts.append(f"next: {following}")
    return "; ".join(parts)
