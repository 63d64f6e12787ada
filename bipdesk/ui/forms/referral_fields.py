"""What is asked about a referral: who sent him, under what order, and until when."""

from datetime import date
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.agency import AgencyChoice
from bipdesk.domain.referral import OrderKind, ReferralDetails, ReferralKind
from bipdesk.ui.forms.agency_choice import AgencyEdit
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit, text_area
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit
from bipdesk.ui.widgets.text import Role, Text

_KINDS: tuple[tuple[str, object], ...] = (
    ("Court-ordered", ReferralKind.COURT_ORDERED),
    ("Voluntary", ReferralKind.VOLUNTARY),
)
_ORDERS: tuple[tuple[str, object], ...] = tuple((kind.label, kind) for kind in OrderKind)
_CONDITIONS = "Nothing about the people it protects: no name, no address. That goes into the hand-over form."
_MOST_SESSIONS = 999


WHO_SENT_HIM = "The county reads who referred him: write an agency or an office, never a partner or relative."


class ReferralFields(QWidget):
    """The fields of `ReferralDetails`; `edited` says that one of them changed."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.kind = Choice("Kind of referral", _KINDS)
        self.referrer = AgencyEdit("Referred by", "Choose or type")
        self.referrer_person = line_edit("Person there")
        self.referred_on = DateEdit("Referred on")
        self.order_kind = Choice("Order or licence", _ORDERS)
        self.court = line_edit("Court")
        self.court_case = line_edit("Court case number")
        self.order_made_on = DateEdit("Order made")
        self.order_begins_on = DateEdit("Order begins")
        self.order_ends_on = DateEdit("Order ends")
        self.required_sessions = line_edit("Required sessions")
        self.required_sessions.setValidator(QIntValidator(0, _MOST_SESSIONS, self))
        self.hearing_on = DateEdit("Next hearing")
        self.conditions = text_area("Conditions", look, lines=2)
        self.conditions.setPlaceholderText(_CONDITIONS)
        self.rows = FormRows()
        self._shown: ReferralDetails | None = None
        self._lay_out(look)
        self._listen()

    @property
    def _days(self) -> tuple[DateEdit, ...]:
        return (
            self.referred_on,
            self.order_made_on,
            self.order_begins_on,
            self.order_ends_on,
            self.hearing_on,
        )

    def offer(self, agencies: tuple[AgencyChoice, ...]) -> None:
        """Offer these agencies as the one that sent him; another name can be typed."""
        self.referrer.set_choices(agencies)

    def details(self) -> ReferralDetails | None:
        """Return what is entered; None while there is no date of referral."""
        referred_on = self.referred_on.date_or_none()
        if referred_on is None:
            return None
        sessions = self.required_sessions.text()
        return ReferralDetails(
            kind=ReferralKind(str(self.kind.value())),
            referrer=self.referrer.text(),
            referred_on=referred_on,
            court_case=self.court_case.text().strip(),
            order_ends_on=self.order_ends_on.date_or_none(),
            hearing_on=self.hearing_on.date_or_none(),
            referrer_person=self.referrer_person.text().strip(),
            agency_id=self._agency_id(),
            order_kind=OrderKind(str(self.order_kind.value())),
            court=self.court.text().strip(),
            order_made_on=self.order_made_on.date_or_none(),
            order_begins_on=self.order_begins_on.date_or_none(),
            required_sessions=int(sessions) if sessions.isdigit() else None,
            conditions=self.conditions.toPlainText().strip(),
        )

    def _agency_id(self) -> UUID | None:
        # A name nobody touched means the agency it meant before, also while the agencies are being read.
        if self._shown is not None and self.referrer.text() == self._shown.referrer:
            return self._shown.agency_id
        return self.referrer.agency_id()

    def has_unreadable_date(self) -> bool:
        """Say whether something is typed as a date that is none."""
        return any(day.is_wrong() for day in self._days)

    def show_details(self, referral: ReferralDetails) -> None:
        """Fill the fields and take sentences about errors away."""
        self._shown = referral
        self.kind.set_value(referral.kind)
        self.referrer.set_text(referral.referrer)
        self.referrer_person.setText(referral.referrer_person)
        self.referred_on.set_date(referral.referred_on)
        self.order_kind.set_value(referral.order_kind)
        self.court.setText(referral.court)
        self.court_case.setText(referral.court_case)
        self.order_made_on.set_date(referral.order_made_on)
        self.order_begins_on.set_date(referral.order_begins_on)
        self.order_ends_on.set_date(referral.order_ends_on)
        sessions = referral.required_sessions
        self.required_sessions.setText("" if sessions is None else str(sessions))
        self.hearing_on.set_date(referral.hearing_on)
        self.conditions.setPlainText(referral.conditions)
        self.rows.clear()

    def begin(self, today: date) -> None:
        """Empty the fields; the referral is of today until somebody says otherwise."""
        self.show_details(ReferralDetails(ReferralKind.COURT_ORDERED, "", today))

    def _listen(self) -> None:
        self.kind.currentIndexChanged.connect(self.edited)
        self.order_kind.currentIndexChanged.connect(self.edited)
        self.referrer.edited.connect(self.edited)
        for edit in (self.referrer_person, self.court, self.court_case, self.required_sessions):
            edit.textChanged.connect(self.edited)
        self.conditions.textChanged.connect(self.edited)
        for day in self._days:
            day.edited.connect(self.edited)

    def _lay_out(self, look: Look) -> None:
        add = self.rows.add
        sender, order = FieldGrid(look), FieldGrid(look)
        sender.add(add("Kind", self.kind))
        sender.add(add("Referred by", self.referrer))
        sender.add(add("Person there", self.referrer_person))
        sender.add(add("Referred on", self.referred_on, required=True, also="The date of the referral"))
        order.add(add("Order or licence", self.order_kind))
        order.add(add("Court", self.court))
        order.add(add("Court case number", self.court_case))
        order.add(add("Required sessions", self.required_sessions))
        order.add(add("Order made", self.order_made_on))
        order.add(add("Order begins", self.order_begins_on))
        order.add(add("Order ends", self.order_ends_on))
        order.add(add("Next hearing", self.hearing_on))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(10))
        layout.addWidget(sender)
        layout.addWidget(Text(WHO_SENT_HIM, Role.SMALL, wrap=True))
        layout.addWidget(order)
        layout.addWidget(add("Conditions", self.conditions))
