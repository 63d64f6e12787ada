"""A document that was recorded, as it left: to read again, and to print again or for the first time."""

from uuid import UUID

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.services.disclosures.service import DisclosureService
from bipdesk.ui.document_dialog import DocumentDialog
from bipdesk.ui.frame import Frame


class ReprintDialog(DocumentDialog):
    """The same bytes as on the day it was made; printing them for the first time is recorded."""

    def __init__(
        self,
        frame: Frame,
        disclosures: DisclosureService,
        what: tuple[str, UUID, bytes],
        first_time: bool,
        parent: QWidget,
    ) -> None:
        """`what` is the title, the disclosure and its bytes."""
        title, disclosure_id, pdf = what
        super().__init__(frame.look, title, pdf, parent)
        self._frame = frame
        self._disclosures = disclosures
        self._disclosure_id = disclosure_id
        if first_time:
            self.pdf_view.printed.connect(self._on_printed)

    def _on_printed(self) -> None:
        def done(_changes: Changes) -> None:
            self._frame.notify("The letter is printed and recorded.")

        mark, disclosure_id = self._disclosures.mark_sent, self._disclosure_id
        self._frame.tasks.change(self, lambda: mark(disclosure_id), done)
