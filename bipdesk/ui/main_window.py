"""The window: locked it shows the unlock page, unlocked the workplace; nothing else knows both."""

import gc
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QClipboard, QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QDialog, QStackedLayout, QWidget

from bipdesk.ui.errors import CrashWatch
from bipdesk.ui.tasks import Tasks
from bipdesk.ui.theme.look import Look

if TYPE_CHECKING:
    from bipdesk.ui.frame import Frame
    from bipdesk.ui.navigation import Workplace

SMALLEST = (1024, 640)
USUAL = (1280, 800)


AFTER_FIRST_PICTURE_MS = 30
"""The rest of the picture is painted within this time; nobody has typed anything yet."""


class MainWindow(QWidget):
    """One window with a neutral title; locking destroys its content and closes what was unlocked."""

    painted = Signal()
    """Sent once, when the first picture is on its way to the screen."""
    opened = Signal()
    locked = Signal()

    def __init__(
        self, look: Look, clipboard: QClipboard, locked_page: "Callable[[MainWindow], QWidget]"
    ) -> None:
        """`locked_page` makes the page that is shown while locked; it unlocks by `window.tasks`."""
        super().__init__()
        self.setObjectName("window")
        self.setWindowTitle("bipdesk")
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.look = look
        self._was_painted = False
        self._clipboard = clipboard
        self._locked_page = locked_page
        self._crashes = CrashWatch(self._show_crash, self)
        self._stack = QStackedLayout(self)
        self._workplace: Workplace | None = None
        self._close: Callable[[], object] | None = None
        self._held = False
        self._frame: Frame | None = None
        self.tasks = self._new_tasks()
        self._show(locked_page(self))
        QShortcut(QKeySequence("Ctrl+L"), self).activated.connect(self.lock)

    @property
    def crashes(self) -> CrashWatch:
        """Return what shows bugs; the application installs its hooks."""
        return self._crashes

    def is_unlocked(self) -> bool:
        """Say whether anything of a programme is in the window."""
        return self._workplace is not None

    def show_locked_page(self, page: QWidget, close: Callable[[], object] | None = None) -> None:
        """Put another page in the place of the unlock page: set-up, the first sign-in, a recovery code.

        `close` locks what is already open behind that page; with it the page goes like a workplace when
        the window is locked.
        """
        self._close = close
        self._held = False
        self._show(page)

    def hold_open(self) -> None:
        """Do not lock until the next page: a code is made and shown this one time, and would be lost."""
        self._held = True

    def open_workplace(self, workplace: "Workplace") -> None:
        """Show what was unlocked."""
        # Loaded here and not with the module: the unlock page must appear before any of it.
        from bipdesk.ui.frame import Frame
        from bipdesk.ui.workplace_view import WorkplaceView

        self._workplace = workplace
        self._close = workplace.close
        self._held = False
        self._frame = Frame(self.look, self.tasks, self._clipboard, self)
        self._frame.drafts = workplace.drafts
        self._frame.lock_wanted.connect(self.lock)
        self._show(WorkplaceView(self._frame, workplace))
        self.opened.emit()

    def lock(self) -> None:
        """Destroy the content, stop the database thread, close what was unlocked, show the locked page."""
        if self._close is None or self._held:
            return
        self._destroy_content()
        self.tasks = self._new_tasks()
        self._show(self._locked_page(self))
        self.locked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground; what may come a moment later waits for the first picture."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(AFTER_FIRST_PICTURE_MS, self, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Lock, then leave."""
        if self._close is None:
            self.tasks.stop()
        else:
            self._destroy_content()
        super().closeEvent(event)

    def _destroy_content(self) -> None:
        close, self._close = self._close, None
        self._workplace = None
        frame, self._frame = self._frame, None
        if frame is not None:
            frame.locking.emit()
        for dialog in self.findChildren(QDialog):
            dialog.reject()
        self._show(QWidget())
        self.repaint()
        if frame is not None:
            frame.forget_copied()
            frame.deleteLater()
        self.tasks.stop(close)

    def _show(self, page: QWidget) -> None:
        old = self._stack.currentWidget()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        if old is not None:
            self._stack.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.destroyed.connect(lambda: gc.collect())
            old.deleteLater()
        page.setFocus()

    def _new_tasks(self) -> Tasks:
        tasks = Tasks(self)
        tasks.broken.connect(self._crashes.report)
        return tasks

    def _show_crash(self, report: str) -> None:
        from bipdesk.ui.crash_dialog import CrashDialog

        CrashDialog(report, self._clipboard, self).open()
