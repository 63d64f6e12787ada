"""All curricula: own ones, drafts of them, and those that came with the program."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.curriculum_page import CurriculumLine, CurriculumList, DraftLine
from bipdesk.ui.format import counted
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.curricula.begin_dialog import BeginDialog
from bipdesk.ui.screens.curricula.words import draft_detail, draft_title, line_detail
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import SectionTitle

if TYPE_CHECKING:
    from bipdesk.services.curriculum_drafts import CurriculumDraftService
    from bipdesk.services.curriculum_views import CurriculumViewService

NONE_YET = "No curriculum of your own yet"
NONE_WHY = (
    "Make one by a copy of a curriculum below, or from a blank page. It stays a draft until you release "
    "it; a released version never changes under the men who are on it."
)
UNKNOWN = (
    "This computer has not got it: it came from a newer program or another computer. "
    "Bring the program up to date, or take in a bundle."
)


class CurriculaScreen(Screen):
    """What can be run, and what is being worked on."""

    topics = frozenset({Topic.CURRICULA, Topic.GROUPS})

    def __init__(
        self, frame: Frame, views: "CurriculumViewService", drafts: "CurriculumDraftService"
    ) -> None:
        super().__init__(frame)
        self._views = views
        self._drafts = drafts
        self.new_button = Button("New curriculum…", Kind.PRIMARY)
        self.new_button.clicked.connect(self._on_new)
        self.header.set_title("Curricula", breadcrumb="Programme")
        self.header.add_action(self.new_button)
        self._unknown, self._own, self._begun, self._released = (Lines() for _ in range(4))
        self._begun_part: list[QWidget] = []
        self._unknown_part: list[QWidget] = []
        for title, lines, part in (
            ("Not known on this computer", self._unknown, self._unknown_part),
            ("Drafts", self._begun, self._begun_part),
            ("Your own", self._own, []),
            ("Part of the program", self._released, []),
        ):
            panel = Panel()
            panel.body.addWidget(lines)
            part += (SectionTitle(title), panel)
            for widget in part:
                self.body.addWidget(widget)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read which curricula there are."""
        self.frame.tasks.run(self, self._views.list, self._show)

    def _show(self, found: CurriculumList) -> None:
        number = len(found.own) + len(found.released)
        self.header.set_title("Curricula", counted(number, "curriculum", "curricula"), "Programme")
        self._fill(self._unknown, [self._unknown_line(line) for line in found.unknown])
        self._fill(self._begun, [self._draft_line(line) for line in found.drafts])
        self._fill(self._own, [self._line(line, found.topics) for line in found.own])
        self._fill(self._released, [self._line(line, found.topics) for line in found.released])
        for part, lines in ((self._unknown_part, found.unknown), (self._begun_part, found.drafts)):
            for widget in part:
                widget.setVisible(bool(lines))
        if not found.own:
            self._own.add(EmptyState(NONE_YET, NONE_WHY))

    def _fill(self, lines: Lines, shown: list[DutyLine]) -> None:
        lines.clear()
        for line in shown:
            lines.add(line)
        line_up(shown)

    def _line(self, line: CurriculumLine, topics: int) -> DutyLine:
        open_it = partial(self.frame.open_page, "curriculum", line.curriculum.id)
        button = _button("Open", line.curriculum.name, open_it)
        return DutyLine(_state(line), line.curriculum.name, line_detail(line, topics), button)

    def _unknown_line(self, line: CurriculumLine) -> DutyLine:
        detail = f"Run by {', '.join(line.groups)}. {UNKNOWN}"
        return DutyLine(Pill("Not known", State.WARN), line.curriculum.name, detail)

    def _draft_line(self, line: DraftLine) -> DutyLine:
        title = draft_title(line)
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.frame.look.px(8))
        row.addWidget(_button("Discard", title, partial(self._on_discard, line)))
        if line.stored.draft is not None:
            go_on = partial(self.frame.open_page, "curriculum-editor", line.stored.draft_id)
            row.addWidget(_button("Go on", title, go_on))
        ready = not line.faults and line.stored.draft is not None
        pill = Pill("Ready", State.GOOD) if ready else Pill("Draft", State.NEUTRAL)
        return DutyLine(pill, title, draft_detail(line), acts)

    def _on_new(self) -> None:
        self.frame.tasks.run(self, self._views.list, self._ask)

    def _ask(self, found: CurriculumList) -> None:
        offered = tuple(line.curriculum for line in found.released)
        BeginDialog(self.frame, self, self._drafts, offered).open()

    def _on_discard(self, line: DraftLine) -> None:
        stored = line.stored

        def discarded(_changes: Changes) -> None:
            self.frame.notify("The draft is discarded.", partial(self._bring_back, stored.draft_id))

        self.frame.tasks.change(self, partial(self._drafts.discard, stored.draft_id, stored.seen), discarded)

    def _bring_back(self, draft_id: UUID) -> None:
        self.frame.tasks.change(self, partial(self._drafts.bring_back, draft_id))


def _state(line: CurriculumLine) -> Pill:
    if line.release is not None and line.release.retired_on is not None:
        return Pill("Retired", State.NEUTRAL)
    if not line.is_offered:
        return Pill("Earlier", State.NEUTRAL)
    return Pill("Running", State.GOOD) if line.groups else Pill("Offered", State.NEUTRAL)


def _button(words: str, of: str, act: Callable[[], None]) -> Button:
    button = Button(words, small=True)
    button.setAccessibleName(f"{words}: {of}")
    button.clicked.connect(lambda: act())
    return button
