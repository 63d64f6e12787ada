"""Make, sign and revoke a waiver."""

from PySide6.QtWidgets import QWidget

from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices, PapersView
from bipdesk.ui.screens.participant.papers.waiver_fields import WaiverFields
from bipdesk.ui.widgets.date_edit import DateEdit

_WIDTH = 720
_MAKE = (
    "What is ticked here stands on the paper. Print it, read it with him, and let him sign; then record "
    "the day. "
    "Class notes are told to nobody."
)
_SIGN = (
    "Record the day on which the paper was signed, and who saw it. From then on it takes the place of every "
    "earlier waiver of his."
)
_REVOKE = (
    "Nothing more is passed on from this day, and letters that are open cannot be printed any more. What was "
    "lawfully told stays. Whoever referred him must be told: the notice then stands under Today."
)


class MakeWaiverDialog(FormDialog):
    """Asks for the terms; nothing is in force before it is signed."""

    def __init__(self, frame: Frame, services: PaperServices, view: PapersView, parent: QWidget) -> None:
        open_one = view.waivers.unsigned
        words = "Save the changes" if open_one is not None else "Make the waiver"
        super().__init__(frame, parent, "Waiver of confidentiality", _MAKE, words)
        self.setObjectName("makeWaiverDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._services = services
        self._view = view
        self.terms_fields = WaiverFields(frame.look, self.rows, view.waivers.citation)
        self.fields.addWidget(self.terms_fields)
        current = view.waivers.current
        if open_one is not None:
            self.terms_fields.show_terms(open_one.waiver.terms)
        elif current is not None:
            self.terms_fields.show_terms(view.waivers.anew(current))
        else:
            self.terms_fields.show_terms(view.waivers.usual)
        self.keep_draft("waiver", view.participant_id)

    def submit(self) -> None:
        """Store the terms."""
        terms = self.terms_fields.terms()
        if not self.checked() or terms is None:
            return
        waivers, view = self._services.waivers, self._view
        self.do(
            lambda: waivers.prepare(view.participant_id, terms, view.waivers.unsigned),
            "The waiver is made. Print it and let him sign it.",
        )


class SignDialog(FormDialog):
    """Asks for the day of the signature and who saw it."""

    def __init__(self, frame: Frame, services: PaperServices, view: PapersView, parent: QWidget) -> None:
        super().__init__(frame, parent, "The waiver is signed", _SIGN, "Record the signature")
        self.setObjectName("signPaperDialog")
        self._services = services
        self._view = view
        self.signed_on = DateEdit("Signed on")
        self.signed_on.set_date(view.today)
        self.witness = line_edit("In the presence of")
        self.add_row("Signed on", self.signed_on, required=True, also="The date of signing")
        self.add_row("In the presence of", self.witness)
        self.keep_draft("waiver-signed", view.participant_id)

    def submit(self) -> None:
        """Record the signature."""
        day, line = self.signed_on.date_or_none(), self._view.waivers.unsigned
        if not self.checked() or day is None or line is None:
            return
        waivers, witness = self._services.waivers, self.witness.text()
        self.do(
            lambda: waivers.sign(line.waiver.waiver_id, day, witness, line.waiver.seen),
            "The waiver is on file.",
        )


class RevokeDialog(FormDialog):
    """Asks for the day of the revocation."""

    def __init__(self, frame: Frame, services: PaperServices, view: PapersView, parent: QWidget) -> None:
        super().__init__(frame, parent, "Revoke the waiver", _REVOKE, "Revoke the waiver")
        self.setObjectName("revokePaperDialog")
        self._services = services
        self._view = view
        self.revoked_on = DateEdit("Revoked on")
        self.revoked_on.set_date(view.today)
        self.add_row("Revoked on", self.revoked_on, required=True, also="The date of the revocation")
        self.keep_draft("waiver-revoked", view.participant_id)

    def submit(self) -> None:
        """End the waiver."""
        day, line = self.revoked_on.date_or_none(), self._view.waivers.current
        if not self.checked() or day is None or line is None:
            return
        waivers = self._services.waivers
        self.do(
            lambda: waivers.revoke(line.waiver.waiver_id, day, line.waiver.seen),
            "The waiver is revoked. His referrer is to be told.",
        )
