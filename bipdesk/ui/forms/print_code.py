"""Showing a code as the page that will be printed."""

from PySide6.QtWidgets import QWidget

from bipdesk.domain.site import Paper
from bipdesk.ui.forms.code_page import code_page
from bipdesk.ui.theme.look import Look


def show_code_page(
    look: Look, parent: QWidget, title: str, code: str, instructions: tuple[str, ...], paper: Paper = Paper.A4
) -> None:
    """Open the page with the code; it is printed from there and kept nowhere."""
    # The PDF classes load only when a page is first shown.
    from bipdesk.ui.document_dialog import DocumentDialog

    DocumentDialog(look, title, code_page(title, code, instructions, paper), parent).open()
