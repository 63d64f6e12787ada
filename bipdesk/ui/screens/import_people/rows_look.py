"""Drives the look at a table: some hundred rows at a time, so that others have their turns between."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from bipdesk.domain.importing.fates import Counts, JudgedRow
from bipdesk.domain.importing.look import Look
from bipdesk.domain.importing.trouble import Place, Ruling
from bipdesk.ui.screens.import_people.rows_step import RowsStep
from bipdesk.ui.tasks import Tasks, Ticket

Seen = tuple[tuple[JudgedRow, ...], Counts]


class RowsLook(QObject):
    """Keeps the look that stands; what is done in the step is done to it, and shown."""

    corrected = Signal()
    """Something was corrected or decided."""

    def __init__(self, tasks: Tasks, step: RowsStep) -> None:
        super().__init__(step)
        self._tasks = tasks
        self._step = step
        self._ticket: Ticket | None = None
        self.look: Look | None = None
        step.row.corrected.connect(self._on_corrected)
        step.row.ruled.connect(self._on_ruled)
        step.row.restored.connect(self._on_restored)
        step.left_out.connect(self._on_left_out)

    @property
    def is_running(self) -> bool:
        """Say whether rows are still being judged."""
        return self._ticket is not None

    def begin(self, look: Look) -> None:
        """Judge the rows of a table from the first on."""
        self.end()
        self.look = look
        self._go_on(0)

    def end(self) -> None:
        """Judge no more, and forget the table."""
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.look = None
        self._step.show_progress("")

    def _go_on(self, judged: int) -> None:
        look = self.look
        if look is None:
            return
        if look.is_done:
            self._ticket = None
            self._step.show_progress("")
            self._show(look, (look.rows, look.counts))
            self._step.table.setFocus()
            return
        self._step.show_progress(f"Row {judged:,} of {len(look.sheet.rows):,}")
        self._ticket = self._tasks.run(self, look.step, self._go_on)

    def _show(self, look: Look, seen: Seen) -> None:
        rows, counts = seen
        cells = look.judge.cells
        self._step.show_rows(rows, counts, tuple((place, cells.heading(place)) for place in cells.places))

    def _do(self, act: Callable[[Look], object]) -> None:
        look = self.look
        if look is None or self.is_running:
            return

        def work() -> Seen:
            act(look)
            return look.rows, look.counts

        self._tasks.run(self, work, partial(self._on_done, look))

    def _on_done(self, look: Look, seen: Seen) -> None:
        if look is self.look:
            self._show(look, seen)
            self._step.row.begin()
            self.corrected.emit()

    def _on_corrected(self, number: int, changes: tuple[tuple[Place, str], ...]) -> None:
        self._do(lambda look: look.correct(number, changes))

    def _on_ruled(self, number: int, ruling: Ruling) -> None:
        self._do(lambda look: look.rule(number, ruling))

    def _on_restored(self, number: int) -> None:
        self._do(lambda look: look.restore(number))

    def _on_left_out(self) -> None:
        self._do(lambda look: look.leave_out_refused())
