"""Two files of one person: what is shown of the link, and how he is counted once."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from bipdesk.domain.ids import ParticipantId, Seen


@dataclass(frozen=True, slots=True)
class LinkedPerson:
    """The other file of the same person."""

    link_id: UUID
    seen: Seen
    participant_id: ParticipantId
    case_number: str
    name: str
    since: date
    by: str


def persons_among(participant_ids: Iterable[UUID], links: Iterable[tuple[UUID, UUID]]) -> int:
    """Return how many persons these files belong to, when each of `links` joins two files of one."""
    leader = {his: his for his in participant_ids}

    def find(his: UUID) -> UUID:
        while leader[his] != his:
            his = leader[his]
        return his

    for one, other in links:
        if one in leader and other in leader:
            leader[find(one)] = find(other)
    return sum(find(his) == his for his in leader)
