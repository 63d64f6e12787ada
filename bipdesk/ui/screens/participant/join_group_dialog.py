"""Place in group: which group, and from when."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.group import GroupRow
from bipdesk.domain.ids import GroupId, MemberId
from bipdesk.domain.participant import ParticipantFile
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.forms.entry_fields import EntryFields
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.file_view import FileServices
from bipdesk.ui.screens.participant.words import full_name
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.text import Role, Text

_WORDS = "From this day on the name stands on the session sheets and in the register of the group."
_NO_GROUPS = "There is no group with sessions to come. Plan one under Groups and sessions, then come back."


class JoinGroupDialog(FormDialog):
    """Offers the groups that still have sessions to come."""

    def __init__(self, frame: Frame, services: FileServices, file: ParticipantFile, parent: QWidget) -> None:
        super().__init__(frame, parent, f"Place {full_name(file)} in a group", _WORDS, "Place in group")
        self.setObjectName("joinGroupDialog")
        self._services = services
        self._file = file
        self._groups: dict[GroupId, GroupRow] = {}
        self.group = Choice("Group")
        self.about = Text("", Role.DETAIL, wrap=True)
        self.entry = EntryFields(frame, services.members, self.rows)
        self.add_row("Group", self.group)
        self.fields.addWidget(self.about)
        self.fields.addWidget(self.entry)
        self._plan = Button("Groups and sessions")
        self._plan.clicked.connect(self._on_plan_pressed)
        self._plan.hide()
        self.fields.addWidget(self._plan)
        self.group.currentIndexChanged.connect(self._on_chosen)
        self.entry.changed.connect(self._show_entry)
        self.do_button.setEnabled(False)
        frame.tasks.run(self, services.groups.list, self._show_groups)

    def submit(self) -> None:
        """Let the participant join."""
        day, file = self.entry.date_or_none(), self._file
        group = self._chosen()
        if not self.checked() or day is None or group is None:
            return
        members = self._services.members
        self.do(
            partial(members.join, group.group_id, file.participant_id, day, self.entry.reason()),
            f"{full_name(file)} is in {group.name}.",
            lambda changes: members.take_back_join(cast(MemberId, changes.row_id)),
        )

    def _show_groups(self, rows: tuple[GroupRow, ...]) -> None:
        open_rows = [row for row in rows if row.next_session is not None]
        self._groups = {row.group_id: row for row in open_rows}
        self.group.set_choices(tuple((row.name, row.group_id) for row in open_rows))
        self._plan.setVisible(not open_rows)
        if not open_rows:
            self.about.setText(_NO_GROUPS)
        self._on_chosen()

    def _on_chosen(self) -> None:
        row = self._chosen()
        if row is not None:
            self.about.setText(_about(row, self._services))
            self.do_button.setEnabled(False)
            self.entry.ask(row.group_id, self._file.participant_id)
        self.fit()

    def _show_entry(self) -> None:
        self.do_button.setEnabled(self.entry.date_or_none() is not None)
        self.fit()

    def _chosen(self) -> GroupRow | None:
        value = self.group.value()
        return next((row for key, row in self._groups.items() if key == value), None)

    def _on_plan_pressed(self) -> None:
        self.reject()
        self.frame.open_page("groups")


def _about(row: GroupRow, services: FileServices) -> str:
    """Return "Thursday 18:30, Grange Hall · 8 members · next: My Thinking 5 on 26 Nov"."""
    coming = row.next_session
    following = (
        f"next: {coming.title} on {short_date(coming.on_date, services.clock.today())}" if coming else ""
    )
    place = f"{row.weekday} {row.starts_at:%H:%M}, {row.place}"
    counts = row.places
    plain = counts.places is None and counts.unconvicted_places is None
    return joined(place, counted(row.members, "member", "members") if plain else counts.words, following)
