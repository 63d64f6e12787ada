"""Readiness: the checklists of the sources, and whether a group may open."""

from functools import partial
from typing import TYPE_CHECKING

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.checklist import ChecklistItem
from bipdesk.domain.clock import Clock
from bipdesk.domain.readiness import Decision, Evidence, Readiness
from bipdesk.domain.readiness_blanks import readiness_blank
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.readiness.evidence_dialog import EvidenceDialog
from bipdesk.ui.screens.readiness.list_panel import Acts, ArrangementPanel, ListPanel
from bipdesk.ui.screens.readiness.words import decision_line, list_title, subtitle
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.readiness import ReadinessService

ARRANGED = "Shown by the records themselves"
DECIDED = "Groups that two people opened all the same"


class ReadinessScreen(Screen):
    """What a group cannot open without on one side, what else the sources ask on the other."""

    topics = frozenset({Topic.READINESS, Topic.STAFF, Topic.AGENCIES, Topic.GROUPS})

    def __init__(
        self, frame: Frame, readiness: "ReadinessService", blanks: "BlankFormService", clock: Clock
    ) -> None:
        super().__init__(frame)
        self._readiness = readiness
        self._blanks = blanks
        self._clock = clock
        self._columns: Columns | None = None
        self._approach = Button("Our approach")
        self._approach.clicked.connect(lambda: self.frame.open_page("approach"))
        self.header.set_title("Readiness", breadcrumb="Programme")
        blank = Button("Print blank", Kind.QUIET)
        blank.clicked.connect(self._on_blank)
        self.header.add_action(blank)
        self.header.add_action(self._approach)
        self._acts = Acts(self._on_add, self._on_change, self._on_remove)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read how the programme stands."""
        self.frame.tasks.run(self, self._readiness.standing, self._show)

    def _show(self, readiness: Readiness) -> None:
        word, state = ("Not ready", State.BAD) if readiness.missing else ("Ready", State.GOOD)
        self.header.set_title("Readiness", subtitle(readiness), "Programme")
        self.header.set_pills(Pill(word, state))
        place = self.scroll_area.verticalScrollBar().value()
        if self._columns is not None:
            self.body.removeWidget(self._columns)
            self._columns.hide()
            self._columns.deleteLater()
        self._columns = self._fill(readiness)
        self.body.insertWidget(1, self._columns)
        self._columns.show()
        self.scroll_area.verticalScrollBar().setValue(place)

    def _fill(self, readiness: Readiness) -> Columns:
        look, today = self.frame.look, self._clock.today()
        columns = Columns(look, (1, 1), narrowest=820)
        left, right = columns.columns
        for standing in readiness.lists:
            column = left if standing.checklist.blocks else right
            column.addWidget(SectionTitle(list_title(standing)))
            column.addWidget(ListPanel(look, standing, self._acts, today))
            column.addSpacing(look.px(8))
        left.addWidget(SectionTitle(ARRANGED))
        left.addWidget(ArrangementPanel(look, readiness.arrangements, self.frame.open_page))
        if readiness.decisions:
            left.addSpacing(look.px(8))
            left.addWidget(SectionTitle(DECIDED))
            left.addWidget(_decisions(readiness.decisions))
        for column in (left, right):
            column.addStretch(1)
        return columns

    def _on_blank(self) -> None:
        form = readiness_blank(self._readiness.checklists)
        render = partial(self._blanks.render, form)
        self.frame.tasks.run(self, render, partial(self.frame.show_document, form.title))

    def _on_add(self, item: ChecklistItem) -> None:
        self._open(item, None)

    def _on_change(self, item: ChecklistItem, evidence: Evidence) -> None:
        self._open(item, evidence)

    def _open(self, item: ChecklistItem, before: Evidence | None) -> None:
        EvidenceDialog(self.frame, self, self._readiness, item, before, self._clock.today()).open()

    def _on_remove(self, evidence: Evidence) -> None:
        remove = partial(self._readiness.remove, evidence.evidence_id, evidence.seen)
        self.frame.tasks.change(self, remove, partial(self._on_removed, evidence))

    def _on_removed(self, evidence: Evidence, _changes: Changes) -> None:
        self.frame.notify("The evidence is removed.", partial(self._restore, evidence))

    def _restore(self, evidence: Evidence) -> None:
        back = partial(self._readiness.restore, evidence.evidence_id)
        self.frame.tasks.change(self, back)


def _decisions(decisions: tuple[Decision, ...]) -> Panel:
    panel, lines = Panel(), Lines()
    for decision in decisions:
        one = Panel()
        one.setProperty("kind", "")
        one.body.setContentsMargins(0, 0, 0, 0)
        one.body.addWidget(Text(decision.group_name, Role.ITEM, wrap=True))
        one.body.addWidget(Text(decision.reason, Role.BODY, wrap=True))
        one.body.addWidget(Text(decision_line(decision), Role.SMALL, wrap=True))
        lines.add(one)
    panel.body.addWidget(lines)
    return panel
