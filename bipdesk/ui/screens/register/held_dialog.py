"""Who led the session, and when it began and ended."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.held import Held
from bipdesk.domain.staff import StaffMember
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.check_box import CheckBox
from bipdesk.ui.widgets.time_edit import TimeEdit

if TYPE_CHECKING:
    from bipdesk.services.registers.service import RegisterService

WHO, BEGAN, ENDED = "Who led", "Began", "Ended"
_WORDS = "From this the checks of the evening follow: how long it was, and whether somebody led alone."
_NO_TIME = "Enter a time of day, for example 18:30."


class HeldDialog(FormDialog):
    """Shows what was planned, or recorded; Enter keeps it."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        registers: "RegisterService",
        held: Held,
        people: Sequence[StaffMember],
        *,
        do_words: str = "Keep",
    ) -> None:
        super().__init__(frame, parent, "How was it held?", _WORDS, do_words)
        self._registers = registers
        self._held = held
        self.kept: Callable[[], None] = lambda: None
        """Done after it was kept."""
        self.boxes = {person.staff_id: CheckBox(person.name) for person in people}
        who = QWidget()
        column = QVBoxLayout(who)
        column.setContentsMargins(0, 0, 0, 0)
        for staff_id, box in self.boxes.items():
            box.setAccessibleName(f"{WHO}: {box.text()}")
            box.setChecked(staff_id in held.facilitators)
            column.addWidget(box)
        self.began = TimeEdit(BEGAN, held.began_at)
        self.ended = TimeEdit(ENDED, held.ended_at)
        self.add_row(WHO, who)
        self.add_row(BEGAN, self.began, required=True)
        self.add_row(ENDED, self.ended, required=True)
        self.keep_draft("how it was held", held.session_id, seen=held.seen)

    def submit(self) -> None:
        """Record it."""
        began, ended = self.began.time_or_none(), self.ended.time_or_none()
        if not self.checked():
            return
        if began is None or ended is None:
            self.rows.show(BEGAN if began is None else ENDED, _NO_TIME)
            self.fit()
            return
        leaders = tuple(staff_id for staff_id, box in self.boxes.items() if box.isChecked())
        held = replace(
            self._held,
            facilitators=leaders,
            began_at=began,
            ended_at=ended,
            seen=self.typed_on(self._held.seen),
        )
        self.do(partial(self._record, held), "It is recorded how the session was held.")

    def _record(self, held: Held) -> Changes:
        return self._registers.record_held(held)
