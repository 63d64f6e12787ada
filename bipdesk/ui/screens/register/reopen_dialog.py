"""Reopening a closed register, with the reason that stays beside every change."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.register import Register
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame

if TYPE_CHECKING:
    from bipdesk.services.registers.service import RegisterService

WHY = "Why it is reopened"
_WORDS = (
    "For several changes at once. What you change until it is closed again is kept with this reason. "
    "One line alone is corrected by its key, without reopening."
)


class ReopenDialog(FormDialog):
    """Asks for the reason."""

    def __init__(
        self, frame: Frame, parent: QWidget, registers: "RegisterService", register: Register
    ) -> None:
        super().__init__(frame, parent, "Reopen the register", _WORDS, "Reopen")
        self._reopen = partial(registers.reopen, register.session_id, register.seen)
        self.why = line_edit(WHY)
        self.add_row(WHY, self.why, required=True)
        self.keep_draft("reopen", register.session_id)

    def submit(self) -> None:
        """Reopen it."""
        if self.checked():
            said = "Register reopened. Correct it, then close it again."
            self.do(partial(self._reopen, self.why.text()), said)
