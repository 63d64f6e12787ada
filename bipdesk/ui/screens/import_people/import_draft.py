"""What is kept of an import that was begun: the draft journal sees one widget that says it."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bipdesk.domain.importing.begun import Begun, begun_of


class BegunImport(QWidget):
    """Never shown; `begun` brings back what the journal had, or None when it was discarded."""

    edited = Signal()
    begun = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("begunImport")
        self._content: dict[str, object] = {}

    def remember(self, begun: Begun) -> None:
        """Keep this from now on."""
        self._content = begun.content()
        self.edited.emit()

    def clear(self) -> None:
        """Keep nothing: the import is made."""
        self._content = {}

    def draft_content(self) -> Mapping[str, object]:
        """Return what is to be kept."""
        return dict(self._content)

    def fill_draft(self, content: Mapping[str, object]) -> None:
        """Take back what was kept, and say so."""
        self._content |= {name: value for name, value in content.items() if value}
        if any(content.values()):
            self.begun.emit(begun_of(self._content))
        else:
            self.clear()
            self.begun.emit(None)


class ImportDraft(QWidget):
    """Holds the one widget whose words are kept."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.own = BegunImport(self)
        self.hide()
