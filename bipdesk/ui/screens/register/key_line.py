"""One line above the register that says which key does what."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from bipdesk.ui.screens.register.keys import HINTS
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.key_hint import KeyHint
from bipdesk.ui.widgets.text import Role, Text


class KeyLine(QWidget):
    """The keys of the register; what there is no room for is left out, from the end."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look.px(14))
        self._groups = [_group(look, keys, meaning) for keys, meaning in HINTS]
        for group in self._groups:
            self._row.addWidget(group)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the groups of keys that have room."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Fit again when the text has become larger or smaller."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        taken = 0
        for group in self._groups:
            taken += group.sizeHint().width()
            fits = taken <= self.width()
            if group.isHidden() == fits:
                group.setVisible(fits)
            taken += self._row.spacing()


def _group(look: Look, keys: tuple[str, ...], meaning: str) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.px(5))
    for key in keys:
        row.addWidget(KeyHint(key))
    row.addWidget(Text(meaning, Role.DETAIL))
    return group
