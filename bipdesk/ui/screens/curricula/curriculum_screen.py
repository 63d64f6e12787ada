"""One curriculum: its blocks and sessions, the eight topics, and what can be done with it."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.coverage import Coverage
from bipdesk.domain.curriculum import Block, Step
from bipdesk.domain.curriculum_page import CurriculumFile
from bipdesk.ui.format import joined
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.curricula.about_panel import AboutPanel
from bipdesk.ui.screens.curricula.topics_panel import TopicsPanel
from bipdesk.ui.screens.curricula.words import block_caption, length_words, release_words, step_detail
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.curriculum_drafts import CurriculumDraftService
    from bipdesk.services.curriculum_views import CurriculumViewService

Read = tuple[CurriculumFile, Coverage]


class CurriculumScreen(Screen):
    """Blocks on one side, topics and versions on the other."""

    topics = frozenset({Topic.CURRICULA, Topic.GROUPS})

    def __init__(
        self,
        frame: Frame,
        views: "CurriculumViewService",
        drafts: "CurriculumDraftService",
        clock: Clock,
        *,
        leads: bool,
    ) -> None:
        super().__init__(frame)
        self._views = views
        self._drafts = drafts
        self._clock = clock
        self._leads = leads
        self._curriculum_id = ""
        self._file: CurriculumFile | None = None
        self.copy_button = Button("Copy into one of your own", Kind.PRIMARY)
        self.retire_button = Button("Retire")
        self.print_button = Button("Print")
        self.topics_panel = TopicsPanel(frame.look)
        self.about = AboutPanel(frame)
        self._build()

    def _build(self) -> None:
        for button in (self.retire_button, self.print_button, self.copy_button):
            button.hide()
            self.header.add_action(button)
        self.print_button.clicked.connect(self._on_print)
        self.copy_button.clicked.connect(self._on_copy)
        self.retire_button.clicked.connect(self._on_retire)
        self.topics_panel.asked.connect(lambda _group: self.load())
        columns = Columns(self.frame.look, (3, 2), narrowest=820)
        left, right = columns.columns
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(self.frame.look.px(8))
        left.addLayout(self._blocks)
        for title, panel in (
            ("Which of the eight topics, and when?", self.topics_panel),
            ("About it", self.about),
        ):
            right.addWidget(SectionTitle(title))
            right.addWidget(panel)
            right.addSpacing(self.frame.look.px(8))
        for column in (left, right):
            column.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def show_for(self, argument: object) -> None:
        """Show the curriculum with this id."""
        self._curriculum_id = str(argument)
        self.load()

    def load(self) -> None:
        """Read the curriculum and what it covers."""
        wanted, group_id = self._curriculum_id, self.topics_panel.chosen()
        if not wanted:
            return

        def read() -> Read:
            file = self._views.one(wanted)
            runs = any(each == group_id for each, _ in file.groups)
            return file, self._views.coverage(wanted, group_id if runs else None)

        self.frame.tasks.run(self, read, self._show)

    def _show(self, read: Read) -> None:
        file, coverage = read
        self._file = file
        curriculum = file.curriculum
        self.header.set_title(
            curriculum.name, joined(length_words(curriculum), release_words(file.release)), "Curricula"
        )
        self.header.set_pills(*_pills(file))
        self._show_actions(file)
        self.topics_panel.offer(file.groups)
        self.topics_panel.show_coverage(coverage, self._clock.today())
        self.about.show_file(file)
        self._show_blocks(file)

    def _show_actions(self, file: CurriculumFile) -> None:
        may = self._leads and file.curriculum.is_known
        self.print_button.setVisible(file.curriculum.is_known)
        own = file.release is not None
        going_on = "Go on with the next version" if file.draft_id else "Make a new version"
        self.copy_button.setText(going_on if own else "Copy into one of your own")
        self.copy_button.setVisible(may)
        retired = own and file.release is not None and file.release.retired_on is not None
        self.retire_button.setText("Take into use again" if retired else "Retire")
        self.retire_button.setVisible(may and own and (file.is_offered or retired))

    def _show_blocks(self, file: CurriculumFile) -> None:
        while (item := self._blocks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for block in file.curriculum.blocks:
            self._blocks.addWidget(SectionTitle(block.name))
            self._blocks.addWidget(self._block_panel(block, file))

    def _block_panel(self, block: Block, file: CurriculumFile) -> Panel:
        panel = Panel()
        panel.body.addWidget(Text(block_caption(block, file.curriculum), Role.DETAIL, wrap=True))
        lines = Lines()
        for step in block.steps:
            lines.add(self._step_line(step, file))
        panel.body.addWidget(lines)
        return panel

    def _step_line(self, step: Step, file: CurriculumFile) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.frame.look.px(12))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(step.title, Role.ITEM, wrap=True))
        detail = step_detail(step, file.topics, file.files.get(step.code, ()))
        if detail:
            words.addWidget(Text(detail, Role.DETAIL, wrap=True))
        row.addLayout(words, 1)
        if file.curriculum.is_known:
            button = Button("Open", small=True)
            button.setAccessibleName(f"Open: {step.title}")
            place = (file.curriculum.id, step.code)
            button.clicked.connect(partial(self._open, "curriculum-session", place))
            row.addWidget(button)
        return line

    def _open(self, page: str, argument: object) -> None:
        self.frame.open_page(page, argument)

    def _on_print(self) -> None:
        if self._file is not None:
            curriculum = self._file.curriculum
            render = partial(self._views.render, curriculum.id, self.topics_panel.chosen())
            self.frame.tasks.run(self, render, partial(self.frame.show_document, curriculum.name))

    def _on_copy(self) -> None:
        file = self._file
        if file is None:
            return
        if file.draft_id is not None:
            self.frame.open_page("curriculum-editor", file.draft_id)
            return

        def begun(changes: Changes) -> None:
            self.frame.open_page("curriculum-editor", changes.row_id)

        self.frame.tasks.change(self, partial(self._drafts.begin, file.curriculum.id), begun)

    def _on_retire(self) -> None:
        release = None if self._file is None else self._file.release
        if release is None:
            return
        name, row_id = release.curriculum.name, release.release_id
        if release.retired_on is not None:
            self._change(
                partial(self._drafts.take_into_use, row_id, release.seen), "It is offered again.", None
            )
            return
        self._change(
            partial(self._drafts.retire, row_id, release.seen),
            f"“{name}” is offered to no new group. Whoever is on it stays on it.",
            lambda done: self._drafts.take_into_use(row_id, done.seen),
        )

    def _change(
        self, command: Callable[[], Changes], said: str, undo: Callable[[Changes], Changes] | None
    ) -> None:
        def done(changes: Changes) -> None:
            def take_back() -> None:
                if undo is not None:
                    self.frame.tasks.change(self, partial(undo, changes))

            self.frame.notify(said, None if undo is None else take_back)

        self.frame.tasks.change(self, command, done)


def _pills(file: CurriculumFile) -> tuple[Pill, ...]:
    if not file.curriculum.is_known:
        return (Pill("Not known on this computer", State.WARN),)
    if file.release is None:
        return (Pill("Part of the program", State.NEUTRAL),)
    if file.release.retired_on is not None:
        return (Pill("Retired", State.NEUTRAL),)
    return (
        Pill("Newest version", State.GOOD) if file.is_offered else Pill("Earlier version", State.NEUTRAL),
    )
