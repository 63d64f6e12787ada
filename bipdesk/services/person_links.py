"""What a person does when two files turn out to be one person's: link them, and undo it."""

from uuid import UUID

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.ids import ParticipantId, Seen
from bipdesk.domain.intake_errors import AlreadyLinked, LinkToHimself
from bipdesk.domain.person_link import LinkedPerson

CHANGED = frozenset({Topic.PARTICIPANTS})


class PersonLinkService:
    """Links between two files; nothing of either is rewritten."""

    def __init__(self, records: RecordsFile, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    def of(self, participant_id: ParticipantId) -> tuple[LinkedPerson, ...]:
        """Return the other files of this person."""
        with self._records.unit() as unit:
            return unit.person_links.of(participant_id)

    def link(self, participant_id: ParticipantId, other_id: ParticipantId) -> Changes:
        """Say that both files are one person's; both show it from now on.

        Raises:
            LinkToHimself, AlreadyLinked.
        """
        if participant_id == other_id:
            raise LinkToHimself
        with self._records.unit() as unit:
            known = {each.participant_id for each in unit.person_links.of(participant_id)}
            if other_id in known:
                raise AlreadyLinked
            row_id = unit.person_links.add(participant_id, other_id, self._clock.today())
        return Changes(CHANGED, row_id)

    def undo(self, link_id: UUID, seen: Seen) -> Changes:
        """Say that they are two people after all."""
        with self._records.unit() as unit:
            token = unit.person_links.undo(link_id, self._clock.today(), seen)
        return Changes(CHANGED, link_id, token)

    def link_again(self, link_id: UUID) -> Changes:
        """Take the undoing back."""
        with self._records.unit() as unit:
            token = unit.person_links.undo(link_id, None, unit.person_links.token(link_id))
        return Changes(CHANGED, link_id, token)
