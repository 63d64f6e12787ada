"""The programme's own settings."""

from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.errors import NothingEntered
from bipdesk.domain.ids import Seen
from bipdesk.domain.site import Site, SiteDetails
from bipdesk.domain.staff import Guard


class SiteService:
    """Name, paper, holidays and danger panel of the programme."""

    def __init__(self, records: RecordsFile, guard: Guard) -> None:
        self._guard = guard
        self._records = records

    def get(self) -> Site:
        """Return the programme's own record."""
        with self._records.unit() as unit:
            return unit.offices.site()

    def update(self, details: SiteDetails, seen: Seen) -> Changes:
        """Write the programme's own record over what `seen` says was on screen."""
        self._guard()
        if not details.name.strip():
            raise NothingEntered(field="Name of the programme")
        with self._records.unit() as unit:
            token = unit.offices.update_site(details, seen)
        return Changes(frozenset({Topic.SITE}), self._records.org, token)
