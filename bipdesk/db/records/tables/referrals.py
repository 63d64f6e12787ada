"""Referrals, every change of where they stand, and the papers owed for them."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class ReferralRow(CapturedRow, RecordsTable):
    """A referral and where it stands."""

    __tablename__ = "referral"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    run_number: Mapped[int] = mapped_column(server_default="1", default=1)
    """1 for his first referral, 2 when he came again."""
    kind: Mapped[str] = text_column()
    agency_id: Mapped[UUID | None]
    referrer: Mapped[str] = text_column()
    referrer_person: Mapped[str] = text_column()
    referred_on: Mapped[dt.date] = mapped_column(nullable=True)
    order_kind: Mapped[str] = text_column()
    court: Mapped[str] = text_column()
    court_case: Mapped[str] = text_column()
    order_made_on: Mapped[dt.date | None]
    order_begins_on: Mapped[dt.date | None]
    order_ends_on: Mapped[dt.date | None]
    required_sessions: Mapped[int | None]
    conditions: Mapped[str] = text_column()
    hearing_on: Mapped[dt.date | None]
    status: Mapped[str] = text_column()
    status_since: Mapped[dt.date] = mapped_column(nullable=True)

    __table_args__ = (
        sa.Index("ix_referral_participant", "org_id", "participant_id", "id", "status"),
        sa.Index("ix_referral_status", "org_id", "status", "status_since", "id", "participant_id"),
        sa.Index("ix_referral_hearing", "org_id", "hearing_on"),
        sa.Index("ix_referral_run", "org_id", "run_number", "participant_id", "referred_on"),
    )


class ReferralEventRow(CapturedRow, RecordsTable):
    """One change of a referral's status; written once and never changed."""

    __tablename__ = "referral_event"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    status: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    reason: Mapped[str] = text_column()
    takes_back: Mapped[bool] = mapped_column(server_default=sa.false(), default=False)
    """The change before it was a mistake: the referral stands again where it stood."""

    __table_args__ = (
        sa.Index("ix_referral_event_referral", "org_id", "referral_id", "id"),
        sa.Index("ix_referral_event_participant", "org_id", "participant_id", "id"),
    )


class ReferralDocumentRow(CapturedRow, RecordsTable):
    """A paper that is owed for a referral, and whether it has come."""

    __tablename__ = "referral_document"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    """What it is, for one of another kind."""
    owed_by: Mapped[str] = text_column()
    asked_on: Mapped[dt.date | None]
    received_on: Mapped[dt.date | None]
    not_needed_on: Mapped[dt.date | None]

    __table_args__ = (
        sa.Index("ix_referral_document_referral", "org_id", "referral_id", "id"),
        sa.Index(
            "ix_referral_document_owed", "org_id", "is_void", "received_on", "not_needed_on", "referral_id"
        ),
    )


class DocumentChaserRow(CapturedRow, RecordsTable):
    """Somebody asked again for a paper."""

    __tablename__ = "document_chaser"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    document_id: Mapped[UUID] = mapped_column(nullable=True)
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    how: Mapped[str] = text_column()
    by_id: Mapped[UUID | None]

    __table_args__ = (sa.Index("ix_document_chaser_document", "org_id", "document_id", "on_date"),)


_COURT, _CORE = Compartment.COURT, Compartment.CORE
COLUMNS = (
    Table(
        "referral",
        subject_column="participant_id",
        columns=plain(_COURT, "participant_id", "run_number", "kind", "referred_on", "hearing_on")
        | text(_COURT, "referrer")
        | plain(_CORE, "agency_id")
        | text(_CORE, "referrer_person", "conditions")
        | together(
            _COURT,
            "order",
            "order_kind",
            "court",
            "court_case",
            "order_made_on",
            "order_begins_on",
            "order_ends_on",
            "required_sessions",
        )
        | together(_COURT, "status", "status", "status_since"),
    ),
    Table(
        "referral_event",
        subject_column="participant_id",
        columns=plain(_COURT, "participant_id", "referral_id", "status", "on_date", "takes_back")
        | plain(_CORE, "by_id")
        | text(_CORE, "reason"),
    ),
    Table(
        "referral_document",
        subject_column="participant_id",
        columns=plain(
            _CORE, "participant_id", "referral_id", "kind", "asked_on", "received_on", "not_needed_on"
        )
        | text(_CORE, "name", "owed_by"),
    ),
    Table(
        "document_chaser",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "document_id", "on_date", "by_id") | text(_CORE, "how"),
    ),
)
"""What each column is: where it may go, with what it is merged."""
