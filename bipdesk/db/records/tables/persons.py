"""The person record of a participant, his other names, vehicles and addresses, and what was asked of harm."""

import datetime as dt
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.harm import HarmAnswer
from bipdesk.domain.person_fields import WEAPONS
from bipdesk.domain.sync.registry import Column, Compartment, Protective, Table


class PersonRow(CapturedRow, RecordsTable):
    """The answers of one participant's person record; there is at most one row for each."""

    __tablename__ = "person_record"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    reading: Mapped[str] = text_column()
    access_needs: Mapped[str] = text_column()
    transport: Mapped[str] = text_column()
    distance_km: Mapped[int | None]
    cannot_evenings: Mapped[str] = text_column()
    shifts: Mapped[str] = text_column()
    employer: Mapped[str] = text_column()
    work_address: Mapped[str] = text_column()
    work_phone: Mapped[str] = text_column()
    id_kind: Mapped[str] = text_column()
    id_seen_by: Mapped[UUID | None]
    id_seen_on: Mapped[dt.date | None]
    emergency_name: Mapped[str] = text_column()
    emergency_relation: Mapped[str] = text_column()
    emergency_phone: Mapped[str] = text_column()
    emergency_asked: Mapped[bool] = mapped_column(server_default=sa.false())
    parent_role: Mapped[str] = text_column()
    children_number: Mapped[int | None]
    children_0_4: Mapped[int | None]
    children_5_10: Mapped[int | None]
    children_11_15: Mapped[int | None]
    children_16_17: Mapped[int | None]
    substance: Mapped[str] = text_column()
    mental_health: Mapped[str] = text_column()
    weapons_access: Mapped[str] = text_column()
    weapons_what: Mapped[str] = text_column()
    weapons_where: Mapped[str] = text_column()
    weapons_surrendered: Mapped[str] = text_column()
    weapons_surrendered_on: Mapped[dt.date | None]
    history_own: Mapped[str] = text_column()
    history_agency: Mapped[str] = text_column()
    history_agency_name: Mapped[str] = text_column()


class PersonNameRow(CapturedRow, RecordsTable):
    """A former name, an alias, another spelling."""

    __tablename__ = "person_name"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    given_name: Mapped[str] = text_column()
    family_name: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_person_name_participant", "org_id", "participant_id", "is_void", "id"),)


class VehicleRow(CapturedRow, RecordsTable):
    """A vehicle he has or uses."""

    __tablename__ = "vehicle"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    make: Mapped[str] = text_column()
    model: Mapped[str] = text_column()
    colour: Mapped[str] = text_column()
    year: Mapped[int | None]
    plate: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_vehicle_participant", "org_id", "participant_id", "is_void", "id"),)


class AddressRow(CapturedRow, RecordsTable):
    """Where he lived or lives, or where his post went or goes."""

    __tablename__ = "address"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    kind: Mapped[str] = text_column()
    lines: Mapped[str] = text_column()
    from_on: Mapped[dt.date] = mapped_column(nullable=True)
    until_on: Mapped[dt.date | None]
    reason: Mapped[str] = text_column()
    confirmed_with: Mapped[str] = text_column()

    __table_args__ = (sa.Index("ix_address_participant", "org_id", "participant_id", "is_void", "from_on"),)


class HarmRow(CapturedRow, RecordsTable):
    """What was asked about thoughts of suicide or killing, and what was done about it."""

    __tablename__ = "harm_enquiry"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    asked_on: Mapped[dt.date] = mapped_column(nullable=True)
    asked_by: Mapped[UUID | None]
    suicidal: Mapped[str] = text_column()
    homicidal: Mapped[str] = text_column()
    remark: Mapped[str] = text_column()
    done: Mapped[str] = text_column()
    done_on: Mapped[dt.date | None]
    done_by: Mapped[UUID | None]

    __table_args__ = (
        sa.Index("ix_harm_enquiry_participant", "org_id", "participant_id", "is_void", "id"),
        # What is still to be acted on today is read each time the start screen is.
        sa.Index("ix_harm_enquiry_suicidal", "org_id", "suicidal", "done_on", "is_void"),
        sa.Index("ix_harm_enquiry_homicidal", "org_id", "homicidal", "done_on", "is_void"),
    )


class EqualityRow(CapturedRow, RecordsTable):
    """Equality data, apart from everything else."""

    __tablename__ = "equality"
    participant_id: Mapped[UUID] = mapped_column(nullable=True)
    ethnic_group: Mapped[str] = text_column()
    indigenous: Mapped[str] = text_column()
    religion: Mapped[str] = text_column()
    gender: Mapped[str] = text_column()
    orientation: Mapped[str] = text_column()
    disability: Mapped[str] = text_column()
    lives_in: Mapped[str] = text_column()


CORE = Compartment.CORE
_WEAPONS = Protective(("", *(key for key, _ in WEAPONS)))
_HARM = Protective(tuple(answer.value for answer in HarmAnswer))


def _protective(cluster: str, name: str, order: Protective) -> dict[str, Column]:
    return {name: Column(CORE, cluster, order)}


COLUMNS = (
    Table(
        "person_record",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "reading", "transport", "distance_km", "cannot_evenings")
        | text(CORE, "access_needs", "shifts", "employer", "work_address", "work_phone")
        | together(CORE, "id_seen", "id_kind", "id_seen_by", "id_seen_on")
        | together(CORE, "emergency", "emergency_name", "emergency_relation", "emergency_phone")
        | together(CORE, "emergency", "emergency_asked")
        | plain(CORE, "parent_role")
        | together(CORE, "children", "children_number", "children_0_4", "children_5_10")
        | together(CORE, "children", "children_11_15", "children_16_17")
        | text(CORE, "substance", "mental_health")
        | _protective("weapons", "weapons_access", _WEAPONS)
        | together(CORE, "weapons", "weapons_what", "weapons_where")
        | together(CORE, "weapons", "weapons_surrendered", "weapons_surrendered_on")
        | text(CORE, "history_own")
        | together(CORE, "history_agency", "history_agency", "history_agency_name"),
    ),
    Table(
        "person_name",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id") | together(CORE, "name", "kind", "given_name", "family_name"),
    ),
    Table(
        "vehicle",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id")
        | together(CORE, "vehicle", "make", "model", "colour", "year", "plate"),
    ),
    Table(
        "address",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "until_on")
        | together(CORE, "move", "kind", "lines", "from_on", "reason", "confirmed_with"),
    ),
    Table(
        "harm_enquiry",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "asked_on", "asked_by")
        | _protective("suicidal", "suicidal", _HARM)
        | _protective("homicidal", "homicidal", _HARM)
        | text(CORE, "remark")
        | together(CORE, "done", "done", "done_on", "done_by"),
    ),
    Table(
        "equality",
        subject_column="participant_id",
        columns=plain(CORE, "participant_id", "indigenous", "gender", "orientation", "disability", "lives_in")
        | text(CORE, "ethnic_group", "religion"),
    ),
)
