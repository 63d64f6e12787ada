"""A field with its name over it and, when needed, what is wrong under it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.ui.widgets.style_property import set_style_property
from bipdesk.ui.widgets.text import Role, Text


class FormRow(QWidget):
    """Label, field, a remark, and the sentence that says what to mend."""

    def __init__(self, label: str, field: QWidget, remark: str = "") -> None:
        super().__init__()
        self.field = field
        self._input = field.focusProxy() or field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        name = Text(label, Role.SECTION)
        name.setBuddy(self._input)
        if not self._input.accessibleName():
            self._input.setAccessibleName(label)
        column.addWidget(name)
        column.addWidget(field)
        if remark:
            column.addWidget(Text(remark, Role.SMALL, wrap=True))
        self.error = Text("", Role.ERROR, wrap=True)
        self.error.hide()
        column.addWidget(self.error)

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, or "" when nothing is; the field says it to a screen reader too."""
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        self._input.setAccessibleDescription(sentence)
        set_style_property(self._input, "wrong", "true" if sentence else "false")
