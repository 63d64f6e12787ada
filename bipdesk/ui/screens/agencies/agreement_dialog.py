"""Entering, changing or renewing an agreement with an agency."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QWidget

from bipdesk.domain.agency import StoredAgency
from bipdesk.domain.agency_agreement import AgencyAgreement, AgreementDetails, AgreementKind
from bipdesk.domain.agency_blanks import AGENCY_BLANK
from bipdesk.ui.forms.fields import text_area
from bipdesk.ui.frame import Frame
from bipdesk.ui.screens.agencies.agency_services import AgencyServices
from bipdesk.ui.screens.agencies.record_dialog import RecordDialog
from bipdesk.ui.widgets.choice import Choice
from bipdesk.ui.widgets.date_edit import DateEdit

_WORDS = "Sixty days before it expires it stands under Today, until it is renewed or ended."
_RENEWING = "The old one is kept and ended on the day on which this one was signed."


class AgreementDialog(RecordDialog):
    """Kind, what it covers, signed, expires, ended."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: AgencyServices,
        agency: StoredAgency,
        agreement: AgencyAgreement | None = None,
    ) -> None:
        title = f"Agreement with {agency.details.name}"
        super().__init__(frame, parent, title, _WORDS, "Save agreement")
        self.setObjectName("agreementDialog")
        self._agencies = services.agencies
        self._agency_id = agency.agency_id
        self._agreement = agreement
        self.kind = Choice("Kind", tuple((kind.label, kind) for kind in AgreementKind))
        self.signed_on = DateEdit("Signed on")
        self.expires_on = DateEdit("Expires on")
        self.ended_on = DateEdit("Ended on")
        self.covers = text_area("What it covers", frame.look, 3)
        self.add_cell("Kind", self.kind)
        self.add_cell("Signed on", self.signed_on)
        self.add_cell("Expires on", self.expires_on)
        if agreement is not None:
            self.add_cell("Ended on", self.ended_on)
        self.add_row("What it covers", self.covers)
        self.offer_blank(services, AGENCY_BLANK)
        if agreement is not None:
            self._show(agreement)
        self.keep_draft("agreement", agreement.agreement_id if agreement else agency.agency_id)

    def submit(self) -> None:
        """Save the agreement."""
        if not self.checked():
            return
        agreement, details = self._agreement, self.details()
        if agreement is None:
            self.do(
                partial(self._agencies.add_agreement, self._agency_id, details), "The agreement is saved."
            )
        else:
            change = partial(self._agencies.update_agreement, agreement.agreement_id, details, agreement.seen)
            self.do(change, "The agreement is saved.")

    def details(self) -> AgreementDetails:
        """Return what is entered."""
        return AgreementDetails(
            kind=cast(AgreementKind, self.kind.value()),
            covers=self.covers.toPlainText().strip(),
            signed_on=self.signed_on.date_or_none(),
            expires_on=self.expires_on.date_or_none(),
            ended_on=self.ended_on.date_or_none(),
        )

    def _show(self, agreement: AgencyAgreement) -> None:
        details, service = agreement.details, self._agencies
        self.kind.set_value(details.kind)
        self.covers.setPlainText(details.covers)
        self.signed_on.set_date(details.signed_on)
        self.expires_on.set_date(details.expires_on)
        self.ended_on.set_date(details.ended_on)
        self.offer_removal(
            partial(service.remove_agreement, agreement),
            partial(service.bring_agreement_back, agreement.agreement_id),
            "The agreement is taken out.",
        )


class RenewDialog(RecordDialog):
    """The agreement that takes the place of an older one."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: AgencyServices,
        agency: StoredAgency,
        old: AgencyAgreement,
    ) -> None:
        words = f"{old.details.kind.label} with {agency.details.name}. {_RENEWING}"
        super().__init__(frame, parent, "Renew the agreement", words, "Renew agreement")
        self.setObjectName("renewDialog")
        self._agencies = services.agencies
        self._old = old
        self.signed_on = DateEdit("Signed on")
        self.expires_on = DateEdit("Expires on")
        self.covers = text_area("What it covers", frame.look, 3)
        self.covers.setPlainText(old.details.covers)
        self.add_cell("Signed on", self.signed_on, required=True)
        self.add_cell("Expires on", self.expires_on)
        self.add_row("What it covers", self.covers)
        self.offer_blank(services, AGENCY_BLANK)
        self.keep_draft("agreement-renewal", old.agreement_id)

    def submit(self) -> None:
        """Store the new agreement and end the old one."""
        if self.checked():
            details = AgreementDetails(
                kind=self._old.details.kind,
                covers=self.covers.toPlainText().strip(),
                signed_on=self.signed_on.date_or_none(),
                expires_on=self.expires_on.date_or_none(),
            )
            renew = partial(self._agencies.renew_agreement, self._old, details)
            self.do(renew, "The agreement is renewed; the old one is ended and kept.")
