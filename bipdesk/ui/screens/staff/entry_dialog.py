"""Entering or changing one entry about somebody on the staff."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.ids import StaffId
from bipdesk.domain.staff_blanks import STAFF_BLANK
from bipdesk.domain.staff_record import (
    EntryKind,
    StaffEntry,
    StaffEntryDetails,
    minutes_typed,
    typed_length,
)
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.blank_forms import BlankFormService
    from bipdesk.services.staff_records import StaffRecordService

_WORDS = "Say what and by whom, and tick what it covered. Nothing about a survivor or a participant."
_WIDTH = 680
KIND, DATE, HOURS, WHAT, BY = "Kind", "Date", "Hours", "What", "By whom"
EXPIRES, ENDED = "Expires on", "Ended on"


class EntryDialog(FormDialog):
    """Kind and date first; what can be ticked follows from the kind."""

    def __init__(self, frame: Frame, parent: QWidget, staff: "StaffRecordService", staff_id: StaffId) -> None:
        super().__init__(frame, parent, "Entry about staff", _WORDS, "Save entry")
        self.setObjectName("staffEntryDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._staff = staff
        self._staff_id = staff_id
        self._entry: StaffEntry | None = None
        self.kind = Choice(KIND, tuple((kind.label, kind) for kind in EntryKind))
        self.on_date = DateEdit(DATE)
        self.hours = line_edit(HOURS, "For example 7, 1:30 or 1.5")
        self.by_whom = line_edit(BY, "Who taught, supervised or checked")
        self.what = text_area(WHAT, frame.look, 2)
        self.expires_on = DateEdit(EXPIRES)
        self.ended_on = DateEdit(ENDED)
        self.marks: dict[EntryKind, dict[str, CheckBox]] = {}
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._show_marks)

    def begin(self, today: date) -> None:
        """Show an empty entry."""
        self.kind.set_value(EntryKind.TRAINING)
        self.on_date.set_date(today)
        self._ended_row.hide()
        self._show_marks()
        self.keep_draft("staff-entry", self._staff_id)

    def begin_with(self, entry: StaffEntry) -> None:
        """Show what was entered earlier, to be changed or taken out."""
        self._entry = entry
        details = entry.details
        self.kind.set_value(details.kind)
        self.on_date.set_date(details.on_date)
        self.hours.setText(typed_length(details.length_minutes))
        self.by_whom.setText(details.by_whom)
        self.what.setPlainText(details.what)
        self.expires_on.set_date(details.expires_on)
        self.ended_on.set_date(details.ended_on)
        for code, box in self.marks.get(details.kind, {}).items():
            box.setChecked(code in details.marks)
        self._show_marks()
        remove = Button("Remove", Kind.QUIET)
        remove.setObjectName("removeButton")
        remove.clicked.connect(self._on_remove)
        self.buttons.insertWidget(0, remove)
        self.keep_draft("staff-entry-change", entry.entry_id)

    def offer_blank(self, blanks: "BlankFormService") -> None:
        """Show the button that prints the form blank."""
        self.buttons.insertWidget(0, blank_button(self.frame, blanks, STAFF_BLANK, small=False))

    def submit(self) -> None:
        """Save the entry."""
        details = self.details()
        if not self.checked() or details is None:
            return
        if minutes_typed(self.hours.text()) is None:
            self.rows.show(HOURS, "This cannot be read as hours. Type for example 7, 1:30 or 1.5.")
            self.fit()
            return
        if self._entry is None:
            self.do(partial(self._staff.add, details), "The entry is saved.")
        else:
            change = partial(self._staff.update, self._entry.entry_id, details, self._entry.seen)
            self.do(change, "The entry is saved.")

    def details(self) -> StaffEntryDetails | None:
        """Return what is entered; None without a date."""
        on_date, kind = self.on_date.date_or_none(), cast(EntryKind, self.kind.value())
        if on_date is None:
            return None
        boxes = self.marks.get(kind, {})
        return StaffEntryDetails(
            staff_id=self._staff_id,
            kind=kind,
            on_date=on_date,
            what=self.what.toPlainText().strip(),
            by_whom=self.by_whom.text().strip(),
            length_minutes=minutes_typed(self.hours.text()) or 0,
            marks=frozenset(code for code, box in boxes.items() if box.isChecked()),
            expires_on=self.expires_on.date_or_none(),
            ended_on=self.ended_on.date_or_none(),
        )

    def _lay_out(self) -> None:
        grid = FieldGrid(self.frame.look, narrowest=180, widest=3)
        grid.add(self.rows.add(KIND, self.kind))
        grid.add(self.rows.add(DATE, self.on_date, required=True))
        grid.add(self.rows.add(HOURS, self.hours))
        self.fields.addWidget(grid)
        self.add_row(WHAT, self.what)
        self.add_row(BY, self.by_whom)
        self._ticks = QWidget()
        column = QVBoxLayout(self._ticks)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.frame.look.px(4))
        for kind in EntryKind:
            self.marks[kind] = {code: CheckBox(words) for code, words in kind.marks.items()}
            for code, box in self.marks[kind].items():
                box.setObjectName(f"{kind.value}-{code}")
                column.addWidget(box)
        self.fields.addWidget(self._ticks)
        ends = FieldGrid(self.frame.look, narrowest=180, widest=3)
        ends.add(self.rows.add(EXPIRES, self.expires_on))
        self._ended_row = self.rows.add(ENDED, self.ended_on)
        ends.add(self._ended_row)
        self.fields.addWidget(ends)

    def _show_marks(self) -> None:
        chosen = self.kind.value()
        for kind, boxes in self.marks.items():
            for box in boxes.values():
                box.setVisible(kind is chosen)
        self._ticks.setVisible(bool(self.marks[cast(EntryKind, chosen)]))
        self.fit()

    def _on_remove(self) -> None:
        entry = self._entry
        if entry is None:
            return

        def done(_changes: Changes) -> None:
            self.accept()
            self.frame.notify("The entry is taken out.", undo)

        def undo() -> None:
            self.frame.tasks.change(self.frame, partial(self._staff.bring_back, entry.entry_id))

        remove = partial(self._staff.remove, entry)
        command = remove if self.drafts is None else self.drafts.saving(remove)
        self.frame.tasks.change(self, command, done, self.show_error)
