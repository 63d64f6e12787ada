"""Tables of the records file. Nothing here, not even a number, hints at the safety side.

Every index begins with the office, as every query does. Without that the planner takes the index of the key,
in which the office is all it can use, and reads the whole table. `tests/services/test_query_plans.py` looks.
"""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import NAMES, text_column


class RecordsTable(DeclarativeBase):
    """All tables of the records file."""

    metadata = sa.MetaData(naming_convention=NAMES)


class SiteRow(CapturedRow, RecordsTable):
    """The programme: its name, its paper, its danger panel."""

    __tablename__ = "site"
    name: Mapped[str] = text_column()
    country: Mapped[str] = text_column()
    region: Mapped[str] = text_column()
    paper: Mapped[str] = text_column()
    case_prefix: Mapped[str] = text_column()
    danger_emergency: Mapped[str] = text_column()
    danger_police: Mapped[str] = text_column()
    danger_on_call: Mapped[str] = text_column()
    danger_victim_service: Mapped[str] = text_column()
    danger_sealed_code: Mapped[str] = text_column()


class StaffRow(CapturedRow, RecordsTable):
    """A person with an account; `id` is the account's id in the key file."""

    __tablename__ = "staff"
    name: Mapped[str] = text_column()
    roles: Mapped[str] = text_column()


class ParticipantRow(CapturedRow, RecordsTable):
    """A participant."""

    __tablename__ = "participant"
    case_number: Mapped[str] = text_column()
    given_name: Mapped[str] = text_column()
    family_name: Mapped[str] = text_column()
    called: Mapped[str] = text_column()
    date_of_birth: Mapped[dt.date | None]
    phone: Mapped[str] = text_column()
    language: Mapped[str] = text_column()
    interpreter: Mapped[bool] = mapped_column(server_default=sa.false())
    search: Mapped[str] = text_column()
    """Folded names and number; this computer's own, for finding."""

    __table_args__ = (
        sa.Index("ix_participant_search", "org_id", "is_void", "search", "id"),
        sa.Index("ix_participant_case", "org_id", "case_number", "id"),
    )


class ReferralRow(CapturedRow, RecordsTable):
    """A referral and where it stands."""

    __tablename__ = "referral"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    referrer: Mapped[str] = text_column()
    referred_on: Mapped[dt.date] = mapped_column(nullable=True)
    court_case: Mapped[str] = text_column()
    order_ends_on: Mapped[dt.date | None]
    hearing_on: Mapped[dt.date | None]
    status: Mapped[str] = text_column()
    status_since: Mapped[dt.date] = mapped_column(nullable=True)

    __table_args__ = (
        sa.Index("ix_referral_participant", "org_id", "participant_id", "id", "status"),
        sa.Index("ix_referral_status", "org_id", "status", "status_since", "id", "participant_id"),
    )


class WaiverRow(CapturedRow, RecordsTable):
    """A signed waiver of confidentiality."""

    __tablename__ = "waiver"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    signed_on: Mapped[dt.date] = mapped_column(nullable=True)
    revoked_on: Mapped[dt.date | None]

    __table_args__ = (sa.Index("ix_waiver_participant", "org_id", "participant_id", "id"),)


class HandOverRow(CapturedRow, RecordsTable):
    """A sealed hand-over form: one for every referral, all of one size, unreadable on this side."""

    __tablename__ = "hand_over"
    referral_id: Mapped[UUID] = mapped_column(nullable=True)
    made_at: Mapped[dt.datetime] = mapped_column(sa.DateTime(timezone=True), nullable=True)
    sealed: Mapped[bytes] = mapped_column(nullable=True)

    __table_args__ = (sa.Index("ix_hand_over_referral", "org_id", "referral_id"),)


class GroupRow(CapturedRow, RecordsTable):
    """A run of a curriculum."""

    __tablename__ = "group_run"
    name: Mapped[str] = text_column()
    curriculum_id: Mapped[str] = text_column()
    starts_at: Mapped[dt.time] = mapped_column(nullable=True)
    length_minutes: Mapped[int] = mapped_column(server_default="0")
    place: Mapped[str] = text_column()
    facilitators: Mapped[str] = text_column()
    """Staff ids as hexadecimal, comma separated."""
    every_weeks: Mapped[int] = mapped_column(server_default="0")


class SessionRow(CapturedRow, RecordsTable):
    """One evening of a group."""

    __tablename__ = "group_session"
    group_id: Mapped[UUID] = mapped_column(nullable=True)
    step_code: Mapped[str] = text_column()
    number: Mapped[int] = mapped_column(server_default="0")
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    state: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_group_session_group", "org_id", "group_id", "on_date"),
        sa.Index("ix_group_session_date", "org_id", "on_date"),
        sa.Index("ix_group_session_state", "org_id", "state", "on_date"),
    )


class MemberRow(CapturedRow, RecordsTable):
    """A participant's time in a group."""

    __tablename__ = "group_member"
    group_id: Mapped[UUID] = mapped_column(nullable=True)
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    joined_on: Mapped[dt.date] = mapped_column(nullable=True)
    left_on: Mapped[dt.date | None]

    __table_args__ = (
        sa.Index("ix_group_member_group", "org_id", "group_id", "is_void", "left_on"),
        sa.Index("ix_group_member_participant", "org_id", "participant_id", "joined_on"),
    )


class AttendanceRow(CapturedRow, RecordsTable):
    """One participant at one session."""

    __tablename__ = "attendance"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    session_id: Mapped[UUID] = mapped_column(nullable=True)
    step_code: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    mark: Mapped[str | None]
    arrived_at: Mapped[dt.time | None]
    participation: Mapped[int | None]
    homework_done: Mapped[bool | None]

    __table_args__ = (
        sa.Index("ix_attendance_session", "org_id", "session_id", "is_void", "mark"),
        sa.Index(
            "ix_attendance_participant", "org_id", "participant_id", "is_void", "mark", "step_code", "on_date"
        ),
    )


class IndividualRow(CapturedRow, RecordsTable):
    """A 1-2-1, a review, a catch-up or a credit."""

    __tablename__ = "individual_session"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    step_code: Mapped[str] = text_column()
    kind: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    reason: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_individual_session_participant", "org_id", "participant_id", "on_date"),)


class NoteRow(CapturedRow, RecordsTable):
    """A note about a participant: risk or class."""

    __tablename__ = "note"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    session_id: Mapped[UUID | None]
    note_class: Mapped[str] = text_column()
    text: Mapped[str] = text_column()
    written_on: Mapped[dt.date] = mapped_column(nullable=True)
    author_id: Mapped[UUID] = mapped_column(nullable=True)

    __table_args__ = (
        sa.Index("ix_note_participant", "org_id", "participant_id", "id"),
        sa.Index("ix_note_session", "org_id", "session_id", "participant_id"),
    )


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
