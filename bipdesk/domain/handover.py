"""The hand-over form: what intake learns about those to be protected, sealed to the officer at once."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from bipdesk.domain.ids import EnvelopeId, OrgId, ParticipantId

Seal = Callable[[EnvelopeId, bytes], bytes]
"""Seals a hand-over form so that the safety officer alone can open it."""


def seal_info(org: OrgId, envelope_id: EnvelopeId) -> bytes:
    """Return what a sealed form is bound to: it cannot be moved to another office or referral."""
    return b"bipdesk/hand-over/1|" + org.bytes + envelope_id.bytes


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


@dataclass(frozen=True, slots=True)
class SealedHandOver:
    """What the records side knows of an envelope it can no longer open."""

    envelope_id: EnvelopeId
    made_at: datetime
    case_number: str
