"""The list of agencies, with a search and a choice of kind."""

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.agency import AgencyKind, AgencyLine
from bipdesk.domain.folding import folded
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.edit_screen import NEW
from bipdesk.ui.screens.agencies.table_model import LEAVE_OUT_FIRST, LETTERS, AgencyTableModel
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.cell_delegate import CellDelegate
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.search_edit import SearchEdit
from bipdesk.ui.widgets.sharing_table import SharingTable


class AgenciesTab(QWidget):
    """Every agency with its agreement and next step; Enter opens it."""

    def __init__(self, frame: Frame, services: AgencyServices) -> None:
        super().__init__()
        self._frame = frame
        self._agencies = services.agencies
        self._all: tuple[AgencyLine, ...] = ()
        self._visiting = False
        self.search = SearchEdit(frame.look, "Search agencies", "Name of an agency")
        kinds: tuple[tuple[str, object], ...] = tuple((kind.label, kind) for kind in AgencyKind)
        self.kind = Choice("Kind of agency", (("All kinds", None), *kinds))
        self.kind.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(14)
        self.search.setMinimumWidth(frame.look.px(180))
        self.model = AgencyTableModel(services.today)
        self.table = SharingTable("Agencies", LETTERS, LEAVE_OUT_FIRST, lines_per_row=2)
        self._delegate = CellDelegate(frame.look)
        self._empty = Lines()
        self._empty_panel = Panel()
        self._lay_out()
        self.search.searched.connect(self._refresh)
        self.kind.currentIndexChanged.connect(self._refresh)
        self.table.opened.connect(self._on_opened)

    def load(self) -> None:
        """Read the agencies."""
        self._frame.tasks.run(self, self._agencies.list, self._show)

    def take_focus(self) -> None:
        """Be ready for typing a name; after a visit to an agency, be on its line."""
        (self.table if self._visiting else self.search).setFocus()
        self._visiting = False

    def begin(self) -> None:
        """Open the form for a new agency."""
        self._frame.open_page("edit-agency", NEW)

    def _lay_out(self) -> None:
        look = self._frame.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.search, 3)
        row.addWidget(self.kind, 1)
        row.addStretch(1)
        add = Button("Add agency", Kind.PRIMARY, hint="Ctrl N")
        add.setObjectName("addAgencyButton")
        add.clicked.connect(self.begin)
        row.addWidget(add)
        column.addLayout(row)
        self.table.setModel(self.model)
        self.table.setItemDelegate(self._delegate)
        self.table.setMinimumHeight(look.px(240))
        self._empty_panel.body.addWidget(self._empty)
        self._empty_panel.hide()
        column.addWidget(self._empty_panel)
        column.addWidget(self.table, 1)

    def _show(self, lines: tuple[AgencyLine, ...]) -> None:
        self._all = lines
        self._refresh()

    def _refresh(self) -> None:
        words, kind = folded(self.search.text()).split(), self.kind.value()
        found = tuple(
            line
            for line in self._all
            if kind in (None, line.kind) and all(word in folded(line.name) for word in words)
        )
        current = self.model.line_at(self.table.currentIndex().row())
        self.model.show_lines(found)
        if found:
            self.table.selectRow(self.model.row_of(current.agency_id if current else None))
        self.table.setVisible(bool(found))
        self._empty_panel.setVisible(not found)
        self._empty.clear()
        if not found:
            self._empty.add(self._none_found() if self._all else self._none_yet())

    def _none_yet(self) -> EmptyState:
        add = Button("Add the first agency", Kind.PRIMARY)
        add.clicked.connect(self.begin)
        return EmptyState(
            "No agency is entered yet",
            "Courts, probation, child protection, police, health, family-court advisers, victim services: "
            "those who refer and those who work beside the programme.",
            add,
        )

    def _none_found(self) -> EmptyState:
        everything = Button("Show all")
        everything.clicked.connect(self._on_everything_pressed)
        return EmptyState("No agency is found", "Look for a part of its name, or show all kinds.", everything)

    def _on_everything_pressed(self) -> None:
        self.kind.set_value(None)
        self.search.clear()
        self.search.setFocus()
        self._refresh()

    def _on_opened(self, index: QModelIndex) -> None:
        line = self.model.line_at(index.row())
        if line is not None:
            self._visiting = True
            self._frame.open_page("agency", line.agency_id)
