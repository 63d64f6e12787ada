"""What the window lends to every screen: tasks, look, notices, other pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from bipdesk.domain.errors import UserError
from bipdesk.domain.sentences import sentence
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look

if TYPE_CHECKING:
    from PySide6.QtGui import QClipboard

    from bipdesk.services.drafts import DraftService


class Frame(QObject):
    """Lent to a screen by its constructor; the window listens to it and does what it asks."""

    page_wanted = Signal(str, object)
    """A page by its key, with what it shall show."""
    notice = Signal(str, str, object)
    """A sentence, its State value, and a callable for Undo or None."""
    count_known = Signal(str, int)
    """The badge of an entry."""
    holders_known = Signal(int)
    """How many people hold the safety key."""
    document_wanted = Signal(str, object)
    """A title and the bytes of a PDF."""
    lock_wanted = Signal()
    locking = Signal()
    """The window is about to lock: what is typed is kept now, before anything is taken away."""
    danger_wanted = Signal()
    """Somebody may be in danger: show whom to call."""

    def __init__(
        self, look: Look, tasks: Tasks, clipboard: "QClipboard", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.tasks = tasks
        self._clipboard = clipboard
        self.drafts: DraftService | None = None
        """What keeps forms that are half typed; a frame without it keeps nothing."""
        self._copied = ""
        tasks.refused.connect(self._on_refused)

    def open_page(self, key: str, argument: object = None) -> None:
        """Show a page; `argument` says of what (an identifier), where the page needs one."""
        self.page_wanted.emit(key, argument)

    def notify(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done; offer to undo it where `undo` is given."""
        self.notice.emit(words, "good", undo)

    def warn(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """Say what a person should know before going on; offer to undo what was done if there is `undo`."""
        self.notice.emit(words, "warn", undo)

    def complain(self, words: str) -> None:
        """Say what went wrong, what was kept, and what to do."""
        self.notice.emit(words, "bad", None)

    def set_count(self, key: str, count: int) -> None:
        """Put a number beside the entry of a page; 0 takes it away."""
        self.count_known.emit(key, count)

    def set_holders(self, people: int) -> None:
        """Say in the safety banner how many people hold the key (safety screens alone)."""
        self.holders_known.emit(people)

    def show_document(self, title: str, pdf: bytes) -> None:
        """Show a PDF from memory, exactly as it prints."""
        self.document_wanted.emit(title, pdf)

    def copy(self, words: str) -> None:
        """Put words on the clipboard; locking takes them away again."""
        self._copied = words
        self._clipboard.setText(words)

    def forget_copied(self) -> None:
        """Empty the clipboard and the X11 selection if they still hold what came from the program.

        What a person copied out of a field counts too, wherever the system says whose it is.
        """
        board = self._clipboard
        ours = bool(self._copied) and board.text() == self._copied
        if ours or board.ownsClipboard():
            board.clear(board.Mode.Clipboard)
        if board.supportsSelection() and board.ownsSelection():
            board.clear(board.Mode.Selection)
        self._copied = ""

    def _on_refused(self, error: object) -> None:
        if isinstance(error, UserError):
            self.complain(sentence(error))
