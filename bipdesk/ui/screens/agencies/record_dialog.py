"""What the dialogs of this page share: fields in columns, and a way to take the thing out again."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bipdesk.domain.blank_form import BlankForm
from bipdesk.domain.changes import Changes
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.form_row import FormRow

_WIDTH, _AROUND = 700, 24
Command = Callable[[], Changes]


class RecordDialog(FormDialog):
    """A form of short fields beside each other, long ones under them, and Remove where there is something."""

    def __init__(
        self, frame: Frame, parent: QWidget, title: str, explanation: str, do_words: str = "Save"
    ) -> None:
        super().__init__(frame, parent, title, explanation, do_words)
        self.setMinimumWidth(min(frame.look.px(_WIDTH), parent.window().width() - frame.look.px(_AROUND)))
        self.begin_cells(2)

    def begin_cells(self, columns: int) -> None:
        """Put what `add_cell` adds from now on into a new block of so many columns."""
        self._grid = FieldGrid(self.frame.look, narrowest=180, widest=columns)
        self.fields.addWidget(self._grid)

    def add_cell(self, label: str, field: QWidget, *, required: bool = False) -> FormRow:
        """Add a short field after the last one; an error finds it by `label`."""
        row = self.rows.add(label, field, required=required)
        self._grid.add(row)
        return row

    def offer_blank(self, services: AgencyServices, form: BlankForm) -> None:
        """Show the button that prints the form blank."""
        self.buttons.insertWidget(0, services.blank_button(self.frame, form))

    def offer_removal(self, remove: Command, bring_back: Command, said: str) -> None:
        """Show the button Remove; the notice `said` offers to bring the thing back."""
        button = Button("Remove", Kind.QUIET)
        button.setObjectName("removeButton")
        button.clicked.connect(lambda: self._on_remove_pressed(remove, bring_back, said))
        self.buttons.insertWidget(0, button)

    def _on_remove_pressed(self, remove: Command, bring_back: Command, said: str) -> None:
        def done(_changes: Changes) -> None:
            self.accept()
            notify_with_undo(self.frame, said, bring_back)

        command = remove if self.drafts is None else self.drafts.saving(remove)
        self.frame.tasks.change(self, command, done, self.show_error)


def notify_with_undo(frame: Frame, said: str, undo: Command) -> None:
    """Say what was done; Undo in the notice gives the command `undo`."""

    def on_undo() -> None:
        frame.tasks.change(frame, undo)

    frame.notify(said, on_undo)
