"""Whether the programme charges fees, in which currency, and by which sliding scale."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.fee import FeeBand, FeeScale, cents_typed, typed_amount
from bipdesk.domain.ids import Seen
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.check_box import CheckBox

if TYPE_CHECKING:
    from bipdesk.services.fees import FeeService

_WORDS = (
    "Off unless you switch it on. The page Fees is in the list on the left from the next time somebody "
    "unlocks. Switched off, everything that was entered stays."
)
CURRENCY, FULL, ON = "Currency", "A session costs", "Fees"
STEPS = 4
NO_AMOUNT = "This cannot be read as an amount. Type for example 12 or 12.50."


class ScaleDialog(FormDialog):
    """On or off, the currency, the full fee, and up to four steps by monthly income."""

    def __init__(
        self, frame: Frame, parent: QWidget, fees: "FeeService", stored: tuple[FeeScale, Seen]
    ) -> None:
        super().__init__(frame, parent, "Fees", _WORDS, "Save")
        self.setMinimumWidth(frame.look.px(560))
        self._fees = fees
        scale, self._seen = stored
        self.is_on = CheckBox("This programme charges fees")
        self.currency = line_edit(CURRENCY, "For example USD")
        self.full = line_edit(FULL)
        self.steps = tuple(
            (line_edit(f"Step {n}: monthly income up to"), line_edit(f"Step {n}: a session costs"))
            for n in range(1, STEPS + 1)
        )
        self.add_row(ON, self.is_on)
        grid = FieldGrid(frame.look, 180, 2)
        grid.add(self.rows.add(CURRENCY, self.currency))
        grid.add(self.rows.add(FULL, self.full))
        for pair in self.steps:
            for field in pair:
                grid.add(self.rows.add(field.accessibleName(), field))
        self.fields.addWidget(grid)
        self._show(scale)
        self.keep_draft("fee-scale")

    def submit(self) -> None:
        """Save the scale."""
        if self.checked():
            scale = self._scale()
            if scale is not None:
                self.do(partial(self._fees.set_scale, scale, self._seen), "Fees are saved.")

    def _show(self, scale: FeeScale) -> None:
        self.is_on.setChecked(scale.is_on)
        self.currency.setText(scale.currency)
        self.full.setText(typed_amount(scale.full_cents))
        for (income, fee), band in zip(self.steps, scale.bands, strict=False):
            income.setText(str(band.income_up_to))
            fee.setText(typed_amount(band.fee_cents))

    def _scale(self) -> FeeScale | None:
        full = cents_typed(self.full.text())
        if full is None:
            self._say_wrong(FULL)
            return None
        bands = []
        for income, fee in self.steps:
            if not income.text().strip() and not fee.text().strip():
                continue
            up_to, cents = cents_typed(income.text()), cents_typed(fee.text())
            if up_to is None or cents is None:
                self._say_wrong((income if up_to is None else fee).accessibleName())
                return None
            bands.append(FeeBand(up_to // 100, cents))
        ordered = tuple(sorted(bands, key=lambda band: band.income_up_to))
        return FeeScale(self.is_on.isChecked(), self.currency.text().strip(), full, ordered)

    def _say_wrong(self, label: str) -> None:
        self.rows.show(label, NO_AMOUNT)
        self.fit()
