"""Two people sign a completion: the one signed in, and another with her own passphrase."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.draft import DraftKey
from bipdesk.domain.ending_file import EndingFile
from bipdesk.domain.errors import UserError
from bipdesk.domain.exit import RELEASE_CITATION, RELEASE_STATEMENT, ExitDetails, ExitType, consequences
from bipdesk.domain.key_errors import WrongPassphrase
from bipdesk.domain.readiness import SecondPerson
from bipdesk.ui.forms.draft_fields import keep_out
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.reviews.violent_signs import QUESTION, ViolentSigns
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.passphrase_edit import PassphraseEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService

FORM = "completion"
SIGN_IN, PASSPHRASE = "Sign-in name of the second person", "Passphrase of the second person"
WORDS = (
    "The list as it stands now is kept with both names. His place in the group ends on this day; an exit "
    "summary is to be prepared, and whoever referred him is told."
)
SECOND = "Now the second person, who has read the list. Her passphrase opens nothing here."


class CompleteDialog(FormDialog):
    """The day, the plain question about violence, and who signs beside the one who is signed in."""

    def __init__(
        self, frame: Frame, exits: "ExitService", file: EndingFile, today: date, parent: QWidget
    ) -> None:
        super().__init__(frame, parent, f"{file.name} has completed the programme", WORDS, "We both sign it")
        self.setObjectName("completeDialog")
        self._exits = exits
        self._file = file
        self.on_date = DateEdit("Ended on")
        self.on_date.set_date(today)
        self.last_seen = DateEdit("Last seen on")
        self.last_seen.set_date(file.last_seen_on)
        self.signs = ViolentSigns(frame.look)
        self.follows = Text("", Role.STRONG, wrap=True)
        self.follows.hide()
        self.sign_in_name = line_edit(SIGN_IN)
        self.passphrase = PassphraseEdit(frame.look, PASSPHRASE)
        self._lay_out()
        self.signs.edited.connect(self._show_follows)
        for field in (self.sign_in_name, self.passphrase.edit):
            keep_out(field)  # what she types is hers; a passphrase that is being shown looks like any text
        self.keep_draft(FORM, file.referral_id)

    def _lay_out(self) -> None:
        self.add_row("Ended on", self.on_date, required=True)
        self.add_row("Last seen on", self.last_seen)
        self.add_row(QUESTION, self.signs)
        self.fields.addWidget(self.follows)
        self.fields.addWidget(Text(f"{RELEASE_STATEMENT} ({RELEASE_CITATION})", Role.DETAIL, wrap=True))
        self.fields.addWidget(Text(SECOND, Role.DETAIL, wrap=True))
        self.add_row(SIGN_IN, self.sign_in_name, required=True)
        self.add_row(PASSPHRASE, self.passphrase)

    def submit(self) -> None:
        """Sign it by both."""
        day = self.on_date.date_or_none()
        if not self.checked() or day is None:
            return
        details = ExitDetails(
            ExitType.COMPLETED,
            day,
            last_contact_on=self.last_seen.date_or_none(),
            violent_signs=self.signs.signs(),
        )
        second = SecondPerson(self.sign_in_name.text().strip(), self.passphrase.edit.text(), "")
        self.do_button.setEnabled(False)
        if self.drafts is not None:
            self.drafts.keep_now()
        command = partial(self._complete, details, second)
        self.frame.tasks.change(self, command, self._on_completed, self.show_error)

    def _complete(self, details: ExitDetails, second: SecondPerson) -> Changes:
        """Sign it, then forget the draft: in one transaction the audit would forget a refusal too."""
        file = self._file
        changes = self._exits.complete(file.participant_id, details, second, file.referral_seen)
        if self.frame.drafts is not None:
            self.frame.drafts.drop(DraftKey(FORM, file.referral_id))
        return changes

    def _on_completed(self, _changes: Changes) -> None:
        self.passphrase.take()
        name = self._file.name
        self.accept()
        self.frame.notify(f"{name} has completed the programme; two people signed it.")

    def _show_follows(self) -> None:
        found = consequences(ExitType.COMPLETED, self.signs.signs())
        self.follows.setText(found[2])
        self.follows.setVisible(bool(self.signs.signs()))
        self.fit()

    def show_error(self, error: UserError) -> None:
        """Say what is wrong; a wrong passphrase is not left standing."""
        super().show_error(error)
        if isinstance(error, WrongPassphrase):
            self.passphrase.take()
            self.passphrase.setFocus()
