"""The panels beside the run of a group: members, past ones, checks, and what two computers decided apart."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.cancellation import CancelDispute
from bipdesk.domain.group import Member, Stay
from bipdesk.domain.group_checks import CheckLine, CheckStanding
from bipdesk.domain.group_run import GroupFile
from bipdesk.ui.format import counted, joined, long_date, short_date
from bipdesk.ui.screens.groups.words import cancelled_words, stay_words
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

STATES = {
    CheckStanding.MET: State.GOOD,
    CheckStanding.WARN: State.WARN,
    CheckStanding.BROKEN: State.BAD,
    CheckStanding.UNSAID: State.NEUTRAL,
}
_DISORDER = (
    "Two computers changed the dates, and sessions share a day now or have changed their order. "
    "Everything to come can take the group's next turns, in the order of the curriculum."
)


class MembersPanel(Panel):
    """Who is in the group, with the ways out, and who was."""

    leaves = Signal(object)
    goes_over = Signal(object)
    joins = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines, self._past = Lines(), Lines()
        self._past_title = Text("Who was in it", Role.ITEM)
        self.join = Button("Add from the waiting list…")
        self.join.clicked.connect(lambda: self.joins.emit())
        for part in (self._lines, self._past_title, self._past):
            self.body.addWidget(part)
        self.body.insertWidget(1, self.join, 0, Qt.AlignmentFlag.AlignLeft)

    def show_file(self, file: GroupFile, today: date) -> None:
        """Show the members of a group."""
        self._lines.clear()
        self._past.clear()
        if not file.members:
            self._lines.add(
                EmptyState("Nobody has joined yet", "Accepted participants wait to be placed: add them here.")
            )
        admitted = {s.participant_id: s.admitted_because for s in file.stays if s.left_on is None}
        for member in file.members:
            self._lines.add(self._member(member, admitted.get(member.participant_id, ""), today))
        past = [stay for stay in file.stays if stay.left_on is not None]
        self._past_title.setVisible(bool(past))
        self._past.setVisible(bool(past))
        for stay in past:
            self._past.add(_past_line(stay, today))

    def _member(self, member: Member, admitted: str, today: date) -> QWidget:
        name = f"{member.family_name}, {member.given_name}"
        detail = joined(f"since {short_date(member.joined_on, today)}", admitted and f"let in: {admitted}")
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(_two(name, detail), 1)
        for words, signal, spoken in (
            ("Other group…", self.goes_over, f"{name} goes over to another group"),
            ("Leave…", self.leaves, f"{name} leaves the group"),
        ):
            button = Button(words, Kind.QUIET, small=True)
            button.setAccessibleName(spoken)
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(member))
            row.addWidget(button)
        return line


class ChecksPanel(Panel):
    """What of the rules needs a look, and how many are met."""

    wanted = Signal()
    """All of them."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = Lines()
        self._all = Button("All checks", small=True)
        self._all.clicked.connect(lambda: self.wanted.emit())
        self.body.addWidget(self._lines)
        self.body.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)

    def show_checks(self, plan: Sequence[CheckLine], happened: Sequence[CheckLine]) -> None:
        """Show what is not met, of the plan first."""
        self._lines.clear()
        for about, lines in (("As planned", plan), ("What happened", happened)):
            for line in lines:
                if line.standing is not CheckStanding.MET:
                    self._lines.add(check_line(line, about, with_citation=False))
        met = sum(line.standing is CheckStanding.MET for line in (*plan, *happened))
        self._lines.add(Text(counted(met, "rule is met.", "rules are met."), Role.DETAIL, wrap=True))


def check_line(line: CheckLine, about: str = "", *, with_citation: bool = True) -> QWidget:
    """Return one rule: its standing as a pill, why, and where it is written."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    head = QHBoxLayout()
    head.addWidget(Pill(line.standing.label, STATES[line.standing]))
    head.addWidget(Text(line.title, Role.ITEM, wrap=True), 1)
    column.addLayout(head)
    column.addWidget(Text(joined(about, line.words), Role.BODY, wrap=True))
    if with_citation:
        column.addWidget(Text(line.citation, Role.SMALL, wrap=True))
    widget.setToolTip(line.citation)
    return widget


class DisputesPanel(Panel):
    """What two computers decided differently, with a button for each side; hidden while there is nothing."""

    settled = Signal(object, object)
    """The dispute, and the side that stands."""
    order_wanted = Signal()

    def __init__(self) -> None:
        super().__init__("Two computers differ")
        self._lines = Lines()
        self.body.addWidget(self._lines)
        self.hide()

    def show_file(self, file: GroupFile) -> None:
        """Show what has to be decided."""
        self._lines.clear()
        for dispute in file.disputes:
            self._lines.add(self._dispute(dispute))
        if file.disordered and not file.disputes:
            order = Button("Put the dates in order", Kind.PRIMARY)
            order.clicked.connect(lambda: self.order_wanted.emit())
            self._lines.add(_with_buttons(_DISORDER, (order,)))
        self.setVisible(bool(file.disputes) or file.disordered)

    def _dispute(self, dispute: CancelDispute) -> QWidget:
        words = f"{dispute.title} on {long_date(dispute.on_date)} was cancelled twice. Which stands?"
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Text(words, Role.ITEM, wrap=True))
        for side in dispute.sides:
            stands = Button("This stands", small=True)
            said = joined(side.by, cancelled_words(side))
            stands.setAccessibleName(f"This stands: {said}")
            stands.clicked.connect(self._settling(dispute, side))
            column.addWidget(_with_buttons(said, (stands,)))
        return line

    def _settling(self, dispute: CancelDispute, side: object) -> Callable[[], None]:
        return lambda: self.settled.emit(dispute, side)


def _past_line(stay: Stay, today: date) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addLayout(_two(f"{stay.family_name}, {stay.given_name}", stay_words(stay, today)), 1)
    return line


def _two(first: str, second: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    column.addWidget(Text(first, Role.ITEM, wrap=True))
    column.addWidget(Text(second, Role.SMALL, wrap=True))
    return column


def _with_buttons(words: str, buttons: tuple[Button, ...]) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(Text(words, Role.BODY, wrap=True), 1)
    for button in buttons:
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return line
