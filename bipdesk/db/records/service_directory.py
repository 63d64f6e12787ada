"""The directory of services for those whom the programme cannot take, as stored."""

import sqlalchemy as sa

from bipdesk.db.records.tables.agencies import ServiceEntryRow
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import UNSEEN, Seen, ServiceEntryId, records_id
from bipdesk.domain.service_directory import ServiceDetails, ServiceEntry, ServiceKind

REMOVED = "removed"


class ServiceDirectoryStore:
    """Reads and writes the directory of services of one open transaction."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows

    def entries(self) -> tuple[ServiceEntry, ...]:
        """Return all services in no order; two queries."""
        row = ServiceEntryRow
        query = sa.select(row).where(row.org_id == self._rows.org, row.is_void.is_(False))
        found = self._rows.session.scalars(query).all()
        seen = self._rows.seen_of(one.id for one in found)
        return tuple(_entry(one, seen.get(one.id, UNSEEN)) for one in found)

    def add(self, details: ServiceDetails) -> ServiceEntryId:
        """Store a service."""
        entry_id = ServiceEntryId(records_id(self._rows.clock.now()))
        self._rows.add(ServiceEntryRow(id=entry_id, **_columns(details)))
        return entry_id

    def update(self, entry_id: ServiceEntryId, details: ServiceDetails, seen: Seen) -> Seen:
        """Write a service over what `seen` says was on screen."""
        return self._rows.change(ServiceEntryRow, entry_id, seen, **_columns(details))

    def remove(self, entry_id: ServiceEntryId, seen: Seen) -> None:
        """Hide a service that is no longer there."""
        self._rows.hide(ServiceEntryRow, entry_id, seen, REMOVED)

    def bring_back(self, entry_id: ServiceEntryId) -> None:
        """Show a removed service again."""
        self._rows.restore(ServiceEntryRow, entry_id)


def _entry(row: ServiceEntryRow, seen: Seen) -> ServiceEntry:
    details = ServiceDetails(
        name=row.name,
        kind=ServiceKind(row.kind),
        for_whom=row.for_whom,
        area=row.area,
        phone=row.phone,
        hours=row.hours,
        languages=row.languages,
        cost=row.cost,
        checked_on=row.checked_on,
    )
    return ServiceEntry(ServiceEntryId(row.id), seen, details)


def _columns(details: ServiceDetails) -> dict[str, object]:
    return {
        "name": details.name,
        "kind": details.kind.value,
        "for_whom": details.for_whom,
        "area": details.area,
        "phone": details.phone,
        "hours": details.hours,
        "languages": details.languages,
        "cost": details.cost,
        "checked_on": details.checked_on,
    }
