"""Taking over a form from an XLSForm workbook: read first, see what is in it, then store it."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import UserError
from bipdesk.domain.form_read import FormRead
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.instruments.found_panel import FoundPanel
from bipdesk.ui.screens.instruments.preview_dialog import PreviewDialog
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.imported_forms import ImportedFormService

EXPLAINED = (
    "XLSForm is the format in which many aid organisations write their forms: a workbook (.xlsx) with the "
    "sheets survey and choices. It is taken over whole or not at all."
)
NOT_ABOUT_HER = "It asks nothing about a partner or a child by name, and nothing that they said"
NOT_ABOUT_HER_WHY = "Such things go into the sealed hand-over form, never into a form in his file."
NO_FILE = "Choose a workbook that is there."
FILTER = "Excel workbooks (*.xlsx *.xlsm);;All files (*)"


class TakeOverDialog(FittedDialog):
    """Choose, read, look, take over."""

    def __init__(
        self, frame: Frame, parent: QWidget, imported_forms: "ImportedFormService", clock: Clock
    ) -> None:
        super().__init__(frame.look, parent, "Take over a form", width=720)
        self.frame = frame
        self._service = imported_forms
        self._clock = clock
        self.read: FormRead | None = None
        self.path = line_edit("Workbook", "Where the workbook is")
        self.choose_button = Button("Choose…")
        self.choose_button.setAccessibleName("Workbook: choose")
        self.read_button = Button("Read it")
        self.found = FoundPanel(frame.look)
        self.about_nobody = CheckBox(NOT_ABOUT_HER)
        self._why = Text(NOT_ABOUT_HER_WHY, Role.SMALL, wrap=True)
        self._error = Text("", Role.ERROR, wrap=True)
        self.preview_button = Button("Try it out")
        self.do_button = Button("Take over", Kind.PRIMARY)
        self._lay_out()
        self._listen()
        self._offer()

    def _lay_out(self) -> None:
        look = self.frame.look
        self.body.addWidget(Text(EXPLAINED, Role.DETAIL, wrap=True))
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.path, 1)
        row.addWidget(self.choose_button)
        row.addWidget(self.read_button)
        place.setFocusProxy(self.path)
        self._path_row = FormRow("Workbook", place)
        self.body.addWidget(self._path_row)
        for widget in (self.found, self.about_nobody, self._why, self._error):
            self.body.addWidget(widget)
        self._error.hide()
        cancel = Button("Cancel")
        cancel.clicked.connect(self.reject)
        for button in (cancel, self.preview_button, self.do_button):
            self.buttons.addWidget(button)

    def _listen(self) -> None:
        self.choose_button.clicked.connect(self._on_choose)
        self.path.returnPressed.connect(self._on_read)
        self.path.textEdited.connect(lambda _text: self._forget())
        self.read_button.clicked.connect(self._on_read)
        self.about_nobody.clicked.connect(lambda _on=False: self._offer())
        self.preview_button.clicked.connect(self._on_preview)
        self.do_button.clicked.connect(self._on_take_over)

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Workbook", self.path.text(), FILTER)
        if chosen:
            self.path.setText(chosen)
            self._on_read()

    def _on_read(self) -> None:
        self._forget()
        path = Path(self.path.text().strip())
        if not self.path.text().strip() or not path.is_file():
            self._path_row.set_error(NO_FILE)
            self.path.setFocus()
            return
        self.read_button.setEnabled(False)
        self.frame.tasks.run(
            self, partial(self._service.read, path), self._on_found, self._on_refused, self._on_answered
        )

    def _on_answered(self) -> None:
        self.read_button.setEnabled(True)

    def _on_found(self, read: FormRead) -> None:
        self.read = read
        self.found.show_read(read)
        self._offer()
        if read.instrument is not None:
            self.about_nobody.setFocus()

    def _on_preview(self) -> None:
        if self.read is not None and self.read.instrument is not None:
            PreviewDialog(self.frame, self, self.read.instrument, self._clock.today()).open()

    def _on_take_over(self) -> None:
        read = self.read
        if read is None:
            return
        self.do_button.setEnabled(False)

        def stored(_changes: Changes) -> None:
            self.accept()
            self.frame.notify(
                "The form is taken over. It is offered in every participant's file under Forms."
            )

        self.frame.tasks.change(self, partial(self._service.take_over, read), stored, self._on_refused)

    def _on_refused(self, error: UserError) -> None:
        self._error.setText(sentence(error))
        self._error.show()
        self._offer()
        self.fit()

    def _forget(self) -> None:
        """Let go of what was read: the place has changed."""
        self.read = None
        self._path_row.set_error("")
        self._error.hide()
        self._offer()

    def _offer(self) -> None:
        usable = self.read is not None and self.read.instrument is not None
        self.found.setVisible(self.read is not None)
        for widget in (self.about_nobody, self._why, self.preview_button, self.do_button):
            widget.setVisible(usable)
        self.do_button.setEnabled(usable and self.about_nobody.isChecked())
        self.fit()
