"""What a person does with the directory of services: find one, keep it right, print it (Source 004)."""

from bipdesk.db.audit import Verb
from bipdesk.db.records.file import RecordsFile
from bipdesk.domain.changes import Changes, Topic
from bipdesk.domain.clock import Clock
from bipdesk.domain.errors import DateInFuture, NothingEntered
from bipdesk.domain.ids import Seen, ServiceEntryId
from bipdesk.domain.service_directory import (
    ServiceDetails,
    ServiceDirectory,
    ServiceEntry,
    ServiceKind,
    found,
    in_order,
)
from bipdesk.export.reports.service_directory import render_service_directory

CHANGED = frozenset({Topic.SERVICES})


class ServiceDirectoryService:
    """Services for those whom the programme cannot take."""

    def __init__(self, records: RecordsFile, clock: Clock) -> None:
        self._records = records
        self._clock = clock

    def search(self, text: str = "", kind: ServiceKind | None = None) -> tuple[ServiceEntry, ...]:
        """Return the services in which each word of `text` stands, by kind and name."""
        with self._records.unit() as unit:
            return in_order(found(unit.directory.entries(), text, kind))

    def add(self, details: ServiceDetails) -> Changes:
        """Store a service.

        Raises:
            NothingEntered: without a name.
            DateInFuture: when it is said to be checked on a day to come.
        """
        self._check(details)
        with self._records.unit() as unit:
            entry_id = unit.directory.add(details)
        return Changes(CHANGED, entry_id)

    def update(self, entry_id: ServiceEntryId, details: ServiceDetails, seen: Seen) -> Changes:
        """Write a service over what `seen` says was on screen."""
        self._check(details)
        with self._records.unit() as unit:
            token = unit.directory.update(entry_id, details, seen)
        return Changes(CHANGED, entry_id, token)

    def remove(self, entry: ServiceEntry) -> Changes:
        """Take out a service that is no longer there."""
        with self._records.unit() as unit:
            unit.directory.remove(entry.entry_id, entry.seen)
        return Changes(CHANGED, entry.entry_id)

    def bring_back(self, entry_id: ServiceEntryId) -> Changes:
        """Undo a removal."""
        with self._records.unit() as unit:
            unit.directory.bring_back(entry_id)
        return Changes(CHANGED, entry_id)

    def render(self, text: str = "", kind: ServiceKind | None = None) -> bytes:
        """Return the list, or what of it a search finds, as PDF bytes for the paper of the site."""
        with self._records.unit() as unit:
            entries = in_order(found(unit.directory.entries(), text, kind))
            site = unit.offices.site().details
            unit.rows.note(Verb.PRINTED, "service_directory")
        return render_service_directory(
            ServiceDirectory(
                programme_name=site.name,
                printed_on=self._clock.today(),
                paper=site.paper,
                services=tuple(entry.details for entry in entries),
            )
        )

    def _check(self, details: ServiceDetails) -> None:
        if not details.name.strip():
            raise NothingEntered(field="Name")
        if details.checked_on is not None and details.checked_on > self._clock.today():
            raise DateInFuture(field="Checked on")
