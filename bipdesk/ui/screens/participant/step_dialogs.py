"""The steps from the first call to a decision: contact, assessment, suitable or not."""

from datetime import date

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_CONTACT = "The assessment is due within two weeks of this day. Until acceptance he is not a participant yet."
_ASSESS = "Afterwards somebody decides whether he is suitable."
_DECIDE = "The reasons stay in his file; when he is not suitable, whoever referred him is told."
_DECISIONS: tuple[tuple[str, object], ...] = (
    ("Choose", None),
    ("Suitable", True),
    ("Not suitable", False),
)


class ContactDialog(FormDialog):
    """Asks when and how he was reached."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Contact with {full_name(file)}", _CONTACT, "Record contact")
        self.setObjectName("contactDialog")
        self._services = services
        self._file = file
        self.on_date = DateEdit("Reached on")
        self.on_date.set_date(services.clock.today())
        self.how = line_edit("How, and what was agreed", "By telephone; comes on Monday at ten")
        self.add_row("Reached on", self.on_date, required=True, also="The date")
        self.add_row("How, and what was agreed", self.how)
        self.keep_draft("contact", file.referral_id)

    def submit(self) -> None:
        """Write the contact."""
        day, words, file = self.on_date.date_or_none(), self.how.text(), self._file
        if not self.checked() or day is None:
            return
        referrals = self._services.referrals
        self.do(
            lambda: referrals.contact(file.referral_id, day, words, file.referral_seen),
            f"{full_name(file)} is reached; the assessment is next.",
        )


class AssessDialog(FormDialog):
    """Asks when he was assessed."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Assessment of {full_name(file)}", _ASSESS, "Record assessment")
        self.setObjectName("assessDialog")
        self._services = services
        self._file = file
        self.on_date = DateEdit("Assessed on")
        self.on_date.set_date(services.clock.today())
        self.how = line_edit("Remark", "Who took part, what was used")
        self.add_row("Assessed on", self.on_date, required=True, also="The date")
        self.add_row("Remark", self.how)
        self.keep_draft("assess", file.referral_id)

    def submit(self) -> None:
        """Write the assessment."""
        day, words, file = self.on_date.date_or_none(), self.how.text(), self._file
        if not self.checked() or day is None:
            return
        referrals = self._services.referrals
        self.do(
            lambda: referrals.assess(file.referral_id, day, words, file.referral_seen),
            f"{full_name(file)} is assessed; the decision is next.",
        )


class DecideDialog(FormDialog):
    """Asks whether he is suitable, and why."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Is {full_name(file)} suitable?", _DECIDE, "Record decision")
        self.setObjectName("decideDialog")
        self._services = services
        self._file = file
        self.decision = Choice("Decision", _DECISIONS)
        self.reasons = line_edit("Reasons")
        self.on_date = DateEdit("Decided on")
        self.on_date.set_date(services.clock.today())
        self.add_row("Decision", self.decision)
        self.add_row("Reasons", self.reasons, required=True)
        self.add_row("Decided on", self.on_date, required=True, also="The date")
        self.keep_draft("decide", file.referral_id)

    def submit(self) -> None:
        """Write the decision."""
        day, decision = self.on_date.date_or_none(), self.decision.value()
        if not self.checked() or day is None:
            return
        if not isinstance(decision, bool):
            self.rows.show("Decision", "Choose whether he is suitable.")
            self.fit()
            return
        self.do(lambda: self._decide(decision, day), f"{full_name(self._file)}: the decision is recorded.")

    def _decide(self, suitable: bool, day: date) -> Changes:
        file, reasons = self._file, self.reasons.text()
        return self._services.referrals.decide(file.referral_id, suitable, reasons, day, file.referral_seen)
