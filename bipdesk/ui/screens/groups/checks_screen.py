"""The checks of one group: as it is planned, and by what happened, rule by rule with its source."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from bipdesk.domain.changes import Topic
from bipdesk.domain.group_checks import CheckLine
from bipdesk.domain.ids import GroupId
from bipdesk.ui.format import counted
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.groups.panels import check_line
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.groups.checks import GroupChecks, GroupCheckService
    from bipdesk.services.groups.service import GroupService

NO_RULES = "The rules chosen under Programme say nothing of it."


class GroupChecksScreen(Screen):
    """Two columns: the plan, and the evenings that were held."""

    topics = frozenset({Topic.GROUPS, Topic.REGISTER, Topic.STAFF, Topic.SITE, Topic.PARTICIPANTS})

    def __init__(self, frame: Frame, groups: "GroupService", checks: "GroupCheckService") -> None:
        super().__init__(frame)
        self._groups = groups
        self._checks = checks
        self._group_id: GroupId | None = None
        self.plan, self.happened = Lines(), Lines()
        self.remark = Text("", Role.DETAIL, wrap=True)
        back = Button("Back to the group")
        back.clicked.connect(lambda: frame.open_page("group", self._group_id))
        self.header.add_action(back)
        columns = Columns(frame.look, (1, 1), narrowest=820)
        for column, title, lines in zip(
            columns.columns, ("As planned", "What happened"), (self.plan, self.happened), strict=True
        ):
            panel = Panel(title)
            panel.body.addWidget(lines)
            if lines is self.happened:
                panel.body.addWidget(self.remark)
            column.addWidget(panel)
            column.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def show_for(self, argument: object) -> None:
        """Show the group with this id."""
        self._group_id = cast(GroupId, argument)
        self.load()

    def load(self) -> None:
        """Read the checks."""
        if self._group_id is not None:
            group_id = self._group_id
            work = partial(_both, self._groups, self._checks, group_id)
            self.frame.tasks.run(self, work, self._show)

    def _show(self, read: "tuple[str, GroupChecks]") -> None:
        name, checks = read
        self.header.set_title("Checks", f"Against the rules of {checks.pack_name}", name)
        _fill(self.plan, checks.plan, "No rule about a plan", NO_RULES)
        none = "No evening is held yet" if not checks.held else "No rule about evenings"
        said = "When a register is closed, its evening is checked here." if not checks.held else NO_RULES
        _fill(self.happened, checks.happened, none, said)
        words = counted(checks.unrecorded, "evening is", "evenings are") + " taken as planned: nobody wrote "
        self.remark.setText(words + "down in the register who led and from when to when.")
        self.remark.setVisible(bool(checks.unrecorded))


def _both(
    groups: "GroupService", checks: "GroupCheckService", group_id: GroupId
) -> "tuple[str, GroupChecks]":
    return groups.name(group_id), checks.of(group_id)


def _fill(lines: Lines, checks: Sequence[CheckLine], none: str, said: str) -> None:
    with filling(lines):
        lines.clear()
        for check in checks:
            lines.add(check_line(check))
        if not checks:
            lines.add(EmptyState(none, said))
