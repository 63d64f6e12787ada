"""One chain of events, open: the event, the drawing, what followed; half done it survives lock and crash."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from bipdesk.domain.chain import ChainDetails
from bipdesk.domain.chain_words import in_words
from bipdesk.domain.changes import Changes
from bipdesk.domain.errors import UserError
from bipdesk.domain.ids import UNSEEN
from bipdesk.domain.practice import NO_NAMES, FiledChain, PracticeFile
from bipdesk.domain.practice_sheet import Worksheet
from bipdesk.domain.sentences import sentence
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.practice.chain_acts import ChainActs
from bipdesk.ui.screens.participant.practice.chain_view import ChainView
from bipdesk.ui.screens.participant.practice.printing import sheet_buttons
from bipdesk.ui.screens.participant.practice.session_choice import session_choice
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.columns import Columns
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.panel import Panel
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.practice import PracticeService

_KEPT = "What you drew is kept. Open it again to go on."
_HOW = (
    "Link by link, from the first sign to what he did. Arrow keys go from link to link, Enter writes in one, "
    "Escape comes back to the chain."
)
_NO_LINK = "The chain has no link yet. Begin with what he did, then go back from there: Add a link."
_HIS_VIEW = "As he sees it now; never what she has told."
_STAFF_VIEW = "As the facilitators see it. It is not printed on his sheet."
_NARROWEST = 640


class ChainEditor(QWidget):
    """A chain being drawn; it asks to be closed when it is saved or left."""

    closed = Signal()

    def __init__(
        self,
        frame: Frame,
        practice: "PracticeService",
        file: PracticeFile,
        filed: FiledChain | None,
        today: date,
    ) -> None:
        """`filed` is the chain to go on with, None for a new one."""
        super().__init__()
        self.frame = frame
        self._practice = practice
        self._file = file
        self._filed = filed
        self._rows = FormRows()
        self._shown = ChainDetails(today, "") if filed is None else filed.details
        look = frame.look
        self.situation = line_edit("The event in a line", "Saturday evening: blocked the kitchen door")
        self.happened_on = DateEdit("Day of the event")
        self.brought_on = DateEdit("Drawn on")
        self.session = session_choice(file, self._shown.step_code)
        self.view = ChainView(look, file.lists)
        self.acts = ChainActs(look, self.view)
        self.effect_her = text_area("Effect on his partner", look, 3)
        self.effect_children = text_area("Effect on the children", look, 3)
        self.staff_view = text_area("How the facilitators see the effects", look, 3)
        self.in_words = Text("", wrap=True)
        self._error = Text("", Role.ERROR, wrap=True)
        self._error.hide()
        self._lay_out()
        self._show(self._shown)
        self.view.show_chain(self._shown.chain)
        self._on_drawn()
        self.keeper = DraftKeeper(frame, "chain of events", self)
        self._column.insertWidget(0, self.keeper.bar)
        subject = file.participant_id if filed is None else filed.row_id
        self.keeper.begin(subject, UNSEEN if filed is None else filed.seen)
        self.view.edited.connect(self._on_drawn)
        self.view.removed.connect(lambda words: frame.notify(words, self.view.undo))

    def begin(self) -> None:
        """Put the cursor where somebody begins: in the event of a new chain, on the first link of another."""
        if self._shown.chain.links:
            self.view.focus_current()
        else:
            self.situation.setFocus()

    def leave(self) -> None:
        """Keep what is typed as a draft; another participant comes next."""
        self.keeper.leave()

    def details(self, brought_on: date) -> ChainDetails:
        """Return what stands on the screen now."""
        return ChainDetails(
            brought_on=brought_on,
            situation=self.situation.text().strip(),
            chain=self.view.chain,
            happened_on=self.happened_on.date_or_none(),
            effect_her=self.effect_her.toPlainText().strip(),
            effect_children=self.effect_children.toPlainText().strip(),
            staff_view=self.staff_view.toPlainText().strip(),
            step_code=str(self.session.value() or ""),
        )

    def save(self) -> None:
        """Store the chain and close."""
        brought_on = self.brought_on.date_or_none()
        if not self._rows.check() or brought_on is None:
            return
        details, practice, filed = self.details(brought_on), self._practice, self._filed
        whose, seen = self._file.participant_id, self.keeper.seen

        def command() -> Changes:
            if filed is None:
                return practice.add(whose, details)
            return practice.change(filed.row_id, details, seen)

        self.save_button.setEnabled(False)
        self.frame.tasks.change(self, self.keeper.saving(command), self._on_saved, self._on_refused)

    def _lay_out(self) -> None:
        look = self.frame.look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.px(16))
        for panel in (self._event_panel(), self._drawing_panel(), self._effects_panel()):
            self._column.addWidget(panel)
        if self._filed is not None:
            whose = (self._file.participant_id, self._filed.row_id)
            prints = QHBoxLayout()
            for button in sheet_buttons(self.frame, self._practice, Worksheet.CHAIN, whose):
                prints.addWidget(button)
            prints.addStretch(1)
            self._column.addLayout(prints)
        self._column.addWidget(self._error)
        self._column.addLayout(self._buttons())

    def _event_panel(self) -> Panel:
        panel = Panel("Chain of events")
        panel.body.addWidget(Text(NO_NAMES, Role.DETAIL, wrap=True))
        panel.body.addWidget(self._rows.add("The event in a line", self.situation, required=True))
        days = Columns(self.frame.look, (1, 1, 2), _NARROWEST)
        fields = (
            ("Day of the event", self.happened_on),
            ("Drawn on", self.brought_on),
            ("Session", self.session),
        )
        for column, (label, field) in zip(days.columns, fields, strict=True):
            column.addWidget(self._rows.add(label, field, required=field is self.brought_on))
        panel.body.addWidget(days)
        return panel

    def _drawing_panel(self) -> Panel:
        panel = Panel("The chain")
        panel.body.addWidget(Text(_HOW, Role.DETAIL, wrap=True))
        panel.body.addWidget(self.acts)
        self.empty = Text(_NO_LINK, Role.DETAIL, wrap=True)
        panel.body.addWidget(self.empty)
        panel.body.addWidget(self.view)
        self.words_button = Button("Show the chain in words", Kind.QUIET, small=True)
        self.words_button.setCheckable(True)
        self.words_button.clicked.connect(self._on_words)
        panel.body.addWidget(self.words_button)
        self.in_words.hide()
        panel.body.addWidget(self.in_words)
        return panel

    def _effects_panel(self) -> Panel:
        panel = Panel("What followed")
        panel.body.addWidget(Text(_HIS_VIEW, Role.DETAIL, wrap=True))
        pair = Columns(self.frame.look, (1, 1), _NARROWEST)
        pair.columns[0].addWidget(self._rows.add("Effect on his partner", self.effect_her))
        pair.columns[1].addWidget(self._rows.add("Effect on the children", self.effect_children))
        panel.body.addWidget(pair)
        panel.body.addWidget(self._rows.add("How the facilitators see the effects", self.staff_view))
        panel.body.addWidget(Text(_STAFF_VIEW, Role.SMALL, wrap=True))
        return panel

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self.frame.look.px(12))
        row.addStretch(1)
        self.close_button = Button("Close")
        self.close_button.clicked.connect(self._on_close)
        self.undo_button = Button("Undo changes")
        self.undo_button.clicked.connect(self._on_undo)
        self.save_button = Button("Save chain", Kind.PRIMARY)
        self.save_button.clicked.connect(self.save)
        for each in (self.close_button, self.undo_button, self.save_button):
            row.addWidget(each)
        return row

    def _show(self, details: ChainDetails) -> None:
        self.situation.setText(details.situation)
        self.happened_on.set_date(details.happened_on)
        self.brought_on.set_date(details.brought_on)
        self.session.set_value(details.step_code)
        self.effect_her.setPlainText(details.effect_her)
        self.effect_children.setPlainText(details.effect_children)
        self.staff_view.setPlainText(details.staff_view)

    def _on_drawn(self) -> None:
        said = in_words(self.view.chain, self._file.lists)
        self.empty.setVisible(not said)
        self.in_words.setText("\n\n".join(said) or "The chain has no link yet.")

    def _on_words(self) -> None:
        shown = self.words_button.isChecked()
        self.words_button.setText("Hide the words" if shown else "Show the chain in words")
        self.in_words.setVisible(shown)

    def _on_undo(self) -> None:
        """Show again what stood there when it was opened; Undo over the drawing brings the new one back."""
        self._show(self._shown)
        self.view.put(self._shown.chain)
        self.keeper.touch()
        self.situation.setFocus()

    def _on_close(self) -> None:
        if self.keeper.is_begun:
            self.frame.notify(_KEPT)
        self.keeper.leave()
        self.closed.emit()

    def _on_saved(self, _changes: Changes) -> None:
        self.keeper.saved()
        self.keeper.leave()
        self.frame.notify("The chain is saved.")
        self.closed.emit()

    def _on_refused(self, error: UserError) -> None:
        self.save_button.setEnabled(True)
        if not self._rows.show_error(error):
            self._error.setText(sentence(error))
            self._error.show()
