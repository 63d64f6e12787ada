"""What the log knows of itself: its office, epoch, number of the last change and clock reading."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

import sqlalchemy as sa

from bipdesk.db.journal.tables import T
from bipdesk.domain.sync import hlc
from bipdesk.domain.sync.streams import Position

_READ = sa.select(T.state)
_WRITE = (
    sa.update(T.state)
    .where(T.state.c.org_id == sa.bindparam("the_org", type_=sa.Uuid))
    .where(T.state.c.key == sa.bindparam("the_key"))
    .values(value=sa.bindparam("the_value"))
)


class NotInitialised(RuntimeError):
    """The file has no log yet: `Journal.initialise` comes first."""


@dataclass(frozen=True, slots=True)
class JournalState:
    """The log's own values; `mac_key` marks what this office wrote."""

    org: UUID
    epoch: UUID
    lsn: int
    hlc: int
    mac_key: bytes

    @property
    def position(self) -> Position:
        """Return where the database stands."""
        return Position(self.epoch, self.lsn)

    def ticked(self, now: datetime) -> "JournalState":
        """Return the state after one more change at `now`."""
        return replace(self, hlc=hlc.tick(self.hlc, now), lsn=self.lsn + 1)


def read_state(connection: sa.Connection) -> JournalState:
    """Return the log's own values; raises NotInitialised for a file without a log."""
    rows = connection.execute(_READ).all()
    if not rows:
        raise NotInitialised
    found = {row.key: row.value for row in rows}
    return JournalState(
        org=rows[0].org_id,
        epoch=UUID(found["epoch"]),
        lsn=int(found["lsn"]),
        hlc=int(found["hlc"]),
        mac_key=bytes.fromhex(found["mac_key"]),
    )


def create_state(connection: sa.Connection, state: JournalState) -> None:
    """Write the log's values for the first time."""
    keys = {**_changing(state), "mac_key": state.mac_key.hex()}
    entries = [{"org_id": state.org, "key": key, "value": value} for key, value in keys.items()]
    connection.execute(sa.insert(T.state), entries)


def write_state(connection: sa.Connection, state: JournalState) -> None:
    """Write the values that change."""
    entries = [{"the_org": state.org, "the_key": k, "the_value": v} for k, v in _changing(state).items()]
    connection.execute(_WRITE, entries)


def _changing(state: JournalState) -> dict[str, str]:
    return {"epoch": state.epoch.hex, "lsn": str(state.lsn), "hlc": str(state.hlc)}
