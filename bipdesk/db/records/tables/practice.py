"""The practice record: chains of events, control logs, skills practised, and skills the programme added.

Personal sharing in class: nothing of it is for a court.
"""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text
from bipdesk.domain.sync.registry import Compartment, Table


class ChainRow(CapturedRow, RecordsTable):
    """A chain of events."""

    __tablename__ = "practice_chain"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    brought_on: Mapped[dt.date] = mapped_column(nullable=True)
    happened_on: Mapped[dt.date | None]
    by_id: Mapped[UUID | None]
    step_code: Mapped[str] = text_column()
    situation: Mapped[str] = text_column()
    drawing: Mapped[str] = text_column()
    """Links, choice points and the way out as JSON (`chain_writing.written`): a drawing is merged whole."""
    effect_her: Mapped[str] = text_column()
    effect_children: Mapped[str] = text_column()
    staff_view: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_practice_chain_participant", "org_id", "participant_id", "is_void", "brought_on", "id"),
    )


class LogRow(CapturedRow, RecordsTable):
    """A control log; lists of keys stand with spaces between them."""

    __tablename__ = "practice_log"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    brought_on: Mapped[dt.date] = mapped_column(nullable=True)
    happened_on: Mapped[dt.date | None]
    by_id: Mapped[UUID | None]
    step_code: Mapped[str] = text_column()
    situation: Mapped[str] = text_column()
    action: Mapped[str] = text_column()
    intent: Mapped[str] = text_column()
    thoughts: Mapped[str] = text_column()
    feelings: Mapped[str] = text_column()
    feeling: Mapped[str] = text_column()
    denials: Mapped[str] = text_column()
    denial: Mapped[str] = text_column()
    effect_her: Mapped[str] = text_column()
    effect_children: Mapped[str] = text_column()
    effect_me: Mapped[str] = text_column()
    past_violence: Mapped[str] = text_column()
    differently: Mapped[str] = text_column()
    skill: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_practice_log_participant", "org_id", "participant_id", "is_void", "brought_on", "id"),
    )


class SkillPracticeRow(CapturedRow, RecordsTable):
    """One time that he practised a skill."""

    __tablename__ = "skill_practice"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    practised_on: Mapped[dt.date] = mapped_column(nullable=True)
    by_id: Mapped[UUID | None]
    step_code: Mapped[str] = text_column()
    skill: Mapped[str] = text_column()
    setting: Mapped[str] = text_column()
    went: Mapped[str] = text_column()
    helped: Mapped[str] = text_column()
    next_try: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index(
            "ix_skill_practice_participant", "org_id", "participant_id", "is_void", "practised_on", "id"
        ),
    )


class OwnSkillRow(CapturedRow, RecordsTable):
    """A skill that the programme added to those that ship."""

    __tablename__ = "own_skill"
    name_en: Mapped[str] = text_column()
    name_es: Mapped[str] = text_column()


CORE = Compartment.CORE

COLUMNS = (
    Table(
        "practice_chain",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "brought_on", "happened_on", "by_id", "step_code")
        | text(CORE, "situation", "drawing", "effect_her", "effect_children", "staff_view"),
    ),
    Table(
        "practice_log",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "brought_on", "happened_on", "by_id", "step_code")
        | plain(CORE, "thoughts", "feelings", "denials", "skill")
        | text(CORE, "situation", "action", "intent", "feeling", "denial", "effect_her", "effect_children")
        | text(CORE, "effect_me", "past_violence", "differently"),
    ),
    Table(
        "skill_practice",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "practised_on", "by_id", "step_code", "skill", "setting")
        | text(CORE, "went", "helped", "next_try"),
    ),
    Table(
        "own_skill",
        subject_column=None,
        columns=text(Compartment.CONFIG, "name_en", "name_es"),
    ),
)
