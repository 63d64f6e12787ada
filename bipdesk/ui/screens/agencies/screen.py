"""Agencies: those who refer, those who work beside the programme, and where else people can turn."""

from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent

from bipdesk.domain.changes import Topic
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.agencies.agencies_tab import AgenciesTab
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.directory_tab import DirectoryTab
from bipdesk.ui.screens.agencies.work_tab import WorkTab
from bipdesk.ui.widgets.tab_pages import TabPages

WORK = "Work together"


class AgenciesScreen(Screen):
    """Three lists under one roof; Ctrl N adds to the one that is shown."""

    topics = frozenset({Topic.AGENCIES, Topic.SERVICES})

    def __init__(self, frame: Frame, services: AgencyServices) -> None:
        super().__init__(frame)
        self.agencies = AgenciesTab(frame, services)
        self.work = WorkTab(frame, services)
        self.directory = DirectoryTab(frame, services)
        self._tabs = (self.agencies, self.work, self.directory)
        self.header.set_title("Agencies", "Who refers, who works beside us, and where else people can turn")
        self.pages = TabPages("Agencies", frame.look.px(14))
        for title, tab in zip(("Agencies", WORK, "Directory of services"), self._tabs, strict=True):
            self.pages.add(title, tab)
        self.body.addWidget(self.pages, 1)
        self.pages.chosen.connect(self._on_tab_chosen)
        QShortcut(QKeySequence("Ctrl+N"), self, self._on_new_wanted)
        QShortcut(QKeySequence("Ctrl+F"), self, self._on_search_wanted)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keys where they are wanted on the list that is shown."""
        super().showEvent(event)
        self._shown_tab().take_focus()

    def show_for(self, argument: object) -> None:
        """Show the log with its open next steps, when a duty leads here; otherwise what was shown last."""
        if argument is not None:
            self.pages.choose_titled(WORK)
            self.work.show_open()
        self.load()

    def load(self) -> None:
        """Read all three lists."""
        for tab in self._tabs:
            tab.load()

    def _on_tab_chosen(self) -> None:
        if not self.pages.bar.hasFocus():  # the field that had the keys is hidden now
            self._shown_tab().take_focus()

    def _on_new_wanted(self) -> None:
        self._shown_tab().begin()

    def _shown_tab(self) -> AgenciesTab | WorkTab | DirectoryTab:
        return self._tabs[self.pages.bar.currentIndex()]

    def _on_search_wanted(self) -> None:
        for tab in (self.agencies, self.directory):
            if tab.isVisible():
                tab.search.setFocus()
