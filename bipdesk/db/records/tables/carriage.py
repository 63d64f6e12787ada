"""What stays on this computer: its secrets, the other offices, bundles on their way."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.domain.sync.registry import Table


class SecretRow(RecordsTable):
    """This computer's own: its signing key, its identity for bundles, what it knows of the key file."""

    __tablename__ = "own_secret"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes]


class PeerRow(RecordsTable):
    """An office on the other side of the stick, enrolled by its card."""

    __tablename__ = "peer"
    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    recipient: Mapped[str]
    sign_public: Mapped[bytes]
    enrolled_on: Mapped[dt.date]


class BundleRow(RecordsTable):
    """A bundle written or read here, until its receipt is back."""

    __tablename__ = "bundle"
    bundle_id: Mapped[str] = mapped_column(primary_key=True)
    peer_id: Mapped[UUID] = mapped_column(index=True)
    direction: Mapped[str]
    """out or in"""
    at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True))
    file_name: Mapped[str]
    sha256: Mapped[str]
    items: Mapped[int]
    top: Mapped[int]
    stream: Mapped[str]
    delivered_at: Mapped[dt.datetime | None] = mapped_column(sa.DateTime(timezone=True))


COLUMNS = (
    Table("own_secret", local=True),
    Table("peer", local=True),
    Table("bundle", local=True),
)
