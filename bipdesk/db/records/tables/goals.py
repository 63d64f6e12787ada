"""Goals and their steps, 1-2-1s and appointments for them, and how he is seen to own what he did.

Personal sharing: nothing of it is for a court. The fact that a 1-2-1 took place stands in
`individual_session`.
"""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class GoalRow(CapturedRow, RecordsTable):
    """A goal."""

    __tablename__ = "goal"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    area: Mapped[str] = text_column()
    words: Mapped[str] = text_column()
    why: Mapped[str] = text_column()
    strengths: Mapped[str] = text_column()
    children: Mapped[str] = text_column()
    """Bands with numbers, a space between: "0-4:1 5-11:2"."""
    set_on: Mapped[dt.date] = mapped_column(nullable=True)
    state: Mapped[str] = text_column()
    state_on: Mapped[dt.date | None]
    state_words: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_goal_participant", "org_id", "participant_id", "is_void", "state"),)


class GoalStepRow(CapturedRow, RecordsTable):
    """A small step towards a goal."""

    __tablename__ = "goal_step"
    goal_id: Mapped[UUID] = mapped_column(nullable=True)
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    what: Mapped[str] = text_column()
    by_on: Mapped[dt.date | None]
    done_on: Mapped[dt.date | None]
    helped: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_goal_step_participant", "org_id", "participant_id", "is_void"),
        sa.Index("ix_goal_step_due", "org_id", "is_void", "done_on", "by_on"),
    )


class GoalReviewRow(CapturedRow, RecordsTable):
    """A look at a goal together with him."""

    __tablename__ = "goal_review"
    goal_id: Mapped[UUID] = mapped_column(nullable=True)
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    one_to_one_id: Mapped[UUID | None]
    reviewed_on: Mapped[dt.date] = mapped_column(nullable=True)
    his_words: Mapped[str] = text_column()
    staff_words: Mapped[str] = text_column()
    by_id: Mapped[UUID | None]

    __table_args__ = (
        sa.Index("ix_goal_review_participant", "org_id", "participant_id", "is_void", "reviewed_on"),
    )


class RatingRow(CapturedRow, RecordsTable):
    """How far he was seen to own what he did, on one occasion."""

    __tablename__ = "responsibility_rating"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    rated_on: Mapped[dt.date] = mapped_column(nullable=True)
    denial: Mapped[int | None]
    minimising: Mapped[int | None]
    blaming: Mapped[int | None]
    responsibility: Mapped[int | None]
    occasion: Mapped[str] = text_column()
    step_code: Mapped[str] = text_column()
    words: Mapped[str] = text_column()
    by_id: Mapped[UUID | None]

    __table_args__ = (
        sa.Index("ix_responsibility_rating_participant", "org_id", "participant_id", "is_void", "rated_on"),
    )


class OneToOneRow(CapturedRow, RecordsTable):
    """What was looked at in a 1-2-1; a column for each field of each kind, the others stay empty."""

    __tablename__ = "one_to_one"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    individual_id: Mapped[UUID | None]
    kind: Mapped[str] = text_column()
    step_code: Mapped[str] = text_column()
    held_on: Mapped[dt.date] = mapped_column(nullable=True)
    minutes: Mapped[int] = mapped_column(server_default="0")
    how: Mapped[str] = text_column()
    place: Mapped[str] = text_column()
    held_by: Mapped[UUID | None]
    second_id: Mapped[UUID | None]
    reason: Mapped[str] = text_column()
    rules_gone_through: Mapped[bool] = mapped_column(server_default=sa.false())
    brings: Mapped[str] = text_column()
    hopes: Mapped[str] = text_column()
    own_words: Mapped[str] = text_column()
    barriers: Mapped[str] = text_column()
    agreement: Mapped[str] = text_column()
    room: Mapped[str] = text_column()
    takes: Mapped[str] = text_column()
    practised: Mapped[str] = text_column()
    goals: Mapped[str] = text_column()
    changes: Mapped[str] = text_column()
    next_hope: Mapped[str] = text_column()
    material: Mapped[str] = text_column()
    homework: Mapped[str] = text_column()
    matter: Mapped[str] = text_column()
    agreed: Mapped[str] = text_column()
    risk_note: Mapped[str] = text_column()
    class_note: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_one_to_one_participant", "org_id", "participant_id", "is_void", "held_on"),
    )


class AppointmentRow(CapturedRow, RecordsTable):
    """An appointment for a 1-2-1."""

    __tablename__ = "appointment"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    step_code: Mapped[str] = text_column()
    on_date: Mapped[dt.date] = mapped_column(nullable=True)
    at: Mapped[dt.time] = mapped_column(nullable=True)
    minutes: Mapped[int] = mapped_column(server_default="0")
    how: Mapped[str] = text_column()
    place: Mapped[str] = text_column()
    staff_id: Mapped[UUID | None]
    state: Mapped[str] = text_column()
    reason: Mapped[str] = text_column()
    reason_words: Mapped[str] = text_column()
    made_from_id: Mapped[UUID | None]
    """The 1-2-1 in which it was made, or the appointment that it stands for."""
    held_in_id: Mapped[UUID | None]
    """The 1-2-1 that it became."""

    __table_args__ = (
        sa.Index("ix_appointment_state", "org_id", "is_void", "state", "on_date"),
        sa.Index("ix_appointment_participant", "org_id", "participant_id", "is_void", "state", "on_date"),
    )


CORE = Compartment.CORE

COLUMNS = (
    Table(
        "goal",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "kind", "area", "children", "set_on")
        | text(CORE, "words", "why", "strengths")
        | together(CORE, "state", "state", "state_on", "state_words"),
    ),
    Table(
        "goal_step",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "goal_id", "by_on")
        | text(CORE, "what")
        | together(CORE, "done", "done_on", "helped"),
    ),
    Table(
        "goal_review",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "goal_id", "one_to_one_id", "reviewed_on", "by_id")
        | text(CORE, "his_words", "staff_words"),
    ),
    Table(
        "responsibility_rating",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "rated_on", "occasion", "step_code", "by_id")
        | plain(CORE, "denial", "minimising", "blaming", "responsibility")
        | text(CORE, "words"),
    ),
    Table(
        "one_to_one",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "individual_id", "kind", "step_code", "held_on", "minutes")
        | plain(CORE, "how", "held_by", "second_id", "rules_gone_through")
        | text(CORE, "place", "reason", "brings", "hopes", "own_words", "barriers", "agreement", "room")
        | text(CORE, "takes", "practised", "goals", "changes", "next_hope", "material", "homework")
        | text(CORE, "matter", "agreed", "risk_note", "class_note"),
    ),
    Table(
        "appointment",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "step_code", "how", "staff_id", "made_from_id", "held_in_id")
        | text(CORE, "place")
        | together(CORE, "time", "on_date", "at", "minutes")
        | together(CORE, "state", "state", "reason", "reason_words"),
    ),
)
