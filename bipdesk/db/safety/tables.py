"""Tables of the safety file: partners, how they may be reached, contacts with them."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import NAMES, text_column


class SafetyTable(DeclarativeBase):
    """All tables of the safety file."""

    metadata = sa.MetaData(naming_convention=NAMES)


class PartnerRow(CapturedRow, SafetyTable):
    """A partner with her safe-contact rule; a code and the rule are enough."""

    __tablename__ = "partner"
    code: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    participant_id: Mapped[UUID | None]
    """The link to the records: it lives here alone."""
    support: Mapped[str] = text_column()
    remarks: Mapped[str] = text_column()
    contact_allowed: Mapped[bool] = mapped_column(server_default=sa.false())
    contact_ways: Mapped[str] = text_column()
    contact_never: Mapped[str] = text_column()
    code_word: Mapped[str] = text_column()
    rule_agreed_on: Mapped[dt.date | None]

    __table_args__ = (sa.Index("ix_partner_participant", "org_id", "participant_id"),)


class ContactRow(CapturedRow, SafetyTable):
    """One contact with a partner."""

    __tablename__ = "contact"
    partner_id: Mapped[UUID] = mapped_column(nullable=True)
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    channel: Mapped[str] = text_column()
    summary: Mapped[str] = text_column()
    author_id: Mapped[UUID] = mapped_column(nullable=True)

    __table_args__ = (sa.Index("ix_contact_partner", "org_id", "partner_id", "on_date"),)


class OpenedEnvelopeRow(CapturedRow, SafetyTable):
    """A hand-over form that an officer has opened; `id` is the envelope's."""

    __tablename__ = "opened_envelope"
    opened_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    opened_by: Mapped[UUID] = mapped_column(nullable=True)


class SafetySecretRow(SafetyTable):
    """What this file keeps for itself: the key that opens hand-overs, and what it knows of the key file."""

    __tablename__ = "own_secret"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[bytes]
