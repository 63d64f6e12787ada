"""Facts in two columns, and numbers in one line each."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from bipdesk.ui.widgets.pill import Pill
from bipdesk.ui.widgets.text import Role, Text


class KeyValueRows(QWidget):
    """What a thing is called on the left, what it is on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(0, 4)
        self._grid.setColumnStretch(1, 5)

    def add(self, label: str, value: str, pill: Pill | None = None) -> None:
        """Put one fact at the end; an empty value is said as a dash."""
        row = self._grid.rowCount()
        name = Text(label, Role.MUTED, wrap=True)
        what = Text(value or "–", Role.STRONG, wrap=True)
        what.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        what.setAccessibleName(f"{label}: {value}")
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        if pill is None:
            self._grid.addWidget(what, row, 1)
            return
        both = QHBoxLayout()
        both.setSpacing(6)
        what.set_wrapping(False)
        both.addWidget(what)
        both.addWidget(pill)
        both.addStretch(1)
        self._grid.addLayout(both, row, 1)

    def clear(self) -> None:
        """Take all facts away."""
        while (item := self._grid.takeAt(0)) is not None:
            inner = item.layout()
            if inner is not None:
                while (part := inner.takeAt(0)) is not None:
                    _drop(part.widget())
            _drop(item.widget())


class NumberLine(QWidget):
    """A number of the programme: what it counts, a remark, and the number at the end."""

    def __init__(self, label: str, remark: str, number: str, state: str = "") -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(4)
        row.addWidget(Text(label))
        if remark:
            row.addWidget(Text(f"· {remark}", Role.DETAIL, wrap=True), 1)
        else:
            row.addStretch(1)
        value = Text(number, Role.NUMBER)
        value.set_state(state)
        value.setAccessibleName(f"{label}: {number}")
        row.addWidget(value)


def _drop(widget: QWidget | None) -> None:
    if widget is not None:
        widget.hide()
        widget.deleteLater()
