"""One session of a block somebody works on: what it is called, what is in it, and what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curriculum_draft import DraftBlock
from bipdesk.ui.screens.curricula.words import content_words
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.text import Role, Text

NOTHING = "No aims and no topics yet"


class DraftSessionLine(QWidget):
    """The title or "My Thinking 3", and four buttons."""

    wanted = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, look: Look, block: DraftBlock, index: int, topics: ContentTopics, fault: str) -> None:
        super().__init__()
        session, called = block.sessions[index], block.called(index)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(4))
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(Text(called, Role.ITEM, wrap=True))
        detail = content_words(len(session.aim_lines), topics.numbers(session.topics), session.uses)
        words.addWidget(Text(detail or NOTHING, Role.DETAIL, wrap=True))
        if fault:
            words.addWidget(Text(fault, Role.ERROR, wrap=True))
        row.addLayout(words, 1)
        last = len(block.sessions) - 1
        for name, works, act in (
            ("Up", index > 0, lambda: self.moved.emit(-1)),
            ("Down", index < last, lambda: self.moved.emit(1)),
            ("Remove", last > 0, self.removed.emit),
            ("Edit…", True, self.wanted.emit),
        ):
            button = Button(name, Kind.PLAIN if name == "Edit…" else Kind.QUIET, small=True)
            button.setAccessibleName(f"{name}: {called}")
            button.setEnabled(works)
            button.clicked.connect(lambda _on=False, act=act: act())
            row.addWidget(button)
