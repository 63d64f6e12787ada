"""What of the records is carried to the county, and what comes back."""

from collections.abc import Collection
from uuid import UUID

from bipdesk.db.journal.arrival import ImportReport
from bipdesk.db.journal.journal import Delivery, Journal
from bipdesk.db.records.person_keys import PersonKeyStore
from bipdesk.db.rows import Rows
from bipdesk.domain.ids import OrgId, ParticipantId
from bipdesk.domain.sync.bundle import BundleContents
from bipdesk.domain.sync.scope import COUNTY_CASE
from bipdesk.domain.sync.share import ShareState


class CarriageStore:
    """The journal's carriage within one open transaction."""

    def __init__(self, rows: Rows, journal: Journal) -> None:
        self._rows = rows
        self._journal = journal

    def share(self, participant_id: ParticipantId) -> None:
        """Open what the county may be told of a participant: his waiver is signed."""
        self._set_share(participant_id, ShareState.ON)

    def stop_sharing(self, participant_id: ParticipantId) -> None:
        """Send nothing more; the county keeps what it lawfully received."""
        self._set_share(participant_id, ShareState.STOPPED)

    def stop_all(self, participant_ids: Collection[UUID]) -> None:
        """Send nothing more about any of these about whom something may still be sent."""
        for subject in self._journal.shared(self._rows.session, participant_ids, COUNTY_CASE):
            self.stop_sharing(ParticipantId(subject))

    def _set_share(self, participant_id: ParticipantId, state: ShareState) -> None:
        seen = self._rows.seen(participant_id)
        self._journal.share(self._rows.session, participant_id, COUNTY_CASE, state, seen)

    def conflicts(self, row_ids: Collection[UUID]) -> tuple[str, ...]:
        """Return the clusters of these rows of ours that two people changed without seeing each other."""
        found = self._journal.conflicts(self._rows.session, list(row_ids), self._rows.org)
        return tuple(conflict.cluster for conflict in found)

    def export(self, recipient: OrgId, profile: str) -> BundleContents:
        """Return everything after the last confirmed position; keep this before the stick is written."""
        return self._journal.export(self._rows.session, recipient, profile)

    def import_bundle(self, contents: BundleContents) -> ImportReport:
        """Store what a bundle brought; its signature has been checked already."""
        report = self._journal.import_bundle(self._rows.session, contents)
        keys, sender = PersonKeyStore(self._rows), OrgId(contents.org)
        keys.refresh_arrived([*report.rows, *(("participant", gone) for gone in report.purged)], sender)
        keys.refresh_arrived(report.returned_rows)
        return report

    def delivery(self, recipient: OrgId) -> Delivery:
        """Return how far the county has confirmed."""
        return self._journal.delivery(self._rows.session, recipient, COUNTY_CASE)
