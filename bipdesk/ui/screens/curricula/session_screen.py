"""One session of a curriculum: its aims, its topics, and the files of the programme's own for it."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Qt

from bipdesk.domain.changes import Topic
from bipdesk.domain.curriculum_blank import session_blank
from bipdesk.domain.curriculum_page import SessionPage
from bipdesk.domain.ids import SessionId
from bipdesk.ui.format import joined
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.curricula.files_panel import FilesPanel
from bipdesk.ui.screens.curricula.words import KINDS
from bipdesk.ui.screens.curricula.words_dialog import WordsDialog
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.curriculum_views import CurriculumViewService
    from bipdesk.services.session_files import SessionFileService
    from bipdesk.services.session_words import SessionWordsService

NO_AIMS = "Nobody has written any yet. What is written here stands on the session sheet."
NO_TOPICS = "Not tagged with any of the eight yet."
FIXED = "A version of your own never changes. To write here, make a new version of the curriculum."


class CurriculumSessionScreen(Screen):
    """Opened with (curriculum id, step code), or with the id of a group's session."""

    topics = frozenset({Topic.CURRICULA, Topic.GROUPS})

    def __init__(
        self,
        frame: Frame,
        views: "CurriculumViewService",
        writing: "tuple[SessionWordsService, SessionFileService]",
        blanks: "BlankFormService",
        *,
        leads: bool,
    ) -> None:
        super().__init__(frame)
        self._views = views
        self._words_of = writing[0]
        self._blanks = blanks
        self._leads = leads
        self._argument: object = None
        self._page: SessionPage | None = None
        self.words_button = Button("Words and topics…")
        self.blank_button = Button("Print blank")
        self.whole_button = Button("Whole curriculum")
        self.files = FilesPanel(frame, writing[1], leads=leads)
        self._aims, self._topics, self._uses = Panel(), Panel(), Panel()
        self._uses_title = SectionTitle("Its source names")
        self._build()

    def _build(self) -> None:
        for button in (self.whole_button, self.blank_button, self.words_button):
            self.header.add_action(button)
        self.words_button.hide()
        self.blank_button.setVisible(self._leads)
        self.whole_button.clicked.connect(self._on_whole)
        self.words_button.clicked.connect(self._on_words)
        self.blank_button.clicked.connect(self._on_blank)
        columns = Columns(self.frame.look, (1, 1), narrowest=820)
        left, right = columns.columns
        for column, title, panel in (
            (left, SectionTitle("Aims"), self._aims),
            (left, SectionTitle("Which of the eight topics it covers"), self._topics),
            (left, self._uses_title, self._uses),
            (right, SectionTitle("Files of your own"), self.files),
        ):
            column.addWidget(title)
            column.addWidget(panel)
            column.addSpacing(self.frame.look.px(8))
        for column in (left, right):
            column.addStretch(1)
        self.body.addWidget(columns)
        self.body.addStretch(1)

    def show_for(self, argument: object) -> None:
        """Show the session that `argument` names."""
        self._argument = argument
        self.load()

    def load(self) -> None:
        """Read the session."""
        argument = self._argument
        if isinstance(argument, UUID):
            self.frame.tasks.run(self, partial(self._views.of_group_session, SessionId(argument)), self._show)
        elif isinstance(argument, tuple):
            self.frame.tasks.run(self, partial(self._views.session, *argument), self._show)

    def _show(self, page: SessionPage) -> None:
        self._page = page
        step, curriculum = page.step, page.curriculum
        kind = KINDS[step.kind][0]
        self.header.set_title(
            step.title,
            joined(curriculum.name, f"{step.block_name}, {kind} {step.index} of {step.of}"),
            "Curricula",
        )
        self.words_button.setVisible(self._leads and page.may_be_worded)
        _fill(self._aims, step.aims, NO_AIMS)
        tagged = [f"{topic.number}. {topic.words}" for topic in page.topics if topic.key in step.topics]
        _fill(self._topics, tuple(tagged), NO_TOPICS)
        if not page.may_be_worded and curriculum.is_known and self._leads:
            self._topics.body.addWidget(Text(FIXED, Role.SMALL, wrap=True))
        _fill(self._uses, step.uses, "")
        for widget in (self._uses, self._uses_title):
            widget.setVisible(bool(step.uses))
        self.files.show_files((curriculum.id, step.code), page.files)
        self.files.attach_button.setVisible(self._leads and curriculum.is_known)

    def _on_words(self) -> None:
        if self._page is not None:
            WordsDialog(self.frame, self, self._words_of, self._page).open()

    def _on_whole(self) -> None:
        if self._page is not None:
            self.frame.open_page("curriculum", self._page.curriculum.id)

    def _on_blank(self) -> None:
        if self._page is not None:
            form = session_blank(self._page.topics)
            show = partial(self.frame.show_document, form.title)
            self.frame.tasks.run(self, partial(self._blanks.render, form), show)


def _fill(panel: Panel, said: tuple[str, ...], otherwise: str) -> None:
    while (item := panel.body.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    for words in said:
        line = Text(words, Role.BODY, wrap=True)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        panel.body.addWidget(line)
    if not said and otherwise:
        panel.body.addWidget(Text(otherwise, Role.DETAIL, wrap=True))
