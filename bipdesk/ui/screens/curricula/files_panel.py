"""The programme's own files for one session: listed, opened, attached, removed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.delivery_errors import FileOfOtherKind
from bipdesk.domain.intake_errors import PaperTooLarge
from bipdesk.domain.own_curriculum import AttachedFile
from bipdesk.domain.paper import MOST_BYTES
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.curricula.words import file_detail
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.file_as_pdf import pdf_of_file
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.session_files import SessionFileService

NONE_YET = "No file yet"
NONE_WHY = (
    "Hand-outs, slides and exercises of your own belong here, as PDF, picture or plain text. They are kept "
    "encrypted with the records and open from the group's page."
)
ATTACHED = "The file is kept with the records, encrypted. The one it was copied from can stay where it is."
BROKEN = "This file cannot be shown: its picture is damaged. It is kept as it is; attach it again as PDF."
FILTER = "PDF, pictures and text (*.pdf *.png *.jpg *.jpeg *.txt *.md);;All files (*)"


class FilesPanel(Panel):
    """What is attached, each with its buttons."""

    def __init__(self, frame: Frame, files: "SessionFileService", *, leads: bool) -> None:
        super().__init__()
        self._frame = frame
        self._files = files
        self._leads = leads
        self._place = ("", "")
        self._lines = Lines()
        self.attach_button = Button("Attach a file…")
        self.attach_button.setVisible(leads)
        self.attach_button.clicked.connect(self._on_attach)
        self.body.addWidget(self._lines)
        self.body.addWidget(self.attach_button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_files(self, place: tuple[str, str], files: tuple[AttachedFile, ...]) -> None:
        """Show the files of a session: (curriculum id, step code)."""
        self._place = place
        self._lines.clear()
        if not files:
            self._lines.add(EmptyState(NONE_YET, NONE_WHY))
        for file in files:
            self._lines.add(self._line(file))

    def _line(self, file: AttachedFile) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._frame.look.px(8))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(file.name, Role.ITEM, wrap=True))
        words.addWidget(Text(file_detail(file), Role.DETAIL, wrap=True))
        row.addLayout(words, 1)
        if self._leads:
            row.addWidget(self._button("Remove", file, Kind.QUIET, self._on_remove))
        opening = self._button("Open", file, Kind.PLAIN, self._on_open)
        opening.setEnabled(file.is_here)
        row.addWidget(opening)
        return line

    def _button(
        self, words: str, file: AttachedFile, kind: Kind, act: Callable[[AttachedFile], None]
    ) -> Button:
        button = Button(words, kind, small=True)
        button.setAccessibleName(f"{words}: {file.name}")
        button.clicked.connect(lambda: act(file))
        return button

    def _on_open(self, file: AttachedFile) -> None:
        def show(found: tuple[str, bytes]) -> None:
            pdf = pdf_of_file(*found)
            if pdf is None:
                self._frame.complain(BROKEN)
            else:
                self._frame.show_document(file.name, pdf)

        self._frame.tasks.run(self, partial(self._files.content, file.file_id), show)

    def _on_remove(self, file: AttachedFile) -> None:
        def back() -> None:
            self._frame.tasks.change(self, partial(self._files.restore, file.file_id))

        def removed(_changes: Changes) -> None:
            self._frame.notify(f"“{file.name}” is removed from this session.", back)

        self._frame.tasks.change(self, partial(self._files.remove, file.file_id, file.seen), removed)

    def _on_attach(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "File for this session", "", FILTER)
        if chosen:
            self.attach(Path(chosen))

    def attach(self, path: Path) -> None:
        """Keep the file at `path` with this session; Undo takes it away again."""
        place, files = self._place, self._files

        def attached(changes: Changes) -> None:
            row_id, seen = changes.row_id, changes.seen

            def undo() -> None:
                if row_id is not None:
                    self._frame.tasks.change(self, lambda: files.remove(row_id, seen))

            self._frame.notify(ATTACHED, undo)

        self._frame.tasks.change(self, lambda: files.attach(*place, path.name, _read(path)), attached)


def _read(path: Path) -> bytes:
    """Return the file's bytes; a larger one is refused unread."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise FileOfOtherKind from error
    if len(content) > MOST_BYTES:
        raise PaperTooLarge(most=MOST_BYTES // (1024 * 1024))
    return content
