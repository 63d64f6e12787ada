"""Importing what a programme has today: file, columns, rows, result."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import UserError
from bipdesk.domain.importing.begun import Begun
from bipdesk.domain.importing.cells import Corrections
from bipdesk.domain.importing.fields import Purpose
from bipdesk.domain.importing.look import ImportRun, Look, Proposal
from bipdesk.domain.importing.questions import GroupChoice
from bipdesk.domain.intake_errors import ImportChanged
from bipdesk.domain.sentences import sentence
from bipdesk.domain.spreadsheet import Sheet, TextForm
from bipdesk.readers.spreadsheet import SpreadsheetFile
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.import_people.columns_step import ColumnsStep
from bipdesk.ui.screens.import_people.file_step import FileStep
from bipdesk.ui.screens.import_people.import_draft import ImportDraft
from bipdesk.ui.screens.import_people.progress import Progress
from bipdesk.ui.screens.import_people.result_step import ResultStep
from bipdesk.ui.screens.import_people.rows_look import RowsLook
from bipdesk.ui.screens.import_people.rows_step import RowsStep

if TYPE_CHECKING:
    from bipdesk.services.imports.service import ImportService

Answer = tuple[Sheet, Proposal, tuple[GroupChoice, ...]]
STEPS = {
    "file": ("Import", "Step 1 of 4: the file"),
    "columns": ("Import: the columns", "Step 2 of 4: what each column becomes. Nothing is written yet."),
    "rows": ("Import: the rows", "Step 3 of 4: what becomes of each row. Nothing is written yet."),
    "result": ("Imported", "Step 4 of 4"),
}
FILE_CHANGED = (
    "The spreadsheet with which an import was begun has changed since, so what was corrected there is not "
    "shown. Choose the file to begin anew."
)
NOT_THERE = "Taken back: what this import had made is no longer there."


class ImportScreen(Screen):
    """One table at a time; everything corrected stays while one goes back and forth."""

    topics = frozenset({Topic.IMPORTS})

    def __init__(self, frame: Frame, imports: "ImportService", clock: Clock) -> None:
        super().__init__(frame)
        self._imports = imports
        self._file: SpreadsheetFile | None = None
        self._path = ""
        self._chosen: tuple[str, Purpose] | None = None
        self._sheet: Sheet | None = None
        self._run: UUID | None = None
        self._corrections = Corrections()
        self.file = FileStep(frame.look)
        self.columns = ColumnsStep(frame.look, clock.today())
        self.rows = RowsStep(frame.look)
        self.result = ResultStep(frame.look)
        self._rows_look = RowsLook(frame.tasks, self.rows)
        self._progress = Progress(self)
        self._draft = ImportDraft(self)
        self.drafts = DraftKeeper(frame, "import", self._draft)
        self.body.addWidget(self.drafts.bar)
        self._steps: dict[str, QWidget] = {
            "file": self.file, "columns": self.columns, "rows": self.rows, "result": self.result
        }  # fmt: skip
        for step in self._steps.values():
            self.body.addWidget(step, 1 if step is self.rows else 0)
        self.body.addStretch(1)
        self._listen()
        self._go_to("file")
        self.drafts.begin()

    def _listen(self) -> None:
        self.file.wanted.connect(self._on_file)
        self.file.ready.connect(self._on_sheet)
        self.file.taken_back.connect(self._take_back)
        self.columns.back.connect(partial(self._go_to, "file"))
        self.columns.ready.connect(self._look)
        self.columns.kept.connect(self._on_keep)
        self.rows.back.connect(self._on_back_to_columns)
        self.rows.wanted.connect(self._on_import)
        self.rows.stopped.connect(self._on_stop)
        self.result.people.connect(lambda: self.frame.open_page("participants"))
        self.result.another.connect(partial(self._go_to, "file"))
        self.result.taken_back.connect(lambda: self._take_back(self._run))
        self._progress.moved.connect(self._on_moved)
        self.columns.edited.connect(self._remember)
        self._rows_look.corrected.connect(self._remember)
        self._draft.own.begun.connect(self._resume)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._on_enter)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def load(self) -> None:
        """Read which imports there were."""
        self.frame.tasks.run(self, self._imports.runs, self._show_runs)

    def _show_runs(self, runs: tuple[ImportRun, ...]) -> None:
        self.file.show_runs(runs)

    def _go_to(self, name: str) -> None:
        for each, step in self._steps.items():
            step.setVisible(each == name)
        # The list of rows takes the height that is left; under the other steps it stays empty.
        self.body.setStretch(self.body.count() - 1, 0 if name == "rows" else 1)
        self.header.set_title(*STEPS[name], "Participants")
        if name == "file":
            self.file.file.edit.setFocus()

    def _on_enter(self) -> None:
        """Do what the main button of the step says; `click` passes over a button that waits."""
        for step in (self.file, self.columns, self.rows):
            if step.isVisible() and step.go_on.isVisible():
                step.go_on.click()
                return

    # File

    def _on_file(self, path: object, form: object) -> None:
        if isinstance(path, Path):
            wanted = form if isinstance(form, TextForm) else None
            self._path = str(path)
            work = partial(self._imports.open, path, wanted)
            self.frame.tasks.run(self, work, self._show_file, self._on_unreadable)

    def _show_file(self, file: SpreadsheetFile) -> None:
        self._file, self._chosen = file, None
        self.file.show_file(file)

    def _on_unreadable(self, error: UserError) -> None:
        self._file = None
        self.file.show_file(None)
        self.file.show_error(sentence(error))

    def _on_sheet(self) -> None:
        purpose = self.file.purpose.value()
        if self._file is None or not isinstance(purpose, Purpose):
            return
        chosen = (str(self.file.sheet.value()), purpose)
        if chosen == self._chosen:
            self._go_to("columns")
            return
        self.file.go_on.setEnabled(False)
        work = partial(self._ask, self._file, *chosen)
        done = partial(self._show_table, chosen)
        ended = partial(self.file.go_on.setEnabled, True)
        self.frame.tasks.run(self, work, done, self._on_unreadable, ended)

    def _ask(self, file: SpreadsheetFile, name: str, purpose: Purpose) -> Answer:
        sheet = file.sheet(name)
        return sheet, self._imports.propose(sheet, purpose), self._imports.groups()

    def _show_table(self, chosen: tuple[str, Purpose], answer: Answer) -> None:
        sheet, proposal, groups = answer
        self._chosen, self._sheet, self._corrections = chosen, sheet, Corrections()
        self.columns.show_table(sheet, proposal.mapping, groups, proposal.kept_name)
        self._go_to("columns")
        self.columns.heading_row.setFocus()

    # What was begun

    def _remember(self) -> None:
        if self._file is not None and self._chosen is not None:
            begun = Begun(
                self._path, self._file.digest, self._chosen[0], self.columns.mapping, self._corrections
            )
            self._draft.own.remember(begun)

    def _resume(self, begun: object) -> None:
        if not isinstance(begun, Begun):
            self._forget()
            self._go_to("file")
            return
        work = partial(self._ask_again, begun)
        self.frame.tasks.run(self, work, partial(self._show_begun, begun), self._on_unreadable)

    def _ask_again(self, begun: Begun) -> tuple[SpreadsheetFile, Sheet, tuple[GroupChoice, ...]]:
        file = self._imports.open(Path(begun.path))
        return file, file.sheet(begun.sheet), self._imports.groups()

    def _show_begun(
        self, begun: Begun, answer: tuple[SpreadsheetFile, Sheet, tuple[GroupChoice, ...]]
    ) -> None:
        file, sheet, groups = answer
        if file.digest != begun.digest:
            self.frame.warn(FILE_CHANGED)
            return
        self._file, self._path, self._sheet = file, begun.path, sheet
        self._chosen, self._corrections = (begun.sheet, begun.mapping.purpose), begun.corrections
        self.file.show_begun(file, begun.path, self._chosen)
        self.columns.show_table(sheet, begun.mapping, groups, "")
        self._go_to("columns")

    def _forget(self) -> None:
        self._rows_look.end()
        self._chosen, self._sheet, self._corrections = None, None, Corrections()

    # Columns

    def _on_keep(self, name: str) -> None:
        if self._sheet is not None:
            command = partial(self._imports.keep_mapping, name, self._sheet, self.columns.mapping)
            self.frame.tasks.change(self, command, lambda _changes: self._on_kept(name))

    def _on_kept(self, name: str) -> None:
        self.columns.show_kept(name.strip())
        self.frame.notify("The mapping is kept: a table with the same headings is read like this again.")

    def _look(self) -> None:
        if self._sheet is not None:
            work = partial(self._imports.look, self._sheet, self.columns.mapping, self._corrections)
            self._go_to("rows")
            self.frame.tasks.run(self, work, self._rows_look.begin)

    def _on_back_to_columns(self) -> None:
        self._rows_look.end()
        self._go_to("columns")

    # Rows

    def _on_import(self) -> None:
        look, file = self._rows_look.look, self._file
        if look is not None and file is not None:
            self._progress.begin()
            self.rows.show_progress("Writing…")
            commit = partial(self._imports.commit, look, file.name, self._progress.watch)
            command = self.drafts.saving(commit)
            done = partial(self._on_imported, look)
            ended = partial(self.rows.show_progress, "")
            self.frame.tasks.change(self, command, done, self._on_refused, ended)

    def _on_moved(self, done: int, of: int) -> None:
        self.rows.show_progress(f"Writing {done} of {of}")

    def _on_stop(self) -> None:
        self._progress.stop()
        if self._rows_look.is_running:
            self._on_back_to_columns()

    def _on_refused(self, error: UserError) -> None:
        self.frame.complain(sentence(error))
        if isinstance(error, ImportChanged):
            self._look()

    def _on_imported(self, look: Look, changes: Changes) -> None:
        self._run = changes.row_id
        self._forget()
        self._draft.own.clear()
        self.drafts.saved()
        self._go_to("result")
        self.result.show_result(look.counts, look.mapping.purpose)

    def _take_back(self, run_id: object) -> None:
        if isinstance(run_id, UUID):
            command = partial(self._imports.take_back, run_id)
            self.frame.tasks.change(self, command, self._on_taken_back)

    def _on_taken_back(self, _changes: Changes) -> None:
        self.frame.notify(NOT_THERE)
        self._go_to("file")
