"""The programme: its settings, whom to call in danger, and who has an account."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.domain.site import Site
from bipdesk.domain.staff import Role as StaffRole
from bipdesk.domain.staff import StaffMember
from bipdesk.ui.format import counted
from bipdesk.ui.forms.site_fields import SiteFields
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.programme.account_dialog import AccountDialog
from bipdesk.ui.screens.programme.danger_fields import DangerFields
from bipdesk.ui.screens.programme.fees_panel import FeesPanel
from bipdesk.ui.screens.programme.programme_services import ProgrammeServices, ProgrammeView
from bipdesk.ui.screens.programme.recovery_dialog import RecoveryDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

ON_PAPER = "It was written down, and two of its groups were typed back from the paper."
NOT_ON_PAPER = (
    "Nobody has it on paper: it was shown, but never typed back. Make a new one now. Without it a "
    "forgotten passphrase of the only coordinator is final."
)


class ProgrammeScreen(Screen):
    """What was typed stays until it is saved, even when something else changes meanwhile."""

    topics = frozenset({Topic.SITE, Topic.STAFF, Topic.FEES})

    def __init__(self, frame: Frame, services: ProgrammeServices) -> None:
        super().__init__(frame)
        self._services = services
        self._site: Site | None = None
        self._county = False
        self._edited = False
        self.settings = SiteFields(frame.look)
        self.danger = DangerFields(frame.look)
        self._danger_title = SectionTitle("When somebody is in danger")
        self._danger_panel = Panel()
        self._accounts = Lines()
        self.save_button = Button("Save changes", Kind.PRIMARY, hint="Ctrl S")
        self.forms_button = Button("Forms")
        self.wording_button = Button("Wording of papers")
        self.rules_button = Button("Rules")
        self._add = Button("Add an account…")
        self._fees_title = SectionTitle("Fees")
        self._fees_panel = FeesPanel(frame, services.fees)
        self.recovery_words = Text("", Role.BODY, wrap=True)
        self.new_code_button = Button("Make a new recovery code…")
        self._build()

    def _build(self) -> None:
        self.header.set_title("Programme")
        self.forms_button.clicked.connect(lambda: self.frame.open_page("instruments"))
        self.header.add_action(self.forms_button)
        self.wording_button.clicked.connect(lambda: self.frame.open_page("wording"))
        self.header.add_action(self.wording_button)
        self.rules_button.clicked.connect(lambda: self.frame.open_page("packs"))
        self.header.add_action(self.rules_button)
        self.header.add_action(self.save_button)
        columns = Columns(self.frame.look, (3, 2), narrowest=820)
        left, right = columns.columns
        settings = Panel()
        settings.body.addWidget(self.settings)
        self._danger_panel.body.addWidget(self.danger)
        note = "Everybody finds these under F9, and they stand at the foot of every session sheet."
        self._danger_panel.body.addWidget(Text(note, Role.SMALL, wrap=True))
        accounts = Panel()
        accounts.body.addWidget(self._accounts)
        accounts.body.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        for column, title, panel in (
            (left, SectionTitle("Settings"), settings),
            (left, self._danger_title, self._danger_panel),
            (right, SectionTitle("Accounts"), accounts),
            (right, SectionTitle("Recovery code"), self._recovery_panel()),
            (right, self._fees_title, self._fees_panel),
        ):
            column.addWidget(title)
            column.addWidget(panel)
            column.addSpacing(self.frame.look.px(8))
        for column in (left, right):
            column.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self.settings.edited.connect(self._on_edited)
        self.danger.edited.connect(self._on_edited)
        self.save_button.clicked.connect(self._on_save)
        self._add.clicked.connect(self._on_add)
        QShortcut(QKeySequence("Ctrl+S"), self, self._on_save)
        self._show_edited(False)

    def _recovery_panel(self) -> Panel:
        panel = Panel()
        panel.body.addWidget(self.recovery_words)
        panel.body.addWidget(self.new_code_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.new_code_button.clicked.connect(
            lambda: RecoveryDialog(self.frame, self, self._services.recovery).open()
        )
        return panel

    def load(self) -> None:
        """Read the settings, the accounts, and whether the recovery code is on paper."""
        self.frame.tasks.run(self, self._services.view, self._show)

    def _show(self, view: ProgrammeView) -> None:
        site, staff = view.site, view.staff
        self.recovery_words.setText(ON_PAPER if view.code_on_paper else NOT_ON_PAPER)
        self._fees_panel.show_scale(view.fees)
        self._county = any(StaffRole.COUNTY in member.roles for member in staff)
        self.header.set_title(
            "County office" if self._county else "Programme", counted(len(staff), "account", "accounts")
        )
        for part in (self._danger_title, self._danger_panel, self._fees_title, self._fees_panel):
            part.setVisible(not self._county)
        self.forms_button.setVisible(not self._county)
        self.wording_button.setVisible(not self._county)
        self.rules_button.setVisible(not self._county)
        self.settings.show_packs(not self._county)
        if not self._edited:
            self._site = site
            self.settings.show_details(site.details)
            self.danger.show_panel(site.details.danger)
        self._accounts.clear()
        for member in staff:
            self._accounts.add(_account_line(member))

    def _on_edited(self) -> None:
        self._show_edited(True)

    def _show_edited(self, edited: bool) -> None:
        self._edited = edited
        self.save_button.setEnabled(edited)

    def _on_save(self) -> None:
        if self._edited and self._site is not None and self.settings.rows.check():
            details = self.settings.details(self.danger.panel())
            update = partial(self._services.site.update, details, self._site.seen)
            self._show_edited(False)
            self.frame.tasks.change(self, update, self._on_saved, self._on_refused)

    def _on_saved(self, _changes: Changes) -> None:
        self.frame.notify("The settings are saved.")

    def _on_refused(self, error: UserError) -> None:
        self._show_edited(True)
        if not self.settings.rows.show_error(error):
            self.frame.complain(sentence(error))

    def _on_new_code(self) -> None:
        RecoveryDialog(self.frame, self, self._services.recovery).open()

    def _on_add(self) -> None:
        AccountDialog(self.frame, self, self._services.staff, county=self._county).open()


def _account_line(member: StaffMember) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    words = QVBoxLayout()
    words.setSpacing(1)
    words.addWidget(Text(member.name, Role.ITEM, wrap=True))
    words.addWidget(Text(member.role_words, Role.DETAIL, wrap=True))
    row.addLayout(words, 1)
    return line
