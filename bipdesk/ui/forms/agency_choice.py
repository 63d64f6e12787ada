"""Choosing an agency: one of those that are known, or the name of a new one typed."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QCompleter

from bipdesk.domain.agency import AgencyChoice
from bipdesk.domain.ids import AgencyId
from bipdesk.ui.widgets.chevron import draw_chevron


class AgencyEdit(QComboBox):
    """A field for a name that offers the known agencies while one types; `agency_id` says which is meant."""

    edited = Signal()
    """A person, not the program, changed it."""

    def __init__(self, name: str, placeholder: str = "") -> None:
        """`name` is what a screen reader says; `set_choices` follows when the agencies are read."""
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self._choices: tuple[AgencyChoice, ...] = ()
        edit = self.lineEdit()
        assert edit is not None  # an editable box has one
        self._edit = edit
        edit.setAccessibleName(name)
        edit.setPlaceholderText(placeholder)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        edit.textEdited.connect(lambda: self.edited.emit())
        self.activated.connect(lambda: self.edited.emit())
        completer.activated.connect(lambda: self.edited.emit())

    def set_choices(self, choices: tuple[AgencyChoice, ...]) -> None:
        """Offer these agencies; what stands in the field stays."""
        typed = self.text()
        self._choices = choices
        with QSignalBlocker(self):
            self.clear()
            self.addItems([choice.name for choice in choices])
            self.setCurrentIndex(-1)
            self._edit.setText(typed)

    def agency_id(self) -> AgencyId | None:
        """Return the known agency whose name stands in the field, or None: the name is new, or empty."""
        typed = _one_line(self.text())
        return next((one.agency_id for one in self._choices if _one_line(one.name) == typed), None)

    def text(self) -> str:
        """Return the name in the field, chosen or typed, without spaces at the ends."""
        return self._edit.text().strip()

    def set_text(self, name: str) -> None:
        """Show a name, known or not; `edited` is not sent."""
        self._edit.setText(name)

    def set_agency(self, agency_id: AgencyId | None) -> None:
        """Show the name of this agency; for None, or one that is not offered, nothing."""
        names = (choice.name for choice in self._choices if choice.agency_id == agency_id)
        self.set_text(next(names, ""))

    def draft_content(self) -> Mapping[str, object]:
        """Return what is typed, for the draft."""
        return {"name": self.text()}

    def fill_draft(self, content: Mapping[str, object]) -> None:
        """Show what was typed earlier."""
        if "name" in content:
            self.set_text(str(content["name"]))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the arrow the style sheet cannot."""
        super().paintEvent(event)
        draw_chevron(self)


def _one_line(name: str) -> str:
    return " ".join(name.split()).casefold()
