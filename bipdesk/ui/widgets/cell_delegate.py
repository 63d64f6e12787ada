"""How a cell of a list is painted: a word, a quiet second line, or a state as a pill."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bipdesk.ui.theme.look import Look

DETAIL_ROLE = Qt.ItemDataRole.UserRole + 1
"""A second, quiet line under the text of the cell."""
STATE_ROLE = Qt.ItemDataRole.UserRole + 2
"""A State value: the text of the cell is shown as a pill."""

_MARGIN = 10


class CellDelegate(QStyledItemDelegate):
    """Paints text with an optional second line, or a pill."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the ground by the style, the writing by hand where it is more than one word."""
        state, detail = index.data(STATE_ROLE), index.data(DETAIL_ROLE)
        if not state and not detail:
            super().paint(painter, option, index)
            return
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        self.initStyleOption(option, index)
        option.text = ""
        widget = option.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, widget)
        room = option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state:
            self._paint_pill(painter, room, text, str(state))
        else:
            self._paint_two_lines(painter, room, text, str(detail))
        painter.restore()

    def _paint_two_lines(self, painter: QPainter, room: QRect, text: str, detail: str) -> None:
        strong, quiet = QFont(painter.font()), QFont(painter.font())
        strong.setWeight(QFont.Weight.DemiBold)
        quiet.setPointSizeF(quiet.pointSizeF() * 0.95)
        first, second = QFontMetrics(strong), QFontMetrics(quiet)
        top = room.top() + (room.height() - first.height() - second.height()) // 2
        for font, metrics, words, token in (
            (strong, first, text, "text"),
            (quiet, second, detail, "muted"),
        ):
            painter.setFont(font)
            painter.setPen(self._look.colour(token))
            line = QRect(room.left(), top, room.width(), metrics.height())
            painter.drawText(line, 0, metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width()))
            top += metrics.height()

    def _paint_pill(self, painter: QPainter, room: QRect, text: str, state: str) -> None:
        font = QFont(painter.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setWeight(QFont.Weight.Medium)
        metrics = QFontMetrics(font)
        words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - 16)
        width, height = metrics.horizontalAdvance(words) + 16, metrics.height() + 4
        pill = QRectF(room.left(), room.center().y() - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour(f"{state}_soft"))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(font)
        painter.setPen(self._look.colour(f"{state}_text"))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
