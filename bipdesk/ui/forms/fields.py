"""Single fields, each with the name that a screen reader says."""

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from bipdesk.ui.theme.look import Look


def line_edit(name: str, placeholder: str = "") -> QLineEdit:
    """Return a field for one line of text."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field


def text_area(name: str, look: Look, lines: int) -> QPlainTextEdit:
    """Return a field for several lines of text, `lines` high; Tab leaves it."""
    field = QPlainTextEdit()
    field.setAccessibleName(name)
    field.setTabChangesFocus(True)
    field.setFixedHeight(field.fontMetrics().lineSpacing() * lines + look.px(22))
    return field
