"""The tab Notices of one participant's file: what is due and why, incidents, what was told, what went."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.disclosure import Document
from bipdesk.domain.duties.owed import Owed
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.incident_blank import INCIDENT_BLANK
from bipdesk.domain.notice import NoticeKind
from bipdesk.domain.notice_file import NoticeFile
from bipdesk.domain.waiver import RecipientClass
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.notices.incident_dialog import IncidentDialog
from bipdesk.ui.screens.participant.notices.notice_dialog import NoticeDialog, Wanted
from bipdesk.ui.screens.participant.notices.panels import DueNotices, GonePanel, IncidentsPanel, ToldPanel
from bipdesk.ui.screens.participant.papers.letter_dialog import LetterDialog
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices, PapersView
from bipdesk.ui.widgets.button import Button

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.duties.notice_service import NoticeService
    from bipdesk.services.incidents import IncidentService


@dataclass(frozen=True, slots=True)
class NoticeServices:
    """The services that the tab uses."""

    notices: "NoticeService"
    incidents: "IncidentService"
    papers: PaperServices
    blanks: "BlankFormService"
    clock: Clock


class NoticesTab(FileTab):
    """What is due stands first, each line with the button that ends it."""

    topics = frozenset(
        {Topic.NOTICES, Topic.PAPERS, Topic.PARTICIPANTS, Topic.REGISTER, Topic.AGENCIES, Topic.GROUPS}
    )

    def __init__(self, frame: Frame, services: NoticeServices) -> None:
        super().__init__(frame)
        self._services = services
        self._wanted: DutyKind | None = None
        self.file: NoticeFile | None = None
        self.due = DueNotices(self)
        self.incidents = IncidentsPanel(self, services.incidents)
        self.incidents.add_to_foot(blank_button(frame, services.blanks, INCIDENT_BLANK))
        self.told = ToldPanel(self, services.notices)
        self.gone = GonePanel(frame.look)
        for panel in (self.due, self.incidents, self.told, self.gone):
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def forget(self) -> None:
        """Let go of what is shown."""
        self.file = None
        self._wanted = None

    def load(self) -> None:
        """Ask what is due about him, and what was told."""
        whose = self.participant_id
        if whose is not None:
            self.frame.tasks.run(self, partial(self._services.notices.file, whose), self._show)

    def begin(self, act: object) -> None:
        """Open what the duty asks for, as soon as the file is there."""
        if isinstance(act, DutyKind):
            self._wanted = act
            if self.file is not None:
                self._open_wanted()

    def first_button(self) -> Button:
        """Return the button that has the focus when the one that had it is gone."""
        return self.due.add_button

    def record_incident(self, happened_on: date | None = None) -> None:
        """Ask for an incident."""
        if self.participant_id is not None:
            today = self._services.clock.today()
            days = (today, happened_on or today)
            IncidentDialog(self.frame, self._services.incidents, self.participant_id, days, self).open()

    def record_notice(self, kind: NoticeKind, to: RecipientClass | None = None) -> None:
        """Ask what was told in another way than by letter."""
        if self.file is not None:
            wanted = Wanted(kind, to)
            NoticeDialog(self.frame, self._services.notices, self.file, self, wanted).open()

    def write_letter(self, document: Document) -> None:
        """Open the letter, with what can be written about him and to whom."""
        whose = self.participant_id
        if whose is None:
            return

        def shown(view: PapersView) -> None:
            if view.participant_id == self.participant_id:
                LetterDialog(self.frame, self._services.papers, view, self, document).open()

        self.frame.tasks.run(self, partial(self._services.papers.view, whose), shown)

    def answer(self, owed: Owed) -> None:
        """Open what ends one thing that is due."""
        document = owed.kind.document
        if owed.duty is DutyKind.WRITE_INCIDENT:
            self.record_incident(owed.fact_on)
        elif owed.duty is DutyKind.TELL_NOW:
            police = RecipientClass.POLICE
            self.record_notice(owed.kind, police if police in owed.classes else None)
        elif document is not None:
            self.write_letter(document)

    def _show(self, file: NoticeFile) -> None:
        if file.participant_id != self.participant_id:
            return  # somebody else was opened meanwhile
        self.file = file
        for panel in (self.due, self.incidents, self.told, self.gone):
            panel.show_file(file)
        self._open_wanted()

    def _open_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is None or self.file is None:
            return
        owed = next((each for each in self.file.due if each.duty is wanted), None)
        if owed is not None:
            self.first_button().setFocus()  # where the dialog, once closed, gives it back
            self.answer(owed)
