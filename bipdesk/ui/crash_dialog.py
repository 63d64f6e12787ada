"""The dialog for a bug: what was kept, and a report to copy; nothing is sent."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.text import Role, Text


class CrashDialog(QDialog):
    """Shows the report of a bug; it holds no personal data and goes nowhere by itself."""

    def __init__(self, report: str, clipboard: QClipboard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("bipdesk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumSize(620, 420)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Text("Something in the program is wrong", Role.TITLE))
        column.addWidget(
            Text(
                "What was saved before is kept; the last step was not done. You can go on, or lock and begin "
                "again. This report names versions and places in the program, no people. Nothing was sent: "
                "copy it to whoever looks after the program.",
                wrap=True,
            )
        )
        shown = QPlainTextEdit(report)
        shown.setReadOnly(True)
        shown.setAccessibleName("Report")
        column.addWidget(shown, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        copy = Button("Copy the report")
        copy.clicked.connect(lambda: clipboard.setText(report))
        close = Button("Go on", Kind.PRIMARY)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        row.addWidget(copy)
        row.addWidget(close)
        column.addLayout(row)
