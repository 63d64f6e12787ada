"""Letting a participant join a group, leave it, or go over to another."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.group import GroupRow, Member
from bipdesk.domain.group_blanks import TRANSFER_BLANK
from bipdesk.domain.ids import GroupId, MemberId, ParticipantId
from bipdesk.domain.participant import ParticipantRow
from bipdesk.ui.forms.blank_button import blank_button
from bipdesk.ui.forms.draft_fields import keep_out
from bipdesk.ui.forms.entry_fields import EntryFields
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

if TYPE_CHECKING:
    from bipdesk.ui.screens.groups.group_services import GroupServices

WHO, LEAVES, WHY, TO = "Participant", "From this day on", "The reason", "To the group"
_NO_OTHER = "There is no other group with sessions to come. Plan one under Groups and sessions."
_WIDTH = 560


class JoinDialog(FormDialog):
    """Chooses somebody from the waiting list, and the session at which he comes in."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: "GroupServices",
        group: GroupRow,
        waiting: tuple[ParticipantRow, ...],
    ) -> None:
        explanation = (
            "Accepted participants who are in no group. A man comes in where no session before it is passed "
            "over: at the start of a block whose earlier groups he has met, or where he left off."
        )
        super().__init__(frame, parent, f"Join {group.name}", explanation, "Add to the group")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._members = services.members
        self._group = group
        self.who = Choice(
            WHO,
            tuple(
                (f"{one.family_name}, {one.given_name} · {one.case_number}", one.participant_id)
                for one in waiting
            ),
        )
        self.entry = EntryFields(frame, services.members, self.rows)
        self.add_row(WHO, self.who)
        self.fields.addWidget(self.entry)
        self.who.currentIndexChanged.connect(self._ask)
        self.entry.changed.connect(self._show_entry)
        self.keep_draft("join group", group.group_id)
        self._ask()

    def _ask(self) -> None:
        self.do_button.setEnabled(False)
        self.entry.ask(self._group.group_id, cast(ParticipantId, self.who.value()))

    def _show_entry(self) -> None:
        self.do_button.setEnabled(self.entry.date_or_none() is not None)
        self.fit()

    def submit(self) -> None:
        """Put the chosen participant into the group."""
        on_date = self.entry.date_or_none()
        if self.checked() and on_date is not None:
            name = self.who.currentText().split(" · ", maxsplit=1)[0]
            chosen = cast(ParticipantId, self.who.value())
            join = partial(self._members.join, self._group.group_id, chosen, on_date, self.entry.reason())
            self.do(join, f"{name} is in the group.", self._take_back)

    def _take_back(self, changes: Changes) -> Changes:
        return self._members.take_back_join(cast(MemberId, changes.row_id))


class LeaveDialog(FormDialog):
    """Takes a participant out of the group from a date on; what was marked before stays."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: "GroupServices",
        group: GroupRow,
        member: Member,
        today: date,
    ) -> None:
        name = f"{member.given_name} {member.family_name}"
        explanation = (
            "From this day on he is in no register of the group. What was marked before stays as it is. "
            "Write no names of a partner or children."
        )
        super().__init__(frame, parent, f"{name} leaves {group.name}", explanation, "Take out of the group")
        self._name = name
        self._members = services.members
        self._who = group.group_id, member.participant_id
        self.on_date = DateEdit(LEAVES)
        self.on_date.set_date(today)
        self.reason = line_edit(WHY)
        self.add_row(LEAVES, self.on_date, required=True)
        self.add_row(WHY, self.reason)
        self.keep_draft("leave group", member.participant_id)

    def submit(self) -> None:
        """Take him out."""
        on_date = self.on_date.date_or_none()
        if self.checked() and on_date is not None:
            leave = partial(self._members.leave, *self._who, on_date, self.reason.text())
            self.do(leave, f"{self._name} is no longer in the group.", self._take_back)

    def _take_back(self, changes: Changes) -> Changes:
        return self._members.take_back_leave(cast(MemberId, changes.row_id))


class TransferDialog(FormDialog):
    """Takes a participant over into another group on the day of its session; his steps stay his."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: "GroupServices",
        group: GroupRow,
        member: Member,
    ) -> None:
        self._name = f"{member.given_name} {member.family_name}"
        explanation = (
            f"He leaves {group.name} and is in the other group from that session on. What he has done stays "
            "his. Write no names of a partner or children."
        )
        super().__init__(frame, parent, f"{self._name} goes over to another group", explanation, "Take over")
        self.setObjectName("transferDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._members = services.members
        self._group = group
        self._participant_id = member.participant_id
        self.to = Choice(TO)
        keep_out(self.to)
        self.entry = EntryFields(frame, services.members, self.rows)
        self.reason = line_edit(WHY, "For example: he works on Thursdays now")
        self.add_row(TO, self.to)
        self.fields.addWidget(self.entry)
        self.add_row(WHY, self.reason, required=True)
        self.buttons.insertWidget(0, blank_button(frame, services.blanks, TRANSFER_BLANK, small=False))
        self.to.currentIndexChanged.connect(self._ask)
        self.entry.changed.connect(self._show_entry)
        self.do_button.setEnabled(False)
        self.keep_draft("transfer", member.participant_id)
        frame.tasks.run(self, services.groups.list, self._show_groups)

    def submit(self) -> None:
        """Take him over."""
        on_date, to = self.entry.date_or_none(), cast(GroupId | None, self.to.value())
        if self.checked() and on_date is not None and to is not None:
            transfer = partial(
                self._members.transfer,
                self._participant_id,
                to,
                on_date,
                self.reason.text(),
                self.entry.reason(),
            )
            said = f"{self._name} goes over to {self.to.currentText().split(' · ')[0]}."
            self.do(transfer, said, self._take_back)

    def _take_back(self, changes: Changes) -> Changes:
        return self._members.take_back_transfer(cast(MemberId, changes.row_id), self._participant_id)

    def _show_groups(self, rows: tuple[GroupRow, ...]) -> None:
        others = [
            row for row in rows if row.next_session is not None and row.group_id != self._group.group_id
        ]
        self.to.set_choices(
            tuple((f"{row.name} · {row.weekday} {row.starts_at:%H:%M}", row.group_id) for row in others)
        )
        if not others:
            self.entry.about.setText(_NO_OTHER)
            self.entry.about.show()
            self.fit()

    def _ask(self) -> None:
        to = cast(GroupId | None, self.to.value())
        self.do_button.setEnabled(False)
        if to is None:
            self.entry.clear()
        else:
            self.entry.ask(to, self._participant_id)

    def _show_entry(self) -> None:
        self.do_button.setEnabled(self.entry.date_or_none() is not None)
        self.fit()
