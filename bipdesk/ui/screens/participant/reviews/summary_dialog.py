"""Prepare the exit summary: what the records say, read over and put better by a person."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.exit import RELEASE_CITATION, RELEASE_STATEMENT, ExitRecord, ExitSummary, SummaryWords
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.endings.service import EndingService

_WORDS = (
    "It goes to the supervising authority by a letter under Notices. Class notes stay here, and so does "
    "everything about a partner or children."
)
_ROWS = {
    "dose": "Dose received",
    "attendance": "Attendance",
    "participation": "How he took part",
    "goals": "Goals",
    "recommendations": "Recommendations",
}


class SummaryDialog(FormDialog):
    """Five parts; the first four begin as what the records say."""

    def __init__(
        self,
        frame: Frame,
        endings: "EndingService",
        about: tuple[ExitRecord, ExitSummary | None],
        parent: QWidget,
    ) -> None:
        super().__init__(frame, parent, "Exit summary", _WORDS, "Save summary")
        self.setObjectName("summaryDialog")
        self._endings = endings
        self._record, self._known = about
        self.parts = {name: text_area(label, frame.look, 2) for name, label in _ROWS.items()}
        for name, label in _ROWS.items():
            self.add_row(label, self.parts[name], required=name in ("dose", "attendance"))
        self.fields.addWidget(Text(f"{RELEASE_STATEMENT} ({RELEASE_CITATION})", Role.DETAIL, wrap=True))
        if self._known is not None:
            self._fill(self._known.words)
        else:
            record = self._record
            frame.tasks.run(self, lambda: endings.summary_draft(record.exit_id), self._fill)

    def submit(self) -> None:
        """Store the summary."""
        if not self.checked():
            return
        words = SummaryWords(**{name: field.toPlainText().strip() for name, field in self.parts.items()})
        endings, exit_id = self._endings, self._record.exit_id
        seen = self.typed_on(self._known.seen) if self._known is not None else None
        self.do(lambda: endings.put_summary(exit_id, words, seen), "The exit summary is saved.")

    def _fill(self, words: SummaryWords) -> None:
        for name, field in self.parts.items():
            field.setPlainText(getattr(words, name))
        if self._known is not None:
            self.keep_draft("exit summary", self._record.exit_id, seen=self._known.seen)
        else:
            self.keep_draft("exit summary", self._record.exit_id)
        self.fit()
