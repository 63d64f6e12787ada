"""The directory of services: find one, keep it right, print the list."""

from functools import partial

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.service_directory import ServiceEntry, ServiceKind
from bipdesk.ui.format import counted
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.directory_model import LEAVE_OUT_FIRST, LETTERS, ServiceTableModel
from bipdesk.ui.screens.agencies.service_dialog import ServiceDialog
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.search_edit import SearchEdit
from bipdesk.ui.widgets.sharing_table import SharingTable
from bipdesk.ui.widgets.text import Role, Text

_WORDS = "For those whom the programme cannot take. What is found by the search is what prints."


class DirectoryTab(QWidget):
    """Services by kind and name; Enter opens one to change it."""

    def __init__(self, frame: Frame, services: AgencyServices) -> None:
        super().__init__()
        self._frame = frame
        self._services = services
        self._directory = services.directory
        self._ticket: Ticket | None = None
        self.search = SearchEdit(frame.look, "Search services", "Name, for whom, area, language")
        kinds: tuple[tuple[str, object], ...] = tuple((kind.label, kind) for kind in ServiceKind)
        self.kind = Choice("Kind of service", (("All kinds", None), *kinds))
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(14)
        self.search.setMinimumWidth(frame.look.px(180))
        self.model = ServiceTableModel(services.today)
        self.table = SharingTable("Services", LETTERS, LEAVE_OUT_FIRST, lines_per_row=2)
        self._delegate = CellDelegate(frame.look)
        self._empty = Lines()
        self._empty_panel = Panel()
        self._count = Text(_WORDS, Role.DETAIL, wrap=True)
        self._print = Button("Print list")
        self._lay_out()
        self.search.searched.connect(self.load)
        self.kind.currentIndexChanged.connect(self.load)
        self.table.opened.connect(self._on_opened)
        self._print.clicked.connect(self._on_print_pressed)

    def load(self) -> None:
        """Ask for what the search finds; an older question is forgotten."""
        if self._ticket is not None:
            self._ticket.cancel()
        asked = self._asked()
        self._ticket = self._frame.tasks.run(self, partial(self._directory.search, *asked), self._show)

    def take_focus(self) -> None:
        """Be ready for typing what is looked for."""
        self.search.setFocus()

    def begin(self) -> None:
        """Open the form for a new service."""
        ServiceDialog(self._frame, self, self._services).open()

    def _asked(self) -> tuple[str, ServiceKind | None]:
        kind = self.kind.value()
        return self.search.text().strip(), kind if isinstance(kind, ServiceKind) else None

    def _lay_out(self) -> None:
        look = self._frame.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.search, 3)
        row.addWidget(self.kind, 2)
        self._print.setObjectName("printDirectoryButton")
        add = Button("Add service", Kind.PRIMARY, hint="Ctrl N")
        add.setObjectName("addServiceButton")
        add.clicked.connect(self.begin)
        row.addWidget(self._print)
        row.addWidget(add)
        column.addLayout(row)
        column.addWidget(self._count)
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setMinimumHeight(look.px(240))
        self._empty_panel.body.addWidget(self._empty)
        self._empty_panel.hide()
        column.addWidget(self._empty_panel)
        column.addWidget(self.table, 1)

    def _show(self, entries: tuple[ServiceEntry, ...]) -> None:
        current = self.model.entry_at(self.table.currentIndex().row())
        self.model.show_entries(entries)
        if entries:
            self.table.selectRow(self.model.row_of(current.entry_id if current else None))
        wanting = sum(entry.wants_checking(self._services.today) for entry in entries)
        check = f" {counted(wanting, 'entry wants', 'entries want')} checking." if wanting else ""
        self._count.setText(f"{counted(len(entries), 'service', 'services')}. {_WORDS}{check}")
        self._print.setEnabled(bool(entries))
        self.table.setVisible(bool(entries))
        self._empty_panel.setVisible(not entries)
        self._empty.clear()
        if not entries:
            self._empty.add(self._nothing())

    def _nothing(self) -> EmptyState:
        if any(self._asked()):
            return EmptyState("No service is found", "Look for a part of a word, or show all kinds.")
        add = Button("Add the first service", Kind.PRIMARY)
        add.clicked.connect(self.begin)
        return EmptyState(
            "The directory is empty",
            "Who cannot come into the programme is told where else to turn: help in a crisis, counselling, "
            "alcohol and drugs, shelter, other programmes.",
            add,
        )

    def _on_opened(self, index: QModelIndex) -> None:
        entry = self.model.entry_at(index.row())
        if entry is not None:
            ServiceDialog(self._frame, self, self._services, entry).open()

    def _on_print_pressed(self) -> None:
        render = partial(self._directory.render, *self._asked())
        self._frame.tasks.run(
            self, render, lambda pdf: self._frame.show_document("Directory of services", pdf)
        )
