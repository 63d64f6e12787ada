"""What was due and is no longer, with the reason: at the foot of the start screen for two weeks."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.no_longer_due import NoLongerDue
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.key_value import NumberLine
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import SectionTitle

_SHOWN = 3


class GonePanel(QWidget):
    """Unseen while nothing has gone; nobody can take a line away."""

    all_wanted = Signal()
    """The page with all of them."""

    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(SectionTitle("No longer due, and why"))
        panel = Panel()
        self.lines = Lines()
        panel.body.addWidget(self.lines)
        layout.addWidget(panel)
        self.hide()

    def show_gone(self, gone: tuple[NoLongerDue, ...], today: date) -> None:
        """Show the newest few."""
        self.setVisible(bool(gone))
        with filling(self.lines):
            self.lines.clear()
            for each in gone[:_SHOWN]:
                when = short_date(each.withdrawn.on, today)
                what = f"{each.name}: {each.what}"
                self.lines.add(NumberLine(what, joined(each.withdrawn.why, each.withdrawn.by), when))
            more = Button(f"Show all {len(gone)}" if len(gone) > 1 else "Show it", small=True)
            more.setObjectName("showGoneButton")
            more.clicked.connect(lambda: self.all_wanted.emit())
            self.lines.add(more)
