"""What each column of the records file is: where it may go, with what it is merged. Unlisted is refused."""

from bipdesk.db.records.tables import carriage, groups, people, programme
from bipdesk.domain.sync.registry import Registry, Table

RECORDS = Registry(
    (
        *programme.COLUMNS,
        *people.COLUMNS,
        *groups.COLUMNS,
        *carriage.COLUMNS,
        Table("audit", local=True),
    )
)
