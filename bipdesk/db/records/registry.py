"""What each column of the records file is: where it may go, with what it is merged. Unlisted is refused."""

from bipdesk.db.records.tables import (
    agencies,
    carriage,
    drafts,
    groups,
    people,
    programme,
    referrals,
    waivers,
)
from bipdesk.domain.sync.registry import Registry, Table

RECORDS = Registry(
    (
        *programme.COLUMNS,
        *people.COLUMNS,
        *referrals.COLUMNS,
        *groups.COLUMNS,
        *agencies.COLUMNS,
        *waivers.COLUMNS,
        *carriage.COLUMNS,
        *drafts.COLUMNS,
        Table("audit", local=True),
    )
)
