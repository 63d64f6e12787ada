"""One group: its sessions and its members."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.group import GroupFile, GroupSession, Member, SessionState
from bipdesk.domain.ids import GroupId
from bipdesk.domain.participant import ParticipantRow
from bipdesk.ui.format import counted, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.groups.member_dialogs import JoinDialog, LeaveDialog, MoveSessionDialog
from bipdesk.ui.screens.groups.table_model import SessionTableModel
from bipdesk.ui.screens.groups.words import meets
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.table_view import TableView
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.groups import GroupService
    from bipdesk.services.participants import ParticipantService
    from bipdesk.services.session_sheets import SessionSheetService


class GroupScreen(Screen):
    """The sessions as a table, with what can be done with the chosen one above it; the members beside it."""

    topics = frozenset({Topic.GROUPS, Topic.REGISTER, Topic.PARTICIPANTS})

    def __init__(
        self,
        frame: Frame,
        groups: "GroupService",
        participants: "ParticipantService",
        sheets: "SessionSheetService",
        clock: Clock,
    ) -> None:
        super().__init__(frame)
        self._groups = groups
        self._participants = participants
        self._sheets = sheets
        self._clock = clock
        self._group_id: GroupId | None = None
        self._file: GroupFile | None = None
        self._model = SessionTableModel()
        self.table = TableView("Sessions of the group")
        self._delegate = CellDelegate(frame.look)
        self._register = Button("Take register", Kind.PRIMARY, hint="Enter")
        self._print = Button("Print session sheet")
        self._move = Button("Move date…")
        self._content = Button("Content")
        self._join = Button("Add from the waiting list…")
        self._members = Lines()
        self._members_title = SectionTitle("Members")
        self._build()

    def _build(self) -> None:
        for button in (self._content, self._move, self._print, self._register):
            self.header.add_action(button)
        self.table.setModel(self._model)
        self.table.setItemDelegate(self._delegate)
        self.table.set_column_letters(self._model.letters)
        self.table.setMinimumHeight(self.frame.look.px(420))
        columns = Columns(self.frame.look, (5, 2), narrowest=820)
        sessions, members = columns.columns
        sessions.addWidget(SectionTitle("Sessions"))
        sessions.addWidget(self.table, 1)
        members.addWidget(self._members_title)
        members.addWidget(self._members_panel())
        members.addStretch(1)
        self.body.addWidget(columns, 1)
        self.table.opened.connect(lambda _index: self._on_register())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_actions())
        self._register.clicked.connect(self._on_register)
        self._print.clicked.connect(self._on_print)
        self._move.clicked.connect(self._on_move)
        self._content.setAccessibleName("Content of the session")
        self._content.clicked.connect(self._on_content)
        self._join.clicked.connect(self._on_join)

    def _members_panel(self) -> Panel:
        panel = Panel()
        panel.body.addWidget(self._members)
        panel.body.addWidget(self._join, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def show_for(self, argument: object) -> None:
        """Show the group with this id."""
        self._group_id = cast(GroupId, argument)
        self._file = None
        self.load()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the arrow keys choose a session at once."""
        super().showEvent(event)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self) -> None:
        """Read the group."""
        if self._group_id is not None:
            self.frame.tasks.run(self, partial(self._groups.file, self._group_id), self._show)

    def _show(self, file: GroupFile) -> None:
        chosen = self._chosen()
        self._file = file
        self.header.set_title(file.group.name, meets(file.group), "Groups and sessions")
        self._model.show_sessions(file.sessions, self._clock.today())
        rows = [
            row for row, one in enumerate(file.sessions) if chosen and one.session_id == chosen.session_id
        ]
        row = rows[0] if rows else self._model.next_row()
        self.table.selectRow(row)
        self.table.scrollTo(self._model.index(row, 0))
        self._show_members(file)
        self._show_actions()

    def _show_members(self, file: GroupFile) -> None:
        self._members_title.setText(counted(len(file.members), "member", "members"))
        self._members.clear()
        if not file.members:
            self._members.add(
                EmptyState("Nobody has joined yet", "Accepted participants wait to be placed: add them here.")
            )
        for member in file.members:
            self._members.add(self._member_line(member))

    def _member_line(self, member: Member) -> QWidget:
        name = f"{member.family_name}, {member.given_name}"
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(name, Role.ITEM))
        words.addWidget(Text(f"since {short_date(member.joined_on, self._clock.today())}", Role.SMALL))
        leave = Button("Leave…", Kind.QUIET, small=True)
        leave.setAccessibleName(f"{name} leaves the group")
        leave.clicked.connect(lambda: self._on_leave(member))
        row.addLayout(words, 1)
        row.addWidget(leave)
        return line

    def _chosen(self) -> GroupSession | None:
        return self._model.session(self.table.currentIndex().row())

    def _show_actions(self) -> None:
        session = self._chosen()
        held = session is not None and session.state is SessionState.HELD
        self._register.setText("Open register" if held else "Take register")
        for button in (self._register, self._print, self._content):
            button.setEnabled(session is not None)
        self._move.setEnabled(session is not None and not held)

    def _on_register(self) -> None:
        if (session := self._chosen()) is not None:
            self.frame.open_page("register", session.session_id)

    def _on_print(self) -> None:
        if (session := self._chosen()) is not None:
            title = f"Session sheet · {session.title}"
            render = partial(self._sheets.render, session.session_id)
            self.frame.tasks.run(self, render, lambda pdf: self.frame.show_document(title, pdf))

    def _on_content(self) -> None:
        if (session := self._chosen()) is not None:
            self.frame.open_page("curriculum-session", session.session_id)

    def _on_move(self) -> None:
        if (session := self._chosen()) is not None:
            MoveSessionDialog(self.frame, self, self._groups, session).open()

    def _on_join(self) -> None:
        self.frame.tasks.run(self, self._participants.without_group, self._ask_who_joins)

    def _ask_who_joins(self, waiting: tuple[ParticipantRow, ...]) -> None:
        if not waiting:
            self.frame.warn("Nobody waits for a group. Accept a referral first; then he can be added here.")
        elif self._file is not None:
            JoinDialog(self.frame, self, self._groups, self._file.group, waiting).open()

    def _on_leave(self, member: Member) -> None:
        if self._file is not None:
            today = self._clock.today()
            LeaveDialog(self.frame, self, self._groups, self._file.group, member, today).open()
