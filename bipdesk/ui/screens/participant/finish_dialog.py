"""End the programme: completed, or left before the end. A count never decides this; a person does."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.referral import Status
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices, FileView
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_ENDINGS: tuple[tuple[str, object], ...] = (
    ("Choose how it ended", None),
    ("Completed the programme", Status.COMPLETED),
    ("Left before the end", Status.LEFT),
)
_NOT_STARTED: tuple[tuple[str, object], ...] = (
    ("Choose how it ended", None),
    ("Left, or did not come", Status.LEFT),
)


class FinishDialog(FormDialog):
    """Asks how and when it ended; the place in the group ends with it."""

    def __init__(self, frame: Frame, services: FileServices, view: FileView, parent: QWidget) -> None:
        file, journey = view.file, view.journey
        started = file.status is Status.IN_PROGRAMME
        words = (
            f"{journey.done} of {len(journey.steps)} steps are met. The place in the group ends on this day; "
            "everything recorded stays, and he can be referred again."
            if started
            else "His referral ends here. Everything recorded stays, and he can be referred again."
        )
        what = "programme" if started else "referral"
        super().__init__(frame, parent, f"End the {what} for {full_name(file)}", words, f"End {what}")
        self.setObjectName("finishDialog")
        self._services = services
        self._file = file
        self.ending = Choice("How it ended", _ENDINGS if started else _NOT_STARTED)
        self.reason = line_edit("Why", "In a few words")
        self.ended_on = DateEdit("Ended on")
        self.ended_on.set_date(services.clock.today())
        self.add_row("How it ended", self.ending)
        self.add_row("Ended on", self.ended_on, required=True, also="The date")
        self.add_row("Why", self.reason)
        self.keep_draft("finish", file.referral_id)

    def submit(self) -> None:
        """Write how it ended."""
        day, ending, file = self.ended_on.date_or_none(), self.ending.value(), self._file
        if not self.checked() or day is None:
            return
        if ending is None:
            self.rows.show("How it ended", "Choose whether the programme was completed or left.")
            self.fit()
            return
        status, referrals, why = Status(str(ending)), self._services.referrals, self.reason.text()
        self.do(
            lambda: referrals.finish(file.referral_id, status, day, file.referral_seen, why),
            f"{full_name(file)}: {status.label.lower()}.",
        )
