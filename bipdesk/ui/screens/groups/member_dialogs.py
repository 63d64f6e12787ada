"""Letting a participant join or leave a group, and giving a session another date."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.group import GroupRow, GroupSession, Member
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.participant import ParticipantRow
from bipdesk.ui.format import long_date
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.services.groups import GroupService

WHO, ON, NEW_DATE = "Participant", "From the session on", "The new date"


class JoinDialog(FormDialog):
    """Chooses somebody from the waiting list; his name is in the register from the date on."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        groups: "GroupService",
        group: GroupRow,
        waiting: tuple[ParticipantRow, ...],
    ) -> None:
        explanation = (
            "Accepted participants who are in no group yet. His name is in the register from the date on."
        )
        super().__init__(frame, parent, f"Join {group.name}", explanation, "Add to the group")
        self._join = partial(groups.join, group.group_id)
        self.who = Choice(
            WHO,
            tuple(
                (f"{one.family_name}, {one.given_name} · {one.case_number}", one.participant_id)
                for one in waiting
            ),
        )
        self.on_date = DateEdit(ON)
        if group.next_session is not None:
            self.on_date.set_date(group.next_session.on_date)
        self.add_row(WHO, self.who)
        self.add_row(ON, self.on_date, required=True)

    def submit(self) -> None:
        """Put the chosen participant into the group."""
        on_date = self.on_date.date_or_none()
        if self.checked() and on_date is not None:
            name = self.who.currentText().split(" · ", maxsplit=1)[0]
            chosen = cast(ParticipantId, self.who.value())
            self.do(partial(self._join, chosen, on_date), f"{name} is in the group.")


class LeaveDialog(FormDialog):
    """Takes a participant out of the group from a date on; what was marked before stays."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        groups: "GroupService",
        group: GroupRow,
        member: Member,
        today: date,
    ) -> None:
        name = f"{member.given_name} {member.family_name}"
        explanation = "He is in no register after this date. What was marked before stays as it is."
        super().__init__(frame, parent, f"{name} leaves {group.name}", explanation, "Take out of the group")
        self._name = name
        self._leave = partial(groups.leave, group.group_id, member.participant_id)
        self.on_date = DateEdit("Last day")
        self.on_date.set_date(today)
        self.add_row("Last day", self.on_date, required=True)

    def submit(self) -> None:
        """Take him out."""
        on_date = self.on_date.date_or_none()
        if self.checked() and on_date is not None:
            self.do(partial(self._leave, on_date), f"{self._name} is no longer in the group.")


class MoveSessionDialog(FormDialog):
    """Gives one session another date; the others stay where they are."""

    def __init__(self, frame: Frame, parent: QWidget, groups: "GroupService", session: GroupSession) -> None:
        explanation = (
            f"It is planned for {long_date(session.on_date)}. "
            "Only this session moves; the others keep their dates."
        )
        super().__init__(frame, parent, f"Move {session.title}", explanation, "Move session")
        self._move: Callable[[date], Changes] = lambda on: groups.move_session(
            session.session_id, on, session.seen
        )
        self._title = session.title
        self.on_date = DateEdit(NEW_DATE)
        self.on_date.set_date(session.on_date)
        self.add_row(NEW_DATE, self.on_date, required=True)

    def submit(self) -> None:
        """Move the session."""
        on_date = self.on_date.date_or_none()
        if self.checked() and on_date is not None:
            self.do(partial(self._move, on_date), f"{self._title} moved to {long_date(on_date)}.")
