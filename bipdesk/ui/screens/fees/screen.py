"""Who pays what, and what each still owes; there only while the programme charges fees."""

from typing import TYPE_CHECKING

from bipdesk.domain.changes import Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.fee import FeeAccount, FeeScale, amount
from bipdesk.domain.ids import Seen
from bipdesk.ui.format import counted, joined
from bipdesk.ui.forms.fee_scale_dialog import ScaleDialog
from bipdesk.ui.frame import Frame
from bipdesk.ui.screen import Screen
from bipdesk.ui.screens.fees.account_dialog import AccountDialog
from bipdesk.ui.widgets.button import Button
from bipdesk.ui.widgets.duty_line import DutyLine, line_up
from bipdesk.ui.widgets.empty_state import EmptyState
from bipdesk.ui.widgets.filling import filling
from bipdesk.ui.widgets.panel import Lines, Panel
from bipdesk.ui.widgets.pill import Pill, State
from bipdesk.ui.widgets.text import Role, Text

if TYPE_CHECKING:
    from bipdesk.services.fees import FeeService

EXPLANATION = (
    "What is owed follows from the register: each attended session from the day his terms begin. Fees never "
    "keep anybody from a session, and no letter mentions them."
)
Read = tuple[tuple[FeeScale, Seen], tuple[FeeAccount, ...]]


class FeesScreen(Screen):
    """A line for each participant who is here, those who owe most first."""

    topics = frozenset({Topic.FEES, Topic.REGISTER, Topic.PARTICIPANTS})

    def __init__(self, frame: Frame, fees: "FeeService", clock: Clock) -> None:
        super().__init__(frame)
        self._fees = fees
        self._clock = clock
        self._scale: tuple[FeeScale, Seen] | None = None
        self.lines = Lines()
        self.header.set_title("Fees")
        scale = Button("Scale and currency…")
        scale.setObjectName("scaleButton")
        scale.clicked.connect(self._on_scale)
        self.header.add_action(scale)
        panel = Panel()
        panel.body.addWidget(self.lines)
        self.body.addWidget(Text(EXPLANATION, Role.DETAIL, wrap=True))
        self.body.addWidget(panel)
        self.body.addStretch(1)

    def load(self) -> None:
        """Read the scale and everybody's account."""
        self.frame.tasks.run(self, lambda: (self._fees.scale(), self._fees.accounts()), self._show)

    def _show(self, read: Read) -> None:
        self._scale, accounts = read
        currency = self._scale[0].currency
        owed = sum(max(account.owed_cents, 0) for account in accounts)
        people = counted(len(accounts), "person", "people")
        self.header.set_title("Fees", joined(people, f"{amount(owed, currency)} owed in all"))
        with filling(self.lines):
            self.lines.clear()
            made = [
                self._line(account, currency)
                for account in sorted(accounts, key=lambda one: (-one.owed_cents, one.name))
            ]
            for line in made:
                self.lines.add(line)
            line_up(made)
            if not made:
                self.lines.add(EmptyState("Nobody is here yet", "Who is accepted or in a group is listed."))

    def _line(self, account: FeeAccount, currency: str) -> DutyLine:
        button = Button("Open", small=True)
        button.setAccessibleName(f"Open: {account.name}")
        button.clicked.connect(lambda: self._open(account))
        terms = account.terms_on(self._clock.today())
        pays = f"{amount(terms.fee_cents, currency)} a session" if terms else "no terms yet"
        facts = joined(
            account.case_number,
            "waived" if terms and not terms.fee_cents else pays,
            f"{counted(account.sessions, 'session', 'sessions')} charged",
            f"{amount(account.paid_cents, currency)} paid",
        )
        return DutyLine(_pill(account, currency), account.name, facts, button)

    def _open(self, account: FeeAccount) -> None:
        if self._scale is not None:
            AccountDialog(self.frame, self, self._fees, (account, self._scale[0]), self._clock).open()

    def _on_scale(self) -> None:
        if self._scale is not None:
            ScaleDialog(self.frame, self, self._fees, self._scale).open()


def _pill(account: FeeAccount, currency: str) -> Pill:
    if account.owed_cents > 0:
        return Pill(f"Owes {amount(account.owed_cents, currency)}", State.WARN)
    if account.owed_cents < 0:
        return Pill(f"Paid ahead {amount(-account.owed_cents, currency)}", State.NEUTRAL)
    return Pill("Nothing owed", State.GOOD)
