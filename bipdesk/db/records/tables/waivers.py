"""Waivers, agreements, what was disclosed, scanned papers, and the programme's own wording."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class WaiverRow(CapturedRow, RecordsTable):
    """A waiver of confidentiality; the county learns that it was signed or revoked, not what is in it."""

    __tablename__ = "waiver"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID | None]
    signed_on: Mapped[dt.date] = mapped_column(nullable=True)
    revoked_on: Mapped[dt.date | None]
    witnessed_by: Mapped[str] = text_column()
    recipients: Mapped[str] = text_column()
    """Recipient classes, with commas."""
    named: Mapped[str] = text_column()
    """Named recipients as JSON: name, class and agency."""
    topics: Mapped[str] = text_column()
    direction: Mapped[str] = text_column()
    begins_on: Mapped[dt.date | None]
    ends_on: Mapped[dt.date | None]
    days_after_discharge: Mapped[int] = mapped_column(server_default="90")
    language: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_waiver_participant", "org_id", "participant_id", "id"),
        sa.Index("ix_waiver_revoked", "org_id", "revoked_on", "id"),
    )


class AgreementRow(CapturedRow, RecordsTable):
    """That a participant signed the programme agreement."""

    __tablename__ = "agreement"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID | None]
    signed_on: Mapped[dt.date] = mapped_column(nullable=True)
    language: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_agreement_participant", "org_id", "participant_id", "id"),)


class DisclosureRow(CapturedRow, RecordsTable):
    """That something was told to somebody outside: what, to whom, by what right, when."""

    __tablename__ = "disclosure"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    document: Mapped[str] = text_column()
    recipient_class: Mapped[str] = text_column()
    recipient_name: Mapped[str] = text_column()
    agency_id: Mapped[UUID | None]
    fields: Mapped[str] = text_column()
    """What was told, one line for each kind of fact."""
    authority: Mapped[str] = text_column()
    authority_words: Mapped[str] = text_column()
    purpose: Mapped[str] = text_column()
    reference: Mapped[str] = text_column()
    language: Mapped[str] = text_column()
    sha256: Mapped[str] = text_column()
    made_by: Mapped[UUID] = mapped_column(nullable=True)
    made_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    sent_how: Mapped[str] = text_column()
    sent_at: Mapped[dt.datetime | None] = mapped_column(sa.DateTime(timezone=True))

    __table_args__ = (sa.Index("ix_disclosure_participant", "org_id", "participant_id", "id"),)


class DisclosureOrderRow(CapturedRow, RecordsTable):
    """An order of a court that obliges the programme to tell something, waiver or not."""

    __tablename__ = "disclosure_order"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    words: Mapped[str] = text_column()
    recipient_class: Mapped[str] = text_column()
    topics: Mapped[str] = text_column()
    begins_on: Mapped[dt.date] = mapped_column(nullable=True)
    ends_on: Mapped[dt.date | None]

    __table_args__ = (sa.Index("ix_disclosure_order_participant", "org_id", "participant_id", "id"),)


class WordingRow(CapturedRow, RecordsTable):
    """The programme's own words for one part of a paper, in one language."""

    __tablename__ = "wording"
    document: Mapped[str] = text_column()
    section: Mapped[str] = text_column()
    language: Mapped[str] = text_column()
    body: Mapped[str] = text_column()


class PaperRow(RecordsTable):
    """The bytes of a scanned paper or of a document as it left; this computer's own, inside the file."""

    __tablename__ = "paper"
    org_id: Mapped[UUID] = mapped_column(primary_key=True)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    owner_id: Mapped[UUID]
    """The waiver, agreement or disclosure it belongs to."""
    kind: Mapped[str]
    """pdf, png or jpeg"""
    content: Mapped[bytes]
    sha256: Mapped[str]
    added_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True))

    __table_args__ = (sa.Index("ix_paper_owner", "org_id", "owner_id", "id"),)


COLUMNS = (
    Table(
        "waiver",
        subject_column="participant_id",
        columns=plain(Compartment.COURT, "participant_id", "signed_on", "revoked_on")
        | plain(Compartment.CORE, "referral_id")
        | text(Compartment.CORE, "witnessed_by")
        | together(
            Compartment.CORE,
            "terms",
            "recipients",
            "named",
            "topics",
            "direction",
            "begins_on",
            "ends_on",
            "days_after_discharge",
            "language",
        ),
    ),
    Table(
        "agreement",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "referral_id", "signed_on", "language"),
    ),
    Table(
        "disclosure",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id", "document", "recipient_class", "agency_id")
        | text(Compartment.CORE, "recipient_name", "authority_words", "purpose", "fields")
        | plain(Compartment.CORE, "authority", "reference", "language", "sha256", "made_by", "made_at")
        | together(Compartment.CORE, "sent", "sent_how", "sent_at"),
    ),
    Table(
        "disclosure_order",
        subject_column="participant_id",
        columns=plain(Compartment.CORE, "participant_id")
        | together(Compartment.CORE, "order", "words", "recipient_class", "topics", "begins_on", "ends_on"),
    ),
    Table(
        "wording",
        subject_column=None,
        columns=plain(Compartment.CONFIG, "document", "section", "language")
        | text(Compartment.CONFIG, "body"),
    ),
    Table("paper", local=True),
)
