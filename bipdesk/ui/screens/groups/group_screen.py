"""One group: its run day by day, its members, and how it stands against the rules."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.cancellation import CancelDispute, CancelSide
from bipdesk.domain.changes import Topic
from bipdesk.domain.group import GroupSession, Member, SessionState
from bipdesk.domain.group_checks import CheckStanding
from bipdesk.domain.group_run import GroupFile, RunLine
from bipdesk.domain.ids import GroupId
from bipdesk.domain.participant import ParticipantRow
from bipdesk.domain.staff import StaffMember
from bipdesk.ui.format import counted, joined, long_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.groups.cancel_dialog import CancelDialog
from bipdesk.ui.screens.groups.change_dialogs import ChangeGroupDialog, ReportSizeDialog
from bipdesk.ui.screens.groups.evening_dialogs import ExtraEveningDialog, MoveSessionDialog
from bipdesk.ui.screens.groups.group_services import GroupServices
from bipdesk.ui.screens.groups.member_dialogs import JoinDialog, LeaveDialog, TransferDialog
from bipdesk.ui.screens.groups.panels import ChecksPanel, DisputesPanel, MembersPanel
from bipdesk.ui.screens.groups.table_model import RunTableModel
from bipdesk.ui.screens.groups.words import cancelled_words, meets
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.table_view import TableView
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.groups.checks import GroupChecks

TAKEN_BACK = "The evening of {day} is held after all."


class GroupScreen(Screen):
    """The run as a table, with what can be done with the chosen date above and below; members beside it."""

    topics = frozenset({Topic.GROUPS, Topic.REGISTER, Topic.PARTICIPANTS, Topic.STAFF, Topic.SITE})

    def __init__(self, frame: Frame, services: GroupServices) -> None:
        super().__init__(frame)
        self._services = services
        self._group_id: GroupId | None = None
        self._file: GroupFile | None = None
        self._model = RunTableModel()
        self.table = TableView("Sessions of the group", lines_per_row=1)
        self._delegate = CellDelegate(frame.look)
        self._register = Button("Take register", Kind.PRIMARY, hint="Enter")
        self._print = Button("Print session sheet")
        self._content = Button("Content", small=True)
        self._move = Button("Move date…", small=True)
        self._cancel = Button("Cancel evening…", small=True)
        self._take_back = Button("Hold it after all", small=True)
        self._extra = Button("Extra evening…", small=True)
        self._about = Text("", Role.DETAIL, wrap=True)
        self._about.hide()
        self._change = Button("Change group…")
        self._report = Button("Write down the report…", small=True)
        self.members = MembersPanel()
        self.checks = ChecksPanel()
        self.disputes = DisputesPanel()
        self._members_title = SectionTitle("Members")
        self._build()
        self._listen()

    def _build(self) -> None:
        for button in (self._change, self._print, self._register):
            self.header.add_action(button)
        self._content.setAccessibleName("Content of the session")
        self.table.setModel(self._model)
        self.table.setItemDelegate(self._delegate)
        self.table.set_column_letters(self._model.letters)
        self.table.setMinimumHeight(self.frame.look.px(400))
        columns = Columns(self.frame.look, (2, 1), narrowest=820)
        sessions, beside = columns.columns
        sessions.addLayout(self._acts())
        sessions.addWidget(self._about)
        sessions.addWidget(self.table, 1)
        for part in (self._members_title, self.members, SectionTitle("Checks"), self.checks):
            beside.addWidget(part)
        self.checks.body.addWidget(self._report, 0, Qt.AlignmentFlag.AlignLeft)
        beside.addStretch(1)
        self.body.addWidget(self.disputes)
        self.body.addWidget(columns, 1)

    def _acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(8))
        row.addWidget(SectionTitle("Sessions"))
        row.addStretch(1)
        for button in (self._take_back, self._content, self._move, self._cancel, self._extra):
            row.addWidget(button)
        self._take_back.hide()
        self._report.hide()
        return row

    def _listen(self) -> None:
        self.table.opened.connect(lambda _index: self._on_register())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_actions())
        self._register.clicked.connect(self._on_register)
        self._print.clicked.connect(self._on_print)
        self._content.clicked.connect(self._on_content)
        self._move.clicked.connect(self._on_move)
        self._cancel.clicked.connect(self._on_cancel)
        self._take_back.clicked.connect(self._on_take_back)
        self._extra.clicked.connect(self._on_extra)
        self._change.clicked.connect(self._on_change)
        self._report.clicked.connect(self._on_report)
        self.members.joins.connect(self._on_join)
        self.members.leaves.connect(self._on_leave)
        self.members.goes_over.connect(self._on_goes_over)
        self.checks.wanted.connect(lambda: self.frame.open_page("group-checks", self._group_id))
        self.disputes.settled.connect(self._on_settled)
        self.disputes.order_wanted.connect(self._on_order)

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
            self.frame.tasks.run(self, partial(self._read, self._group_id), self._show)

    def _read(self, group_id: GroupId) -> "tuple[GroupFile, GroupChecks]":
        return self._services.groups.file(group_id), self._services.checks.of(group_id)

    def _show(self, read: "tuple[GroupFile, GroupChecks]") -> None:
        file, checks = read
        chosen, today = self._chosen_line(), self._services.clock.today()
        self._file = file
        curriculum = file.group.curriculum_name
        self.header.set_title(file.group.name, joined(meets(file.group), curriculum), "Groups and sessions")
        self._model.show_run(file.run, today)
        row = self._model.row_of(chosen)
        row = self._model.next_row() if row is None else row
        self.table.selectRow(row)
        self.table.scrollTo(self._model.index(row, 0))
        counts = file.group.places
        plain = counts.places is None and counts.unconvicted_places is None
        self._members_title.setText(
            counted(len(file.members), "member", "members") if plain else f"Members: {counts.words}"
        )
        self.members.show_file(file, today)
        self.checks.show_checks(checks.plan, checks.happened)
        over = [one for one in checks.plan if one.key == "reported" and one.standing is CheckStanding.WARN]
        self._report.setVisible(bool(over) and file.stored.size_reported < file.stored.members)
        self.disputes.show_file(file)
        self._show_actions()

    def _chosen_line(self) -> RunLine | None:
        return self._model.line(self.table.currentIndex().row())

    def _chosen(self) -> GroupSession | None:
        line = self._chosen_line()
        return None if line is None else line.session

    def _show_actions(self) -> None:
        line, session = self._chosen_line(), self._chosen()
        held = session is not None and session.state is SessionState.HELD
        self._register.setText("Open register" if held else "Take register")
        for button in (self._register, self._print, self._content):
            button.setEnabled(session is not None)
        for button in (self._move, self._cancel):
            button.setEnabled(session is not None and not held and not session.marked)
        cancelled = None if line is None else line.cancellation
        self._take_back.setVisible(cancelled is not None)
        self._about.setText(cancelled_words(cancelled) if cancelled is not None else "")
        self._about.setVisible(cancelled is not None)

    # What is done with a date

    def _on_register(self) -> None:
        if (session := self._chosen()) is not None:
            self.frame.open_page("register", session.session_id)

    def _on_print(self) -> None:
        if (session := self._chosen()) is not None:
            title = f"Session sheet · {session.title}"
            render = partial(self._services.sheets.render, session.session_id)
            self.frame.tasks.run(self, render, lambda pdf: self.frame.show_document(title, pdf))

    def _on_content(self) -> None:
        if (session := self._chosen()) is not None:
            self.frame.open_page("curriculum-session", session.session_id)

    def _on_move(self) -> None:
        if (session := self._chosen()) is not None:
            MoveSessionDialog(self.frame, self, self._services, session).open()

    def _on_cancel(self) -> None:
        if (session := self._chosen()) is not None:
            CancelDialog(self.frame, self, self._services, session).open()

    def _on_take_back(self) -> None:
        line = self._chosen_line()
        if line is not None and line.cancellation is not None:
            cancelled = line.cancellation
            take_back = partial(
                self._services.cancellations.take_back, cancelled.cancellation_id, cancelled.seen
            )
            said = TAKEN_BACK.format(day=long_date(cancelled.on_date))
            self.frame.tasks.change(self, take_back, lambda _changes: self.frame.notify(said))

    def _on_extra(self) -> None:
        if self._file is not None:
            ExtraEveningDialog(self.frame, self, self._services, self._file.group).open()

    def _on_settled(self, dispute: CancelDispute, side: CancelSide) -> None:
        settle = partial(self._services.cancellations.settle, dispute.cancellation_id, side, dispute.seen)
        said = "It stands as chosen; what is to come follows from it."
        self.frame.tasks.change(self, settle, lambda _changes: self.frame.notify(said))

    def _on_order(self) -> None:
        if self._group_id is not None:
            put = partial(self._services.cancellations.put_in_order, self._group_id)
            self.frame.tasks.change(self, put, lambda _: self.frame.notify("The dates are in order."))

    # What is done with the group and its members

    def _on_change(self) -> None:
        self.frame.tasks.run(self, self._services.staff.facilitators, self._ask_change)

    def _ask_change(self, staff: tuple[StaffMember, ...]) -> None:
        if self._file is not None:
            ChangeGroupDialog(self.frame, self, self._services, self._file.stored, staff).open()

    def _on_report(self) -> None:
        if self._file is not None:
            today = self._services.clock.today()
            ReportSizeDialog(self.frame, self, self._services, self._file.stored, today).open()

    def _on_join(self) -> None:
        self.frame.tasks.run(self, self._services.participants.without_group, self._ask_who_joins)

    def _ask_who_joins(self, waiting: tuple[ParticipantRow, ...]) -> None:
        if not waiting:
            self.frame.warn("Nobody waits for a group. Accept a referral first; then he can be added here.")
        elif self._file is not None:
            JoinDialog(self.frame, self, self._services, self._file.group, waiting).open()

    def _on_leave(self, member: Member) -> None:
        if self._file is not None:
            today = self._services.clock.today()
            LeaveDialog(self.frame, self, self._services, self._file.group, member, today).open()

    def _on_goes_over(self, member: Member) -> None:
        if self._file is not None:
            TransferDialog(self.frame, self, self._services, self._file.group, member).open()
