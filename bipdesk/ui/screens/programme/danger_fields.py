"""Whom to call when somebody is in danger: the same for everyone, and at the foot of every session sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.site import DangerPanel
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look

_LABELS = {
    "emergency": "Emergency number",
    "police": "Police contact",
    "on_call_officer": "Safety officer on call",
    "victim_service": "Victim service",
    "sealed_code": "Where the sealed safety code lies",
}


class DangerFields(QWidget):
    """The five lines of the danger panel."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        rows = FormRows()
        self.fields = {name: line_edit(label) for name, label in _LABELS.items()}
        grid = FieldGrid(look, narrowest=200, widest=1)
        for name, label in _LABELS.items():
            grid.add(rows.add(label, self.fields[name]))
            self.fields[name].textEdited.connect(lambda: self.edited.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(grid)

    def show_panel(self, danger: DangerPanel) -> None:
        """Fill the fields; nothing is emitted."""
        for name, field in self.fields.items():
            field.setText(getattr(danger, name))
            field.setCursorPosition(0)  # of a long line its beginning is shown

    def panel(self) -> DangerPanel:
        """Return what is entered."""
        return DangerPanel(**{name: field.text().strip() for name, field in self.fields.items()})
