"""Record an end other than completion: what kind, why, and what follows from it."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from bipdesk.domain.ending_file import EndingFile
from bipdesk.domain.exit import (
    ASKS_FOR_VIOLENT_SIGNS,
    BEFORE_START,
    REASONS_OF,
    ExitDetails,
    ExitReason,
    ExitType,
    consequences,
)
from bipdesk.domain.referral import Status
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_dialog import FormDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.participant.reviews.violent_signs import QUESTION, ViolentSigns
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService

_STARTED = tuple(kind for kind in ExitType if kind is not ExitType.COMPLETED)
_CHOOSE: tuple[str, object] = ("Choose how it ended", None)
_WORDS = (
    "Everything recorded stays, and he can be referred again. Write no names of a partner or of children."
)
_WHY, _KIND_OF_REASON = "Why", "Kind of reason"
_TO, _BY, _ON = "Receiving programme", "Authorised by", "Authorised on"


class EndDialog(FormDialog):
    """Asks only what belongs to the kind of end that is chosen, and says what it brings."""

    def __init__(
        self, frame: Frame, exits: "ExitService", file: EndingFile, today: date, parent: QWidget
    ) -> None:
        started = file.status is Status.IN_PROGRAMME
        what = "programme" if started else "referral"
        super().__init__(frame, parent, f"End the {what} for {file.name}", _WORDS, f"End {what}")
        self.setObjectName("endDialog")
        self._exits = exits
        self._file = file
        kinds = _STARTED if started else BEFORE_START
        self.ending = Choice("How it ended", (_CHOOSE, *((kind.label, kind) for kind in kinds)))
        self.meaning = Text("", Role.DETAIL, wrap=True)
        self.reason_kind = Choice(_KIND_OF_REASON)
        self.reason = text_area(_WHY, frame.look, 2)
        self.ended_on = DateEdit("Ended on")
        self.ended_on.set_date(today)
        self.last_seen = DateEdit("Last seen on")
        self.last_seen.set_date(file.last_seen_on)
        self.receiving = line_edit(_TO, "Name and place")
        self.authorised_by = line_edit(_BY, "Name and office of the supervising authority")
        self.authorised_on = DateEdit(_ON)
        self.signs = ViolentSigns(frame.look)
        self.follows = Text("", Role.DETAIL, wrap=True)
        self._lay_out()
        self.ending.currentIndexChanged.connect(self._on_kind)
        self.signs.edited.connect(self._show_follows)
        self._on_kind()
        self.keep_draft("end", file.referral_id)
        if self.drafts is not None:
            self.drafts.filled.connect(self._show_follows)

    def submit(self) -> None:
        """Record how it ended."""
        day, kind = self.ended_on.date_or_none(), self._kind()
        if not self.checked() or day is None:
            return
        if kind is None:
            self.rows.show("How it ended", "Choose how it ended.")
            self.fit()
            return
        details, exits, file = self._details(kind, day), self._exits, self._file
        self.do(
            lambda: exits.end(file.participant_id, details, file.referral_seen),
            f"{file.name}: {kind.label.lower()}.",
        )

    def _lay_out(self) -> None:
        self.add_row("How it ended", self.ending)
        self.fields.addWidget(self.meaning)
        self.add_row(_KIND_OF_REASON, self.reason_kind)
        self.add_row(_WHY, self.reason)
        self.add_row(_TO, self.receiving)
        self.add_row(_BY, self.authorised_by)
        self.add_row(_ON, self.authorised_on)
        self.add_row("Ended on", self.ended_on, required=True, also="The date")
        self.add_row("Last seen on", self.last_seen)
        self.add_row(QUESTION, self.signs)
        self.fields.addWidget(self.follows)

    def _details(self, kind: ExitType, day: date) -> ExitDetails:
        reason, moves = self.reason_kind.value(), kind is ExitType.TRANSFERRED
        return ExitDetails(
            type=kind,
            on_date=day,
            reason_kind=reason if kind in REASONS_OF and isinstance(reason, ExitReason) else ExitReason.NONE,
            reason=self.reason.toPlainText().strip(),
            last_contact_on=self.last_seen.date_or_none(),
            violent_signs=self.signs.signs() if kind in ASKS_FOR_VIOLENT_SIGNS else None,
            receiving=self.receiving.text().strip() if moves else "",
            authorised_by=self.authorised_by.text().strip() if moves else "",
            authorised_on=self.authorised_on.date_or_none() if moves else None,
        )

    def _kind(self) -> ExitType | None:
        kind = self.ending.value()
        return kind if isinstance(kind, ExitType) else None

    def _on_kind(self) -> None:
        kind = self._kind()
        self.meaning.setText(kind.meaning if kind is not None else "")
        self.meaning.setVisible(kind is not None)
        reasons = REASONS_OF.get(kind, ()) if kind is not None else ()
        offered: tuple[tuple[str, object], ...] = tuple((each.label, each) for each in reasons)
        self.reason_kind.set_choices(((ExitReason.NONE.label, ExitReason.NONE), *offered))
        self.rows.set_visible(_KIND_OF_REASON, bool(reasons))
        for label in (_TO, _BY, _ON):
            self.rows.set_visible(label, kind is ExitType.TRANSFERRED)
        self.rows.set_visible(QUESTION, kind in ASKS_FOR_VIOLENT_SIGNS)
        self._show_follows()

    def _show_follows(self) -> None:
        kind = self._kind()
        found = consequences(kind, self.signs.signs()) if kind is not None else ()
        self.follows.setText("\n".join(found))
        self.follows.setVisible(bool(found))
        self.fit()
