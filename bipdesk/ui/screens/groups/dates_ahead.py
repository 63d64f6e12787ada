"""The sentence in a dialog that says which dates would move, and what is wanted twice on them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.ui.format import counted, long_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.groups.cancellations import DatesAhead


class AheadText(QWidget):
    """Asks the services for what an act would bring about, and says it."""

    changed = Signal()
    """Other words, perhaps more lines of them."""

    def __init__(self, frame: Frame) -> None:
        super().__init__()
        self._frame = frame
        self._ticket: Ticket | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(frame.look.px(4))
        self._words = Text("", Role.DETAIL, wrap=True)
        self._warnings = Text("", Role.STRONG, wrap=True)
        column.addWidget(self._words)
        column.addWidget(self._warnings)
        self.say("")

    def say(self, words: str, warnings: str = "") -> None:
        """Show these words, and want no answer that is still to come."""
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None
        for text, what in ((self._words, words), (self._warnings, warnings)):
            text.setText(what)
            text.setVisible(bool(what))
        self.changed.emit()

    def ask(self, work: "Callable[[], DatesAhead]") -> None:
        """Show what `work` answers; why it cannot be is said in its sentence."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self._frame.tasks.run(self, work, self._show, self._show_error)

    def _show(self, ahead: "DatesAhead") -> None:
        self.say(ahead_words(ahead), "\n".join(ahead.warnings))

    def _show_error(self, error: UserError) -> None:
        self.say("", sentence(error))


def ahead_words(ahead: "DatesAhead") -> str:
    """Return "Foundation 2 moves to Thursday 10 December; 22 later sessions move too, the last to …"."""
    if not ahead.moves:
        return "No date moves."
    title, _, to = ahead.moves[0]
    words = f"{title} moves to {long_date(to)} {to.year}"
    if len(ahead.moves) == 1:
        return f"{words}. The others keep their dates."
    last_title, _, last = ahead.moves[-1]
    later = counted(len(ahead.moves) - 1, "later session moves", "later sessions move")
    return f"{words}; {later} too. {last_title} is then on {long_date(last)} {last.year}."
