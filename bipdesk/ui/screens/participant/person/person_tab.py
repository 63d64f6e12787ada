"""Person: who he is, how he comes, what intake must know of him; nothing about those to be protected."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.person import PersonFile
from bipdesk.domain.person_blank import EQUALITY_BLANK, PERSON_BLANK
from bipdesk.domain.person_fields import Part
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.person.addresses_panel import AddressesPanel
from bipdesk.ui.screens.participant.person.equality_panel import EqualityPanel
from bipdesk.ui.screens.participant.person.harm_panel import HarmPanel
from bipdesk.ui.screens.participant.person.names_panel import NamesPanel
from bipdesk.ui.screens.participant.person.record_panel import RecordPanel
from bipdesk.ui.screens.participant.person.standing_panel import StandingPanel
from bipdesk.ui.screens.participant.person.vehicles_panel import VehiclesPanel
from bipdesk.ui.screens.participant.words import conflict_words
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.persons import PersonService

_STACKED_UNDER = 900


@dataclass(frozen=True, slots=True)
class PersonServices:
    """The services that the tab uses."""

    persons: "PersonService"
    blanks: "BlankFormService"
    clock: Clock


class PersonTab(FileTab):
    """Panels in the order in which intake asks; each is saved by itself."""

    topics = frozenset({Topic.PERSON, Topic.PARTICIPANTS})

    def __init__(self, frame: Frame, services: PersonServices) -> None:
        super().__init__(frame)
        persons, clock = services.persons, services.clock
        self._persons = persons
        self._wanted: object = None
        self.file: PersonFile | None = None
        self.standing = StandingPanel(frame, clock, blank_button(frame, services.blanks, PERSON_BLANK))
        self.harm = HarmPanel(self, persons, clock)
        self.names = NamesPanel(self, persons)
        self.addresses = AddressesPanel(self, persons, clock)
        self.vehicles = VehiclesPanel(self, persons)
        self.equality = EqualityPanel(self, persons, blank_button(frame, services.blanks, EQUALITY_BLANK))
        self.records = {part: RecordPanel(self, persons, part) for part in Part}
        self.conflict = Text("", Role.ERROR, wrap=True)
        self.conflict.hide()
        self.body.addWidget(self.conflict)
        for panels in self._in_order():
            self.body.addWidget(panels[0] if len(panels) == 1 else self._beside(panels))
        self.body.addStretch(1)

    def _in_order(self) -> tuple[tuple[QWidget, ...], ...]:
        """Return the panels from top to bottom; short ones stand side by side."""
        records = self.records
        return (
            (self.standing,),
            (self.harm,),
            (self.names, self.vehicles),
            (self.addresses,),
            (records[Part.EVERYDAY],),
            (records[Part.IDENTITY], records[Part.EMERGENCY]),
            (records[Part.CHILDREN],),
            (records[Part.HEALTH],),
            (records[Part.WEAPONS],),
            (records[Part.HISTORY],),
            (self.equality,),
        )

    def _beside(self, panels: tuple[QWidget, ...]) -> QWidget:
        columns = Columns(self.frame.look, tuple(1 for _ in panels), _STACKED_UNDER)
        for column, panel in zip(columns.columns, panels, strict=True):
            panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            column.addWidget(panel, 1)
        return columns

    def forget(self) -> None:
        """Let go of what is shown and typed."""
        self.file = None
        for panel in self.records.values():
            panel.forget()
        self.equality.close_up()

    def load(self) -> None:
        """Ask for the record; reading it is in the audit."""
        whose = self.participant_id
        if whose is not None:
            self.frame.tasks.run(self, lambda: self._persons.file(whose), self._show)

    def begin(self, act: object) -> None:
        """Open what the duty asks for, as soon as the record is there."""
        self._wanted = act
        if self.file is not None:
            self._open_wanted()

    def _show(self, file: PersonFile) -> None:
        if file.participant_id != self.participant_id:
            return  # somebody else was opened meanwhile
        self.file = file
        self.conflict.setText(conflict_words(file.conflicts))
        self.conflict.setVisible(bool(file.conflicts))
        for panel in (self.standing, self.harm, self.names, self.addresses, self.vehicles):
            panel.show_file(file)
        for record in self.records.values():
            record.show_file(file)
        self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is DutyKind.HARM_NOW:
            self.harm.begin()
