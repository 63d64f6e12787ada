"""Write a letter: which document, to whom, in which language; the gate answers while one chooses."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from bipdesk.domain.disclosed import Checked, PreparedDocument
from bipdesk.domain.disclosure import Disclosure, Document, Recipient
from bipdesk.domain.notice_letter import WORDED
from bipdesk.domain.waiver import OFFERED, RecipientClass
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices, PapersView
from bipdesk.ui.screens.participant.papers.preview_dialog import PreviewDialog
from bipdesk.ui.screens.participant.papers.words import LANGUAGES
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, Text

_WIDTH = 680
_WORDS = "You see it exactly as it will print; nothing is recorded before that."
_OTHER = Recipient("", RecipientClass.COURTS)
KINDS: tuple[tuple[str, object], ...] = tuple(
    (each.label, each)
    for each in (*OFFERED, RecipientClass.OTHER)
    if each is not RecipientClass.SURVIVORS  # told by the safety officer, from her own side
)


class LetterDialog(FormDialog):
    """Chooses a letter; the right by which it may go, or what is missing, stands under the choice."""

    def __init__(
        self,
        frame: Frame,
        services: PaperServices,
        view: PapersView,
        parent: QWidget,
        document: Document | None = None,
    ) -> None:
        super().__init__(frame, parent, "Write a letter", _WORDS, "See the letter")
        self.setObjectName("letterDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._services = services
        self._view = view
        self._asked: Ticket | None = None
        documents = view.choices.documents or tuple(Document)
        self.document = Choice("Letter", tuple((each.label, each) for each in documents))
        people = (*view.choices.recipients, _OTHER)
        self.recipient = Choice("To", tuple((each.name or "Somebody else…", each) for each in people))
        self.name = line_edit("Name of the office")
        self.kind = Choice("Kind of office", KINDS)
        self.address = text_area("Address", frame.look, 4)
        self.language = Choice("Language", LANGUAGES)
        self.reason = line_edit("Reason, in one sentence")
        self.reason.setText(view.choices.reason)
        self.words = text_area("In your words", frame.look, 4)
        self._filled = ""
        self.wishes = Text("", Role.DETAIL, wrap=True)
        self.right = Text("", Role.STRONG, wrap=True)
        self.right.setObjectName("authorityText")
        self._lay_out()
        if document is not None:
            self.document.set_value(document)
        self._on_recipient()
        self.keep_draft("letter", view.participant_id)
        self._listen()
        self._ask()

    def _lay_out(self) -> None:
        grid = FieldGrid(self.frame.look, 280, 2)
        grid.add(self.rows.add("Letter", self.document))
        grid.add(self.rows.add("To", self.recipient))
        grid.add(self.rows.add("Name of the office", self.name, required=True, also="Recipient"))
        grid.add(self.rows.add("Kind of office", self.kind))
        grid.add(self.rows.add("Address", self.address))
        grid.add(self.rows.add("Language", self.language))
        self.fields.addWidget(grid)
        self._reason_row: FormRow = self.rows.add("Reason, in one sentence", self.reason, also="Reason")
        self.fields.addWidget(self._reason_row)
        self.words_title = Text("", Role.STRONG)
        self.fields.addWidget(self.words_title)
        self._words_row: FormRow = self.rows.add("In your words", self.words)
        self.fields.addWidget(self._words_row)
        self.fields.addWidget(self.wishes)
        self.fields.addWidget(self.right)

    def _listen(self) -> None:
        self.recipient.currentIndexChanged.connect(lambda _place: self._on_recipient())
        self.document.currentIndexChanged.connect(lambda _place: self._ask())
        self.kind.currentIndexChanged.connect(lambda _place: self._ask())
        self.name.textEdited.connect(lambda _text: self._ask())
        if self.drafts is not None:
            self.drafts.filled.connect(self._ask)

    def chosen(self) -> Recipient:
        """Return the recipient as the fields say it."""
        base, kind = self.recipient.value(), self.kind.value()
        lines = tuple(line for line in self.address.toPlainText().splitlines() if line.strip())
        found = base if isinstance(base, Recipient) else _OTHER
        other = found.name != self.name.text().strip()
        return replace(
            found,
            name=self.name.text().strip(),
            recipient_class=kind if isinstance(kind, RecipientClass) else found.recipient_class,
            agency_id=None if other else found.agency_id,
            lines=lines,
        )

    def _on_recipient(self) -> None:
        base = self.recipient.value()
        if not isinstance(base, Recipient):
            return
        known = base.agency_id is not None
        self.name.setText(base.name)
        self.name.setReadOnly(known)
        self.kind.set_value(base.recipient_class)
        self.kind.setEnabled(not known)
        self.address.setPlainText("\n".join(base.lines))
        self.language.set_value(base.language)
        self.wishes.setText(f"Wants its letters by: {base.wishes}" if base.wishes else "")
        self.wishes.setVisible(bool(base.wishes))
        self._ask()

    def _ask(self) -> None:
        document = self.document.value()
        if not isinstance(document, Document):
            return
        self._reason_row.setVisible(document is Document.REJECTION_NOTICE)
        self._show_words(document)
        if self._asked is not None:
            self._asked.cancel()
        work = partial(self._services.disclosures.check, document, self._view.participant_id, self.chosen())
        self._asked = self.frame.tasks.run(self, work, self._show_right)

    def _show_words(self, document: Document) -> None:
        """Ask for the words of the letters that have some, with a first wording until somebody types."""
        asked = document in WORDED
        self.words_title.setText(WORDED.get(document, ""))
        self.words_title.setVisible(asked)
        self._words_row.setVisible(asked)
        if asked and self.words.toPlainText() == self._filled:
            self._filled = self._view.choices.words.get(document, "")
            self.words.setPlainText(self._filled)

    def _show_right(self, checked: Checked) -> None:
        self._asked = None
        outcome = checked.outcome
        may = isinstance(outcome, Disclosure)
        self.right.setText(
            f"By right of: {outcome.authority.words}." if isinstance(outcome, Disclosure) else checked.refused
        )
        self.right.set_state("good" if may else "bad")
        self.do_button.setEnabled(may)
        self.fit()

    def submit(self) -> None:
        """Let the letter be rendered, and show it."""
        document = self.document.value()
        if not self.checked() or not isinstance(document, Document):
            return
        self.do_button.setEnabled(False)
        work = partial(
            self._services.disclosures.prepare,
            document,
            self._view.participant_id,
            self.chosen(),
            str(self.language.value()),
            self.words.toPlainText() if document in WORDED else self.reason.text(),
        )
        self.frame.tasks.run(self, work, self._show_letter, self.show_error)

    def _show_letter(self, prepared: PreparedDocument) -> None:
        self.do_button.setEnabled(True)
        preview = PreviewDialog(self.frame, self._services.disclosures, prepared, self)
        if self.drafts is not None:
            preview.saving = self.drafts.saving
        preview.recorded.connect(self.accept)
        preview.open()
