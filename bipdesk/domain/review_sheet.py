"""What stands on the paper of a three-way review: all of it, or nothing but room to write."""

from dataclasses import dataclass

from bipdesk.domain.review import ReviewDetails, ReviewKind
from bipdesk.domain.site import Paper


@dataclass(frozen=True, slots=True)
class ReviewSheet:
    """One sheet; without `details` it is blank."""

    programme_name: str
    kind: ReviewKind
    details: ReviewDetails | None = None
    name: str = ""
    case_number: str = ""
    paper: Paper = Paper.A4
    language: str = "en"
