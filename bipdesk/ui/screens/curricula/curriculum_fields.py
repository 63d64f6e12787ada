"""All that is asked about a curriculum of one's own: its name, where it comes from, its blocks."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain import draft_edits
from bipdesk.domain.content_topic import ContentTopics
from bipdesk.domain.curriculum_draft import CurriculumDraft, DraftBlock, DraftSession
from bipdesk.domain.draft_faults import DraftFault
from bipdesk.domain.draft_writing import content_of, stored_draft
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.screens.curricula.block_panel import BlockPanel
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.form_row import FormRow
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, SectionTitle, Text

_DRAFT = "curriculum"


class CurriculumFields(QWidget):
    """Holds the draft as it is on the page; a half-done one is kept like every other form."""

    edited = Signal()
    session_wanted = Signal(str, int)
    """The block's key and the index of a session that is to be edited."""

    def __init__(self, look: Look, topics: ContentTopics) -> None:
        super().__init__()
        self.setObjectName("curriculumFields")
        self._look = look
        self._topics = topics
        self._draft = CurriculumDraft()
        self._faults: tuple[DraftFault, ...] = ()
        self._open: set[str] = set()
        self.name = line_edit("Name of the curriculum", "Our sequence")
        self.source = line_edit("Where it comes from")
        self.minutes = line_edit("Minutes of a group session", "150")
        self._rows = {
            "name": FormRow("Name", self.name),
            "source": FormRow("Where it comes from", self.source),
            "minutes": FormRow("Minutes of a group session", self.minutes),
        }
        self.panels: list[BlockPanel] = []
        self.add_button = Button("Add a block")
        self._blocks_fault = Text("", Role.ERROR, wrap=True)
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.px(8))
        head = Panel()
        grid = FieldGrid(self._look, narrowest=220, widest=3)
        for row in self._rows.values():
            grid.add(row)
        head.body.addWidget(grid)
        self._blocks = QVBoxLayout()
        self._blocks.setSpacing(self._look.px(8))
        column.addWidget(head)
        column.addWidget(SectionTitle("Blocks, in order"))
        column.addLayout(self._blocks)
        column.addWidget(self._blocks_fault)
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._blocks_fault.hide()
        self.add_button.clicked.connect(self._on_add)
        for field in (self.name, self.source, self.minutes):
            field.textEdited.connect(lambda _text: self._on_head())

    # What is on the page

    def draft(self) -> CurriculumDraft:
        """Return the draft as it is on the page."""
        for panel in self.panels:
            panel.take_number()  # somebody may save by the keyboard while the cursor is still in it
        return self._draft

    def show_draft(self, draft: CurriculumDraft) -> None:
        """Show a draft from the beginning."""
        self._faults = ()
        self._open = set()
        self._show(draft)

    def draft_content(self) -> Mapping[str, object]:
        """Return the whole draft, to be kept half done."""
        return {_DRAFT: content_of(self._draft)}

    def fill_draft(self, content: Mapping[str, object]) -> None:
        """Show what was kept half done."""
        draft = stored_draft(str(content.get(_DRAFT, "")))
        if draft is not None:
            self._show(draft)

    def show_faults(self, faults: tuple[DraftFault, ...]) -> None:
        """Show every fault beside its field, all at once."""
        self._faults = faults
        whole = {fault.field: fault.sentence for fault in faults if not fault.block}
        for field, row in self._rows.items():
            row.set_error(whole.get(field, ""))
        self._blocks_fault.setText(
            " ".join(fault.sentence for fault in faults if fault.field == "blocks" and not fault.block)
        )
        self._blocks_fault.setVisible(bool(self._blocks_fault.text()))
        for panel in self.panels:
            panel.show_faults(faults)
            panel.show_sessions(panel.block, self._topics, faults)

    def put_session(self, key: str, index: int, session: DraftSession) -> None:
        """Take in one session that was edited."""
        self._change(draft_edits.put_session(self._draft, key, index, session), [key])

    # Showing

    def _show(self, draft: CurriculumDraft) -> None:
        self._draft = draft
        for field, words in (
            (self.name, draft.name),
            (self.source, draft.source),
            (self.minutes, draft.minutes),
        ):
            field.setText(words)
        self.source.setCursorPosition(0)
        self._show_blocks()

    def _show_blocks(self) -> None:
        for panel in self.panels:
            panel.hide()
            self._blocks.removeWidget(panel)
            panel.deleteLater()
        self.panels = []
        for number, block in enumerate(self._draft.blocks, 1):
            panel = BlockPanel(self._look, block, self._draft.blocks[: number - 1], number)
            self._listen(panel)
            panel.unfold(block.key in self._open)
            self.panels.append(panel)
            self._blocks.addWidget(panel)
            panel.up_button.setEnabled(number > 1)
            panel.down_button.setEnabled(number < len(self._draft.blocks))
        self.show_faults(self._faults)

    def _listen(self, panel: BlockPanel) -> None:
        panel.edited.connect(self._on_block)
        panel.resized.connect(self._on_resized)
        panel.moved.connect(self._on_moved)
        panel.removed.connect(self._on_removed)
        panel.session_wanted.connect(self.session_wanted)
        panel.session_moved.connect(self._on_session_moved)
        panel.session_removed.connect(self._on_session_removed)
        panel.unfolded.connect(lambda key, on: (self._open.add if on else self._open.discard)(key))

    def _change(self, draft: CurriculumDraft, shown_anew: Iterable[str] = ()) -> None:
        """Go on with `draft`; the sessions of these blocks are shown anew."""
        self._draft = draft
        for panel in self.panels:
            if panel.block.key in shown_anew:
                block = draft.blocks[draft.place(panel.block.key)]
                above = draft.blocks[: draft.place(block.key)]
                panel.show_block(block, above)
                panel.show_sessions(block, self._topics, self._faults)
        self.edited.emit()

    # What a person does

    def _on_head(self) -> None:
        self._change(
            replace(
                self._draft, name=self.name.text(), source=self.source.text(), minutes=self.minutes.text()
            )
        )

    def _on_block(self, block: DraftBlock) -> None:
        self._draft = self._draft.with_block(block)
        for panel in self.panels:
            if panel.block.key == block.key:
                panel.show_sessions(block, self._topics, self._faults)
        self.edited.emit()

    def _on_resized(self, key: str, number: int) -> None:
        self._change(draft_edits.resize(self._draft, key, number), [key])

    def _on_session_moved(self, key: str, index: int, by: int) -> None:
        self._change(draft_edits.move_session(self._draft, key, index, by), [key])

    def _on_session_removed(self, key: str, index: int) -> None:
        self._change(draft_edits.remove_session(self._draft, key, index), [key])

    def _on_add(self) -> None:
        self._draft = draft_edits.add_block(self._draft)
        self._show_blocks()
        self.panels[-1].name.setFocus()
        self.edited.emit()

    def _on_moved(self, key: str, by: int) -> None:
        self._draft = draft_edits.move_block(self._draft, key, by)
        self._show_blocks()
        panel = self.panels[self._draft.place(key)]
        (panel.up_button if by < 0 else panel.down_button).setFocus()
        self.edited.emit()

    def _on_removed(self, key: str) -> None:
        self._draft = draft_edits.remove_block(self._draft, key)
        self._show_blocks()
        self.add_button.setFocus()
        self.edited.emit()
