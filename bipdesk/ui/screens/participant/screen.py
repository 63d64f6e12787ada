"""Participant: one person's file."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut

from bipdesk.domain.changes import Topic
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.ids import ParticipantId
from bipdesk.ui.format import counted
from bipdesk.ui.forms.status_state import STATUS_STATE
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.participant.acts import ACT_OF_DUTY, PART_OF_ACT, PART_OF_DUTY, Act, acts
from bipdesk.ui.screens.participant.dialogs import dialog_for
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.file_view import FileServices, FileView
from bipdesk.ui.screens.participant.goals.opening import open_recording
from bipdesk.ui.screens.participant.header_actions import NEXT_KEY, HeaderActions
from bipdesk.ui.screens.participant.intake_tab import IntakeTab
from bipdesk.ui.screens.participant.journey_blocks import blocks, heading
from bipdesk.ui.screens.participant.notes_tab import NotesTab
from bipdesk.ui.screens.participant.overview_tab import OverviewTab
from bipdesk.ui.screens.participant.words import full_name, subtitle
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.journey_strip import JourneyStrip
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.tab_order import put_before
from bipdesk.ui.widgets.tab_pages import TabPages
from bipdesk.ui.widgets.text import Role, Text

NOTE_KEY = "Ctrl+Shift+N"


class ParticipantScreen(Screen):
    """Header with what is due next, the journey, and the tabs."""

    topics = frozenset({Topic.PARTICIPANTS, Topic.GROUPS, Topic.REGISTER, Topic.NOTES, Topic.SAFETY})

    def __init__(
        self, frame: Frame, services: FileServices, parts: Sequence[tuple[str, FileTab]] = ()
    ) -> None:
        """`parts` are the tabs that load their own, each with its title."""
        super().__init__(frame)
        self.parts = dict(parts)
        self._services = services
        self._participant_id: ParticipantId | None = None
        self._then: Act | None = None
        self._ticket: Ticket | None = None
        self.view: FileView | None = None
        look = frame.look
        self.head_actions = HeaderActions(look)
        self.journey_title = Text("", Role.SECTION)
        self.strip = JourneyStrip(look)
        self.tabs = TabPages("Parts of the file", look.px(16))
        self.overview = OverviewTab(look)
        self.intake = IntakeTab(frame, services)
        self.notes = NotesTab(look)
        self._lay_out()
        self._listen()

    def show_for(self, argument: object) -> None:
        """Show a participant by id, or by (id, kind of duty) to begin with what is due."""
        duty: object = None
        if isinstance(argument, tuple):
            argument, duty = argument
        if not isinstance(argument, UUID):
            raise TypeError(f"a participant is opened by id, not by {type(argument).__name__}")
        if argument != self._participant_id:
            self.intake.forget()
            self.tabs.choose(0)
        self._participant_id = ParticipantId(argument)
        self._then = ACT_OF_DUTY.get(duty) if isinstance(duty, DutyKind) else None
        for part in self.parts.values():
            part.show_for(self._participant_id)
        self.load()
        part_title = PART_OF_DUTY.get(duty) if isinstance(duty, DutyKind) else None
        if part_title is not None:
            self.tabs.choose_titled(part_title)
            if part_title in self.parts:
                self.parts[part_title].begin(duty)

    def load(self) -> None:
        """Ask for the file; reading it is recorded in the audit."""
        participant_id = self._participant_id
        if participant_id is None:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        self._ticket = self.frame.tasks.run(self, lambda: self._services.view(participant_id), self._show)

    def _lay_out(self) -> None:
        self.header.add_action(self.head_actions)
        panel = Panel()
        panel.body.addWidget(self.journey_title)
        panel.body.addWidget(self.strip)
        self.body.addWidget(panel)
        self.tabs.add("Overview", self.overview)
        self.tabs.add("Intake", self.intake)
        for title, part in self.parts.items():
            self.tabs.add(title, part)
        self.tabs.add("Notes", self.notes)
        self.body.addWidget(self.tabs, 1)

    def _listen(self) -> None:
        self.head_actions.pressed.connect(self.open_dialog)
        self.intake.act_wanted.connect(self.open_dialog)
        self.notes.add_wanted.connect(lambda: self.open_dialog(Act.ADD_NOTE))
        self.strip.step_pressed.connect(lambda _mark: self.tabs.choose_titled("Sessions"))
        QShortcut(QKeySequence(NOTE_KEY), self, lambda: self.open_dialog(Act.ADD_NOTE))
        QShortcut(QKeySequence(NEXT_KEY), self, self.head_actions.press_next)

    def open_dialog(self, act: Act) -> None:
        """Open the dialog of `act` for the file that is shown."""
        if self.view is None:
            return
        if act is Act.REFER_AGAIN:
            self.frame.open_page("refer-again", self.view.file.participant_id)
        elif act is Act.RECORD:
            open_recording(self.frame, self.view)
        elif act in PART_OF_ACT:
            self.tabs.choose_titled(PART_OF_ACT[act])
            self.parts[PART_OF_ACT[act]].begin(act)
        else:
            dialog_for(act, self.frame, self._services, self.view, self).open()

    def _show(self, view: FileView) -> None:
        self.view = view
        file, today = view.file, self._services.clock.today()
        self.header.set_title(full_name(file), subtitle(file, today), f"Participants / {file.status.label}")
        pills = [Pill(file.status.label, STATUS_STATE[file.status])]
        owed = len(view.journey.owed)
        if owed:
            pills.append(Pill(f"{counted(owed, 'catch-up', 'catch-ups')} owed", State.WARN))
        self.header.set_pills(*pills)
        self.head_actions.show_acts(acts(file, view.journey, view.open_steps), view.open_steps)
        self.journey_title.setText(heading(view.journey))
        self.strip.set_blocks(blocks(view.journey, today))
        for tab in (self.overview, self.intake, self.notes):
            tab.show_view(view, today)
        put_before(self.tabs.bar, (*self.head_actions.buttons.values(), *self.strip.steps()))
        then, self._then = self._then, None
        if then is not None:
            self.open_dialog(then)
