"""How it ended, and what is done then: the exit summary, the packet, what the court made of the order."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from bipdesk.domain.clock import Clock
from bipdesk.domain.ending_file import EndingFile
from bipdesk.domain.exit import ExitReason, ExitRecord
from bipdesk.domain.referral import FINISHED, ReferralKind
from bipdesk.domain.transfer import CITATION, PacketLine
from bipdesk.ui.format import due_in_words, joined, short_date
from bipdesk.ui.screens.participant.file_tab import FileTab
from bipdesk.ui.screens.participant.listed_panel import ListedPanel
from bipdesk.ui.screens.participant.reviews.hand_on_dialog import HandOnDialog
from bipdesk.ui.screens.participant.reviews.outcome_dialog import OutcomeDialog
from bipdesk.ui.screens.participant.reviews.summary_dialog import SummaryDialog
from bipdesk.ui.screens.participant.reviews.take_back_exit_dialog import TakeBackExitDialog
from bipdesk.ui.widgets.duty_line import DutyLine
from bipdesk.ui.widgets.pill import Pill, State

if TYPE_CHECKING:
    from bipdesk.services.endings.exits import ExitService
    from bipdesk.services.endings.service import EndingService

_EMPTY = "Nothing has ended. What kind of end it was, its summary and what the court did will stand here."
_EARLIER = "It ended before ends were recorded with their kind; his status under Intake says how."


class EndingPanel(ListedPanel):
    """The newest end first, with what belongs to it; earlier ends under it."""

    def __init__(self, tab: FileTab, exits: "ExitService", endings: "EndingService", clock: Clock) -> None:
        super().__init__(tab.frame.look, "How it ended", "", ("Outcome of the order", self._on_outcome))
        self._tab = tab
        self._exits = exits
        self._endings = endings
        self._clock = clock
        self.file: EndingFile | None = None

    def show_file(self, file: EndingFile) -> None:
        """Show every end of his, and what belongs to the newest."""
        self.file = file
        self.add_button.setVisible(
            file.status in FINISHED and file.referral_kind is ReferralKind.COURT_ORDERED
        )
        self.add_button.setText("Change the outcome" if file.outcome else "Outcome of the order")
        lines: list[DutyLine] = []
        for record in file.exits:
            lines.append(self._exit(record))
            if record == file.standing:
                lines += self._belonging(file, record)
        if file.outcome is not None:
            lines.append(self._outcome(file))
        self.show_lines(lines, _EARLIER if file.status in FINISHED else _EMPTY)

    def prepare_summary(self) -> None:
        """Open the exit summary of the newest end."""
        if self.file is not None and self.file.standing is not None:
            about = (self.file.standing, self.file.summary)
            SummaryDialog(self._tab.frame, self._endings, about, self).open()

    def _exit(self, record: ExitRecord) -> DutyLine:
        details, today = record.details, self._clock.today()
        if record.taken_back is not None:
            back = record.taken_back
            day = short_date(back.on_date, today)
            words = f"Recorded by mistake: {back.reason} (taken back {day}, {back.by})"
            title = f"{details.type.label}, {short_date(details.on_date, today)}"
            return self.line(Pill("Taken back", State.NEUTRAL), title, words)
        kind = details.reason_kind.label if details.reason_kind is not ExitReason.NONE else ""
        signs = "Signs of violence at the end" if details.violent_signs else ""
        to = f"To {details.receiving}" if details.receiving else ""
        by = f"authorised by {details.authorised_by}" if details.authorised_by else ""
        signed = f"signed by {' and '.join(record.signed_by)}" if record.signed_by else ""
        state = State.GOOD if details.type.value == "completed" else State.NEUTRAL
        newest = self.file is not None and record == self.file.standing
        acts = [("Take back", partial(self._take_back, record))] if newest else []
        return self.line(
            Pill(details.type.label, state),
            f"{details.type.label} on {short_date(details.on_date, today)}",
            joined(kind, details.reason, to, by, signs, signed),
            *acts,
        )

    def _belonging(self, file: EndingFile, record: ExitRecord) -> list[DutyLine]:
        return [self._summary(file), *(self._part(each, record) for each in file.packet)]

    def _summary(self, file: EndingFile) -> DutyLine:
        today = self._clock.today()
        if file.summary is not None:
            day = short_date(file.summary.prepared_on, today)
            words = f"Prepared {day} by {file.summary.by}. It is sent by a letter under Notices."
            act = ("Open", self.prepare_summary)
            return self.line(Pill("Prepared", State.GOOD), "Exit summary", words, act)
        due = file.summary_due
        act = ("Prepare", self.prepare_summary)
        if due is None:
            words = "No rule of this place sets a day for it."
            return self.line(Pill("Not yet", State.NEUTRAL), "Exit summary", words, act)
        left = (due.on - today).days
        pill = Pill(due_in_words(left), State.BAD if left < 0 else State.WARN)
        title = f"Exit summary, to be prepared by {short_date(due.on, today)}"
        return self.line(pill, title, f"{due.words} {due.citation}", act)

    def _part(self, packet: PacketLine, record: ExitRecord) -> DutyLine:
        title = f"For the next programme: {packet.part.label.lower()}"
        if packet.handed is not None:
            day = short_date(packet.handed.sent_on, self._clock.today())
            item_id = packet.handed.item_id
            act = ("Marked by mistake", lambda: self._withdraw_part(item_id))
            return self.line(Pill("Sent", State.GOOD), title, f"{day}, {packet.handed.how}", act)
        if not packet.covered:
            words = f"His waiver does not cover it: {packet.words.lower()}, to another programme"
            return self.line(Pill("Not covered", State.WARN), title, words)
        act = ("Mark as sent", partial(self._hand_on, record, packet))
        return self.line(Pill("To send", State.NEUTRAL), title, f"His waiver covers it ({CITATION})", act)

    def _outcome(self, file: EndingFile) -> DutyLine:
        if file.outcome is None:
            raise ValueError("no outcome is known")
        outcome, details = file.outcome, file.outcome.details
        words = joined(f"Heard from {details.source}", details.words)
        title = f"{details.kind.label}, {short_date(details.on_date, self._clock.today())}"
        act = ("Entered by mistake", lambda: self._remove_outcome(outcome.outcome_id, file))
        return self.line(Pill("Court", State.NEUTRAL), title, words, act)

    # What the buttons do

    def _on_outcome(self) -> None:
        if self.file is not None:
            OutcomeDialog(self._tab.frame, self._endings, self.file, self._clock.today(), self).open()

    def _take_back(self, record: ExitRecord) -> None:
        TakeBackExitDialog(self._tab.frame, self._exits, record, self).open()

    def _hand_on(self, record: ExitRecord, packet: PacketLine) -> None:
        about = (record, packet.part)
        HandOnDialog(self._tab.frame, self._endings, about, self._clock.today(), self).open()

    def _withdraw_part(self, item_id: UUID) -> None:
        endings, frame = self._endings, self._tab.frame
        frame.tasks.change(
            self,
            lambda: endings.withdraw_handed(item_id),
            lambda _changes: frame.notify("The part is to be sent again."),
        )

    def _remove_outcome(self, outcome_id: UUID, file: EndingFile) -> None:
        endings, frame = self._endings, self._tab.frame

        def undo() -> None:
            if file.outcome is not None:
                details = file.outcome.details
                frame.tasks.change(frame, lambda: endings.put_outcome(file.participant_id, details))

        frame.tasks.change(
            self,
            lambda: endings.remove_outcome(outcome_id),
            lambda _changes: frame.notify("The outcome is taken out.", undo),
        )
