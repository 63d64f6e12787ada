"""Two entries that stand against each other in one line, and a button for each."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.register import Dispute, Side
from bipdesk.ui.screens.register.words import dispute_words
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


class DisputePanel(QWidget):
    """Hidden while nothing is in dispute; Tab reaches its buttons."""

    settled = Signal(object)
    """The `Side` that is to stand."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[Dispute, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, look.px(4), 0, look.px(2))
        self._column.setSpacing(look.px(4))
        self.hide()

    def show_disputes(self, disputes: Sequence[Dispute]) -> None:
        """Show what is in dispute; the widgets are kept while it stays the same."""
        if tuple(disputes) == self._shown:
            return
        self._shown = tuple(disputes)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for dispute in disputes:
            self._column.addWidget(self._dispute(dispute))
        self.setVisible(bool(disputes))

    def _dispute(self, dispute: Dispute) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(8))
        row.addWidget(Pill("Two entries", State.BAD))
        row.addWidget(Text(dispute_words(dispute), Role.BODY, wrap=True), 1)
        for side in dispute.sides:
            row.addWidget(self._button(dispute, side))
        return widget

    def _button(self, dispute: Dispute, side: Side) -> Button:
        button = Button(f"{side.words[:1].upper()}{side.words[1:]}", small=True)
        button.setAccessibleName(f"{side.words} stands for {dispute.what}, as {side.by} wrote")
        button.setAutoDefault(False)
        button.clicked.connect(lambda: self.settled.emit(side))
        return button
