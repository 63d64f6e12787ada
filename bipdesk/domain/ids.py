"""Identifiers: time-ordered UUIDs for the records side, random ones for the safety side."""

import hashlib
import secrets
import threading
import uuid
from datetime import date, datetime
from typing import NewType
from uuid import UUID

OrgId = NewType("OrgId", UUID)
StaffId = NewType("StaffId", UUID)
ParticipantId = NewType("ParticipantId", UUID)
ReferralId = NewType("ReferralId", UUID)
WaiverId = NewType("WaiverId", UUID)
GroupId = NewType("GroupId", UUID)
MemberId = NewType("MemberId", UUID)
SessionId = NewType("SessionId", UUID)
CancellationId = NewType("CancellationId", UUID)
AttendanceId = NewType("AttendanceId", UUID)
LeaveId = NewType("LeaveId", UUID)
IndividualSessionId = NewType("IndividualSessionId", UUID)
NoteId = NewType("NoteId", UUID)
VisitorId = NewType("VisitorId", UUID)
VisitId = NewType("VisitId", UUID)
EnvelopeId = NewType("EnvelopeId", UUID)
AgencyId = NewType("AgencyId", UUID)
AgencyPersonId = NewType("AgencyPersonId", UUID)
AgencyAgreementId = NewType("AgencyAgreementId", UUID)
StaffEntryId = NewType("StaffEntryId", UUID)
FeeTermsId = NewType("FeeTermsId", UUID)
FeeEntryId = NewType("FeeEntryId", UUID)
JointWorkId = NewType("JointWorkId", UUID)
PartnershipReviewId = NewType("PartnershipReviewId", UUID)
ServiceEntryId = NewType("ServiceEntryId", UUID)
EvidenceId = NewType("EvidenceId", UUID)
AnswerSetId = NewType("AnswerSetId", UUID)
ImportedFormId = NewType("ImportedFormId", UUID)

PartnerId = NewType("PartnerId", UUID)
ContactId = NewType("ContactId", UUID)

Seen = NewType("Seen", str)
"""Opaque token of what an editable value was loaded with; handed back by every command."""

UNSEEN = Seen("")
"""The token of a row that does not exist yet."""


_STEP_BITS = 32
_LAST = threading.local()
"""The newest id of each thread: what is made within one millisecond must still be in order."""


def records_id(now: datetime) -> UUID:
    """Return a new UUIDv7 (RFC 9562 section 5.7) for a row of the records file.

    Ids made one after the other sort in that order, also within one millisecond (section 6.2, method 2).
    """
    milliseconds = int(now.timestamp() * 1000)
    rest = secrets.randbits(73)  # the first of the 74 bits is left free to count into
    before = getattr(_LAST, "made", (0, 0))
    if before[0] == milliseconds:
        rest = before[1] + 1 + secrets.randbits(_STEP_BITS)
    _LAST.made = milliseconds, rest
    bits = (milliseconds & (1 << 48) - 1) << 80 | (rest >> 62 & 0xFFF) << 64 | rest & (1 << 62) - 1
    return UUID(int=bits | 0x7 << 76 | 0x2 << 62)


def attendance_id(session_id: SessionId, participant_id: ParticipantId) -> AttendanceId:
    """Return the UUIDv8 of one line in one register: two computers that mark it mean the same row."""
    digest = hashlib.blake2b(session_id.bytes + participant_id.bytes, digest_size=16).digest()
    bits = int.from_bytes(digest)
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return AttendanceId(UUID(int=bits))


def held_id(session_id: SessionId) -> UUID:
    """Return the UUIDv8 of how a session was held: two computers that record it mean the same row."""
    digest = hashlib.blake2b(session_id.bytes, digest_size=16, key=b"session_held").digest()
    bits = int.from_bytes(digest)
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=bits)


def cancellation_id(session_id: SessionId, on_date: date) -> CancellationId:
    """Return the UUIDv8 of a cancelled evening: two computers that cancel it mean the same row."""
    digest = hashlib.blake2b(session_id.bytes + on_date.isoformat().encode("ascii"), digest_size=16).digest()
    bits = int.from_bytes(digest)
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return CancellationId(UUID(int=bits))


def chart_row_id(org: OrgId, key: str) -> UUID:
    """Return the UUIDv8 of the office's position on one row of a chart: two computers mean the same row."""
    digest = hashlib.blake2b(org.bytes + key.encode(), digest_size=16).digest()
    bits = int.from_bytes(digest)
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=bits)


def safety_id() -> UUID:
    """Return a new UUIDv4 for a row of the safety file: it must not tell when she was first in touch."""
    return uuid.uuid4()


def only_row_id(participant_id: ParticipantId, table: str) -> UUID:
    """Return the UUIDv8 of the one row a table has for a participant: two computers mean the same row."""
    digest = hashlib.blake2b(participant_id.bytes, digest_size=16, key=table.encode("ascii")).digest()
    bits = int.from_bytes(digest)
    bits = bits & ~(0xF << 76) | 0x8 << 76
    bits = bits & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=bits)
