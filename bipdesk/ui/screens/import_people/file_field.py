"""A spreadsheet: typed, or chosen with the system's own dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button

FILTER = "Spreadsheets (*.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)"


class FileField(QWidget):
    """The place of a file."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._name = name
        self.edit = line_edit(name)
        self.choose_button = Button("Choose…")
        self.choose_button.setAccessibleName(f"{name}: choose")
        self.choose_button.clicked.connect(self._on_choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.edit, 1)
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.edit)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def path_or_none(self) -> Path | None:
        """Return the file, or None when the field is empty or names no file that is there."""
        text = self.edit.text().strip()
        return Path(text) if text and Path(text).is_file() else None

    def choose(self, path: Path) -> None:
        """Name a file, and read it as Enter does."""
        self.edit.setText(str(path))
        self.edit.returnPressed.emit()

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self._name, self.edit.text(), FILTER)
        if chosen:
            self.choose(Path(chosen))
