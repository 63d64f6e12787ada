"""The four lists of the tab: due, incidents, told, no longer due."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Protocol

from bipdesk.domain.changes import Changes
from bipdesk.domain.document import Document
from bipdesk.domain.duties.owed import Owed
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.incident import Incident
from bipdesk.domain.notice import Notice, NoticeKind
from bipdesk.domain.notice_file import NoticeFile
from bipdesk.domain.waiver import RecipientClass
from bipdesk.ui.format import due_in_words
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.listed_panel import Act, ListedPanel
from bipdesk.ui.screens.participant.notices.strike_dialog import StrikeDialog
from bipdesk.ui.screens.participant.notices.words import (
    incident_detail,
    incident_state,
    incident_title,
    notice_detail,
    notice_title,
    owed_detail,
    owed_title,
)
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.duties.notice_service import NoticeService
    from bipdesk.services.incidents import IncidentService

_DUE_EMPTY = (
    "Nothing has to be told about him now. What an incident, an absence or an end makes due appears here."
)
_GONE_EMPTY = "Nothing that was due has gone without being told."
_SHOWN = 30


class Acts(Protocol):
    """What the tab does for its lists."""

    frame: Frame

    def first_button(self) -> Button:
        """Return the button that has the focus when the one that had it is gone."""

    def record_incident(self, happened_on: date | None = None) -> None:
        """Ask for an incident."""

    def record_notice(self, kind: NoticeKind, to: RecipientClass | None = None) -> None:
        """Ask what was told in another way than by letter."""

    def write_letter(self, document: Document) -> None:
        """Open the letter."""

    def answer(self, owed: Owed) -> None:
        """Open what ends one thing that is due."""


class DueNotices(ListedPanel):
    """What has to be told, to whom, by when and why."""

    def __init__(self, tab: Acts) -> None:
        add = ("Record a notice", lambda: tab.record_notice(NoticeKind.INCIDENT))
        super().__init__(tab.frame.look, "Due, and why", "", add)
        self.add_button.setObjectName("recordNoticeButton")
        self._tab = tab

    def show_file(self, file: NoticeFile) -> None:
        """Show what is due, the soonest first."""
        self.show_lines((self._owed(each, file) for each in file.due), _DUE_EMPTY)

    def _owed(self, owed: Owed, file: NoticeFile) -> DutyLine:
        left = (owed.rule.due_on - file.today).days
        state = State.BAD if left < 0 or owed.duty is DutyKind.TELL_NOW else State.WARN
        pill = Pill(due_in_words(left), state if left <= 0 else State.NEUTRAL)
        return self.line(pill, owed_title(owed), owed_detail(owed), *self._acts(owed))

    def _acts(self, owed: Owed) -> tuple[Act, ...]:
        answer: Act = (_words(owed), partial(self._tab.answer, owed))
        if owed.duty in (DutyKind.WRITE_INCIDENT, DutyKind.EXIT_SUMMARY):
            return (answer,) if owed.duty is DutyKind.WRITE_INCIDENT else ()
        document = owed.kind.document
        if owed.duty is DutyKind.TELL_NOW:
            return (
                (answer,)
                if document is None
                else (answer, ("Write letter", partial(self._tab.write_letter, document)))
            )
        return (answer, ("Told otherwise", partial(self._tab.record_notice, owed.kind)))


def _words(owed: Owed) -> str:
    if owed.duty is DutyKind.TELL_NOW:
        return "Record call"
    return "Write it down" if owed.duty is DutyKind.WRITE_INCIDENT else "Write letter"


class IncidentsPanel(ListedPanel):
    """Threats, violence, broken orders and rules, changes of level; those struck out too."""

    def __init__(self, tab: Acts, incidents: "IncidentService") -> None:
        remark = (
            "What staff, he himself or an agency said or saw. What his partner told is never written here: "
            "it goes to the safety officer."
        )
        super().__init__(tab.frame.look, "Incidents", remark, ("Record an incident", tab.record_incident))
        self.add_button.setObjectName("recordIncidentButton")
        self._tab = tab
        self._incidents = incidents

    def show_file(self, file: NoticeFile) -> None:
        """Show the newest first."""
        lines = (self._incident(each, file) for each in file.incidents[:_SHOWN])
        self.show_lines(lines, "None is written down.")

    def _incident(self, incident: Incident, file: NoticeFile) -> DutyLine:
        title = incident_title(incident.details, file.today)
        acts: tuple[Act, ...] = (("Strike out", lambda: self._strike(incident, title)),)
        pill = Pill("Stands" if incident.stands else "Struck out", incident_state(incident))
        detail = incident_detail(incident, file.today)
        return self.line(pill, title, detail, *(acts if incident.stands else ()))

    def _strike(self, incident: Incident, title: str) -> None:
        incidents, row_id = self._incidents, incident.incident_id

        def strike(reason: str) -> Changes:
            return incidents.strike_out(row_id, reason, incident.seen)

        def undo(changes: Changes) -> Changes:
            return incidents.put_back(row_id, changes.seen)

        StrikeDialog(self._tab.frame, title, strike, undo, self).open()


class ToldPanel(Panel):
    """Every notice that was given, with how it can be proved."""

    def __init__(self, tab: Acts, notices: "NoticeService") -> None:
        super().__init__("Told")
        self._tab = tab
        self._notices = notices
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_file(self, file: NoticeFile) -> None:
        """Show the newest first."""
        self.lines.clear(self._tab.first_button())
        made = [self._notice(each, file) for each in file.sent[:_SHOWN]]
        for line in made:
            self.lines.add(line)
        line_up(made)
        if not made:
            words = "Nothing yet. Letters that are recorded, and calls that are written down, stand here."
            self.lines.add(Text(words, Role.DETAIL, wrap=True))

    def _notice(self, notice: Notice, file: NoticeFile) -> DutyLine:
        title = notice_title(notice)
        pill = Pill("Told", State.GOOD) if notice.stands else Pill("Struck out", State.NEUTRAL)
        detail = notice_detail(notice, file.today)
        if not notice.stands:
            return DutyLine(pill, title, detail)
        button = Button("Strike out", small=True)
        button.clicked.connect(lambda: self._strike(notice, title))
        return DutyLine(pill, title, detail, button)

    def _strike(self, notice: Notice, title: str) -> None:
        notices, row_id = self._notices, notice.notice_id

        def strike(reason: str) -> Changes:
            return notices.strike_out(row_id, reason, notice.seen)

        def undo(changes: Changes) -> Changes:
            return notices.put_back(row_id, changes.seen)

        StrikeDialog(self._tab.frame, title, strike, undo, self).open()


class GonePanel(Panel):
    """What was due and is not any more, because a fact was corrected; nobody can take a line away."""

    def __init__(self, look: Look) -> None:
        super().__init__("No longer due, and why")
        self._look = look
        self.lines = Lines()
        self.body.addWidget(self.lines)

    def show_file(self, file: NoticeFile) -> None:
        """Show the newest first."""
        self.lines.clear()
        made = [DutyLine(Pill("Not due", State.NEUTRAL), each.title, each.reason) for each in file.no_longer]
        for line in made:
            self.lines.add(line)
        line_up(made)
        if not made:
            self.lines.add(Text(_GONE_EMPTY, Role.DETAIL, wrap=True))
