"""A dialog that asks a few things and does one thing; what is typed stays until it is done."""

from collections.abc import Callable
from functools import partial
from typing import ClassVar
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.draft import NO_SUBJECT
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import UNSEEN, Seen
from bipdesk.domain.sentences import sentence
from bipdesk.ui.danger_dialog import KEY as DANGER_KEY
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.forms.sealed_part import SealedPart
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.tab_order import stop_after
from bipdesk.ui.widgets.text import Role, Text

KEPT = "What you typed is kept. Open the form again to go on with it."


class FormDialog(FittedDialog):
    """Title, what will happen, rows, and two buttons; Ctrl Enter does it, Escape leaves."""

    LEAVE_WORDS: ClassVar[str] = "Cancel"
    """The button that leaves; a dialog that cancels something itself says it in other words."""

    def __init__(self, frame: Frame, parent: QWidget, title: str, explanation: str, do_words: str) -> None:
        super().__init__(frame.look, parent, title)
        self.frame = frame
        self.rows = FormRows()
        self.drafts: DraftKeeper | None = None
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self.fields = QVBoxLayout()
        self.fields.setSpacing(frame.look.px(12))
        self.body.addWidget(Text(explanation, Role.DETAIL, wrap=True))
        self.body.addLayout(self.fields)
        self.body.addWidget(self._error)
        self._cancel = Button(self.LEAVE_WORDS)
        self._cancel.clicked.connect(self.reject)
        self.do_button = Button(do_words, Kind.PRIMARY)
        self.do_button.setDefault(True)
        self.do_button.clicked.connect(self.submit)
        self.buttons.addWidget(self._cancel)
        self.buttons.addWidget(self.do_button)
        QShortcut(QKeySequence("Ctrl+Return"), self, self.do_button.click)
        # The window's own keys do not reach a dialog, and danger does not wait until one is closed.
        QShortcut(QKeySequence(DANGER_KEY), self, frame.danger_wanted.emit)

    def add_row(self, label: str, field: QWidget, *, required: bool = False, also: str = "") -> None:
        """Add a labelled field; an error finds it by `label` or by `also`."""
        self.fields.addWidget(self.rows.add(label, field, required=required, also=also))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the cursor into the first field; the Tab key goes round and so comes to the buttons last."""
        super().showEvent(event)
        first = stop_after(self.do_button)
        if first is not None and self.focusWidget() in (None, self._cancel, self.do_button):
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def keep_draft(
        self,
        form: str,
        subject_id: UUID = NO_SUBJECT,
        sealed: SealedPart | None = None,
        seen: Seen = UNSEEN,
    ) -> None:
        """Keep what is typed, even when the dialog is left; call it when the fields show their beginning.

        `form` names the form in the file. Never on the safety side: this keeps it among the records.
        `seen` is the token of what the fields show, in a form that changes what stands: see `typed_on`.
        """
        self.drafts = DraftKeeper(self.frame, form, self, sealed)
        self.drafts.bar.changed.connect(self.fit)
        self.fields.insertWidget(0, self.drafts.bar)
        self.drafts.begin(subject_id, seen)

    def typed_on(self, shown: Seen) -> Seen:
        """Return the token to save with: that of a draft which was begun before a lock, else `shown`."""
        return shown if self.drafts is None else self.drafts.seen

    def reject(self) -> None:
        """Leave; what was typed is kept where drafts are."""
        if self.drafts is not None and self.drafts.is_begun:
            self.drafts.keep_now()
            self.frame.notify(KEPT)
        super().reject()

    def checked(self) -> bool:
        """Say whether the fields can be sent; what is wrong stands under its field."""
        good = self.rows.check()
        self.fit()
        return good

    def submit(self) -> None:
        """Check the fields and give the command; each dialog says how."""
        raise NotImplementedError

    def do(
        self,
        command: Callable[[], Changes],
        said: str,
        undo: Callable[[Changes], Changes] | None = None,
    ) -> None:
        """Give `command` to the database thread; close and say `said` when it is done.

        `undo` is offered beside it: the command that takes back what the given changes brought.
        """
        self._error.hide()
        self.do_button.setEnabled(False)

        frame = self.frame  # the dialog is gone by the time somebody presses Undo

        def done(changes: Changes) -> None:
            if self.drafts is not None:
                self.drafts.saved()
            self.accept()
            frame.notify(said, partial(_take_back, frame, undo, changes) if undo else None)

        if self.drafts is not None:
            command = self.drafts.saving(command)
        self.frame.tasks.change(self, command, done, self.show_error)

    def show_error(self, error: UserError) -> None:
        """Show the sentence of `error` under its field, or above the buttons; everything typed stays."""
        self.do_button.setEnabled(True)
        if not self.rows.show_error(error):
            self._error.setText(sentence(error))
            self._error.show()
        self.fit()


def _take_back(frame: Frame, undo: Callable[[Changes], Changes], changes: Changes) -> None:
    frame.tasks.change(frame, partial(undo, changes))
