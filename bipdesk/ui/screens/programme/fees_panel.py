"""Whether the programme charges fees, and the button that changes it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from bipdesk.domain.fee import FeeScale, amount
from bipdesk.domain.ids import Seen
from bipdesk.ui.forms.fee_scale_dialog import ScaleDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.fees import FeeService

OFF = "This programme charges no fees."


class FeesPanel(Panel):
    """One sentence and a button."""

    def __init__(self, frame: Frame, fees: "FeeService") -> None:
        super().__init__()
        self._frame = frame
        self._fees = fees
        self.words = Text(OFF, Role.BODY, wrap=True)
        button = Button("Fees…")
        button.setObjectName("feesButton")
        button.clicked.connect(self._on_pressed)
        self.body.addWidget(self.words)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_scale(self, scale: FeeScale) -> None:
        """Say whether fees are charged, and how much at most."""
        full = amount(scale.full_cents, scale.currency)
        self.words.setText(f"A session costs at most {full}; see the page Fees." if scale.is_on else OFF)

    def _on_pressed(self) -> None:
        self._frame.tasks.run(self, self._fees.scale, self._open)

    def _open(self, stored: tuple[FeeScale, Seen]) -> None:
        ScaleDialog(self._frame, self, self._fees, stored).open()
