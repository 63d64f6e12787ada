"""County sync: what will leave and what will not, the stick, and what has arrived."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import BundleNotForUs
from bipdesk.domain.office import OwnCard, SentBundle, SyncStatus
from bipdesk.ui.format import short_date
from bipdesk.ui.forms.enrol_dialog import EnrolDialog
from bipdesk.ui.forms.own_card_panel import OwnCardPanel
from bipdesk.ui.forms.report_dialog import ReportDialog
from bipdesk.ui.forms.stick_import import Tried, as_entries, import_all
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.county_sync.make_bundle_dialog import MakeBundleDialog
from bipdesk.ui.screens.county_sync.words import bundle_words, standing
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.sync import SiteSyncService

NO_ANSWER = (
    "There is no answer for this office in this folder. Choose the folder that holds it; if it should be "
    "there, ask the county to write it again."
)


class CountySyncScreen(Screen):
    """Says what the next bundle carries before it is made, and "delivered" only after a receipt."""

    topics = frozenset({Topic.COUNTY, Topic.PARTICIPANTS, Topic.REGISTER, Topic.GROUPS})

    def __init__(self, frame: Frame, sync: "SiteSyncService", clock: Clock) -> None:
        super().__init__(frame)
        self._sync = sync
        self._clock = clock
        self.make_button = Button("Make bundle…", Kind.PRIMARY)
        self._import = Button("Read the county's answer…")
        self._carries, self._never, self._history = Lines(), Lines(), Lines()
        self._card = OwnCardPanel(frame)
        self._enrol = Button("Enrol the county office…", Kind.PRIMARY)
        self._county = Panel()
        self._columns = Columns(frame.look, (3, 2), narrowest=820)
        self._build()

    def _build(self) -> None:
        self.header.set_title("County sync")
        self.header.add_action(self._import)
        self.header.add_action(self.make_button)
        self._county.body.addWidget(
            EmptyState(
                "No county office is enrolled yet",
                "Ask the county office for its card. Nothing can leave before its code has been compared.",
                self._enrol,
            )
        )
        self.body.addWidget(self._county)
        self._county.hide()
        left, right = self._columns.columns
        for title, lines in (
            ("The next bundle carries", self._carries),
            ("What never leaves", self._never),
        ):
            self._add_panel(left, title, lines)
        self._add_panel(right, "Bundles so far", self._history)
        right.addWidget(SectionTitle("This office's card"))
        right.addWidget(self._card)
        for column in (left, right):
            column.addStretch(1)
        self.body.addWidget(self._columns)
        self.body.addStretch(1)
        self.make_button.clicked.connect(lambda: MakeBundleDialog(self.frame, self, self._sync).open())
        self._import.clicked.connect(self._on_import)
        self._enrol.clicked.connect(self._on_enrol)

    def _add_panel(self, column: QVBoxLayout, title: str, lines: Lines) -> None:
        panel = Panel()
        panel.body.addWidget(lines)
        column.addWidget(SectionTitle(title))
        column.addWidget(panel)
        column.addSpacing(self.frame.look.px(8))

    def load(self) -> None:
        """Read what waits, what was written, and this office's card."""
        self.frame.tasks.run(self, lambda: (self._sync.status(), self._sync.own_card()), self._show)

    def _show(self, read: tuple[SyncStatus, OwnCard]) -> None:
        status, card = read
        enrolled = bool(status.county_name)
        today = self._clock.today()
        words = standing(status, today) if enrolled else "Nothing leaves this computer by itself."
        self.header.set_title("County sync", words, status.county_name)
        self._county.setVisible(not enrolled)
        for button in (self.make_button, self._import):
            button.setVisible(enrolled)
        self.make_button.setEnabled(bool(status.waiting))
        self._fill(self._carries, status.waiting, self._nothing_waits(enrolled))
        self._fill(self._never, status.never, "")
        self._show_history(status)
        self._card.show_card(card)

    def _nothing_waits(self, enrolled: bool) -> str:
        if enrolled:
            return "Nothing new since the county last confirmed."
        return "Once the county is enrolled, this says what waits to be carried."

    def _fill(self, lines: Lines, sentences: tuple[str, ...], otherwise: str) -> None:
        lines.clear()
        for words in sentences:
            lines.add(Text(words[:1].upper() + words[1:], Role.BODY, wrap=True))
        if not sentences and otherwise:
            lines.add(Text(otherwise, Role.DETAIL, wrap=True))

    def _show_history(self, status: SyncStatus) -> None:
        self._history.clear()
        for bundle in status.history:
            self._history.add(self._bundle_line(bundle))
        if not status.history:
            self._history.add(Text("No bundle has been written yet.", Role.DETAIL, wrap=True))

    def _bundle_line(self, bundle: SentBundle) -> QWidget:
        today = self._clock.today()
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(bundle.file_name, Role.ITEM, wrap=True))
        words.addWidget(Text(bundle_words(bundle, today), Role.DETAIL, wrap=True))
        row.addLayout(words, 1)
        if bundle.delivered_on is None:
            row.addWidget(Pill("Written", State.NEUTRAL))
        else:
            row.addWidget(Pill(f"Delivered {short_date(bundle.delivered_on, today)}", State.GOOD))
        return line

    def _on_enrol(self) -> None:
        EnrolDialog(
            self.frame, self, "Enrol the county office", self._sync.enrol, "The county office is enrolled."
        ).open()

    def _on_import(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Folder with the county's answer")
        if chosen:
            self.read_answers(Path(chosen))

    def read_answers(self, folder: Path) -> None:
        """Read every answer of the county in this folder and say what came of each."""
        self._import.setEnabled(False)
        work = partial(self._read_answers, folder)
        self.frame.tasks.run(self, work, self._on_read, always=lambda: self._import.setEnabled(True))

    def _read_answers(self, folder: Path) -> tuple[Tried, ...]:
        # The bundles that went to the county are on the stick as well, sealed to the county alone.
        return import_all(self._sync.find(folder), self._sync.import_answer, no_news=(BundleNotForUs,))

    def _on_read(self, tried: tuple[Tried, ...]) -> None:
        if not tried:
            self.frame.warn(NO_ANSWER)
            return
        self.frame.tasks.changed.emit(frozenset({Topic.COUNTY}))
        ReportDialog(self.frame.look, self, "The county's answer", as_entries(tried)).open()
