"""The programme itself and who works in it."""

from sqlalchemy.orm import Mapped

from bipdesk.db.journal.rows import CapturedRow
from bipdesk.db.naming import text_column
from bipdesk.db.records.tables.records_table import RecordsTable, plain, text, together
from bipdesk.domain.sync.registry import Compartment, Table


class SiteRow(CapturedRow, RecordsTable):
    """The programme: its name, its paper, its danger panel."""

    __tablename__ = "site"
    name: Mapped[str] = text_column()
    country: Mapped[str] = text_column()
    region: Mapped[str] = text_column()
    paper: Mapped[str] = text_column()
    pack: Mapped[str] = text_column()
    eligibility: Mapped[str] = text_column()
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
    sex: Mapped[str] = text_column()


COLUMNS = (
    Table(
        "site",
        subject_column=None,
        columns=text(Compartment.CONFIG, "name")
        | plain(Compartment.CONFIG, "paper", "pack", "eligibility", "case_prefix")
        | together(Compartment.CONFIG, "place", "country", "region")
        | text(Compartment.CONFIG, "danger_emergency", "danger_police", "danger_on_call")
        | text(Compartment.CONFIG, "danger_victim_service", "danger_sealed_code"),
    ),
    Table(
        "staff",
        subject_column=None,
        columns=text(Compartment.STAFF, "name") | plain(Compartment.STAFF, "roles", "sex"),
    ),
)
