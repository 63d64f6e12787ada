"""The eight topics to tick."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.content_topic import ContentTopics
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.check_box import CheckBox


class TopicBoxes(QWidget):
    """One box for each topic, in the words of its source."""

    def __init__(self, look: Look, topics: ContentTopics) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(4))
        self._boxes = {topic.key: CheckBox(f"{topic.number}. {topic.words}") for topic in topics}
        for box in self._boxes.values():
            column.addWidget(box)
        self.setFocusProxy(next(iter(self._boxes.values())))

    def tick(self, keys: tuple[str, ...]) -> None:
        """Tick these topics alone."""
        for key, box in self._boxes.items():
            box.setChecked(key in keys)

    def ticked(self) -> tuple[str, ...]:
        """Return the keys of the ticked topics, in order."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())
