"""A panel with fields, and buttons that appear when something in them was changed."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text


class EditPanel(Panel):
    """Save and Undo changes stand under the fields while there is something to save."""

    save_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, look: Look, title: str, fields: QWidget) -> None:
        super().__init__(title)
        self._fields = fields
        self.drafts: DraftKeeper | None = None
        self._seen = UNSEEN
        self.body.addWidget(fields)
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        self.body.addWidget(self.error)
        self._buttons = QWidget()
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, look.px(4), 0, 0)
        row.setSpacing(look.px(12))
        self.undo_button = Button("Undo changes", small=True)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.save_button = Button("Save", Kind.PRIMARY, small=True)
        self.save_button.setAccessibleName(f"Save: {title}")
        self.save_button.clicked.connect(self.save_wanted)
        row.addStretch(1)
        row.addWidget(self.undo_button)
        row.addWidget(self.save_button)
        self.body.addWidget(self._buttons)
        self.show_edited(False)

    def keep_draft(self, keeper: DraftKeeper) -> None:
        """Show what was begun earlier over the fields that `keeper` watches."""
        self.drafts = keeper
        self.body.insertWidget(self.body.indexOf(self._fields), keeper.bar)

    def begin(self, subject_id: UUID, seen: Seen = UNSEEN) -> None:
        """Say that the fields show what the file says; what differs from now on is a draft."""
        self._seen = seen
        if self.drafts is not None:
            self.drafts.begin(subject_id, seen)

    @property
    def seen(self) -> Seen:
        """Return the token to save with: that of a draft which was begun before the lock, if it is one."""
        return self._seen if self.drafts is None else self.drafts.seen

    def let_go(self) -> None:
        """Say that the fields are about to show somebody else."""
        if self.drafts is not None:
            self.drafts.leave()

    def saving(self, command: Callable[[], Changes]) -> Callable[[], Changes]:
        """Return the command that saves these fields, with which their draft goes."""
        return command if self.drafts is None else self.drafts.saving(command)

    def show_edited(self, edited: bool) -> None:
        """Offer the buttons while something is changed."""
        if self.drafts is not None:
            self.drafts.touch()
        self._buttons.setVisible(edited)
        self.save_button.setEnabled(edited)

    def show_error(self, words: str) -> None:
        """Show what went wrong, or "" for nothing; what is typed stays."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.save_button.setEnabled(True)
