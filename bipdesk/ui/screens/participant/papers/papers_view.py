"""What the tab Papers asks with, and what it shows."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bipdesk.domain.clock import Clock
from bipdesk.domain.disclosed import CourtOrder, Disclosed, LetterChoices
from bipdesk.domain.ids import ParticipantId

if TYPE_CHECKING:
    from bipdesk.services.agreements import AgreementService, AgreementView
    from bipdesk.services.disclosures.service import DisclosureService
    from bipdesk.services.waivers import WaiverService, WaiverView


@dataclass(frozen=True, slots=True)
class PaperServices:
    """The services that the tab and its dialogs use."""

    waivers: "WaiverService"
    agreements: "AgreementService"
    disclosures: "DisclosureService"
    clock: Clock

    def view(self, participant_id: ParticipantId) -> "PapersView":
        """Return everything the tab shows; on the database thread."""
        return PapersView(
            participant_id=participant_id,
            today=self.clock.today(),
            waivers=self.waivers.of(participant_id),
            agreements=self.agreements.of(participant_id),
            disclosed=self.disclosures.of(participant_id),
            orders=self.disclosures.orders(participant_id),
            choices=self.disclosures.choices(participant_id),
        )


@dataclass(frozen=True, slots=True)
class PapersView:
    """One participant's papers as read at one moment."""

    participant_id: ParticipantId
    today: date
    waivers: "WaiverView"
    agreements: "AgreementView"
    disclosed: tuple[Disclosed, ...]
    orders: tuple[CourtOrder, ...]
    choices: LetterChoices
