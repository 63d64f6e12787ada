"""The steps of a journey as the strip shows them: values, and the mark that paints one."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from bipdesk.ui.theme.look import Look

_EDGE = 20
_RADIUS = 4


class StepState(StrEnum):
    """How a step stands, in the word that is read aloud."""

    ATTENDED = "attended"
    EARLY = "held early"
    """Before its turn: it does not count yet."""
    MISSED = "missed"
    NEXT = "next"
    AHEAD = "ahead"


@dataclass(frozen=True, slots=True)
class StepMark:
    """One step: its full name, how it stands, and whether the group does it (circle) or he alone (square)."""

    name: str
    state: StepState
    in_group: bool = True
    detail: str = ""
    """For example "19 November, catch-up owed"."""

    @property
    def words(self) -> str:
        """Return what the mark says, for the screen reader and the tooltip."""
        return f"{self.name}: {self.state.value}" + (f", {self.detail}" if self.detail else "")


@dataclass(frozen=True, slots=True)
class Block:
    """Steps that belong together: a module, or a 1-2-1 between two of them."""

    title: str
    steps: tuple[StepMark, ...]
    caption: str = ""
    """For example "3 of 6"."""


class StepButton(QAbstractButton):
    """Paints one step; says itself in words; can be reached by the arrow keys and pressed."""

    def __init__(self, look: Look, mark: StepMark) -> None:
        super().__init__()
        self._look = look
        self.mark = mark
        self.setText(mark.words)
        self.setAccessibleName(mark.words)
        self.setToolTip(mark.words)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A small square that grows with the text."""
        return QSize(self._look.px(_EDGE), self._look.px(_EDGE))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the shape of the kind and the sign of the state: neither is told by colour alone."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        self._draw_shape(painter, edge)
        if self.mark.state is StepState.MISSED:
            self._draw_cross(painter, edge)
        if self.mark.state is StepState.EARLY:
            self._draw_dot(painter, edge)
        if self.hasFocus():
            painter.setPen(QPen(self._look.colour("text"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _draw_shape(self, painter: QPainter, edge: QRectF) -> None:
        look = self._look
        width, line, fill = {
            StepState.ATTENDED: (1.0, "mark", "mark"),
            StepState.EARLY: (1.6, "warn_text", "warn_soft"),
            StepState.MISSED: (1.2, "bad_text", "bad_soft"),
            StepState.NEXT: (2.6, "mark", "panel"),
            StepState.AHEAD: (1.0, "outline", "panel"),
        }[self.mark.state]
        painter.setPen(QPen(look.colour(line), width * look.scale))
        painter.setBrush(look.colour(fill))
        inset = width * look.scale / 2
        shape = edge.adjusted(inset, inset, -inset, -inset)
        if self.mark.in_group:
            painter.drawEllipse(shape)
        else:
            painter.drawRoundedRect(shape, look.px(_RADIUS), look.px(_RADIUS))

    def _draw_dot(self, painter: QPainter, edge: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("warn_text"))
        reach = edge.width() * 0.18
        painter.drawEllipse(edge.center(), reach, reach)

    def _draw_cross(self, painter: QPainter, edge: QRectF) -> None:
        pen = QPen(self._look.colour("bad_text"), 1.8 * self._look.scale)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        arm, middle = edge.width() * 0.17, edge.center()
        for slope in (1, -1):
            reach = QPointF(arm, arm * slope)
            painter.drawLine(middle - reach, middle + reach)
