"""The programme itself: its name, its paper, its danger panel."""

from dataclasses import dataclass
from enum import StrEnum

from bipdesk.domain.ids import OrgId, Seen


class Paper(StrEnum):
    """Sheets that office printers hold."""

    A4 = "A4"
    LETTER = "Letter"


EMERGENCY_NUMBERS = {
    **dict.fromkeys(("US", "CA", "MX", "AR", "CO", "CR", "EC", "PY", "PE", "UY"), "911"),
    **dict.fromkeys(("GB", "IE", "GG", "JE", "IM", "GI"), "999"),
    **{"AU": "000", "NZ": "111", "CL": "133", "ZA": "10111"},
}


def emergency_number(country: str) -> str:
    """Return the police emergency number of a country (ISO 3166); 112, which phones know, where unsure."""
    return EMERGENCY_NUMBERS.get(country, "112")


@dataclass(frozen=True, slots=True)
class DangerPanel:
    """Whom to call when somebody is in danger: the same for everyone and always in reach."""

    emergency: str = ""
    police: str = ""
    on_call_officer: str = ""
    victim_service: str = ""
    sealed_code: str = ""
    """Where the sealed recovery code of the safety records lies."""


@dataclass(frozen=True, slots=True)
class SiteDetails:
    """What the set-up wizard and the programme screen ask."""

    name: str
    country: str = "GB"
    """ISO 3166 code, for holidays."""
    region: str = ""
    """Subdivision code of the country, for holidays; empty for the whole country."""
    paper: Paper = Paper.A4
    danger: DangerPanel = DangerPanel()
    pack: str = ""
    """Id of the pack of rules the programme keeps; empty for none."""
    eligibility: str = ""
    """Id of the eligibility file by which suitability is judged; empty for the usual one."""


@dataclass(frozen=True, slots=True)
class Site:
    """The programme's own record."""

    org_id: OrgId
    seen: Seen
    details: SiteDetails
    case_prefix: str
