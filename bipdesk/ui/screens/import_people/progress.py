"""How far the writing is, told from the database thread to the window's; and the wish to stop it."""

from PySide6.QtCore import QObject, Signal


class Progress(QObject):
    """`watch` is called on the database thread; `moved` arrives on the window's."""

    moved = Signal(int, int)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._stopped = False

    def begin(self) -> None:
        """Begin anew, with nobody wanting to stop."""
        self._stopped = False

    def stop(self) -> None:
        """Want it to end; nothing is kept then."""
        self._stopped = True

    def watch(self, done: int, of: int) -> bool:
        """Tell how far it is; False when somebody wants it to end."""
        self.moved.emit(done, of)
        return not self._stopped
