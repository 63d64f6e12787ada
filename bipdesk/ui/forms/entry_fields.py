"""When somebody can come into a group, and why he is let in where no place is left."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.group_entry import Entry
from bipdesk.domain.ids import GroupId, ParticipantId
from bipdesk.ui.format import long_date
from bipdesk.ui.forms.draft_fields import keep_out
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.frame import Frame
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.groups.members import EntryOffer, GroupMemberService

ON, DESPITE = "From the session on", "Why he is let in all the same"
_FULL = "No place is left: {words}. A coordinator can let him in all the same and writes why."


class EntryFields(QWidget):
    """The sessions at which he can come in, as a choice; a sentence where there is none."""

    changed = Signal()
    """Other sessions, or other words."""

    def __init__(self, frame: Frame, members: "GroupMemberService", rows: FormRows) -> None:
        super().__init__()
        self._frame = frame
        self._members = members
        self._ticket: Ticket | None = None
        self.on = Choice(ON)
        keep_out(self.on)  # the program fills it when it knows who and where: that is nobody's typing
        self.despite = line_edit(DESPITE)
        self.about = Text("", Role.DETAIL, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(frame.look.px(12))
        self._on_row = rows.add(ON, self.on)
        self._despite_row = rows.add(DESPITE, self.despite)
        for part in (self._on_row, self.about, self._despite_row):
            column.addWidget(part)
        self._despite_row.hide()
        self.about.hide()

    def ask(self, group_id: GroupId, participant_id: ParticipantId) -> None:
        """Show when this man can come into this group."""
        if self._ticket is not None:
            self._ticket.cancel()
        work = partial(self._members.entries, group_id, participant_id)
        self._ticket = self._frame.tasks.run(self, work, self._show)

    def clear(self) -> None:
        """Show nothing."""
        self.on.set_choices(())
        self.about.hide()
        self._despite_row.hide()

    def date_or_none(self) -> date | None:
        """Return the day of the chosen session; None where he cannot come in."""
        return cast(date | None, self.on.value())

    def reason(self) -> str:
        """Return why he is let in although no place is left; empty where one is."""
        return self.despite.text().strip() if not self._despite_row.isHidden() else ""

    def _show(self, offer: "EntryOffer") -> None:
        self.on.set_choices(tuple((_words(each), each.on_date) for each in offer.entries))
        full = _FULL.format(words=offer.places.words) if offer.full else ""
        words = offer.closed or full or offer.rule
        self.about.setText(words)
        self.about.setVisible(bool(words))
        self._on_row.setVisible(bool(offer.entries))
        self._despite_row.setVisible(offer.full and bool(offer.entries))
        self.changed.emit()


def _words(entry: Entry) -> str:
    begins = f" ({entry.begins} begins)" if entry.begins else ""
    return f"{long_date(entry.on_date)} {entry.on_date.year} · {entry.title}{begins}"
