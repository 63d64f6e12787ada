"""A letter exactly as it will print, with the right by which it goes; printing records it first."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.disclosed import PreparedDocument
from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.services.disclosures.service import DisclosureService
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.lock_key import add_lock_key
from bipdesk.ui.widgets.pdf_view import PdfView
from bipdesk.ui.widgets.pill import State
from bipdesk.ui.widgets.text import Role, Text

Saving = Callable[[Callable[[], Changes]], Callable[[], Changes]]
_NOT_PRINTED = "The letter is recorded and not printed yet. It waits under Papers; print it from there."


class PreviewDialog(QDialog):
    """Shows the bytes that will leave; closing without printing leaves no record and sends nothing."""

    recorded = Signal()

    def __init__(
        self, frame: Frame, disclosures: DisclosureService, prepared: PreparedDocument, parent: QWidget
    ) -> None:
        super().__init__(parent)
        # The title bar and the task list are seen by whoever passes by: they name nothing.
        self.setWindowTitle("bipdesk")
        self.setObjectName("previewDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_lock_key(self)
        self._frame = frame
        self._disclosures = disclosures
        self._prepared = prepared
        self._disclosure_id: UUID | None = None
        self.saving: Saving = lambda command: command
        disclosure = prepared.disclosure
        self.pdf_view = PdfView(frame.look, disclosure.document.label)
        self._lay_out()
        page = parent.parentWidget() or parent
        self.resize(frame.look.px(900), round(page.window().height() * 0.95))
        self.pdf_view.print_button.setText("Record and print…")
        self.pdf_view.print_button.clicked.disconnect()
        self.pdf_view.print_button.clicked.connect(self._on_print)
        self.pdf_view.printed.connect(self._on_printed)
        self.pdf_view.closed.connect(self.reject)
        self.pdf_view.show_pdf(prepared.pdf)

    def _lay_out(self) -> None:
        disclosure = self._prepared.disclosure
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 0)
        head.setSpacing(3)
        head.addWidget(Text(f"To {disclosure.recipient.name}", Role.ITEM, wrap=True))
        head.addWidget(Text(f"By right of: {disclosure.authority.words}", Role.DETAIL, wrap=True))
        told = "; ".join(fact.name for fact in disclosure.facts)
        head.addWidget(Text(f"It tells: {told}", Role.DETAIL, wrap=True))
        column.addLayout(head)
        column.addWidget(self.pdf_view, 1)

    def _on_print(self) -> None:
        if self._disclosure_id is not None:
            self.pdf_view.start_printing()
            return
        self.pdf_view.print_button.setEnabled(False)
        command = self.saving(lambda: self._disclosures.record(self._prepared))
        self._frame.tasks.change(self, command, self._on_recorded, self._on_refused)

    def _on_recorded(self, changes: Changes) -> None:
        self._disclosure_id = changes.row_id
        self.pdf_view.print_button.setText("Print…")
        self.pdf_view.print_button.setEnabled(True)
        self.pdf_view.start_printing()

    def _on_refused(self, error: UserError) -> None:
        self.pdf_view.print_button.setEnabled(True)
        self.pdf_view.notice.say(sentence(error), State.BAD)

    def _on_printed(self) -> None:
        disclosure_id = self._disclosure_id
        if disclosure_id is None:
            return
        self._frame.tasks.change(self, lambda: self._disclosures.mark_sent(disclosure_id), self._on_sent)

    def _on_sent(self, _changes: Changes) -> None:
        self._frame.notify("The letter is printed and recorded.")
        self._disclosure_id = None
        self.recorded.emit()
        self.accept()

    def reject(self) -> None:
        """Close; what was recorded and not printed waits in the list."""
        waits = self._disclosure_id is not None
        super().reject()
        if waits:
            self._frame.warn(_NOT_PRINTED)
            self.recorded.emit()
