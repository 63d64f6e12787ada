"""The editor of a curriculum of one's own: save it half done, see everything that is wrong, release it."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut

from bipdesk.domain.changes import Changes
from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curriculum_blank import curriculum_blank
from bipdesk.domain.curriculum_draft import CurriculumDraft
from bipdesk.domain.draft_faults import draft_faults
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.domain.own_curriculum import StoredDraft
from bipdesk.domain.sentences import sentence
from bipdesk.ui.format import counted
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.curricula.curriculum_fields import CurriculumFields
from bipdesk.ui.screens.curricula.draft_session_dialog import DraftSessionDialog
from bipdesk.ui.screens.curricula.release_dialog import ReleaseDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.curriculum_drafts import CurriculumDraftService

EXPLAINED = (
    "Nobody is on a draft, and no group can choose it. What you leave blank stays blank: an untitled "
    "session is called by its block."
)
Read = tuple[StoredDraft, frozenset[str]]


class CurriculumEditorScreen(Screen):
    """It loads nothing anew while it is open; what somebody else saved meanwhile makes a conflict."""

    def __init__(
        self,
        frame: Frame,
        service: "CurriculumDraftService",
        topics: ContentTopics,
        blanks: "BlankFormService",
    ) -> None:
        super().__init__(frame)
        self._service = service
        self._topics = topics
        self._draft_id: UUID | None = None
        self._shown = CurriculumDraft()
        self._taken: frozenset[str] = frozenset()
        self._seen: Seen = UNSEEN
        self.fields = CurriculumFields(frame.look, topics)
        self.drafts = DraftKeeper(frame, "curriculum", self.fields.parentWidget() or self)
        self.undo_button = Button("Undo changes")
        self.check_button = Button("Check")
        self.save_button = Button("Save draft", hint="Ctrl S")
        self.release_button = Button("Release…", Kind.PRIMARY)
        self._said = Text("", Role.STRONG, wrap=True)
        self._blank = blank_button(frame, blanks, curriculum_blank(topics), small=False)
        self._build()

    def _build(self) -> None:
        self.header.set_title("Draft of a curriculum", EXPLAINED, "Curricula")
        for button in (
            self._blank,
            self.undo_button,
            self.check_button,
            self.save_button,
            self.release_button,
        ):
            self.header.add_action(button)
        for widget in (self.drafts.bar, self._said, self.fields):
            self.body.addWidget(widget)
        self._said.hide()
        self.body.addStretch(1)
        self.undo_button.clicked.connect(lambda: self.drafts.discard("Your changes are undone."))
        self.check_button.clicked.connect(self._on_check)
        self.save_button.clicked.connect(self._on_save)
        self.release_button.clicked.connect(self._on_release)
        self.fields.edited.connect(self._on_edited)
        self.drafts.filled.connect(self._on_edited)
        self.fields.session_wanted.connect(self._on_session)
        QShortcut(QKeySequence("Ctrl+S"), self, self._on_save)

    def show_for(self, argument: object) -> None:
        """Show the draft with this id."""
        if not isinstance(argument, UUID):
            return
        self.drafts.leave()
        self._draft_id = argument
        read = self._service

        def both() -> Read:
            return read.draft(argument), read.taken(argument)

        self.frame.tasks.run(self, both, self._show)

    def _show(self, read: Read) -> None:
        stored, self._taken = read
        if stored.draft is None or stored.draft_id != self._draft_id:
            return
        self._shown, self._seen = stored.draft, stored.seen
        self._say("")
        self.fields.show_draft(stored.draft)
        self.drafts.begin(stored.draft_id, stored.seen)
        self._on_edited()

    def _on_edited(self) -> None:
        name = self.fields.draft().name.strip()
        self.header.set_title(name or "Draft of a curriculum", EXPLAINED, "Curricula")

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _check(self) -> bool:
        faults = draft_faults(self.fields.draft(), self._taken)
        self.fields.show_faults(faults)
        number = counted(len(faults), "thing has", "things have")
        self._say(
            f"{number} to be changed before it can be released. Each stands beside its field."
            if faults
            else ""
        )
        return not faults

    def _on_check(self) -> None:
        if self._check():
            self._say("Nothing is wrong with it: it can be released.")

    def _on_save(self) -> None:
        draft_id, draft = self._draft_id, self.fields.draft()
        if draft_id is None:
            return
        seen = self.drafts.seen if self.frame.drafts is not None else self._seen
        command = self.drafts.saving(partial(self._service.save, draft_id, draft, seen))

        def saved(changes: Changes) -> None:
            self._seen, self._shown = changes.seen, draft
            self.drafts.saved()
            self.drafts.begin(draft_id, changes.seen)
            self.frame.notify("The draft is saved, finished or not.")

        self.frame.tasks.change(self, command, saved, self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self._say(sentence(error))

    def _on_session(self, key: str, index: int) -> None:
        draft, draft_id = self.fields.draft(), self._draft_id
        if draft_id is None:
            return
        place = (draft_id, draft.blocks[draft.place(key)], index)
        DraftSessionDialog(
            self.frame, self, place, self._topics, partial(self.fields.put_session, key, index)
        ).open()

    def _on_release(self) -> None:
        draft_id = self._draft_id
        if draft_id is None or not self._check():
            return
        seen = self.drafts.seen if self.frame.drafts is not None else self._seen
        command = self.drafts.saving(partial(self._service.release, draft_id, self.fields.draft(), seen))
        ReleaseDialog(self.frame, self, self.fields.draft(), command, self._released).open()

    def _released(self) -> None:
        self.drafts.leave()
        self._draft_id = None
        self.frame.open_page("curricula")
