"""Risk assessments, red flags and the plan."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.risk import LEVEL_ORDER, FlagState, Visibility
from bipdesk.domain.sync.registry import Column, Compartment, Protective, Table


class AssessmentRow(CapturedRow, RecordsTable):
    """The result of a licensed tool: no items."""

    __tablename__ = "risk_assessment"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    tool: Mapped[str] = text_column()
    tool_name: Mapped[str] = text_column()
    score: Mapped[int | None]
    tool_level: Mapped[str] = text_column()
    level: Mapped[str] = text_column()
    override_reason: Mapped[str] = text_column()
    assessed_on: Mapped[dt.date] = mapped_column(nullable=True)
    scorer: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index(
            "ix_risk_assessment_participant", "org_id", "participant_id", "is_void", "assessed_on", "id"
        ),
    )


class FlagRow(CapturedRow, RecordsTable):
    """A red flag."""

    __tablename__ = "risk_flag"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    detail: Mapped[str] = text_column()
    provenance: Mapped[str] = text_column()
    source: Mapped[str] = text_column()
    raised_on: Mapped[dt.date] = mapped_column(nullable=True)
    raised_by: Mapped[UUID | None]
    visibility: Mapped[str] = text_column()
    review_on: Mapped[dt.date | None]
    action: Mapped[str] = text_column()
    state: Mapped[str] = text_column()
    closed_on: Mapped[dt.date | None]
    closed_reason: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_risk_flag_participant", "org_id", "participant_id", "is_void", "raised_on", "id"),
        sa.Index("ix_risk_flag_state", "org_id", "state", "is_void", "review_on"),
    )


class ActionRow(CapturedRow, RecordsTable):
    """A step of the risk-management plan."""

    __tablename__ = "risk_action"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    what: Mapped[str] = text_column()
    owner: Mapped[UUID] = mapped_column(nullable=True)
    by_on: Mapped[dt.date] = mapped_column(nullable=True)
    done_on: Mapped[dt.date | None]
    outcome: Mapped[str] = text_column()

    __table_args__ = (
        sa.Index("ix_risk_action_participant", "org_id", "participant_id", "is_void"),
        sa.Index("ix_risk_action_open", "org_id", "done_on", "is_void", "by_on"),
    )


CORE = Compartment.CORE


def _protective(cluster: str, name: str, *order: str) -> dict[str, Column]:
    return {name: Column(CORE, cluster, Protective(order))}


COLUMNS = (
    Table(
        "risk_assessment",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "assessed_on")
        | together(CORE, "rating", "tool", "tool_name", "score", "tool_level")
        | _protective("rating", "level", *LEVEL_ORDER)
        | together(CORE, "rating", "override_reason")
        | text(CORE, "scorer"),
    ),
    Table(
        "risk_flag",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "kind", "raised_on", "raised_by", "review_on")
        | text(CORE, "detail", "action")
        | together(CORE, "provenance", "provenance", "source")
        | _protective("visibility", "visibility", "", *(each.value for each in Visibility))
        | _protective("state", "state", "", *(each.value for each in FlagState))
        | together(CORE, "state", "closed_on", "closed_reason"),
    ),
    Table(
        "risk_action",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "owner", "by_on")
        | text(CORE, "what")
        | together(CORE, "done", "done_on", "outcome"),
    ),
)
