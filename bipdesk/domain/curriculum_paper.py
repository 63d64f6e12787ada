"""A curriculum on paper: its sessions, and which of the eight topics it covers when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bipdesk.domain.coverage import Coverage
from bipdesk.domain.site import Paper


@dataclass(frozen=True, slots=True)
class CurriculumPaper:
    """All that is printed; `dates` are those of a group, by step code, or none."""

    programme_name: str
    paper: Paper
    coverage: Coverage
    dates: Mapping[str, date]
    printed_on: date
