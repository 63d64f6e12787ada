"""A receipt for money that came in; he takes it with him, so it says nothing of the programme's work."""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.site import Paper


@dataclass(frozen=True, slots=True)
class Receipt:
    """All that is on the paper."""

    programme: str
    paper: Paper
    number: str
    on_date: date
    case_number: str
    name: str
    cents: int
    currency: str
    words: str
    """How it was paid."""
