"""Agencies, what was agreed and done with them, their reviews, and the directory of services."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.partnership import QUESTIONS, STRATEGIES
from bipdesk.domain.sync.registry import Column, Compartment, Table


class AgencyRow(CapturedRow, RecordsTable):
    """An agency."""

    __tablename__ = "agency"
    kind: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    address: Mapped[str] = text_column()
    phone: Mapped[str] = text_column()
    email: Mapped[str] = text_column()
    letter_way: Mapped[str] = text_column()
    letter_remark: Mapped[str] = text_column()
    letter_language: Mapped[str] = text_column()
    refers: Mapped[bool] = mapped_column(server_default=sa.false())
    works_beside: Mapped[bool] = mapped_column(server_default=sa.false())


class AgencyPersonRow(CapturedRow, RecordsTable):
    """Somebody who works at an agency, or did."""

    __tablename__ = "agency_person"
    agency_id: Mapped[UUID] = mapped_column(nullable=True)
    name: Mapped[str] = text_column()
    function: Mapped[str] = text_column()
    phone: Mapped[str] = text_column()
    email: Mapped[str] = text_column()
    left_on: Mapped[dt.date | None]

    __table_args__ = (sa.Index("ix_agency_person_agency", "org_id", "agency_id"),)


class AgencyAgreementRow(CapturedRow, RecordsTable):
    """An agreement with an agency."""

    __tablename__ = "agency_agreement"
    agency_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    covers: Mapped[str] = text_column()
    signed_on: Mapped[dt.date | None]
    expires_on: Mapped[dt.date | None]
    ended_on: Mapped[dt.date | None]

    __table_args__ = (
        sa.Index("ix_agency_agreement_agency", "org_id", "agency_id"),
        sa.Index("ix_agency_agreement_expires", "org_id", "expires_on"),
    )


class JointWorkRow(CapturedRow, RecordsTable):
    """One thing done together with an agency, or with nobody in particular."""

    __tablename__ = "joint_work"
    agency_id: Mapped[UUID | None]
    kind: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    who: Mapped[str] = text_column()
    what: Mapped[str] = text_column()
    next_step: Mapped[str] = text_column()
    next_by: Mapped[dt.date | None]
    next_done_on: Mapped[dt.date | None]

    __table_args__ = (
        sa.Index("ix_joint_work_agency", "org_id", "agency_id", "on_date"),
        sa.Index("ix_joint_work_date", "org_id", "on_date"),
        sa.Index("ix_joint_work_next", "org_id", "next_by"),
    )


class PartnershipReviewRow(CapturedRow, RecordsTable):
    """A partnership review: eight questions and six strategies, each with a word and a text."""

    __tablename__ = "agency_review"
    agency_id: Mapped[UUID] = mapped_column(nullable=True)
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    took_part: Mapped[str] = text_column()
    programmes: Mapped[str] = text_column()
    programmes_words: Mapped[str] = text_column()
    certified: Mapped[str] = text_column()
    certified_words: Mapped[str] = text_column()
    shared_values: Mapped[str] = text_column()
    shared_values_words: Mapped[str] = text_column()
    equity: Mapped[str] = text_column()
    equity_words: Mapped[str] = text_column()
    centre: Mapped[str] = text_column()
    centre_words: Mapped[str] = text_column()
    contact: Mapped[str] = text_column()
    contact_words: Mapped[str] = text_column()
    training: Mapped[str] = text_column()
    training_words: Mapped[str] = text_column()
    responsibility: Mapped[str] = text_column()
    responsibility_words: Mapped[str] = text_column()
    conversations: Mapped[str] = text_column()
    conversations_words: Mapped[str] = text_column()
    vision: Mapped[str] = text_column()
    vision_words: Mapped[str] = text_column()
    respect: Mapped[str] = text_column()
    respect_words: Mapped[str] = text_column()
    oppression: Mapped[str] = text_column()
    oppression_words: Mapped[str] = text_column()
    learning: Mapped[str] = text_column()
    learning_words: Mapped[str] = text_column()
    mechanisms: Mapped[str] = text_column()
    mechanisms_words: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_agency_review_agency", "org_id", "agency_id", "on_date"),)


class ServiceEntryRow(CapturedRow, RecordsTable):
    """A service for those whom the programme cannot take."""

    __tablename__ = "service_entry"
    kind: Mapped[str] = text_column()
    name: Mapped[str] = text_column()
    for_whom: Mapped[str] = text_column()
    area: Mapped[str] = text_column()
    phone: Mapped[str] = text_column()
    hours: Mapped[str] = text_column()
    languages: Mapped[str] = text_column()
    cost: Mapped[str] = text_column()
    checked_on: Mapped[dt.date | None]


def _asked() -> dict[str, Column]:
    """Return the columns of questions and strategies: the word and the text of each are merged as one."""
    columns: dict[str, Column] = {}
    for question in (*QUESTIONS, *STRATEGIES):
        columns |= together(Compartment.CORE, question.code, question.code, f"{question.code}_words")
    return columns


COLUMNS = (
    Table(
        "agency",
        subject_column=None,
        columns=text(Compartment.CORE, "name", "address", "phone", "email")
        | plain(Compartment.CORE, "kind", "letter_language", "refers", "works_beside")
        | together(Compartment.CORE, "letters", "letter_way", "letter_remark"),
    ),
    Table(
        "agency_person",
        subject_column=None,
        columns=plain(Compartment.CORE, "agency_id", "left_on")
        | text(Compartment.CORE, "name", "function", "phone", "email"),
    ),
    Table(
        "agency_agreement",
        subject_column=None,
        columns=plain(Compartment.CORE, "agency_id", "kind", "signed_on", "expires_on", "ended_on")
        | text(Compartment.CORE, "covers"),
    ),
    Table(
        "joint_work",
        subject_column=None,
        columns=plain(Compartment.CORE, "agency_id", "kind", "on_date")
        | text(Compartment.CORE, "who", "what")
        | together(Compartment.CORE, "next", "next_step", "next_by", "next_done_on"),
    ),
    Table(
        "agency_review",
        subject_column=None,
        columns=plain(Compartment.CORE, "agency_id", "on_date")
        | text(Compartment.CORE, "took_part")
        | _asked(),
    ),
    Table(
        "service_entry",
        subject_column=None,
        columns=plain(Compartment.CORE, "kind", "checked_on")
        | text(Compartment.CORE, "name", "for_whom", "area", "phone", "hours", "languages", "cost"),
    ),
)
