"""The county's desk: import from a stick, see what arrived, write the answers."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import OrgId
from bipdesk.domain.office import CountyParticipant, OwnCard, SiteLine, WrittenBundle
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.forms.enrol_dialog import EnrolDialog
from bipdesk.ui.forms.own_card_panel import OwnCardPanel
from bipdesk.ui.forms.report_dialog import Entry, ReportDialog
from bipdesk.ui.forms.stick_import import Tried, as_entries, import_all
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.county_desk.table_model import CountyParticipantTableModel
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.table_view import TableView
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.sync import CountySyncService

COUNTY = frozenset({Topic.COUNTY})


class CountyDeskScreen(Screen):
    """The sites with what each has sent, and under them the participants of the chosen one."""

    topics = COUNTY

    def __init__(self, frame: Frame, county: "CountySyncService", clock: Clock) -> None:
        super().__init__(frame)
        self._county = county
        self._clock = clock
        self._shown_site: OrgId | None = None
        self._import = Button("Read bundles from a stick…", Kind.PRIMARY)
        self._enrol = Button("Enrol a site…")
        self._sites = Lines()
        self._card = OwnCardPanel(frame)
        self._model = CountyParticipantTableModel()
        self.table = TableView("Participants of the site")
        self._table_title = SectionTitle("Participants")
        self._build()

    def _build(self) -> None:
        self.header.set_title("Sites")
        for button in (self._enrol, self._import):
            self.header.add_action(button)
        panel = Panel()
        panel.body.addWidget(self._sites)
        columns = Columns(self.frame.look, (3, 2), narrowest=820)
        for column, title, part in zip(
            columns.columns, ("Sites", "This office's card"), (panel, self._card), strict=True
        ):
            column.addWidget(SectionTitle(title))
            column.addWidget(part)
            column.addStretch(1)
        self.table.setModel(self._model)
        self.table.set_column_letters(self._model.letters)
        self.table.setMinimumHeight(self.frame.look.px(280))
        self.body.addWidget(columns)
        self.body.addWidget(self._table_title)
        self.body.addWidget(self.table, 1)
        self.body.addStretch(1)
        self._import.clicked.connect(self._on_import)
        self._enrol.clicked.connect(self._on_enrol)

    def load(self) -> None:
        """Read the sites and this office's card."""
        self.frame.tasks.run(self, lambda: (self._county.sites(), self._county.own_card()), self._show)

    def _show(self, read: tuple[tuple[SiteLine, ...], OwnCard]) -> None:
        sites, card = read
        self._card.show_card(card)
        waiting = sum(site.answer_waiting for site in sites)
        answers = counted(waiting, "answer waits", "answers wait") + " to be written" if waiting else ""
        self.header.set_title("Sites", joined(counted(len(sites), "site", "sites"), answers))
        self._sites.clear()
        for site in sites:
            self._sites.add(self._site_line(site))
        if not sites:
            words = "Ask each site for its card; its bundles can be read once the code has been compared."
            self._sites.add(EmptyState("No site is enrolled yet", words))
        for part in (self.table, self._table_title):
            part.setVisible(bool(sites))
        # Without the table its room belongs under everything, not between the words of the header.
        self.body.setStretch(self.body.count() - 1, 0 if sites else 1)
        shown = next((site for site in sites if site.org_id == self._shown_site), sites[0] if sites else None)
        if shown is not None:
            self._show_participants_of(shown)

    def _site_line(self, site: SiteLine) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(self.frame.look.px(8))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(site.name, Role.ITEM, wrap=True))
        words.addWidget(Text(self._site_words(site), Role.DETAIL, wrap=True))
        row.addLayout(words, 1)
        if site.conflicts:
            row.addWidget(Pill(counted(site.conflicts, "conflict", "conflicts"), State.WARN))
        people = Button("Participants", small=True)
        people.setAccessibleName(f"Participants of {site.name}")
        people.clicked.connect(lambda: self._show_participants_of(site))
        answer = Button("Write answer…", small=True)
        answer.setAccessibleName(f"Write the answer to {site.name}")
        answer.setEnabled(site.last_bundle_on is not None)
        answer.clicked.connect(lambda: self._on_answer(site))
        for button in (people, answer):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _site_words(self, site: SiteLine) -> str:
        if site.last_bundle_on is None:
            return "No bundle has arrived yet"
        arrived = f"Last bundle {short_date(site.last_bundle_on, self._clock.today())}"
        people = counted(site.participants, "participant", "participants")
        return joined(arrived, people, "answer not written yet" if site.answer_waiting else "")

    def _show_participants_of(self, site: SiteLine) -> None:
        self._shown_site = site.org_id
        self._table_title.setText(f"Participants of {site.name}")
        self.frame.tasks.run(self, partial(self._county.participants, site.org_id), self._show_participants)

    def _show_participants(self, participants: tuple[CountyParticipant, ...]) -> None:
        self._model.show_participants(participants)

    def _on_enrol(self) -> None:
        EnrolDialog(self.frame, self, "Enrol a site", self._county.enrol, "The site is enrolled.").open()

    def _on_import(self) -> None:
        if (folder := self._ask_folder("Folder on the stick")) is not None:
            self.read_stick(folder)

    def read_stick(self, folder: Path) -> None:
        """Read every bundle in this folder and say what came of each."""
        self._import.setEnabled(False)
        work = partial(self._read_stick, folder)
        self.frame.tasks.run(self, work, self._on_read, always=self._on_answered)

    def _read_stick(self, folder: Path) -> tuple[Tried, ...]:
        return import_all(self._county.find(folder), self._county.import_bundle)

    def _on_answered(self) -> None:
        self._import.setEnabled(True)

    def _on_read(self, tried: tuple[Tried, ...]) -> None:
        if not tried:
            self.frame.warn("There is no bundle in this folder. Choose the folder that holds it.")
            return
        self.frame.tasks.changed.emit(COUNTY)
        ReportDialog(self.frame.look, self, "What the stick brought", as_entries(tried)).open()

    def _on_answer(self, site: SiteLine) -> None:
        if (folder := self._ask_folder(f"Folder on the stick for {site.name}")) is not None:
            self.write_answer(site.org_id, folder)

    def write_answer(self, site: OrgId, folder: Path) -> None:
        """Write the answer to a site to this folder."""
        self.frame.tasks.run(self, partial(self._county.write_answer, site, folder), self._on_written)

    def _on_written(self, written: WrittenBundle) -> None:
        self.frame.tasks.changed.emit(COUNTY)
        entry = Entry(written.file_name, "Written", State.GOOD, (*written.sentences, "Read back."))
        ReportDialog(self.frame.look, self, "The answer is on the stick", (entry,)).open()

    def _ask_folder(self, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(self, title)
        return Path(chosen) if chosen else None
