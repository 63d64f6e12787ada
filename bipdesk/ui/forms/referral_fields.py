"""What is asked about a referral: who sent him, under what order, and until when."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bipdesk.domain.referral import ReferralDetails, ReferralKind
from bipdesk.ui.forms.field_grid import FieldGrid
from bipdesk.ui.forms.fields import line_edit
from bipdesk.ui.forms.form_rows import FormRows
from bipdesk.ui.theme.look import Look
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_KINDS: tuple[tuple[str, object], ...] = (
    ("Court-ordered", ReferralKind.COURT_ORDERED),
    ("Voluntary", ReferralKind.VOLUNTARY),
)


class ReferralFields(QWidget):
    """The fields of `ReferralDetails`; `edited` says that one of them changed."""

    edited = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.kind = Choice("Kind of referral", _KINDS)
        self.referrer = line_edit("Referred by", "Court, probation office, agency")
        self.referred_on = DateEdit("Referred on")
        self.court_case = line_edit("Court case number")
        self.order_ends_on = DateEdit("Order ends")
        self.hearing_on = DateEdit("Next hearing")
        self.rows = FormRows()
        self._lay_out(look)
        self.kind.currentIndexChanged.connect(self.edited)
        for edit in (self.referrer, self.court_case):
            edit.textChanged.connect(self.edited)
        for day in (self.referred_on, self.order_ends_on, self.hearing_on):
            day.edited.connect(self.edited)

    def details(self) -> ReferralDetails | None:
        """Return what is entered; None while there is no date of referral."""
        referred_on = self.referred_on.date_or_none()
        if referred_on is None:
            return None
        return ReferralDetails(
            kind=ReferralKind(str(self.kind.value())),
            referrer=self.referrer.text().strip(),
            referred_on=referred_on,
            court_case=self.court_case.text().strip(),
            order_ends_on=self.order_ends_on.date_or_none(),
            hearing_on=self.hearing_on.date_or_none(),
        )

    def has_unreadable_date(self) -> bool:
        """Say whether something is typed as a date that is none."""
        return any(day.is_wrong() for day in (self.referred_on, self.order_ends_on, self.hearing_on))

    def show_details(self, referral: ReferralDetails) -> None:
        """Fill the fields and take sentences about errors away."""
        self.kind.set_value(referral.kind)
        self.referrer.setText(referral.referrer)
        self.referred_on.set_date(referral.referred_on)
        self.court_case.setText(referral.court_case)
        self.order_ends_on.set_date(referral.order_ends_on)
        self.hearing_on.set_date(referral.hearing_on)
        self.rows.clear()

    def begin(self, today: date) -> None:
        """Empty the fields; the referral is of today until somebody says otherwise."""
        self.show_details(ReferralDetails(ReferralKind.COURT_ORDERED, "", today))

    def _lay_out(self, look: Look) -> None:
        grid = FieldGrid(look, widest=3)
        grid.add(self.rows.add("Kind", self.kind))
        grid.add(self.rows.add("Referred by", self.referrer, required=True))
        grid.add(
            self.rows.add("Referred on", self.referred_on, required=True, also="The date of the referral")
        )
        grid.add(self.rows.add("Court case number", self.court_case))
        grid.add(self.rows.add("Order ends", self.order_ends_on))
        grid.add(self.rows.add("Next hearing", self.hearing_on))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(grid)
