"""A folder or a file: typed, or chosen with the system's own dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QSizePolicy, QWidget

from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button


class FolderField(QWidget):
    """The place of a stick or a vault."""

    def __init__(self, look: Look, name: str, folder: Path | None = None) -> None:
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
        self.set_folder(folder)

    def text(self) -> str:
        """Return what stands in the field."""
        return self.edit.text().strip()

    def folder_or_none(self) -> Path | None:
        """Return the folder, or None when the field is empty or names no folder that is there."""
        folder = Path(self.text())
        return folder if self.text() and folder.is_dir() else None

    def set_folder(self, folder: Path | None) -> None:
        """Show a folder or nothing."""
        self.edit.setText("" if folder is None else str(folder))

    def _on_choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self._name, self.text())
        if chosen:
            self.set_folder(Path(chosen))
