"""Which of the eight topics a curriculum covers, and when."""

from datetime import date
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from bipdesk.domain.coverage import Coverage
from bipdesk.domain.ids import GroupId
from bipdesk.ui.screens.curricula.words import coverage_words, covered_words
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text


class TopicsPanel(Panel):
    """The eight in the words of their source, each with the sessions that cover it."""

    asked = Signal(object)
    """Another group, or None for the bare sequence, was chosen."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__()
        self.setParent(parent)
        self.group = Choice("With the dates of")
        self.group.activated.connect(lambda _place: self.asked.emit(self.group.value()))
        self._words = Text("", Role.BODY, wrap=True)
        self._lines = Lines()
        self._source = Text("", Role.SMALL, wrap=True)
        self.body.setSpacing(look.px(10))
        for widget in (self.group, self._words, self._lines, self._source):
            self.body.addWidget(widget)

    def offer(self, groups: tuple[tuple[GroupId, str], ...]) -> None:
        """Offer the dates of these groups; the choice stays where it still can."""
        chosen = self.group.value()
        bare: tuple[tuple[str, object], ...] = (("The sequence without dates", None),)
        self.group.set_choices(bare + tuple((f"Dates of {name}", group_id) for group_id, name in groups))
        if chosen in {group_id for group_id, _ in groups}:
            self.group.set_value(chosen)
        self.group.setVisible(bool(groups))

    def chosen(self) -> GroupId | None:
        """Return the group whose dates are wanted."""
        return cast("GroupId | None", self.group.value())

    def show_coverage(self, coverage: Coverage, today: date) -> None:
        """Show where and when each topic is covered, and say plainly which are not."""
        self._words.setText(coverage_words(coverage))
        self._source.setText(coverage.source)
        self._lines.clear()
        shown = []
        for topic in coverage.topics:
            pill = Pill("Covered", State.GOOD) if topic.places else Pill("Not tagged", State.WARN)
            title = f"{topic.topic.number}. {topic.topic.words}"
            shown.append(DutyLine(pill, title, covered_words(topic, today)))
            self._lines.add(shown[-1])
        line_up(shown)
