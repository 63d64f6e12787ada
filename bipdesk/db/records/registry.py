"""What each column of the records file is: where it may go, with what it is merged. Unlisted is refused."""

from bipdesk.db.records.tables import (
    agencies,
    carriage,
    drafts,
    fees,
    groups,
    imports,
    instruments,
    people,
    person_keys,
    person_links,
    persons,
    programme,
    readiness,
    referrals,
    registers,
    risks,
    staff_records,
    suitability,
    waivers,
)
from bipdesk.domain.sync.registry import Registry, Table

RECORDS = Registry(
    (
        *programme.COLUMNS,
        *people.COLUMNS,
        *person_keys.COLUMNS,
        *person_links.COLUMNS,
        *referrals.COLUMNS,
        *groups.COLUMNS,
        *registers.COLUMNS,
        *imports.COLUMNS,
        *agencies.COLUMNS,
        *waivers.COLUMNS,
        *readiness.COLUMNS,
        *persons.COLUMNS,
        *risks.COLUMNS,
        *staff_records.COLUMNS,
        *fees.COLUMNS,
        *carriage.COLUMNS,
        *drafts.COLUMNS,
        *instruments.COLUMNS,
        *suitability.COLUMNS,
        Table("audit", local=True),
    )
)
