"""Participants: the list, searched as one types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import ParticipantRow
from bipdesk.domain.referral import Status
from bipdesk.ui.format import counted
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.participants.table_model import PAGE, ParticipantTableModel
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.search_edit import SearchEdit
from bipdesk.ui.widgets.table_view import TableView

if TYPE_CHECKING:
    from bipdesk.services.participants import ParticipantService

NEW_KEY = "Ctrl+N"
FIND_KEY = "Ctrl+F"
_LETTERS = (12, 28, 17, 26, 10, 12, 12)
"""Room for each column in letters of average width, shared out over the whole width."""
_LEFT_OUT_FIRST = (6, 4, 3)
"""Columns that go, in this order, where the others would not fit."""
_PADDING = 6
_EVERYONE = "All"


class ParticipantsScreen(Screen):
    """Search, filter, and one line for each participant; Enter opens his file."""

    topics = frozenset({Topic.PARTICIPANTS, Topic.GROUPS, Topic.REGISTER})

    def __init__(
        self, frame: Frame, participants: "ParticipantService", clock: Clock, may_import: bool = False
    ) -> None:
        super().__init__(frame)
        self._may_import = may_import
        self._participants = participants
        self._ticket: Ticket | None = None
        self._more: Ticket | None = None
        self._visiting = False
        self.search = SearchEdit(frame.look, "Search participants", "Name or case number")
        self.search.setObjectName("searchEdit")
        statuses: tuple[tuple[str, object], ...] = tuple((status.label, status) for status in Status)
        self.filter = Choice("Show which participants", ((_EVERYONE, None), *statuses))
        self.filter.setObjectName("statusFilter")
        self.model = ParticipantTableModel(clock.today())
        self.table = TableView("Participants")
        self.table.setObjectName("participantsTable")
        self._delegate = CellDelegate(frame.look)
        self._lay_out()
        self._listen()

    def load(self) -> None:
        """Ask for the first page and the number of all; an older question is forgotten."""
        for ticket in (self._ticket, self._more):
            if ticket is not None:
                ticket.cancel()
        text, status = self._asked()
        service = self._participants

        def ask() -> tuple[tuple[ParticipantRow, ...], int, int]:
            everyone = service.count("", None)
            total = service.count(text, status) if text or status else everyone
            return service.page(text, status, 0, PAGE), total, everyone

        self._ticket = self.frame.tasks.run(self, ask, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Be ready for typing a name; after a visit to a file, be on its line."""
        super().showEvent(event)
        (self.table if self._visiting else self.search).setFocus()
        self._visiting = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the width out over the columns; leave the less needed ones out where there is little."""
        super().resizeEvent(event)
        margins = self.body.contentsMargins()
        room = event.size().width() - margins.left() - margins.right() - self.frame.look.px(16)
        letter = self.table.fontMetrics().averageCharWidth()
        shown = list(range(len(_LETTERS)))
        for column in _LEFT_OUT_FIRST:
            if sum(_LETTERS[each] for each in shown) * letter + len(shown) * _PADDING > room:
                shown.remove(column)
        letters = sum(_LETTERS[column] for column in shown)
        for column in range(len(_LETTERS)):
            self.table.setColumnHidden(column, column not in shown)
        for column in shown:
            self.table.setColumnWidth(column, room * _LETTERS[column] // letters)

    def _lay_out(self) -> None:
        look = self.frame.look
        new = Button("New referral", Kind.PRIMARY, hint="Ctrl N")
        new.setObjectName("newReferralButton")
        new.clicked.connect(self._on_new_pressed)
        self.header.set_title("Participants")
        bring = Button("Import…")
        bring.setObjectName("importButton")
        bring.clicked.connect(self._on_import_pressed)
        bring.setVisible(self._may_import)
        self.header.add_action(bring)
        self.header.add_action(new)
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.search, 3)
        row.addWidget(self.filter, 1)
        row.addStretch(2)
        self.body.addLayout(row)
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setMinimumHeight(look.px(240))
        self._empty = Lines()
        self._empty_panel = Panel()
        self._empty_panel.body.addWidget(self._empty)
        self._empty_panel.hide()
        self.body.addWidget(self._empty_panel)
        self.body.addWidget(self.table, 1)

    def _listen(self) -> None:
        self.search.searched.connect(self.load)
        self.filter.currentIndexChanged.connect(self.load)
        self.model.wanted.connect(self._on_wanted)
        self.table.opened.connect(self._on_opened)
        QShortcut(QKeySequence(NEW_KEY), self, self._on_new_pressed)
        QShortcut(QKeySequence(FIND_KEY), self, self.search.setFocus)

    def _asked(self) -> tuple[str, Status | None]:
        status = self.filter.value()
        return self.search.text().strip(), Status(str(status)) if status is not None else None

    def _show(self, answer: tuple[tuple[ParticipantRow, ...], int, int]) -> None:
        rows, total, everyone = answer
        kept = self._current()
        self.model.show(rows, total)
        self._select(kept)
        found = counted(total, "participant", "participants")
        self.header.set_title("Participants", found if total == everyone else f"{found} of {everyone}")
        self.table.setVisible(bool(rows))
        self._empty_panel.setVisible(not rows)
        self._empty.clear()
        if not rows:
            self._empty.add(self._nobody() if everyone == 0 else self._nobody_found())
            if everyone == 0 and self._may_import:
                self._empty.add(self._list_elsewhere())

    def _current(self) -> ParticipantId | None:
        index = self.table.currentIndex()
        return self.model.participant_at(index.row()).participant_id if index.isValid() else None

    def _select(self, participant_id: ParticipantId | None) -> None:
        line = self.model.line_of(participant_id) if participant_id is not None else None
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(line or 0, 0))

    def _nobody(self) -> EmptyState:
        begin = Button("New referral", Kind.PRIMARY)
        begin.clicked.connect(self._on_new_pressed)
        return EmptyState(
            "Nobody has been referred yet",
            "Everyone who was ever referred stands here: waiting, in the programme, and afterwards. "
            "Begin with the first referral.",
            begin,
        )

    def _list_elsewhere(self) -> EmptyState:
        bring = Button("Import a spreadsheet…")
        bring.clicked.connect(self._on_import_pressed)
        return EmptyState(
            "They stand in a spreadsheet today?",
            "You see what becomes of every row before anything is written.",
            bring,
        )

    def _nobody_found(self) -> EmptyState:
        everyone = Button("Show everyone")
        everyone.clicked.connect(self._on_everyone_pressed)
        return EmptyState(
            "Nobody is found",
            "Look for a part of a name or of a case number, or show another status.",
            everyone,
        )

    def _on_everyone_pressed(self) -> None:
        self.filter.set_value(None)
        self.search.clear()
        self.search.setFocus()
        self.load()

    def _on_wanted(self, offset: int) -> None:
        text, status = self._asked()
        self._more = self.frame.tasks.run(
            self, lambda: self._participants.page(text, status, offset, PAGE), self.model.append
        )

    def _on_opened(self, index: QModelIndex) -> None:
        self._visiting = True
        self.frame.open_page("participant", self.model.participant_at(index.row()).participant_id)

    def _on_import_pressed(self) -> None:
        self.frame.open_page("import")

    def _on_new_pressed(self) -> None:
        self.frame.open_page("referral")
