"""The log of the work with all agencies, and of community education held."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.joint_work import JointWork, WorkKind
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.work_acts import WorkActs
from bipdesk.ui.screens.agencies.work_line import WorkLine
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines, Panel

_AT_ONCE = 15
_ALL, _OPEN = "Everything", "With an open next step"


class WorkTab(QWidget):
    """Newest first; what has an open next step can be shown alone."""

    def __init__(self, frame: Frame, services: AgencyServices) -> None:
        super().__init__()
        self._frame = frame
        self._partnerships = services.partnerships
        self._today = services.today
        self._work: tuple[JointWork, ...] = ()
        self._wanted = _AT_ONCE
        self.acts = WorkActs(frame, self, services)
        kinds: tuple[tuple[str, object], ...] = tuple((kind.label, kind) for kind in WorkKind)
        self.shown = Choice("Which entries", ((_ALL, None), (_OPEN, True), *kinds))
        self.lines = Lines()
        self._lay_out()
        self.shown.currentIndexChanged.connect(self._on_choice_changed)

    def load(self) -> None:
        """Read the log."""
        self._frame.tasks.run(self, self._partnerships.work, self._show)

    def take_focus(self) -> None:
        """Be on the choice of what is shown."""
        self.shown.setFocus()

    def begin(self) -> None:
        """Open the form for a new entry."""
        self.acts.begin(None)

    def show_open(self) -> None:
        """Show what has an open next step."""
        self.shown.set_value(True)

    def _lay_out(self) -> None:
        look = self._frame.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        row = QHBoxLayout()
        row.setSpacing(look.px(12))
        row.addWidget(self.shown, 1)
        row.addStretch(3)
        add = Button("Record work together", Kind.PRIMARY, hint="Ctrl N")
        add.setObjectName("addWorkButton")
        add.clicked.connect(self.begin)
        row.addWidget(add)
        column.addLayout(row)
        panel = Panel()
        panel.body.addWidget(self.lines)
        column.addWidget(panel)
        column.addStretch(1)

    def _show(self, work: tuple[JointWork, ...]) -> None:
        self._work = work
        self._refresh()

    def _on_choice_changed(self) -> None:
        self._wanted = _AT_ONCE
        self._refresh()

    def _refresh(self) -> None:
        wanted = self.shown.value()
        found = [one for one in self._work if _is_shown(one, wanted)]
        with filling(self.lines):
            self.lines.clear()
            if not found:
                self.lines.add(self._nothing())
            for work in found[: self._wanted]:
                self.lines.add(WorkLine(work, self._today, self.acts.pair, with_agency=True))
            if len(found) > self._wanted:
                more = Button(f"Show {len(found) - self._wanted} more", Kind.QUIET)
                more.clicked.connect(self._on_more_pressed)
                self.lines.add(more)

    def _on_more_pressed(self) -> None:
        self._wanted = len(self._work)
        self._refresh()

    def _nothing(self) -> EmptyState:
        if self._work:
            return EmptyState("Nothing of this kind", "Choose another kind above, or show everything.")
        return EmptyState(
            "Nothing is entered yet",
            "Meetings, consultations, cross-training, referrals both ways, networks, and community education "
            "held stand here, each with its next step.",
        )


def _is_shown(work: JointWork, wanted: object) -> bool:
    if wanted is True:
        return work.is_open
    return wanted in (None, work.details.kind)
