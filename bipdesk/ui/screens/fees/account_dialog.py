"""One participant's account: what he pays, what came in, what is let off."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.changes import Changes
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import UserError
from bipdesk.domain.fee import (
    Basis,
    FeeAccount,
    FeeEntry,
    FeeEntryDetails,
    FeeKind,
    FeeScale,
    FeeTerms,
    amount,
    cents_typed,
    typed_amount,
)
from bipdesk.domain.sentences import sentence
from bipdesk.ui.format import counted, joined, short_date
from bipdesk.ui.forms.draft_keeper import DraftKeeper
from bipdesk.ui.forms.fee_scale_dialog import NO_AMOUNT
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.frame import Frame
from bipdesk.ui.widgets.button import Button, Kind
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.fitted_dialog import FittedDialog
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.fees import FeeService

_WIDTH = 720
FROM, BASIS, FEE, REASON = "From", "Basis", "A session costs", "Reason"
DATE, KIND, AMOUNT, REMARK = "Date", "Kind", "Amount", "Remark"


class AccountDialog(FittedDialog):
    """Terms above, then payments; each part is saved on its own."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        fees: "FeeService",
        about: tuple[FeeAccount, FeeScale],
        clock: Clock,
    ) -> None:
        self.account, self.scale = about
        super().__init__(frame.look, parent, f"Fees of {self.account.name}", width=_WIDTH)
        self._frame = frame
        self._fees = fees
        self._today = clock.today()
        self.rows = FormRows()
        self.from_on, self.fee = DateEdit(FROM), line_edit(FEE)
        self.basis = Choice(BASIS, tuple((basis.label, basis) for basis in Basis))
        self.reason = line_edit(REASON)
        self.on_date, self.amount = DateEdit(DATE), line_edit(AMOUNT)
        self.kind = Choice(KIND, tuple((kind.label, kind) for kind in FeeKind))
        self.remark = line_edit(REMARK, "Cash, transfer…")
        self.lines = Lines()
        self.error = Text("", Role.ERROR, wrap=True)
        self._lay_out()
        self.drafts = DraftKeeper(frame, "fees", self)
        self.drafts.bar.changed.connect(self.fit)
        self.body.insertWidget(0, self.drafts.bar)
        self._show(self.account)

    def _lay_out(self) -> None:
        self.summary = Text("", Role.BODY, wrap=True)
        self.body.addWidget(self.summary)
        terms, entry = FieldGrid(self._frame.look, 150, 4), FieldGrid(self._frame.look, 150, 4)
        what_he_pays = {FROM: self.from_on, BASIS: self.basis, FEE: self.fee, REASON: self.reason}
        money = {DATE: self.on_date, KIND: self.kind, AMOUNT: self.amount, REMARK: self.remark}
        for grid, fields in ((terms, what_he_pays), (entry, money)):
            for label, field in fields.items():
                grid.add(self.rows.add(label, field))
        self._part("What he pays", terms, "Save terms", self._on_terms)
        self._part("Money", entry, "Save payment", self._on_entry)
        self.body.addWidget(self.lines)
        self.error.hide()
        self.body.addWidget(self.error)
        close = Button("Close")
        close.clicked.connect(self.accept)
        self.buttons.addWidget(close)

    def _part(self, title: str, fields: QWidget, words: str, pressed: Callable[[], None]) -> None:
        panel = Panel(title)
        panel.body.addWidget(fields)
        button = Button(words, small=True)
        button.clicked.connect(pressed)
        panel.body.addWidget(button)
        self.body.addWidget(panel)

    def _show(self, account: FeeAccount) -> None:
        self.account = account
        currency, sessions = self.scale.currency, counted(account.sessions, "session", "sessions")
        self.summary.setText(
            joined(
                f"{sessions}: {amount(account.charged_cents, currency)}",
                f"paid {amount(account.paid_cents, currency)}",
                f"let off {amount(account.let_off_cents, currency)}",
                f"owed {amount(account.owed_cents, currency)}",
            )
        )
        terms = account.terms_on(self._today)
        self.from_on.set_date(self._today)
        self.basis.set_value(terms.basis if terms else Basis.SCALE)
        self.fee.setText(typed_amount(terms.fee_cents if terms else self.scale.full_cents))
        self.reason.setText(terms.reason if terms else "")
        self.on_date.set_date(self._today)
        self.amount.clear()
        self.remark.clear()
        self.lines.clear()
        made = [self._line(entry) for entry in account.entries]
        for line in made:
            self.lines.add(line)
        line_up(made)
        self.drafts.begin(account.participant_id)
        self.fit()

    def _line(self, entry: FeeEntry) -> DutyLine:
        details = entry.details
        words = f"{details.kind.label}: {amount(details.cents, self.scale.currency)}"
        button = Button("Receipt", small=True)
        button.setAccessibleName(f"Receipt {entry.receipt}")
        button.clicked.connect(lambda: self._print(entry))
        remove = Button("Remove", Kind.QUIET, small=True)
        remove.setAccessibleName(f"Remove: {words}")
        remove.clicked.connect(lambda: self._on_remove(entry))
        pill = Pill(short_date(details.on_date, self._today), State.NEUTRAL)
        shown = button if entry.receipt else remove
        line = DutyLine(pill, words, joined(entry.receipt, details.words), shown)
        if entry.receipt:
            layout = line.layout()
            assert layout is not None  # DutyLine has its row
            layout.addWidget(remove)
        return line

    def _on_terms(self) -> None:
        if not self.rows.check():
            return
        basis, from_on = cast(Basis, self.basis.value()), self.from_on.date_or_none()
        cents = 0 if basis is Basis.WAIVED else cents_typed(self.fee.text())
        if cents is None or from_on is None:
            self.rows.show(FEE if from_on else FROM, NO_AMOUNT if from_on else "Say from which day on.")
            return
        terms = FeeTerms(from_on, basis, cents, self.reason.text().strip())
        self._give(partial(self._fees.set_terms, self.account.participant_id, terms))

    def _on_entry(self) -> None:
        if not self.rows.check():
            return
        cents, on_date = cents_typed(self.amount.text()), self.on_date.date_or_none()
        if cents is None or on_date is None:
            self.rows.show(AMOUNT if on_date else DATE, NO_AMOUNT if on_date else "Say on which day.")
            return
        kind = cast(FeeKind, self.kind.value())
        details = FeeEntryDetails(kind, on_date, cents, self.remark.text().strip())
        self._give(partial(self._fees.record, self.account.participant_id, details))

    def _on_remove(self, entry: FeeEntry) -> None:
        def undo() -> None:
            self._frame.tasks.change(self._frame, partial(self._fees.bring_back, entry.entry_id))

        self._give(partial(self._fees.remove, entry))
        self._frame.notify("The entry is taken out.", undo)

    def _give(self, command: Callable[[], Changes]) -> None:
        self.error.hide()
        self._frame.tasks.change(self, self.drafts.saving(command), self._on_saved, self._refuse)

    def _on_saved(self, _changes: Changes) -> None:
        read = partial(self._fees.account, self.account.participant_id)
        self._frame.tasks.run(self, read, self._show, self._refuse)

    def _refuse(self, error: UserError) -> None:
        if not self.rows.show_error(error):
            self.error.setText(sentence(error))
            self.error.show()
        self.fit()

    def _print(self, entry: FeeEntry) -> None:
        render = partial(self._fees.receipt, self.account.participant_id, entry.entry_id)
        self._frame.tasks.run(self, render, partial(self._frame.show_document, "Receipt"), self._refuse)
