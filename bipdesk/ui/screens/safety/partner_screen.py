"""One partner: the rule for reaching her, the contacts with her, and what the records tell about him."""

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import PartnerId
from bipdesk.services.safety.values import Contact, PartnerFile
from bipdesk.ui.format import joined, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.safety.contact_dialog import ContactDialog
from bipdesk.ui.screens.safety.partner_dialogs import PartnerDialog, RuleDialog
from bipdesk.ui.screens.safety.rule_panel import RulePanel
from bipdesk.ui.screens.safety.words import CHANNELS, SUPPORT_STATES, who, whose
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.key_value import KeyValueRows
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.safety.partners import SafetyService


class PartnerScreen(Screen):
    """The rule first, whatever else is looked at."""

    topics = frozenset({Topic.SAFETY, Topic.REGISTER})

    def __init__(self, frame: Frame, safety: "SafetyService", clock: Clock) -> None:
        super().__init__(frame)
        self._safety = safety
        self._clock = clock
        self._partner_id: PartnerId | None = None
        self._file: PartnerFile | None = None
        self._rule = RulePanel()
        self._contacts, self._attendance = Lines(), Lines()
        self._facts = KeyValueRows()
        self._edit = Button("Edit record…")
        self._reach = Button("Safe contact…")
        self._prepare = Button("Before a review…")
        self._prepare.setAccessibleDescription("Prints an empty sheet for the officer alone")
        self._record = Button("Record contact", Kind.SAFETY, hint="Ctrl Enter")
        self._build()

    def _build(self) -> None:
        for button in (self._edit, self._reach, self._prepare, self._record):
            self.header.add_action(button)
        columns = Columns(self.frame.look, (3, 2), narrowest=820)
        left, right = columns.columns
        for column, title, part in (
            (left, "Contact log", self._contacts),
            (right, "What the records tell", self._attendance),
            (right, "Her record", self._facts),
        ):
            panel = Panel()
            panel.body.addWidget(part)
            column.addWidget(SectionTitle(title))
            column.addWidget(panel)
            column.addSpacing(self.frame.look.px(8))
        left.addStretch(1)
        right.addStretch(1)
        self._pin()
        self.body.addWidget(columns)
        self.body.addStretch(1)
        self._edit.clicked.connect(self._on_edit)
        self._reach.clicked.connect(self._on_reach)
        self._prepare.clicked.connect(self._on_prepare)
        self._record.clicked.connect(self._on_record)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self, self._on_record)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def _pin(self) -> None:
        """Take the head and the rule out of what scrolls: the rule is in sight whatever is read."""
        pinned = QWidget()
        pinned.setObjectName("pageBody")
        column = QVBoxLayout(pinned)
        column.setContentsMargins(22, 22, 22, 0)
        column.setSpacing(self.body.spacing())
        column.addWidget(self.header)
        column.addWidget(self._rule)
        page = self.layout()
        assert isinstance(page, QVBoxLayout)
        page.insertWidget(0, pinned)
        page.setStretchFactor(self.scroll_area, 1)

    def show_for(self, argument: object) -> None:
        """Show the partner with this id."""
        self._partner_id = cast(PartnerId, argument)
        self._file = None
        self.load()

    def load(self) -> None:
        """Read her record."""
        if self._partner_id is not None:
            work = partial(self._read, self._partner_id)
            self.frame.tasks.run(self, work, self._show)

    def _read(self, partner_id: PartnerId) -> tuple[PartnerFile, int]:
        return self._safety.file(partner_id), self._safety.holders()

    def _show(self, read: tuple[PartnerFile, int]) -> None:
        self._file, holders = read
        self.frame.set_holders(holders)
        partner = self._file.partner
        self.header.set_title(who(partner), joined(whose(partner), partner.code), "Safety / Partners")
        self.header.set_pills(Pill(partner.support.label, SUPPORT_STATES[partner.support]))
        self._rule.show_rule(partner.rule)
        self._show_contacts(self._file.contacts)
        self._show_attendance(self._file)
        self._facts.clear()
        for label, value in (("Code", partner.code), ("Name", partner.name), ("Remarks", partner.remarks)):
            self._facts.add(label, value)

    def _show_contacts(self, contacts: tuple[Contact, ...]) -> None:
        self._contacts.clear()
        for contact in contacts:
            when = short_date(contact.on_date, self._clock.today())
            pill = Pill(when, State.NEUTRAL)
            head = joined(CHANNELS[contact.channel], contact.author)
            self._contacts.add(DutyLine(pill, head, contact.summary))
        if not contacts:
            self._contacts.add(
                EmptyState("No contact yet", "Read the safe-contact rule above before the first one.")
            )

    def _show_attendance(self, file: PartnerFile) -> None:
        self._attendance.clear()
        for words in file.attendance:
            self._attendance.add(Text(words, Role.BODY, wrap=True))
        if not file.attendance:
            linked = file.partner.participant_id is not None
            words = (
                "He has attended nothing yet." if linked else "Link her record to a participant to see it."
            )
            self._attendance.add(Text(words, Role.DETAIL, wrap=True))

    def _on_edit(self) -> None:
        if self._file is not None:
            dialog = PartnerDialog(self.frame, self, self._safety, "Edit record")
            dialog.change(self._file.partner)
            dialog.open()

    def _on_reach(self) -> None:
        if self._file is not None:
            RuleDialog(self.frame, self, self._safety, self._file.partner).open()

    def _on_prepare(self) -> None:
        show = partial(self.frame.show_document, "Before the review")
        self.frame.tasks.run(self, self._safety.review_preparation, show)

    def _on_record(self) -> None:
        if self._file is not None:
            today = self._clock.today()
            ContactDialog(self.frame, self, self._safety, self._file.partner, today).open()
