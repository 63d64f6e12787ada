"""The words of the evening's files: the county's view and its key."""

from collections.abc import Callable, Sequence
from datetime import date

from bipdesk.domain.ids import OrgId
from bipdesk.domain.office import CountyParticipant, SiteLine


def day_words(day: date) -> str:
    """Return a date as read aloud, for example "19 November 2026"."""
    return f"{day.day} {day:%B %Y}"


def key_file(identity: str, bundle: str) -> str:
    """Return the county's key as `age` reads it, with a warning in front."""
    return (
        "# DEMONSTRATION ONLY. The key of an invented county office, thrown away with it.\n"
        "# A real county office's key never leaves its encrypted records: it opens every bundle.\n"
        f"# Open the bundle with: age --decrypt -i county-key-demo-only.txt {bundle}\n"
        f"{identity.strip()}\n"
    )


def county_view(
    county: str,
    sites: Sequence[SiteLine],
    participants_of: Callable[[OrgId], Sequence[CountyParticipant]],
) -> str:
    """Return as text what the county office sees after it has read the bundle."""
    lines = [f"{county}: what the sites have sent", "(invented people)", ""]
    for site in sites:
        when = day_words(site.last_bundle_on) if site.last_bundle_on else "never"
        lines += [f"{site.name} · last bundle read on {when}", ""]
        lines.append(_columns("Case", "Name", "Status", "Referred by", "Attended", "Missed"))
        for person in participants_of(site.org_id):
            name = f"{person.family_name}, {person.given_name}"
            numbers = (str(person.attended), str(person.missed))
            lines.append(_columns(person.case_number, name, person.status, person.referrer, *numbers))
        lines.append("")
    return "\n".join(lines)


def _columns(*cells: str) -> str:
    widths = (10, 28, 16, 24, 9, 6)
    return "  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()
