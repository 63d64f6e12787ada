"""The white panel with a hairline border, and rows with hairlines between them."""

from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from bipdesk.ui.widgets.text import SectionTitle


class Panel(QFrame):
    """A white card; what belongs together goes into `body`, under its own small title if it has one."""

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(16, 14, 16, 14)
        self.body.setSpacing(8)
        outer.addLayout(self.body)
        # A card made as high as its neighbour keeps its words together at the top.
        outer.addStretch(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        if title:
            self.body.addWidget(SectionTitle(title))

    def fill(self) -> None:
        """Let what is in the body take all the height there is: a list, a long text."""
        outer = self.layout()
        if isinstance(outer, QVBoxLayout):
            outer.setStretchFactor(self.body, 1)


class Lines(QWidget):
    """Rows with a hairline between each two."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(9)
        self._rows: list[QWidget] = []

    def add(self, row: QWidget) -> None:
        """Put a row at the end."""
        if self._rows:
            self._layout.addWidget(_hairline())
        self._rows.append(row)
        self._layout.addWidget(row)

    def rows(self) -> tuple[QWidget, ...]:
        """Return the rows from top to bottom."""
        return tuple(self._rows)

    def clear(self, heir: QWidget | None = None) -> None:
        """Take all rows away; where the focus was in one of them, it goes to `heir` and not anywhere."""
        focused = self.window().focusWidget()
        if heir is not None and heir.isVisible() and focused is not None and self.isAncestorOf(focused):
            heir.setFocus()
        self._rows.clear()
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _hairline() -> QFrame:
    line = QFrame()
    line.setProperty("kind", "rowline")
    return line
