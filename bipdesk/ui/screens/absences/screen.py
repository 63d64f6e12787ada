"""The queue of absences: excused with a reason, or confirmed; decided ones can be opened again."""

from functools import partial
from typing import TYPE_CHECKING

from bipdesk.domain.absence import Decision
from bipdesk.domain.absence_queue import AbsenceQueue, ListedAbsence
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.absences.absence_lines import AbsenceLines
from bipdesk.ui.screens.absences.dialogs import AttendanceRuleDialog, ExcuseDialog, LookAgainDialog
from bipdesk.ui.screens.absences.words import UNDONE, waiting_words
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from bipdesk.services.absence_reviews import AbsenceReviewService


class AbsencesScreen(Screen):
    """What waits comes first, the soonest at the top; under it what was decided, by whom, when and why."""

    topics = frozenset({Topic.REGISTER, Topic.PARTICIPANTS})

    def __init__(self, frame: Frame, absences: "AbsenceReviewService", clock: Clock, *, leads: bool) -> None:
        """`leads`: a coordinator, who may set the house's rule."""
        super().__init__(frame)
        self._service = absences
        self._clock = clock
        self._only: object = None
        self._arriving = True
        self._queue: AbsenceQueue | None = None
        self._shown: tuple[ListedAbsence, ...] = ()
        self.waiting, self.decided = AbsenceLines(), AbsenceLines()
        self._waiting_panel, self._decided_panel = Panel(), Panel()
        self._decided_title = SectionTitle("Decided")
        self._all = Button("Show everybody")
        self._rule = Button("House rule…")
        self._confirm_all = Button("Confirm all shown")
        self._empty = Panel()
        self._empty.body.addWidget(
            EmptyState(
                "No absence waits to be reviewed",
                "Whoever is marked absent, sent home, or excused without a reason stands here when the "
                "register is closed, until somebody has excused or confirmed it.",
            )
        )
        self._build(leads)

    def _build(self, leads: bool) -> None:
        self.header.add_action(self._all)
        self.header.add_action(self._confirm_all)
        self.header.add_action(self._rule)
        self._rule.setVisible(leads)
        self._all.hide()
        self._confirm_all.hide()
        self._confirm_all.clicked.connect(lambda: self._confirm(self._shown))
        self._waiting_panel.body.addWidget(self.waiting)
        self._decided_panel.body.addWidget(self.decided)
        for part in (self._empty, self._waiting_panel, self._decided_title, self._decided_panel):
            part.hide()
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._all.clicked.connect(self._on_all)
        self._rule.clicked.connect(self._on_rule)

    def show_for(self, argument: object) -> None:
        """Show the absences of one participant, or of everybody."""
        self._only = argument
        self._arriving = True
        self.load()

    def load(self) -> None:
        """Read the queue."""
        self.frame.tasks.run(self, self._service.queue, self._show)

    def _show(self, queue: AbsenceQueue) -> None:
        self._queue = queue
        waiting, decided = self._chosen(queue.waiting), self._chosen(queue.decided)
        words = waiting_words(len(queue.waiting), None if self._only is None else (*waiting, *decided))
        self.header.set_title("Absences", f"{words} {queue.rule.words}", "Groups / Absences")
        self.waiting.show_waiting(waiting, self._clock.today(), (self._on_excuse, self._on_confirm))
        self.decided.show_decided(decided, self._on_again)
        self._shown = waiting
        self._confirm_all.setVisible(len(waiting) > 1)
        self._empty.setVisible(not waiting)
        self._waiting_panel.setVisible(bool(waiting))
        self._decided_title.setVisible(bool(decided))
        self._decided_panel.setVisible(bool(decided))
        self._all.setVisible(self._only is not None)
        if self._arriving:
            self._arriving = False
            self.waiting.focus_on(0)

    def _chosen(self, absences: tuple[ListedAbsence, ...]) -> tuple[ListedAbsence, ...]:
        if self._only is None:
            return absences
        return tuple(each for each in absences if each.absence.participant_id == self._only)

    def _on_all(self) -> None:
        self.show_for(None)

    def _on_excuse(self, listed: ListedAbsence) -> None:
        ExcuseDialog(self.frame, self, self._service, listed).open()

    def _on_again(self, listed: ListedAbsence) -> None:
        LookAgainDialog(self.frame, self, self._service, listed).open()

    def _on_rule(self) -> None:
        if self._queue is not None:
            AttendanceRuleDialog(self.frame, self, self._service, self._queue.rule).open()

    def _on_confirm(self, listed: ListedAbsence) -> None:
        self._confirm((listed,))

    def _confirm(self, chosen: tuple[ListedAbsence, ...]) -> None:
        places = [(each.absence.participant_id, each.absence.session_id) for each in chosen]
        undo = partial(self._service.reopen, places, UNDONE[Decision.CONFIRM])
        one = f"The absence of {chosen[0].name} is confirmed." if len(chosen) == 1 else ""

        def done(_changes: Changes) -> None:
            self.frame.notify(one or f"{len(chosen)} absences are confirmed.", take_back)

        def take_back() -> None:
            self.frame.tasks.change(self.frame, undo)

        self.frame.tasks.change(self, partial(self._service.confirm, places), done)
