"""Scanned papers: which kinds of file are taken, told by what is in them and never by their name."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

MOST_BYTES = 8 * 1024 * 1024
"""Room for a dozen scanned pages; it keeps the file of the records small enough for a stick."""
_BEGINNINGS = {"pdf": b"%PDF-", "png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
_ENDINGS = {"pdf": b"%%EOF", "png": b"IEND", "jpeg": b"\xff\xd9"}
_TAIL = 1024


@dataclass(frozen=True, slots=True)
class ScannedPaper:
    """A paper on file, without its bytes."""

    paper_id: UUID
    owner_id: UUID
    kind: str
    """pdf, png or jpeg"""
    size: int
    added_at: datetime


def kind_of(content: bytes) -> str:
    """Return "pdf", "png" or "jpeg", or "" for anything else and for a file whose end is missing."""
    for kind, beginning in _BEGINNINGS.items():
        if content.startswith(beginning):
            return kind if _ENDINGS[kind] in content[-_TAIL:] else ""
    return ""
