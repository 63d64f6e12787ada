"""The hand-over form: what intake learns about those to be protected, sealed to the officer at once."""

import json
from dataclasses import asdict, dataclass
from uuid import UUID

from bipdesk.domain.ids import ParticipantId


@dataclass(frozen=True, slots=True)
class ProtectedPerson:
    """Somebody to be protected, as the referral papers name her or him."""

    name: str = ""
    relation: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class HandOverForm:
    """The same form for every referral, filled in or empty; nobody on the records side can read it again."""

    participant_id: ParticipantId
    people: tuple[ProtectedPerson, ...] = ()
    papers: str = ""
    """Which papers name them, and where those papers are kept."""
    remarks: str = ""

    def to_bytes(self) -> bytes:
        """Return the form as canonical JSON, ready to be sealed."""
        content = asdict(self) | {"participant_id": self.participant_id.hex}
        return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> "HandOverForm":
        """Read back what `to_bytes` wrote."""
        content = json.loads(data)
        return cls(
            participant_id=ParticipantId(UUID(content["participant_id"])),
            people=tuple(ProtectedPerson(**person) for person in content["people"]),
            papers=content["papers"],
            remarks=content["remarks"],
        )
