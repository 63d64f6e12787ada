"""A draft: what somebody has begun to type into a form and not saved yet."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

NO_SUBJECT = UUID(int=0)
"""The subject of a form that is about nobody yet: a new referral."""


@dataclass(frozen=True, slots=True)
class DraftKey:
    """Which form it is, and about whom; every person signed in has drafts of her own."""

    form: str
    subject_id: UUID = NO_SUBJECT
    """The participant, the referral, the group: whatever the form is about."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed and differs from what the form showed when it was opened."""

    key: DraftKey
    content: Mapping[str, object] = field(default_factory=dict)
    """The fields by name; plain JSON values."""
    written_at: datetime | None = None
    sealed_at: datetime | None = None
    """Until when something typed into the sealed part of the form is kept, for the safety officer's eyes."""


def to_text(content: Mapping[str, object]) -> str:
    """Return the content of a draft as it is stored. Raises TypeError for anything but JSON values."""
    return json.dumps(dict(content), ensure_ascii=False, sort_keys=True)


def from_text(text: str) -> dict[str, object]:
    """Return the content of a stored draft; nothing at all for what is no draft."""
    try:
        content = json.loads(text)
    except ValueError:
        return {}
    return {str(name): value for name, value in content.items()} if isinstance(content, dict) else {}
