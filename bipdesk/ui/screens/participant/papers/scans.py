"""Scans of signed papers: chosen from a folder, kept inside the records, shown from memory."""

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import QFileDialog, QLabel, QScrollArea, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.intake_errors import PaperOfOtherKind, PaperTooLarge
from bipdesk.domain.paper import MOST_BYTES
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.papers.papers_view import PaperServices
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.fitted_dialog import FittedDialog

_WIDTH, _HEIGHT = 760, 560
_MOST_PIXELS_A_SIDE = 12000
_LONGEST_FOR_ITS_WIDTH = 20
"""Times: a strip of one pixel made as wide as the dialog would fill the memory."""
_CHOOSE = "Scan of the signed paper"
_KINDS = "Scans (*.pdf *.png *.jpg *.jpeg)"
_ATTACHED = "The scan is kept with the records, encrypted. Delete the file in the folder it came from."


def ask_for_file(parent: QWidget) -> Path | None:
    """Return the file a person chose, or None."""
    chosen, _ = QFileDialog.getOpenFileName(parent, _CHOOSE, "", _KINDS)
    return Path(chosen) if chosen else None


def attach(frame: Frame, services: PaperServices, owner_id: UUID, path: Path, parent: QWidget) -> None:
    """Keep the file with a waiver or an agreement; Undo takes it away again."""

    def command() -> Changes:
        return services.waivers.attach(owner_id, _read(path))

    def done(changes: Changes) -> None:
        frame.notify(_ATTACHED, _undo(frame, services, changes, parent))

    frame.tasks.change(parent, command, done)


def show(frame: Frame, services: PaperServices, paper_id: UUID, parent: QWidget) -> None:
    """Show a scan from memory."""

    def done(found: tuple[str, bytes]) -> None:
        kind, content = found
        if kind == "pdf":
            frame.show_document("Signed paper", content)
        else:
            ScanDialog(frame, content, parent).open()

    frame.tasks.run(parent, lambda: services.waivers.scan(paper_id), done)


class ScanDialog(FittedDialog):
    """A scanned picture, as wide as the dialog."""

    def __init__(self, frame: Frame, content: bytes, parent: QWidget) -> None:
        super().__init__(frame.look, parent, "Signed paper", _WIDTH)
        self.setObjectName("scanDialog")
        picture = QLabel("This picture cannot be shown. The file is kept as it is.")
        picture.setAccessibleName("Signed paper")
        found = picture_of(content)
        if found is not None:
            width = frame.look.px(_WIDTH - 80)
            picture.setPixmap(found.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        area = QScrollArea()
        area.setWidget(picture)
        area.setMinimumHeight(frame.look.px(_HEIGHT))
        self.body.addWidget(area)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)


def picture_of(content: bytes) -> QPixmap | None:
    """Return the picture, or None when it is damaged or unreasonably large."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > _MOST_PIXELS_A_SIDE:
        return None
    if size.height() > _LONGEST_FOR_ITS_WIDTH * size.width():
        return None
    image = reader.read()
    return None if image.isNull() else QPixmap.fromImage(image)


def _undo(frame: Frame, services: PaperServices, changes: Changes, parent: QWidget) -> Callable[[], None]:
    paper_id = changes.row_id

    def undo() -> None:
        if paper_id is not None:
            frame.tasks.change(parent, lambda: services.waivers.detach(paper_id))

    return undo


def _read(path: Path) -> bytes:
    """Return the file's bytes; a larger one is refused unread."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise PaperOfOtherKind from error
    if len(content) > MOST_BYTES:
        raise PaperTooLarge(most=MOST_BYTES // (1024 * 1024))
    return content
