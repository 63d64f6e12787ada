"""A new referral that somebody began to type and has not saved."""

from collections.abc import Iterator
from datetime import date

from bipdesk.db.records.file import Unit
from bipdesk.domain.draft import NO_SUBJECT, DraftKey
from bipdesk.domain.duty import Duty, DutyKind

FORM = "referral"


def begun_referral(unit: Unit, _today: date) -> Iterator[Duty]:
    """Yield the referral that the person signed in has begun; nothing typed is said here."""
    draft = unit.drafts.of(DraftKey(FORM, NO_SUBJECT))
    at = None if draft is None else draft.written_at or draft.sealed_at
    if at is not None:
        words = f"Typed last on {at.day} {at:%B}; it is filled in again when you open it"
        yield Duty(DutyKind.REFERRAL_BEGUN, NO_SUBJECT, "A new referral was begun", words, None)
