"""What a chain on screen is painted with: rings, the iron between them, choice points, the way out.

Each is told by its shape and by a word on its card, never by colour alone.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF

from bipdesk.domain.chain import Chain
from bipdesk.ui.theme.look import Look

RING = 30
"""Across the ring of a link, in pixels at 100 %."""
DIAMOND = 11
_PITCH = 15
_WIDE, _NARROW = 9, 3
_OVERLAP = 5


def paint_chain(
    painter: QPainter, look: Look, chain: Chain, places: tuple[list[QPointF], list[QPainterPath]]
) -> None:
    """Paint a chain: the iron, the rings over it, then the signs; `places` are of the rings and the iron."""
    rings, iron = places
    for path in iron:
        paint_iron(painter, look, path)
    for number, (link, middle) in enumerate(zip(chain.links, rings, strict=False), 1):
        paint_ring(painter, look, middle, number)
        if link.choice is not None:
            paint_diamond(painter, look, middle + QPointF(look.px(RING / 2 + DIAMOND + 8), 0))
        if chain.way_out is not None and chain.way_out.link == link.key:
            paint_way_out(painter, look, middle - QPointF(0, look.px(RING / 2)), "Way out")


def paint_iron(painter: QPainter, look: Look, path: QPainterPath) -> None:
    """Paint a chain along a path: rings seen from the front and from the side by turns."""
    length = path.length()
    count = max(1, round(length / look.px(_PITCH)))
    pen = QPen(look.colour("outline"), 1.6 * look.scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    long = length / count + look.px(_OVERLAP)
    for number in range(count):
        at = path.percentAtLength(length * (number + 0.5) / count)
        painter.save()
        painter.translate(path.pointAtPercent(at))
        painter.rotate(-path.angleAtPercent(at))
        across = look.px(_NARROW if number % 2 else _WIDE)
        shape = QRectF(-long / 2, -across / 2, long, across)
        painter.drawRoundedRect(shape, across / 2, across / 2)
        painter.restore()


def paint_ring(painter: QPainter, look: Look, middle: QPointF, number: int) -> None:
    """Paint the ring of a link with its number."""
    radius = look.px(RING) / 2
    painter.setPen(QPen(look.colour("mark"), 2.6 * look.scale))
    painter.setBrush(look.colour("panel"))
    painter.drawEllipse(middle, radius, radius)
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(look.colour("text"))
    painter.drawText(_round(middle, radius), Qt.AlignmentFlag.AlignCenter, str(number))


def paint_diamond(painter: QPainter, look: Look, middle: QPointF) -> None:
    """Paint the sign of a choice point."""
    arm = look.px(DIAMOND)
    points = [QPointF(0, -arm), QPointF(arm, 0), QPointF(0, arm), QPointF(-arm, 0)]
    painter.setPen(QPen(look.colour("warn_text"), 2.0 * look.scale))
    painter.setBrush(look.colour("warn_soft"))
    painter.drawPolygon(QPolygonF([middle + point for point in points]))
    font = QFont(painter.font())
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(look.colour("warn_text"))
    painter.drawText(_round(middle, arm), Qt.AlignmentFlag.AlignCenter, "?")


def paint_way_out(painter: QPainter, look: Look, start: QPointF, words: str) -> None:
    """Paint the arrow that leads out of the chain from the ring at `start`, upwards, with its word."""
    colour = look.colour("good_text")
    reach, rise, head = look.px(26), look.px(20), look.px(5)
    tip = start + QPointF(reach, -rise)
    bend = start + QPointF(reach * 0.35, -rise)
    path = QPainterPath(start)
    path.quadTo(QPointF(start.x() + reach * 0.1, tip.y()), bend)
    path.lineTo(tip)
    painter.setPen(QPen(colour, 2.6 * look.scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setBrush(colour)
    painter.drawPolygon(
        QPolygonF([tip + QPointF(-head, -head), tip + QPointF(head, 0), tip + QPointF(-head, head)])
    )
    line = painter.fontMetrics().lineSpacing()
    left = tip.x() + look.px(9)
    room = QRectF(left, tip.y() - line / 2, look.px(200), line)
    painter.setPen(colour)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)


def _round(middle: QPointF, radius: float) -> QRectF:
    return QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
