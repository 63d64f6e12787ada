"""Record that the programme agreement was signed."""

from PySide6.QtWidgets import QWidget

from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices, PapersView
from bipdesk.ui.screens.participant.papers.words import LANGUAGES
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = "Record the day on which both sides signed, and in which language the paper was."


class SignAgreementDialog(FormDialog):
    """Asks for day and language."""

    def __init__(self, frame: Frame, services: PaperServices, view: PapersView, parent: QWidget) -> None:
        super().__init__(frame, parent, "The agreement is signed", _WORDS, "Record the signature")
        self.setObjectName("signAgreementDialog")
        self._services = services
        self._view = view
        self.signed_on = DateEdit("Signed on")
        self.signed_on.set_date(view.today)
        self.language = Choice("Language of the paper", LANGUAGES)
        self.language.set_value(view.waivers.usual.language)
        self.add_row("Signed on", self.signed_on, required=True, also="The date of signing")
        self.add_row("Language of the paper", self.language)
        self.keep_draft("agreement-signed", view.participant_id)

    def submit(self) -> None:
        """Record the signature."""
        day, language = self.signed_on.date_or_none(), str(self.language.value())
        if not self.checked() or day is None:
            return
        agreements, participant_id = self._services.agreements, self._view.participant_id
        self.do(lambda: agreements.sign(participant_id, day, language), "The agreement is on file.")
