"""Record what the court made of the order afterwards."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ending_file import EndingFile
from bipdesk.domain.order_outcome import OutcomeDetails, OutcomeKind
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.endings.service import EndingService

_WORDS = (
    "What the court did, on which day, and which agency told the programme (Source 000: a sentence can be "
    "suspended, or a lesser one follow, for whoever completes)."
)


class OutcomeDialog(FormDialog):
    """Kind, day, source, and a remark."""

    def __init__(
        self, frame: Frame, endings: "EndingService", file: EndingFile, today: date, parent: QWidget
    ) -> None:
        super().__init__(frame, parent, "Outcome of the order", _WORDS, "Save outcome")
        self.setObjectName("outcomeDialog")
        self._endings = endings
        self._file = file
        self._today = today
        known = file.outcome
        self.kind = Choice("What the court did", tuple((kind.label, kind) for kind in OutcomeKind))
        self.decided_on = DateEdit("Decided on")
        self.source = line_edit("Heard from", "The agency, and who there")
        self.words = text_area("Remark", frame.look, 2)
        self.source.setText(known.details.source if known else file.referrer)
        if known is not None:
            self.kind.set_value(known.details.kind)
            self.decided_on.set_date(known.details.on_date)
            self.words.setPlainText(known.details.words)
        self.add_row("What the court did", self.kind)
        self.add_row("Decided on", self.decided_on, required=True)
        self.add_row("Heard from", self.source, required=True)
        self.add_row("Remark", self.words)
        if known is None:
            self.keep_draft("order outcome", file.referral_id)
        else:
            self.keep_draft("order outcome", file.referral_id, seen=known.seen)

    def submit(self) -> None:
        """Store the outcome."""
        day, kind = self.decided_on.date_or_none(), self.kind.value()
        if not self.checked() or day is None or not isinstance(kind, OutcomeKind):
            return
        details = OutcomeDetails(kind, day, self.source.text().strip(), self.words.toPlainText().strip())
        endings, file = self._endings, self._file
        seen = self.typed_on(file.outcome.seen) if file.outcome is not None else None
        self.do(lambda: endings.put_outcome(file.participant_id, details, seen), "The outcome is saved.")
