"""Making a bundle: write, read back, take the stick out, check once more."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Topic
from bipdesk.domain.errors import UserError
from bipdesk.domain.office import WrittenBundle
from bipdesk.domain.sentences import sentence
from bipdesk.ui.format import counted
from bipdesk.ui.forms.path_field import FolderField
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.sync import SiteSyncService

NO_FOLDER = "There is no such folder. Put the stick in and choose its folder."
STEPS = {
    "choose": "The bundle is encrypted for the county office and signed by this one. Put the stick in.",
    "writing": "Writing the bundle and reading it back. Leave the stick in.",
    "written": "Written and read back. Now take the stick out, put it in again, and check once more: only "
    "then is it certain that the stick holds it.",
    "checking": "Reading the bundle from the stick.",
    "verified": "The stick holds the whole bundle. It is safe to remove. The county's answer will confirm "
    "that it has arrived; until then this program keeps everything.",
}


class MakeBundleDialog(FittedDialog):
    """One button at a time: write, check once more, done."""

    def __init__(self, frame: Frame, parent: QWidget, sync: "SiteSyncService") -> None:
        super().__init__(frame.look, parent, "Make bundle", width=560)
        self._frame = frame
        self._sync = sync
        self._bundle: WrittenBundle | None = None
        self.folder = FolderField(frame.look, "Folder on the stick")
        self._folder_row = FormRow("Folder on the stick", self.folder)
        self.step = Text("", Role.BODY, wrap=True)
        self._report = Text("", Role.DETAIL, wrap=True)
        self._error = Text("", Role.ERROR, wrap=True)
        self.write_button = Button("Write bundle", Kind.PRIMARY)
        self.check_button = Button("Check once more", Kind.PRIMARY)
        self.close_button = Button("Cancel")
        self._lay_out()
        self._go_to("choose")

    def _lay_out(self) -> None:
        for part in (self.step, self._folder_row, self._report, self._error):
            self.body.addWidget(part)
        for button in (self.close_button, self.write_button, self.check_button):
            self.buttons.addWidget(button)
        self.write_button.clicked.connect(self._on_write)
        self.check_button.clicked.connect(self._on_check)
        self.close_button.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_enter)

    def _on_enter(self) -> None:
        """Do what the main button says; `click` passes over a button that waits."""
        self._main_button().click()

    def _main_button(self) -> Button:
        shown = (button for button in (self.write_button, self.check_button) if not button.isHidden())
        return next(shown, self.close_button)

    def _go_to(self, step: str, error: str = "") -> None:
        self.step.setText(STEPS[step])
        self._error.setText(error)
        self._error.setVisible(bool(error))
        self._report.setVisible(bool(self._report.text()))
        busy = step in ("writing", "checking")
        self.write_button.setVisible(step in ("choose", "writing"))
        self.check_button.setVisible(step in ("written", "checking"))
        self._folder_row.setVisible(step != "verified")
        for part in (self.write_button, self.check_button, self.folder, self.close_button):
            part.setEnabled(not busy)
        self.close_button.setText("Cancel" if step == "choose" else "Close")
        self._main_button().setDefault(True)
        self.fit()
        if not busy:
            {"choose": self.folder, "written": self.check_button}.get(step, self.close_button).setFocus()

    def _chosen_folder(self) -> Path | None:
        folder = self.folder.folder_or_none()
        self._folder_row.set_error("" if folder else NO_FOLDER)
        if folder is None:
            self.fit()
            self.folder.setFocus()
        return folder

    def _on_write(self) -> None:
        folder = self._chosen_folder()
        if folder is not None:
            self._go_to("writing")
            work = partial(self._sync.make_bundle, folder)
            again = partial(self._go_to, "choose")
            self._frame.tasks.run(self, work, self._on_written, self._on_not_written, again)

    def _on_written(self, bundle: WrittenBundle) -> None:
        self._bundle = bundle
        carried = "; ".join(bundle.sentences) or counted(bundle.items, "entry", "entries")
        self._report.setText(f"{bundle.file_name}: {carried}.")
        self._go_to("written")
        self._frame.tasks.changed.emit(frozenset({Topic.COUNTY}))

    def _on_not_written(self, error: UserError) -> None:
        self._go_to("choose", sentence(error))

    def _on_check(self) -> None:
        folder = self._chosen_folder()
        if folder is not None and self._bundle is not None:
            self._go_to("checking")
            work = partial(self._verify, self._bundle.bundle_id, folder)
            again = partial(self._go_to, "written")
            self._frame.tasks.run(self, work, self._on_verified, self._on_not_verified, again)

    def _verify(self, bundle_id: str, folder: Path) -> None:
        self._sync.verify_again(bundle_id, folder)

    def _on_verified(self, _nothing: None) -> None:
        self._go_to("verified")

    def _on_not_verified(self, error: UserError) -> None:
        self._go_to("written", sentence(error))
