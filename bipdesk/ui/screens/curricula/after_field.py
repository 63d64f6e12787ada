"""Which blocks come first: the one above, none, or chosen ones."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.curriculum_draft import DraftBlock
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice

ABOVE, ANY_TIME, CHOSEN = "the block above", "nothing: it may come at any time", "the blocks ticked here"


class AfterField(QWidget):
    """A choice; the boxes of the blocks above appear when blocks are to be chosen."""

    edited = Signal()

    def __init__(self, look: Look, whose: str) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(4))
        self.choice = Choice(whose, tuple((words, words) for words in (ABOVE, ANY_TIME, CHOSEN)))
        self.choice.activated.connect(lambda _place: self._on_chosen())
        self._column.addWidget(self.choice)
        self._boxes: dict[str, CheckBox] = {}
        self.setFocusProxy(self.choice)

    def show_block(self, block: DraftBlock, above: tuple[DraftBlock, ...]) -> None:
        """Show what `block` comes after, out of the blocks above it."""
        self.choice.set_value(ABOVE if block.after is None else CHOSEN if block.after else ANY_TIME)
        for box in self._boxes.values():
            box.hide()
            box.deleteLater()
        gone = (
            ()
            if block.after is None
            else tuple(key for key in block.after if all(key != each.key for each in above))
        )
        names = {each.key: each.name.strip() or "Block without a name" for each in above}
        self._boxes = {}
        for key in (*names, *gone):
            box = CheckBox(names.get(key, "A block that does not stand above"))
            box.setChecked(block.after is not None and key in block.after)
            box.setVisible(bool(block.after))
            box.clicked.connect(lambda _on=False: self.edited.emit())
            self._column.addWidget(box)
            self._boxes[key] = box

    def after(self) -> tuple[str, ...] | None:
        """Return the keys of the blocks that come first; None for the one above."""
        if self.choice.value() == ABOVE:
            return None
        if self.choice.value() == ANY_TIME:
            return ()
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def _on_chosen(self) -> None:
        chosen = self.choice.value() == CHOSEN
        for box in self._boxes.values():
            box.setVisible(chosen)
        self.edited.emit()
