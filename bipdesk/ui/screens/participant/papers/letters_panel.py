"""What was disclosed about him, and the way to the next letter."""

from PySide6.QtCore import Signal

from bipdesk.domain.disclosed import Disclosed, Sent
from bipdesk.domain.waiver import DisclosureTopic
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.screens.participant.papers.button_row import ButtonRow
from bipdesk.ui.screens.participant.papers.paper_act import PaperAct
from bipdesk.ui.screens.participant.papers.papers_view import PapersView
from bipdesk.ui.screens.participant.papers.words import disclosed_detail, disclosed_state
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

_PAGE = 50
_NOTHING = "Each letter that leaves is kept here with its day, its recipient and the right by which it went."


class LettersPanel(Panel):
    """Every document that left, the newest first, each to be printed again to the byte."""

    act_wanted = Signal(object)
    """A PaperAct."""
    reprint_wanted = Signal(object)
    """A Disclosed."""

    def __init__(self, look: Look) -> None:
        super().__init__("Letters and what was disclosed")
        row = ButtonRow(look)
        self.write_button = row.add(
            "Write a letter…", "writeLetterButton", lambda: self.act_wanted.emit(PaperAct.WRITE_LETTER)
        )
        row.add(
            "Order of a court to report…",
            "courtOrderButton",
            lambda: self.act_wanted.emit(PaperAct.COURT_ORDER),
        )
        self.body.addWidget(row)
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_view(self, view: PapersView) -> None:
        """Show what left."""
        self.lines.clear()
        for order in view.orders:
            topics = ", ".join(each.label.lower() for each in DisclosureTopic if each in order.topics)
            until = "" if order.ends_on is None else f"until {short_date(order.ends_on, view.today)}"
            detail = joined(
                f"To {order.recipient_class.label.lower()}",
                topics,
                f"from {short_date(order.begins_on, view.today)} {until}".strip(),
            )
            self.lines.add(DutyLine(Pill("Order", State.NEUTRAL), order.words, detail))
        for line in view.disclosed[:_PAGE]:
            self.lines.add(self._line(line, view))
        if not view.disclosed:
            self.lines.add(EmptyState("Nothing was disclosed", _NOTHING))
        elif len(view.disclosed) > _PAGE:
            rest = f"{len(view.disclosed) - _PAGE} older ones are kept and not shown here."
            self.lines.add(Text(rest, Role.DETAIL))

    def _line(self, line: Disclosed, view: PapersView) -> DutyLine:
        word, state = disclosed_state(line, view.today)
        unsent = line.sent is Sent.NOT_YET
        words, kind = ("Print", Kind.PRIMARY) if unsent else ("Print again", Kind.PLAIN)
        button = Button(words, kind, small=True)
        button.clicked.connect(lambda: self.reprint_wanted.emit(line))
        title = f"{line.document.label} to {line.recipient.name}"
        return DutyLine(Pill(word, state), title, disclosed_detail(line, view.today), button)
