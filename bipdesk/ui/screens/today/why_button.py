"""The button of a duty: who reaches it by keyboard reads by which rule it is due, as the mouse does."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QToolTip

from bipdesk.domain.duty import Duty
from bipdesk.ui.widgets.button import Button

_BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


def why(duty: Duty) -> str:
    """Return the rule a duty follows from, to whom it is owed, and what ends it."""
    words = [duty.citation]
    if duty.to:
        words.append(f"Owed to {duty.to}")
    if duty.discharged_by:
        words.append(f"Ends with: {duty.discharged_by[:1].lower()}{duty.discharged_by[1:]}")
    return ". ".join(word for word in words if word) + "."


class WhyButton(Button):
    """Shows its reason when the Tab key comes to it."""

    def __init__(self, words: str, reason: str) -> None:
        super().__init__(words, small=True)
        self.setToolTip(reason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the reason under the button."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), self.toolTip(), self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take it away."""
        super().focusOutEvent(event)
        QToolTip.hideText()
