"""What the screen of one participant asks with, and what it shows."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bipdesk.domain.agency import AgencyChoice
from bipdesk.domain.clock import Clock
from bipdesk.domain.curriculum import Step
from bipdesk.domain.ids import ParticipantId
from bipdesk.domain.journey import Journey
from bipdesk.domain.participant import Note, ParticipantFile
from bipdesk.domain.person_link import LinkedPerson
from bipdesk.domain.referral import ReferralFile

if TYPE_CHECKING:
    from bipdesk.services.agencies import AgencyService
    from bipdesk.services.groups.members import GroupMemberService
    from bipdesk.services.groups.service import GroupService
    from bipdesk.services.individual_sessions import IndividualSessionService
    from bipdesk.services.notes import NoteService
    from bipdesk.services.owed_documents import DocumentLine, OwedDocumentService
    from bipdesk.services.participants import ParticipantService
    from bipdesk.services.person_links import PersonLinkService
    from bipdesk.services.referrals import ReferralService


@dataclass(frozen=True, slots=True)
class FileServices:
    """The services that the screen and its dialogs use."""

    participants: "ParticipantService"
    referrals: "ReferralService"
    individual: "IndividualSessionService"
    notes: "NoteService"
    groups: "GroupService"
    clock: Clock
    owed_documents: "OwedDocumentService"
    agencies: "AgencyService"
    links: "PersonLinkService"
    members: "GroupMemberService"

    def view(self, participant_id: ParticipantId) -> "FileView":
        """Return everything the screen shows; on the database thread."""
        file = self.participants.file(participant_id)
        return FileView(
            file=file,
            journey=self.participants.journey(participant_id),
            open_steps=self.individual.owed(participant_id),
            notes=self.notes.of(participant_id),
            can_hand_over=self.referrals.can_hand_over(),
            referrals=self.referrals.of(participant_id),
            documents=self.owed_documents.of(file.referral_id),
            agencies=self.agencies.choices(),
            links=self.links.of(participant_id),
        )


@dataclass(frozen=True, slots=True)
class FileView:
    """One participant's file as read at one moment."""

    file: ParticipantFile
    journey: Journey
    open_steps: tuple[Step, ...]
    """Steps that may be recorded now: catch-ups owed, the next 1-2-1 or review."""
    notes: tuple[Note, ...]
    can_hand_over: bool
    referrals: tuple[ReferralFile, ...]
    """All of them with every step, the newest first."""
    documents: "tuple[DocumentLine, ...]"
    """Papers of the newest referral."""
    agencies: tuple[AgencyChoice, ...]
    links: tuple[LinkedPerson, ...]
    """Other files of the same person."""
