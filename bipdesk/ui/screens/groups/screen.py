"""The list of groups."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.group import GroupRow
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.groups.words import meets, next_session, progress, running_words
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.groups.service import GroupService


class GroupsScreen(Screen):
    """Every group with its next session and the way to its register; finished groups follow."""

    topics = frozenset({Topic.GROUPS, Topic.REGISTER})

    def __init__(self, frame: Frame, groups: "GroupService", clock: Clock) -> None:
        super().__init__(frame)
        self._groups = groups
        self._clock = clock
        self.header.set_title("Groups and sessions")
        self._plan = Button("Plan a group")
        self._plan.clicked.connect(lambda: frame.open_page("plan-group"))
        QShortcut(QKeySequence("Ctrl+N"), self, self._plan.click)
        absences = Button("Absences")
        absences.clicked.connect(lambda: frame.open_page("absences"))
        self.header.add_action(absences)
        self.header.add_action(self._plan)
        self._running, self._running_panel = Lines(), Panel()
        self._finished, self._finished_panel = Lines(), Panel()
        self._finished_title = SectionTitle("Finished")
        begin = Button("Plan the first group", Kind.PRIMARY)
        begin.clicked.connect(lambda: frame.open_page("plan-group"))
        self._empty = Panel()
        self._empty.body.addWidget(
            EmptyState(
                "No group is planned yet",
                "Choose a curriculum and the first evening; holidays are skipped.",
                begin,
            )
        )
        self._running_panel.body.addWidget(self._running)
        self._finished_panel.body.addWidget(self._finished)
        for part in (self._empty, self._running_panel, self._finished_title, self._finished_panel):
            part.hide()
            self.body.addWidget(part)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read the groups."""
        self.frame.tasks.run(self, self._groups.list, self._show)

    def _show(self, groups: tuple[GroupRow, ...]) -> None:
        today = self._clock.today()
        running = [group for group in groups if group.next_session is not None]
        finished = [group for group in groups if group.next_session is None]
        self.header.set_title("Groups and sessions", running_words(running, today))
        self._fill(self._running, running, today)
        self._fill(self._finished, finished, today)
        self._empty.setVisible(not groups)
        self._running_panel.setVisible(bool(running))
        self._finished_title.setVisible(bool(finished))
        self._finished_panel.setVisible(bool(finished))

    def _fill(self, lines: Lines, groups: list[GroupRow], today: date) -> None:
        lines.clear()
        for group in groups:
            lines.add(self._line(group, today))

    def _line(self, group: GroupRow, today: date) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(self.frame.look.px(16))
        row.addLayout(_two_lines(Text(group.name, Role.STRONG), Text(meets(group), Role.DETAIL)), 5)
        session = Text(next_session(group, today), Role.ITEM)
        row.addLayout(_two_lines(session, Text(progress(group), Role.DETAIL)), 4)
        row.addWidget(self._buttons(group, today), 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _buttons(self, group: GroupRow, today: date) -> QWidget:
        holder = QWidget()
        holder.setMinimumWidth(self.frame.look.px(200))  # the same in every line, so that the columns stand
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.frame.look.px(8))
        row.addStretch(1)
        session = group.next_session
        if session is not None and session.on_date <= today:
            register = Button("Take register", Kind.PRIMARY, small=True)
            register.setAccessibleDescription(group.name)
            register.clicked.connect(self._opening("register", session.session_id))
            row.addWidget(register)
        opening = Button("Open", small=True)
        opening.setAccessibleName(f"Open {group.name}")
        opening.clicked.connect(self._opening("group", group.group_id))
        row.addWidget(opening)
        return holder

    def _opening(self, page: str, argument: object) -> Callable[[], None]:
        return lambda: self.frame.open_page(page, argument)


def _two_lines(first: Text, second: Text) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(1)
    column.addStretch(1)  # the two lines stay together beside a neighbour of three
    for text in (first, second):
        text.set_wrapping(True)
        column.addWidget(text)
    column.addStretch(1)
    return column
