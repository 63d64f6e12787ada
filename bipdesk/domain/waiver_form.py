"""The waiver as it is printed to be signed: whose it is, and its terms; empty it is the blank form."""

from dataclasses import dataclass
from datetime import date

from bipdesk.domain.letter import Letterhead
from bipdesk.domain.waiver import WaiverTerms


@dataclass(frozen=True, slots=True)
class WaiverForm:
    """All that stands on the paper; an empty name or date prints as a line to write on."""

    head: Letterhead
    terms: WaiverTerms
    name: str = ""
    date_of_birth: date | None = None
    case_number: str = ""
    until_citation: str = ""
    """Where the rule about its end stands; empty where no pack says."""
    language: str = "en"
    blank: bool = False
    """Print every box empty, to be crossed by hand."""
