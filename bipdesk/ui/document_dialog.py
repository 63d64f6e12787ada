"""A document over the window, to read and to print."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.lock_key import add_lock_key
from bipdesk.ui.widgets.pdf_view import PdfView


class DocumentDialog(QDialog):
    """Shows a PDF from memory; closing forgets it."""

    def __init__(self, look: Look, title: str, pdf: bytes, parent: QWidget) -> None:
        super().__init__(parent)
        # The title bar and the task list are seen by whoever passes by: they name nothing.
        self.setWindowTitle("bipdesk")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        add_lock_key(self)
        self.resize(look.px(900), round(parent.window().height() * 0.95))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.pdf_view = PdfView(look, title)
        self.pdf_view.closed.connect(self.accept)
        column.addWidget(self.pdf_view)
        self.pdf_view.show_pdf(pdf)
