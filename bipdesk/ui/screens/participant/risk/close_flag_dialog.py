"""Close a red flag: it stands no longer, for a reason; it stays on file."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.risk import RedFlag
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame

if TYPE_CHECKING:
    from bipdesk.services.risks import RiskService

_WORDS = "The flag stays on file with your reason and can be reopened. That time has passed is no reason."


class CloseFlagDialog(FormDialog):
    """Asks for the reason."""

    def __init__(self, frame: Frame, risks: "RiskService", flag: RedFlag, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Close: {flag.details.kind.label}", _WORDS, "Close flag")
        self.setObjectName("closeFlagDialog")
        self._risks = risks
        self._flag = flag
        self.reason = text_area("Reason", frame.look, 3)
        self.add_row("Reason", self.reason, required=True)
        self.keep_draft("close flag", flag.flag_id)

    def submit(self) -> None:
        """Close the flag."""
        if not self.checked():
            return
        risks, flag, reason = self._risks, self._flag, self.reason.toPlainText()
        self.do(lambda: risks.close_flag(flag.flag_id, reason, flag.seen), "The flag is closed.")
