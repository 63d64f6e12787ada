"""Planning a group: a curriculum on real dates."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.curricula import Curricula
from bipdesk.domain.errors import UserError
from bipdesk.domain.group_blanks import PLAN_BLANK
from bipdesk.domain.intake_errors import ProgrammeNotReady
from bipdesk.domain.readiness import in_words
from bipdesk.domain.sentences import sentence
from bipdesk.domain.staff import StaffMember
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.groups.plan_fields import PlanFields
from bipdesk.ui.screens.groups.plan_preview import PlanPreview
from bipdesk.ui.screens.groups.two_people_dialog import TwoPeopleDialog
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.groups.service import GroupService, PlanOutlook
    from bipdesk.services.staff import StaffService


FORM = "plan group"
WARNING = "As the programme stands, no group can open. Missing: {missing}."


class PlanScreen(Screen):
    """The plan on one side, every date it gives on the other, before anything is made."""

    topics = frozenset({Topic.STAFF, Topic.SITE, Topic.READINESS, Topic.AGENCIES, Topic.CURRICULA})

    def __init__(
        self,
        frame: Frame,
        groups: "GroupService",
        staff: "StaffService",
        curricula: Curricula,
        clock: Clock,
    ) -> None:
        super().__init__(frame)
        self._groups = groups
        self._staff = staff
        self._clock = clock
        self._ticket: Ticket | None = None
        self._curricula = curricula
        self.fields = PlanFields(frame.look)
        self.fields.offer_curricula(curricula.offered())
        self.preview = PlanPreview(frame.look)
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self._warning = Text("", Role.STRONG, wrap=True)
        self._warning.hide()
        self._together = Button("Two people decide…")
        self._together.hide()
        self._missing = ""
        self.drafts = DraftKeeper(frame, FORM, self.fields)
        self._begun = False
        self._plan = Button("Plan group", Kind.PRIMARY, hint="Ctrl Enter")
        self._cancel = Button("Cancel")
        self._build()
        self.fields.begin(clock.today())

    def _build(self) -> None:
        self.header.set_title(
            "Plan a group",
            "Every date can be moved later; nobody is in the group until he joins it.",
            "Groups and sessions",
        )
        self.header.add_action(self._cancel)
        self.header.add_action(self._plan)
        columns = Columns(self.frame.look, (1, 1), narrowest=820)
        form = self._form = Panel()
        form.body.addWidget(self.drafts.bar)
        form.body.addWidget(self._warning)
        form.body.addWidget(self.fields)
        form.body.addWidget(self._error)
        form.body.addWidget(self._together)
        parts = (("The plan", form), ("Dates it gives", self.preview))
        for column, (title, part) in zip(columns.columns, parts, strict=True):
            column.addWidget(SectionTitle(title))
            column.addWidget(part)
            column.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self.fields.edited.connect(self._preview_again)
        self.drafts.filled.connect(self._preview_again)
        self._plan.clicked.connect(self._on_plan)
        self._together.clicked.connect(self._on_together)
        self._cancel.clicked.connect(lambda: self.frame.open_page("groups"))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._on_plan)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def offer_blank(self, blanks: "BlankFormService") -> None:
        """Show the button that prints the plan blank."""
        button = blank_button(self.frame, blanks, PLAN_BLANK)
        self._form.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin with the name."""
        super().showEvent(event)
        self.fields.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def load(self) -> None:
        """Read who may lead a group, and work out the dates."""
        self.frame.tasks.run(self, lambda: (self._staff.facilitators(), self._groups.missing()), self._show)

    def _show(self, read: tuple[tuple[StaffMember, ...], tuple[str, ...]]) -> None:
        facilitators, missing = read
        self._warning.setText(WARNING.format(missing=in_words(missing)) if missing else "")
        self._warning.setVisible(bool(missing))
        if self.fields.curricula() != self._curricula.offered():
            self.fields.offer_curricula(self._curricula.offered())
        self.fields.offer_facilitators(facilitators)
        if not self._begun:
            self._begun = True
            self.drafts.begin()
        self._preview_again()

    def _preview_again(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        details = self.fields.details()
        if details is None:
            self.preview.show_nothing()
            return
        work = partial(self._groups.outlook, details)
        self._ticket = self.frame.tasks.run(self, work, self._show_preview)

    def _show_preview(self, outlook: "PlanOutlook") -> None:
        self.preview.show_outlook(outlook.plan, outlook.clashes, outlook.checks)

    def _on_plan(self) -> None:
        self._error.hide()
        self._together.hide()
        details = self.fields.details()
        if self.fields.check() and details is not None:
            self._plan.setEnabled(False)
            self.frame.tasks.change(
                self,
                self.drafts.saving(partial(self._groups.plan, details)),
                self._on_planned,
                self._on_refused,
                self._on_answered,
            )

    def _on_answered(self) -> None:
        self._plan.setEnabled(True)

    def _on_planned(self, changes: Changes) -> None:
        self._error.hide()
        self._together.hide()
        self.fields.begin(self._clock.today())
        self.drafts.begin()
        self.frame.notify("The group is planned. Add its members from the waiting list.")
        self.frame.open_page("group", changes.row_id)

    def _on_refused(self, error: UserError) -> None:
        if not self.fields.rows.show_error(error):
            self._error.setText(sentence(error))
            self._error.show()
        if isinstance(error, ProgrammeNotReady):
            self._missing = str(error.values["missing"])
            self._together.show()

    def _on_together(self) -> None:
        details = self.fields.details()
        if self.fields.check() and details is not None:
            TwoPeopleDialog(self.frame, self, self._groups, details, self._missing, self._on_planned).open()
