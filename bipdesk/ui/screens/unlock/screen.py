"""The unlock page: a name and a passphrase, and nothing about the programme."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.passphrase_edit import PassphraseEdit
from bipdesk.ui.widgets.text import Role, Text

_CARD_WIDTH = 380


@dataclass(frozen=True, slots=True)
class VaultChoice:
    """A folder that can be unlocked; `words` say where it is, never what is in it."""

    words: str
    folder: Path


class Unlocker(Protocol):
    """What the unlock page needs."""

    def folders(self) -> tuple[VaultChoice, ...]:
        """Return the folders to choose from, the last used first; quick, called on the window's thread."""
        ...

    def unlock(self, folder: Path, sign_in_name: str, passphrase: str) -> object:
        """Open a folder; slow, called on the database thread. Raises UserError."""
        ...

    def wait_seconds(self, failures: int) -> int:
        """Return how long to wait after so many wrong tries in a row."""
        ...


class UnlockScreen(QWidget):
    """Asks who is there; what was opened goes to `done`."""

    def __init__(self, look: Look, tasks: Tasks, unlocker: Unlocker, done: Callable[[object], None]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._look = look
        self._tasks = tasks
        self._unlocker = unlocker
        self._done = done
        self._failures = 0
        self._left = 0
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self._on_tick)
        self._make_fields()
        self._lay_out()

    def _make_fields(self) -> None:
        folders = self._unlocker.folders()
        self._only_folder = folders[0].folder if folders else None
        self.folder: Choice | None = None
        if len(folders) > 1:
            self.folder = Choice("Folder", tuple((choice.words, choice.folder) for choice in folders))
        self.name = QLineEdit()
        self.name.setAccessibleName("Sign-in name")
        self.passphrase = PassphraseEdit(self._look, "Passphrase")
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        self.unlock_button = Button("Unlock", Kind.PRIMARY)
        self.unlock_button.setDefault(True)
        self.recovery_button = Button("Use a recovery code", Kind.QUIET)
        self.other_button = Button("Another folder or a new programme…", Kind.QUIET)
        self.busy = QProgressBar()
        self.busy.setRange(0, 0)
        self.busy.setTextVisible(False)
        self.busy.setAccessibleName("Unlocking")
        kept = self.busy.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.busy.setSizePolicy(kept)
        self.busy.hide()
        self.unlock_button.clicked.connect(self._on_unlock_pressed)
        self.name.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.edit.returnPressed.connect(self._on_unlock_pressed)
        self.setFocusProxy(self.name)

    def _lay_out(self) -> None:
        card = Panel()
        card.setFixedWidth(self._look.px(_CARD_WIDTH))
        body = card.body
        body.setContentsMargins(28, 26, 28, 18)
        body.setSpacing(14)
        body.addWidget(Text("bipdesk", Role.TITLE))
        if self.folder is not None:
            body.addWidget(FormRow("Folder", self.folder))
        body.addWidget(FormRow("Sign-in name", self.name))
        body.addWidget(FormRow("Passphrase", self.passphrase))
        body.addWidget(self.error)
        body.addWidget(self.busy)
        row = QHBoxLayout()
        row.addWidget(self.unlock_button)
        row.addStretch(1)
        row.addWidget(self.recovery_button)
        body.addLayout(row)
        self._outer = QVBoxLayout(self)
        self._outer.addStretch(2)
        self._outer.addLayout(_in_the_middle(card))
        self._outer.addWidget(self.other_button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._outer.addStretch(3)

    def show_beneath(self, panel: QWidget) -> None:
        """Show `panel` under the card instead of the way to another folder."""
        self.other_button.hide()
        self._outer.insertSpacing(2, self._look.px(16))
        self._outer.insertLayout(3, _in_the_middle(panel))

    def fill_in(self, folder: Path, sign_in_name: str, passphrase: str) -> None:
        """Fill the fields; unlocking stays with the person."""
        if self.folder is not None:
            self.folder.set_value(folder)
        self.name.setText(sign_in_name)
        self.passphrase.edit.setText(passphrase)
        self.unlock_button.setFocus()

    def _on_unlock_pressed(self) -> None:
        folder = self._only_folder if self.folder is None else self.folder.value()
        if not self.unlock_button.isEnabled() or not isinstance(folder, Path):
            return
        name, passphrase = self.name.text().strip(), self.passphrase.take()
        if not (name and passphrase):
            self._show_sentence("Enter your sign-in name and your passphrase.")
            return
        self._set_busy(True)
        self._tasks.run(
            self,
            lambda: self._unlocker.unlock(folder, name, passphrase),
            self._done,
            self._on_refused,
            lambda: self._set_busy(False),
        )

    def _on_refused(self, error: UserError) -> None:
        self._failures += 1
        self._show_sentence(sentence(error))
        self.passphrase.setFocus()
        self._left = self._unlocker.wait_seconds(self._failures)
        if self._left:
            self._show_wait()
            self._tick.start()

    def _on_tick(self) -> None:
        self._left -= 1
        self._show_wait()

    def _show_wait(self) -> None:
        waiting = self._left > 0
        self.unlock_button.setEnabled(not waiting)
        self.unlock_button.setText(f"Wait {self._left} s" if waiting else "Unlock")
        if not waiting:
            self._tick.stop()

    def _set_busy(self, busy: bool) -> None:
        self.error.hide()
        self.busy.setVisible(busy)
        self.unlock_button.setText("Unlocking…" if busy else "Unlock")
        if self.folder is not None:
            self.folder.setEnabled(not busy)
        for part in (self.name, self.passphrase, self.unlock_button, self.recovery_button):
            part.setEnabled(not busy)

    def _show_sentence(self, words: str) -> None:
        self.error.setText(words)
        self.error.setAccessibleName(words)
        self.error.show()


def _in_the_middle(card: QWidget) -> QHBoxLayout:
    """Return a row in which the card takes the height that its words need at its width."""
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    return row
