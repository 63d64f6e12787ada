"""Everything the window shows while unlocked; locking destroys it whole."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from bipdesk.domain.site import DangerPanel
from bipdesk.ui.danger_dialog import KEY as DANGER_KEY
from bipdesk.ui.danger_dialog import DangerDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.navigation import Hit, Page, Standing, Workplace
from bipdesk.ui.screen import Screen
from bipdesk.ui.side_bar import SideBar
from bipdesk.ui.top_bar import TopBar
from bipdesk.ui.widgets.notice_bar import NoticeBar
from bipdesk.ui.widgets.pill import State
from bipdesk.ui.widgets.safety_banner import SafetyBanner


class WorkplaceView(QWidget):
    """Side bar, top bar, and the screens, each built when it is first wanted."""

    def __init__(self, frame: Frame, workplace: Workplace) -> None:
        super().__init__()
        self.setObjectName("content")
        self._frame = frame
        self._workplace = workplace
        self._pages = {page.key: page for page in workplace.pages}
        self._screens: dict[str, Screen] = {}
        self._trail: list[tuple[str, object]] = []
        self.side_bar = SideBar(frame.look, workplace.programme, workplace.pages)
        self.top_bar = TopBar(frame, workplace)
        self.notice = NoticeBar(frame.look)
        self.stack = QStackedWidget()
        self._edge = QFrame()
        self._edge.setObjectName("safetyEdge")
        self.banner = SafetyBanner()
        self._lay_out()
        self._connect()
        self.open_page(workplace.pages[0].key)
        self._load_standing()
        if workplace.warning:
            frame.warn(workplace.warning)

    def open_page(self, key: str, argument: object = None) -> None:
        """Show a page and remember the way back to the one before."""
        here = (key, argument)
        if not self._trail or self._trail[-1] != here:
            self._trail.append(here)
        self._show_page(self._pages[key], argument)

    def go_back(self) -> None:
        """Show the page before this one."""
        if len(self._trail) > 1:
            self._trail.pop()
            key, argument = self._trail[-1]
            self._show_page(self._pages[key], argument)

    def shown_screen(self) -> Screen | None:
        """Return the screen that is shown."""
        shown = self.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    def _show_page(self, page: Page, argument: object) -> None:
        self.notice.leave_behind()  # before a new page is made: on a slow computer that takes its time
        if page.key not in self._screens:
            self._screens[page.key] = page.factory(self._frame)
            self.stack.addWidget(self._screens[page.key])
        screen = self._screens[page.key]
        if argument is not None:
            screen.open_for(argument)
        self.stack.setCurrentWidget(screen)
        self.side_bar.set_current(page.entry)
        self._edge.setVisible(page.safety)
        self.banner.setVisible(page.safety)

    def _connect(self) -> None:
        frame = self._frame
        self.side_bar.page_wanted.connect(self.open_page)
        self.top_bar.find_box.hit_chosen.connect(self._on_hit_chosen)
        frame.page_wanted.connect(self.open_page)
        frame.count_known.connect(self.side_bar.set_count)
        frame.holders_known.connect(self.banner.set_holders)
        frame.notice.connect(self._on_notice)
        frame.document_wanted.connect(self._on_document_wanted)
        frame.tasks.changed.connect(self._on_changed)
        self._add_key("Ctrl+K", self._on_find_key)
        self._add_key("Alt+Left", self.go_back)
        self._add_key(DANGER_KEY, frame.danger_wanted.emit)
        frame.danger_wanted.connect(self._on_danger_wanted)
        for page in self._workplace.pages:
            if page.shortcut:
                self._add_key(page.shortcut, lambda key=page.key: self.open_page(key))

    def _add_key(self, keys: str, slot: object) -> None:
        QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _on_find_key(self) -> None:
        self.top_bar.find_box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top_bar.find_box.selectAll()

    def _on_hit_chosen(self, hit: object) -> None:
        if isinstance(hit, Hit):
            self.open_page(hit.page, hit.argument)

    def _on_notice(self, words: str, state: str, undo: object) -> None:
        self.notice.say(words, State(state), undo if callable(undo) else None)

    def _on_document_wanted(self, title: str, pdf: object) -> None:
        # The PDF classes load only when a document is first shown: 5 to 10 ms, and never before unlocking.
        from bipdesk.ui.document_dialog import DocumentDialog

        if isinstance(pdf, bytes):
            DocumentDialog(self._frame.look, title, pdf, self).open()

    def _on_danger_wanted(self) -> None:
        def shown(panel: DangerPanel) -> None:
            # Over the dialog that is open, if one is: it must not come up behind it.
            DangerDialog(self._frame.look, panel, QApplication.activeModalWidget() or self).open()

        self._frame.tasks.run(self, self._workplace.danger, shown)

    def _on_changed(self, topics: object) -> None:
        if isinstance(topics, frozenset) and topics & self._workplace.standing_topics:
            self._load_standing()

    def _load_standing(self) -> None:
        def shown(standing: Standing) -> None:
            self.side_bar.set_standing(standing)

        self._frame.tasks.run(self, self._workplace.standing, shown)

    def _lay_out(self) -> None:
        page = QVBoxLayout()
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.top_bar)
        page.addWidget(self.banner)
        notice = QVBoxLayout()
        notice.setContentsMargins(22, 0, 22, 0)
        notice.addSpacing(0)
        notice.addWidget(self.notice)
        page.addLayout(notice)
        page.addWidget(self.stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.side_bar)
        row.addWidget(self._edge)
        row.addLayout(page, 1)
