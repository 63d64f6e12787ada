"""Notices: what is owed about everybody, what the programme itself owes, and what is no longer due."""

from functools import partial
from typing import TYPE_CHECKING

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.duties.owed import OwedBy
from bipdesk.domain.duty import Duty, DutyKind
from bipdesk.domain.no_longer_due import NoLongerDue
from bipdesk.domain.notice_file import ProgrammeNotices
from bipdesk.ui.danger_dialog import KEY
from bipdesk.ui.format import due_in_words, short_date
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.today.due_panel import DuePanel
from bipdesk.ui.screens.today.return_dialog import ReturnDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.duties.notice_service import NoticeService

_SHOWN = 40
_WORDS = "What has to be told to courts, police and referrers, and what the programme itself reports"


class NoticesScreen(Screen):
    """Each line opens the participant's tab of notices with what ends it."""

    topics = frozenset(
        {Topic.NOTICES, Topic.PARTICIPANTS, Topic.REGISTER, Topic.PAPERS, Topic.SITE, Topic.GROUPS}
    )

    def __init__(self, frame: Frame, notices: "NoticeService", clock: Clock) -> None:
        super().__init__(frame)
        self._notices = notices
        self._clock = clock
        self.header.set_title("Notices", _WORDS)
        danger = Button("Somebody in danger?", Kind.DANGER, hint=KEY)
        danger.setObjectName("dangerButton")
        danger.clicked.connect(frame.danger_wanted)
        self.header.add_action(danger)
        self.due = DuePanel(frame.look, "About participants")
        self.due.pressed.connect(self._on_pressed)
        self.returns = Lines()
        self.gone = Lines()
        self.body.addWidget(self.due)
        for title, lines in (
            ("Returns of the programme", self.returns),
            ("No longer due, and why", self.gone),
        ):
            panel = Panel(title)
            panel.body.addWidget(lines)
            self.body.addWidget(panel)
        self.body.addStretch(1)

    def load(self) -> None:
        """Ask what is owed."""
        self.frame.tasks.run(self, self._notices.programme, self._show)

    def _show(self, found: ProgrammeNotices) -> None:
        about = tuple(duty for duty in found.due if duty.kind is not DutyKind.PROGRAMME_RETURN)
        if about:
            self.due.show_duties(about, found.today)
        else:
            words = "Incidents, absences, ends and the rules of your place make notices due by themselves."
            self.due.show_empty(EmptyState("Nothing has to be told now", words))
        self._fill(self.returns, [self._return(each, found) for each in found.returns], self._sent(found))
        lines = [self._gone(each) for each in found.no_longer[:_SHOWN]]
        self._fill(self.gone, lines, "Nothing that was due has gone without being told.")

    def _fill(self, lines: Lines, made: list[DutyLine], empty: str) -> None:
        lines.clear()
        for line in made:
            lines.add(line)
        line_up(made)
        if not made:
            lines.add(Text(empty, Role.DETAIL, wrap=True))

    def _sent(self, found: ProgrammeNotices) -> str:
        last = next((each.details for each in found.sent if each.struck is None), None)
        if last is None:
            return "None is owed by the rules that were chosen for this programme."
        return f"None is owed. {last.kind.label}: last sent {short_date(last.told_on, found.today)}."

    def _return(self, each: OwedBy, found: ProgrammeNotices) -> DutyLine:
        owed = each.owed
        left = (owed.rule.due_on - found.today).days
        state = State.BAD if left < 0 else State.WARN if left == 0 else State.NEUTRAL
        button = Button("Record", small=True)
        button.clicked.connect(
            lambda: ReturnDialog(self.frame, self._notices, owed, self._clock.today(), self).open()
        )
        detail = f"{owed.rule.words} {owed.rule.citation}"
        return DutyLine(Pill(due_in_words(left), state), f"{owed.kind.label}, {owed.why}", detail, button)

    def _gone(self, each: NoLongerDue) -> DutyLine:
        button = Button("Open", small=True)
        button.clicked.connect(
            partial(self.frame.open_page, "participant", (each.participant_id, DutyKind.NOTICE_INCIDENT))
        )
        title = f"{each.name}: {each.title}"
        return DutyLine(Pill("Not due", State.NEUTRAL), title, each.reason, button)

    def _on_pressed(self, duty: Duty) -> None:
        self.frame.open_page("participant", (duty.subject_id, duty.kind))
