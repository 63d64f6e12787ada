"""Boxes to tick, side by side in as many rows as it takes: feelings, thoughts."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from bipdesk.domain.practice_lists import Tag
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.spread_flow import SpreadFlow


class TagBoxes(QWidget):
    """Any number of tags out of a list; a tag that is chosen and not in the list any more is kept."""

    edited = Signal()

    def __init__(self, look: Look, name: str, tags: tuple[Tag, ...]) -> None:
        super().__init__()
        gap = look.px(10)
        flow = SpreadFlow(self, gap=gap, widest_gap=gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._others: tuple[str, ...] = ()
        self.boxes: dict[str, CheckBox] = {}
        for tag in tags:
            box = CheckBox(tag.name.text())
            box.setAccessibleName(f"{name}: {tag.name.text()}")
            box.clicked.connect(lambda _on=False: self.edited.emit())
            self.boxes[tag.key] = box
            flow.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))

    def chosen(self) -> tuple[str, ...]:
        """Return the keys of what is ticked, in the order of the list."""
        return tuple(key for key, box in self.boxes.items() if box.isChecked()) + self._others

    def choose(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = tuple(keys)
        self._others = tuple(key for key in wanted if key not in self.boxes)
        for key, box in self.boxes.items():
            box.setChecked(key in wanted)
