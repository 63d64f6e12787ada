"""Tabs: words with a line under the chosen one."""

from PySide6.QtWidgets import QTabWidget, QWidget


class Tabs(QTabWidget):
    """Pages of one thing; Ctrl+Tab goes on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.tabBar().setExpanding(False)
        self.tabBar().setDrawBase(False)
        self.tabBar().setAccessibleName(name)

    def add(self, title: str, page: QWidget) -> None:
        """Put a page at the end."""
        self.addTab(page, title)
