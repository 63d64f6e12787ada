"""Giving a session another date, and one evening more to a group."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.group import GroupRow, GroupSession
from bipdesk.ui.format import long_date
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.groups.dates_ahead import AheadText
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.ui.screens.groups.group_services import GroupServices

NEW_DATE = "The new date"


class MoveSessionDialog(FormDialog):
    """Gives one session another date; the others stay where they are."""

    def __init__(
        self, frame: Frame, parent: QWidget, services: "GroupServices", session: GroupSession
    ) -> None:
        explanation = (
            f"It is planned for {long_date(session.on_date)}. "
            "Only this session moves; the others keep their dates."
        )
        super().__init__(frame, parent, f"Move {session.title}", explanation, "Move session")
        self._cancellations = services.cancellations
        self._session = session
        self.on_date = DateEdit(NEW_DATE)
        self.on_date.set_date(session.on_date)
        self.ahead = AheadText(frame)
        self.ahead.changed.connect(self.fit)
        self.add_row(NEW_DATE, self.on_date, required=True)
        self.fields.addWidget(self.ahead)
        self.on_date.edited.connect(self._preview)
        self.keep_draft("move session", session.session_id, seen=session.seen)

    def submit(self) -> None:
        """Move the session."""
        on_date, session = self.on_date.date_or_none(), self._session
        if self.checked() and on_date is not None:
            seen = self.typed_on(session.seen)
            move = partial(self._cancellations.move, session.session_id, on_date, seen)
            self.do(move, f"{session.title} moved to {long_date(on_date)}.", self._move_back)

    def _move_back(self, changes: Changes) -> Changes:
        return self._cancellations.move(self._session.session_id, self._session.on_date, changes.seen)

    def _preview(self) -> None:
        on_date = self.on_date.date_or_none()
        if on_date is None or on_date == self._session.on_date:
            self.ahead.say("")
        else:
            self.ahead.ask(partial(self._cancellations.preview_move, self._session.session_id, on_date))


class ExtraEveningDialog(FormDialog):
    """Lets the group meet once more: the next session is held then, all later ones come forward."""

    def __init__(self, frame: Frame, parent: QWidget, services: "GroupServices", group: GroupRow) -> None:
        explanation = (
            "The next session is held on this evening, and all later ones come one turn forward. "
            "To move one session alone, choose it and press Move date."
        )
        super().__init__(frame, parent, f"One evening more for {group.name}", explanation, "Add the evening")
        self._cancellations = services.cancellations
        self._group = group
        self.on_date = DateEdit(NEW_DATE)
        self.ahead = AheadText(frame)
        self.ahead.changed.connect(self.fit)
        self.add_row(NEW_DATE, self.on_date, required=True)
        self.fields.addWidget(self.ahead)
        self.on_date.edited.connect(self._preview)
        self.keep_draft("extra evening", group.group_id)

    def submit(self) -> None:
        """Add the evening."""
        on_date = self.on_date.date_or_none()
        if self.checked() and on_date is not None:
            add = partial(self._cancellations.add_evening, self._group.group_id, on_date)
            undo = partial(self._take_out, on_date)
            self.do(add, f"{self._group.name} also meets on {long_date(on_date)}.", undo)

    def _take_out(self, on_date: date, _changes: Changes) -> Changes:
        return self._cancellations.take_evening_out(self._group.group_id, on_date)

    def _preview(self) -> None:
        on_date = self.on_date.date_or_none()
        if on_date is None:
            self.ahead.say("")
        else:
            self.ahead.ask(partial(self._cancellations.preview_evening, self._group.group_id, on_date))
