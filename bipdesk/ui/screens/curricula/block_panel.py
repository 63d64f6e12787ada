"""One block of a curriculum somebody works on: its name, kind, place, and its sessions."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QHBoxLayout

from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curriculum import StepKind
from bipdesk.domain.curriculum_draft import DraftBlock
from bipdesk.domain.curriculum_reading import MOST_SESSIONS
from bipdesk.domain.draft_faults import DraftFault
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.screens.curricula.after_field import AfterField
from bipdesk.ui.screens.curricula.draft_session_line import DraftSessionLine
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Lines, Panel

KIND_WORDS: tuple[tuple[str, object], ...] = (
    ("in the group", StepKind.GROUP),
    ("1-2-1", StepKind.ONE_TO_ONE),
    ("review", StepKind.REVIEW),
)


class BlockPanel(Panel):
    """Shows a block and says what a person does to it; the draft itself is the screen's."""

    edited = Signal(object)
    """The block as it is now: name, kind or what comes first was changed."""
    resized = Signal(str, int)
    moved = Signal(str, int)
    removed = Signal(str)
    session_wanted = Signal(str, int)
    session_moved = Signal(str, int, int)
    session_removed = Signal(str, int)
    unfolded = Signal(str, bool)

    def __init__(self, look: Look, block: DraftBlock, above: tuple[DraftBlock, ...], number: int) -> None:
        super().__init__()
        self._look = look
        self.block = block
        whose = f"Block {number}"
        self.name = line_edit(f"{whose}: name", "My Thinking")
        self.kind = Choice(f"{whose}: held as", KIND_WORDS)
        self.sessions = line_edit(f"{whose}: sessions")
        self.sessions.setValidator(QIntValidator(1, MOST_SESSIONS, self))
        self.after = AfterField(look, f"{whose}: comes after")
        self.up_button, self.down_button, self.remove_button = (
            Button(words, Kind.QUIET, small=True) for words in ("Up", "Down", "Remove block")
        )
        for button in (self.up_button, self.down_button, self.remove_button):
            button.setAccessibleName(f"{whose}: {button.text()}")
        self.fold_button = Button("", Kind.QUIET, small=True)
        self.add_button = Button("Add a session", Kind.QUIET, small=True)
        self.add_button.setAccessibleName(f"{whose}: add a session")
        self.lines = Lines()
        self._rows: dict[str, FormRow] = {}
        self._build()
        self.show_block(block, above)
        self._listen()

    def _build(self) -> None:
        grid = FieldGrid(self._look, narrowest=190, widest=4)
        for key, label, field in (
            ("name", "Name of the block", self.name),
            ("kind", "Held", self.kind),
            ("sessions", "Sessions", self.sessions),
            ("after", "Comes after", self.after),
        ):
            self._rows[key] = FormRow(label, field)
            grid.add(self._rows[key])
        self.body.addWidget(grid)
        acts = QHBoxLayout()
        acts.setSpacing(self._look.px(8))
        acts.addWidget(self.fold_button)
        acts.addWidget(self.add_button)
        acts.addStretch(1)
        for button in (self.up_button, self.down_button, self.remove_button):
            acts.addWidget(button)
        self.body.addLayout(acts)
        self.body.addWidget(self.lines)
        self.lines.hide()

    def _listen(self) -> None:
        key = self.block.key
        self.name.textEdited.connect(lambda _text: self._on_edited())
        self.kind.activated.connect(lambda _place: self._on_edited())
        self.after.edited.connect(self._on_edited)
        self.sessions.editingFinished.connect(self.take_number)
        self.add_button.clicked.connect(lambda: self._on_add())
        self.up_button.clicked.connect(lambda: self.moved.emit(key, -1))
        self.down_button.clicked.connect(lambda: self.moved.emit(key, 1))
        self.remove_button.clicked.connect(lambda: self.removed.emit(key))
        self.fold_button.clicked.connect(lambda: self._on_fold())

    def _on_add(self) -> None:
        self.take_number()
        self.resized.emit(self.block.key, len(self.block.sessions) + 1)
        self.unfold(True)

    def take_number(self) -> None:
        """Take the number of sessions, but only when it is typed out: 12 begins with a 1."""
        if self.sessions.hasAcceptableInput() and int(self.sessions.text()) != len(self.block.sessions):
            self.resized.emit(self.block.key, int(self.sessions.text()))

    def _on_edited(self) -> None:
        kind = cast(StepKind, self.kind.value())
        self.block = replace(self.block, name=self.name.text(), kind=kind, after=self.after.after())
        self.edited.emit(self.block)

    def show_block(self, block: DraftBlock, above: tuple[DraftBlock, ...]) -> None:
        """Show the block in its fields."""
        self.block = block
        self.name.setText(block.name)
        self.name.setCursorPosition(0)
        self.kind.set_value(block.kind)
        self.sessions.setText(str(len(block.sessions)))
        self.after.show_block(block, above)

    def show_sessions(self, block: DraftBlock, topics: ContentTopics, faults: Iterable[DraftFault]) -> None:
        """Show the block's sessions, each with what is wrong with it."""
        self.block = block
        self.lines.clear()
        wrong = [fault for fault in faults if fault.block == block.key and fault.session >= 0]
        for index in range(len(block.sessions)):
            said = " ".join(fault.sentence for fault in wrong if fault.session == index)
            line = DraftSessionLine(self._look, block, index, topics, said)
            line.wanted.connect(lambda at=index: self.session_wanted.emit(block.key, at))
            line.moved.connect(lambda by, at=index: self.session_moved.emit(block.key, at, by))
            line.removed.connect(lambda at=index: self.session_removed.emit(block.key, at))
            self.lines.add(line)
        if wrong:
            self.unfold(True)
        self._word_fold()

    def show_faults(self, faults: Iterable[DraftFault]) -> None:
        """Show what is wrong beside its field; what is right again loses its sentence."""
        own = {
            fault.field: fault.sentence
            for fault in faults
            if fault.block == self.block.key and fault.session < 0
        }
        for field, row in self._rows.items():
            row.set_error(own.get(field, ""))

    def unfold(self, open_it: bool) -> None:
        """Show the sessions, or put them away."""
        self.lines.setVisible(open_it)
        self._word_fold()

    def _on_fold(self) -> None:
        self.unfold(self.lines.isHidden())
        self.unfolded.emit(self.block.key, not self.lines.isHidden())

    def _word_fold(self) -> None:
        self.fold_button.setText("Show the sessions" if self.lines.isHidden() else "Hide the sessions")
        self.fold_button.setAccessibleName(
            f"{self.fold_button.text()}: {self.block.name.strip() or 'this block'}"
        )
