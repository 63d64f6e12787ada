"""Write down a notice given by telephone, in person or by a portal; the gate answers while one types."""

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.disclosed import Checked
from bipdesk.domain.disclosure import Disclosure, Recipient
from bipdesk.domain.duties.owed import Owed
from bipdesk.domain.duty import DutyKind
from bipdesk.domain.notice import BY_HAND, OF_PROGRAMME, NoticeDetails, NoticeKind, NoticeWay
from bipdesk.domain.notice_file import NoticeFile
from bipdesk.domain.waiver import RecipientClass
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.papers.letter_dialog import KINDS
from bipdesk.ui.tasks import Ticket
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text
from bipdesk.ui.widgets.time_edit import TimeEdit

if TYPE_CHECKING:
    from bipdesk.services.duties.notice_service import NoticeService

_WIDTH = 700
_WORDS = (
    "Only what was really told. A letter writes itself down when it is recorded; this is for a call, a visit "
    "or a portal."
)
_OTHER = Recipient("", RecipientClass.POLICE)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the dialog begins with."""

    kind: NoticeKind = NoticeKind.INCIDENT
    recipient_class: RecipientClass | None = None


class NoticeDialog(FormDialog):
    """Says by what right it may be told, and which of the open facts it ends."""

    def __init__(
        self,
        frame: Frame,
        notices: "NoticeService",
        file: NoticeFile,
        parent: QWidget,
        wanted: Wanted,
    ) -> None:
        super().__init__(frame, parent, "Record a notice", _WORDS, "Record notice")
        self.setObjectName("noticeDialog")
        self.setMinimumWidth(frame.look.px(_WIDTH))
        self._notices = notices
        self._file = file
        self._asked: Ticket | None = None
        kinds = tuple((each.label, each) for each in NoticeKind if each not in OF_PROGRAMME)
        self.kind = Choice("Which notice", kinds)
        people = (*file.recipients, _OTHER)
        self.recipient = Choice("To", tuple((each.name or "Somebody else…", each) for each in people))
        self.name = line_edit("Name of the office")
        self.office = Choice("Kind of office", KINDS)
        self.way = Choice("How", tuple((each.label, each) for each in BY_HAND))
        self.told_on = DateEdit("Told on")
        self.told_at = TimeEdit("Told at")
        self.reference = line_edit(
            "Their name or reference", "Who took the call, or the number of the receipt"
        )
        self.remark = line_edit("Remark")
        self.covers = Text("", Role.DETAIL, wrap=True)
        self.right = Text("", Role.STRONG, wrap=True)
        self.right.setObjectName("authorityText")
        self._lay_out()
        self._begin(wanted)
        self.keep_draft("notice", file.participant_id)
        self._listen()
        self._ask()

    def _lay_out(self) -> None:
        grid = FieldGrid(self.frame.look, 290, 2)
        grid.add(self.rows.add("Which notice", self.kind))
        grid.add(self.rows.add("How", self.way))
        grid.add(self.rows.add("To", self.recipient))
        grid.add(self.rows.add("Name of the office", self.name, required=True, also="To whom"))
        grid.add(self.rows.add("Kind of office", self.office))
        grid.add(self.rows.add("Told on", self.told_on, required=True))
        grid.add(self.rows.add("Told at", self.told_at))
        grid.add(self.rows.add("Their name or reference", self.reference, required=True))
        self.fields.addWidget(grid)
        self.add_row("Remark", self.remark)
        self.fields.addWidget(self.covers)
        self.fields.addWidget(self.right)

    def _begin(self, wanted: Wanted) -> None:
        self.kind.set_value(wanted.kind)
        self.told_on.set_date(self._file.today)
        if wanted.recipient_class is not None:
            fitting = (r for r in self._file.recipients if r.recipient_class is wanted.recipient_class)
            self.recipient.set_value(next(fitting, _OTHER))
        self._on_recipient()

    def _listen(self) -> None:
        self.recipient.currentIndexChanged.connect(lambda _place: self._on_recipient())
        self.kind.currentIndexChanged.connect(lambda _place: self._ask())
        self.office.currentIndexChanged.connect(lambda _place: self._ask())
        self.name.textEdited.connect(lambda _text: self._ask())
        if self.drafts is not None:
            self.drafts.filled.connect(self._ask)

    def chosen(self) -> Recipient:
        """Return the recipient as the fields say it."""
        base, kind = self.recipient.value(), self.office.value()
        found = base if isinstance(base, Recipient) else _OTHER
        name = self.name.text().strip()
        return replace(
            found,
            name=name,
            recipient_class=kind if isinstance(kind, RecipientClass) else found.recipient_class,
            agency_id=found.agency_id if found.name == name else None,
        )

    def _on_recipient(self) -> None:
        base = self.recipient.value()
        if isinstance(base, Recipient):
            self.name.setText(base.name)
            self.name.setReadOnly(base.agency_id is not None)
            self.office.set_value(base.recipient_class)
            self.office.setEnabled(base.agency_id is None)
        self._ask()

    def _kind(self) -> NoticeKind:
        kind = self.kind.value()
        return kind if isinstance(kind, NoticeKind) else NoticeKind.INCIDENT

    def _ask(self) -> None:
        ends = self._ended()
        words = "; ".join(dict.fromkeys(f"{owed.what}: {owed.why}" for owed in ends))
        self.covers.setText(f"Ends what is due: {words}." if words else "Nothing that is due ends with it.")
        if self._asked is not None:
            self._asked.cancel()
        work = partial(self._notices.check, self._kind(), self._file.participant_id, self.chosen())
        self._asked = self.frame.tasks.run(self, work, self._show_right)

    def _ended(self) -> list[Owed]:
        """Return what is due that telling this recipient ends."""
        told_to = self.chosen().recipient_class
        return [
            owed
            for owed in self._file.due
            if owed.kind is self._kind()
            and owed.duty is not DutyKind.WRITE_INCIDENT
            and (not owed.classes or told_to in owed.classes)
        ]

    def _show_right(self, checked: Checked) -> None:
        self._asked = None
        outcome = checked.outcome
        may = isinstance(outcome, Disclosure)
        self.right.setText(
            f"By right of: {outcome.authority.words}." if isinstance(outcome, Disclosure) else checked.refused
        )
        self.right.set_state("good" if may else "bad")
        self.do_button.setEnabled(may)
        self.fit()

    def submit(self) -> None:
        """Write the notice down."""
        told_on, way = self.told_on.date_or_none(), self.way.value()
        if not self.checked() or told_on is None or not isinstance(way, NoticeWay):
            return
        details = NoticeDetails(
            kind=self._kind(),
            recipient=self.name.text().strip(),
            told_on=told_on,
            way=way,
            about=frozenset(owed.fact_id for owed in self._ended()),
            told_at=self.told_at.time_or_none(),
            reference=self.reference.text().strip(),
            remark=self.remark.text().strip(),
        )
        notices, whose, recipient = self._notices, self._file.participant_id, self.chosen()
        self.do(
            lambda: notices.record(whose, details, recipient),
            "The notice is written down.",
            lambda changes: notices.undo(changes.row_id),
        )
