"""Saving the evenings as a calendar file that names nobody."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.calendar.words import NAMES_NOBODY
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.calendar import CalendarService

TITLE = "Calendar file"
FILE_NAME = "calendar.ics"
"""Says nothing of whose it is."""
FILTER = "Calendar files (*.ics)"


class CalendarFileDialog(FittedDialog):
    """Two questions and a place to save."""

    def __init__(self, frame: Frame, parent: QWidget, calendar: "CalendarService") -> None:
        super().__init__(frame.look, parent, TITLE)
        self._frame = frame
        self._calendar = calendar
        self.mine = CheckBox("Only the groups that I lead")
        self.place = CheckBox("Say where the group meets")
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self.body.addWidget(Text(NAMES_NOBODY, Role.DETAIL, wrap=True))
        self.body.addWidget(self.mine)
        self.body.addWidget(self.place)
        self.body.addWidget(
            Text(
                "Leave this empty where somebody must not know where the group meets.", Role.SMALL, wrap=True
            )
        )
        self.body.addWidget(self._error)
        self.cancel = Button("Cancel")
        self.cancel.clicked.connect(self.reject)
        self.save = Button("Save file…", Kind.PRIMARY)
        self.save.setDefault(True)
        self.save.clicked.connect(self._on_save)
        self.buttons.addWidget(self.cancel)
        self.buttons.addWidget(self.save)
        self.mine.setFocus()

    def _on_save(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(self, "Save calendar file", FILE_NAME, FILTER)
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, path: Path) -> None:
        """Write the file to `path`."""
        named = path if path.suffix else path.with_suffix(".ics")
        work = partial(
            self._calendar.save, named, with_place=self.place.isChecked(), mine=self.mine.isChecked()
        )
        self._frame.tasks.run(self, work, self._on_saved, self._on_refused)

    def _on_saved(self, _nothing: None) -> None:
        self._frame.notify("The calendar file is saved. It names nobody.")
        self.accept()

    def _on_refused(self, error: UserError) -> None:
        self._error.setText(sentence(error))
        self._error.show()
        self.fit()
