"""How it ended: exits, summaries, what was confirmed for completion, what the court did with the order."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Column, Compartment, Protective, Table


class ExitRow(CapturedRow, RecordsTable):
    """One end of one referral; one recorded by mistake is taken back and stays."""

    __tablename__ = "programme_exit"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    exit_type: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    taken_back_on: Mapped[dt.date | None]
    reason_kind: Mapped[str] = text_column()
    reason: Mapped[str] = text_column()
    last_contact_on: Mapped[dt.date | None]
    violent_signs: Mapped[bool | None]
    receiving: Mapped[str] = text_column()
    authorised_by: Mapped[str] = text_column()
    authorised_on: Mapped[dt.date | None]
    membership_id: Mapped[UUID | None]
    """The place in the group that ended with it: it comes back when the exit is taken back."""
    first_by: Mapped[UUID | None]
    second_by: Mapped[UUID | None]
    recorded_on: Mapped[dt.date | None]
    checklist: Mapped[str] = text_column()
    """The lines of a completion as they stood, as JSON."""
    taken_back_by: Mapped[UUID | None]
    taken_back_reason: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_programme_exit_participant", "org_id", "participant_id", "id"),
        sa.Index("ix_programme_exit_referral", "org_id", "referral_id", "id"),
        sa.Index("ix_programme_exit_day", "org_id", "on_date", "id"),
        sa.Index("ix_programme_exit_taken_back", "org_id", "taken_back_on", "id"),
    )


class ExitSummaryRow(CapturedRow, RecordsTable):
    """What the exit summary says; the letter is made from it."""

    __tablename__ = "exit_summary"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    exit_id: Mapped[UUID] = mapped_column(nullable=True)
    prepared_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    dose: Mapped[str] = text_column()
    attendance: Mapped[str] = text_column()
    participation: Mapped[str] = text_column()
    goals: Mapped[str] = text_column()
    recommendations: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_exit_summary_exit", "org_id", "exit_id", "id"),)


class ConfirmationRow(CapturedRow, RecordsTable):
    """Somebody looked and says that something is so that no register knows."""

    __tablename__ = "completion_confirmation"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    item: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    words: Mapped[str] = text_column()
    by_id: Mapped[UUID | None]

    __table_args__ = (
        sa.Index("ix_completion_confirmation_referral", "org_id", "referral_id", "is_void", "id"),
    )


class OutcomeRow(CapturedRow, RecordsTable):
    """What the court made of the order afterwards."""

    __tablename__ = "order_outcome"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    source: Mapped[str] = text_column()
    words: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_order_outcome_referral", "org_id", "referral_id", "id"),)


class TransferItemRow(CapturedRow, RecordsTable):
    """A part of the packet for the next programme that was handed on."""

    __tablename__ = "transfer_item"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    exit_id: Mapped[UUID] = mapped_column(nullable=True)
    part: Mapped[str] = text_column()
    sent_on: Mapped[dt.date] = mapped_column(nullable=True)
    how: Mapped[str] = text_column()
    by_id: Mapped[UUID | None]

    __table_args__ = (sa.Index("ix_transfer_item_exit", "org_id", "exit_id", "is_void", "id"),)


class ReadmissionRow(CapturedRow, RecordsTable):
    """What was asked before he was referred again."""

    __tablename__ = "readmission"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    new_charge: Mapped[bool | None]
    criteria: Mapped[str] = text_column()
    by_id: Mapped[UUID | None]

    __table_args__ = (sa.Index("ix_readmission_referral", "org_id", "referral_id", "id"),)


_COURT, _CORE = Compartment.COURT, Compartment.CORE
_YES_STANDS = Protective((False, True))
COLUMNS = (
    Table(
        "programme_exit",
        subject_column="participant_id",
        columns=plain(_COURT, "participant_id", "referral_id", "taken_back_on")
        | together(_COURT, "ended", "exit_type", "on_date")
        | plain(_CORE, "last_contact_on", "membership_id", "first_by", "second_by", "recorded_on")
        | together(_CORE, "why", "reason_kind", "reason")
        | {"violent_signs": Column(_CORE, "violent_signs", _YES_STANDS)}
        | together(_CORE, "transfer", "receiving", "authorised_by", "authorised_on")
        | text(_CORE, "checklist")
        | together(_CORE, "taken_back", "taken_back_by", "taken_back_reason"),
    ),
    Table(
        "exit_summary",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "exit_id", "prepared_on", "by_id")
        | text(_CORE, "dose", "attendance", "participation", "goals", "recommendations"),
    ),
    Table(
        "completion_confirmation",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "referral_id", "item", "on_date", "by_id")
        | text(_CORE, "words"),
    ),
    Table(
        "order_outcome",
        subject_column="participant_id",
        columns=plain(_COURT, "participant_id", "referral_id")
        | together(_COURT, "outcome", "kind", "on_date")
        | together(_CORE, "told", "source", "words"),
    ),
    Table(
        "transfer_item",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "exit_id", "part", "sent_on", "by_id") | text(_CORE, "how"),
    ),
    Table(
        "readmission",
        subject_column="participant_id",
        columns=plain(_CORE, "participant_id", "referral_id", "by_id")
        | {"new_charge": Column(_CORE, "new_charge", _YES_STANDS)}
        | text(_CORE, "criteria"),
    ),
)
"""What each column is: a court may know what kind of end it was and when, and what it decided itself."""
