"""Two people open one group although something is missing: the second one types her own passphrase."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.draft import DraftKey
from bipdesk.domain.errors import UserError
from bipdesk.domain.group import GroupDetails
from bipdesk.domain.key_errors import WrongPassphrase
from bipdesk.domain.readiness import SecondPerson
from bipdesk.ui.forms.draft_fields import keep_out
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.passphrase_edit import PassphraseEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.groups.service import GroupService

FORM = "two people"
REASON = "Why it opens all the same"
SIGN_IN, PASSPHRASE = "Sign-in name of the second person", "Passphrase of the second person"
WORDS = (
    "It holds for this one group. Both names, the reason and the time are recorded, stand under Readiness "
    "and in the audit, and cannot be taken back."
)
SECOND = "Now the second person, who has read the above. Her passphrase opens nothing here."


class TwoPeopleDialog(FormDialog):
    """What is missing, why the group opens all the same, and who else decides it."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        groups: "GroupService",
        details: GroupDetails,
        missing: str,
        done: Callable[[Changes], None],
    ) -> None:
        """`missing` is what keeps the group from opening, in words; `done` gets what planning answered."""
        super().__init__(frame, parent, f"Open {details.name} all the same?", WORDS, "We both decide it")
        self.setObjectName("twoPeopleDialog")
        self._groups = groups
        self._details = details
        self._done = done
        self.reason = text_area(REASON, frame.look, 3)
        self.sign_in_name = line_edit(SIGN_IN)
        self.passphrase = PassphraseEdit(frame.look, PASSPHRASE)
        self.fields.addWidget(Text(f"Missing: {missing}.", Role.STRONG, wrap=True))
        self.add_row(REASON, self.reason, required=True)
        self.fields.addWidget(Text(SECOND, Role.DETAIL, wrap=True))
        self.add_row(SIGN_IN, self.sign_in_name, required=True)
        self.add_row(PASSPHRASE, self.passphrase)
        for field in (self.sign_in_name, self.passphrase.edit):
            keep_out(field)  # what she types is hers; a passphrase that is being shown looks like any text
        self.keep_draft(FORM)

    def submit(self) -> None:
        """Plan the group by the decision of both."""
        if not self.checked():
            return
        second = SecondPerson(
            self.sign_in_name.text().strip(),
            self.passphrase.edit.text(),
            self.reason.toPlainText().strip(),
        )
        self.do_button.setEnabled(False)
        if self.drafts is not None:
            self.drafts.keep_now()
        self.frame.tasks.change(self, partial(self._plan, second), self._on_planned, self.show_error)

    def _plan(self, second: SecondPerson) -> Changes:
        """Plan it, then forget the draft: in one transaction the audit would forget a refusal too."""
        changes = self._groups.plan(self._details, second)
        if self.frame.drafts is not None:
            self.frame.drafts.drop(DraftKey(FORM))
        return changes

    def _on_planned(self, changes: Changes) -> None:
        self.passphrase.take()
        self.accept()
        self._done(changes)

    def show_error(self, error: UserError) -> None:
        """Say what is wrong; a wrong passphrase is not left standing."""
        super().show_error(error)
        if isinstance(error, WrongPassphrase):
            self.passphrase.take()
            self.passphrase.setFocus()
