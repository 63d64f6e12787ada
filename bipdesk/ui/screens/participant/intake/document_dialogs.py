"""What is asked about a paper: when somebody asked for it, when it came, which one more is owed."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.owed_document import DocumentKind, OwedDocument
from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_KINDS: tuple[tuple[str, object], ...] = tuple((kind.label, kind) for kind in reversed(DocumentKind))
_ASK = "You are reminded to ask again after two weeks without an answer."
_RECEIVED = "The paper itself stays in the locked drawer; one that names her or a child goes to the officer."
_ADD = "A paper you wait for. You are reminded to ask for it again until it comes."


class AskDialog(FormDialog):
    """Asks when and how it was asked for."""

    def __init__(self, frame: Frame, services: FileServices, document: OwedDocument, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Asked for: {document.title}", _ASK, "Record")
        self.setObjectName("askDialog")
        self._services = services
        self._document = document
        self.on_date = DateEdit("Asked on")
        self.on_date.set_date(services.clock.today())
        self.how = line_edit("How", "By telephone, letter, e-mail; whom")
        self.add_row("Asked on", self.on_date, required=True, also="The date")
        self.add_row("How", self.how)
        self.keep_draft("ask for paper", document.document_id)

    def submit(self) -> None:
        """Write that somebody asked."""
        day, how, document = self.on_date.date_or_none(), self.how.text(), self._document
        if not self.checked() or day is None:
            return
        papers = self._services.owed_documents
        self.do(
            lambda: papers.ask(document.document_id, day, how, document.seen),
            f"{document.title}: asked for.",
        )


class ReceivedDialog(FormDialog):
    """Asks when it came."""

    def __init__(self, frame: Frame, services: FileServices, document: OwedDocument, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Received: {document.title}", _RECEIVED, "Record")
        self.setObjectName("receivedDialog")
        self._services = services
        self._document = document
        self.on_date = DateEdit("Received on")
        self.on_date.set_date(services.clock.today())
        self.add_row("Received on", self.on_date, required=True, also="The date")

    def submit(self) -> None:
        """Write that it came."""
        day, document = self.on_date.date_or_none(), self._document
        if not self.checked() or day is None:
            return
        papers = self._services.owed_documents
        self.do(
            lambda: papers.receive(document.document_id, day, document.seen), f"{document.title}: received."
        )


class AddDocumentDialog(FormDialog):
    """Asks which paper, and who owes it."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, "A paper that is owed", _ADD, "Add")
        self.setObjectName("addDocumentDialog")
        self._services = services
        self._file = file
        self.kind = Choice("Kind of paper", _KINDS)
        self.name = line_edit("What it is", "If it is none of these")
        self.owed_by = line_edit("Owed by", "Court, police, he himself")
        self.owed_by.setText(file.referral.referrer)
        self.add_row("Kind of paper", self.kind)
        self.add_row("What it is", self.name)
        self.add_row("Owed by", self.owed_by)
        self.keep_draft("paper", file.referral_id)

    def submit(self) -> None:
        """Add the paper."""
        if not self.checked():
            return
        papers, file = self._services.owed_documents, self._file
        kind = DocumentKind(str(self.kind.value()))
        name, owed_by = self.name.text(), self.owed_by.text()
        self.do(lambda: papers.add(file.referral_id, kind, name, owed_by), "The paper is added.")
