"""Schemas: the migrations make exactly what the tables say, keep children, and refuse what is too new."""

from pathlib import Path
from textwrap import dedent

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import MetaData

from bipdesk.db.engine import EncryptedFile
from bipdesk.db.journal.checks import check_registry
from bipdesk.db.migrate import newest, revision, upgrade
from bipdesk.db.records.file import SHAPE as RECORDS_SHAPE
from bipdesk.db.records.registry import RECORDS
from bipdesk.db.records.tables.records_table import RecordsTable
from bipdesk.db.safety.file import SHAPE as SAFETY_SHAPE
from bipdesk.db.safety.registry import SAFETY_FILE
from bipdesk.db.safety.tables import SafetyTable
from bipdesk.domain.errors import FileTooNew
from bipdesk.domain.sync.registry import Compartment, Registry

FILES = [
    (RECORDS_SHAPE.migrations, RecordsTable.metadata, RECORDS),
    (SAFETY_SHAPE.migrations, SafetyTable.metadata, SAFETY_FILE),
]
ENV = (RECORDS_SHAPE.migrations / "env.py").read_text()
PARENT_AND_CHILD = """
    revision = "0001"
    down_revision = None
    def upgrade():
        op.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT)")
        op.execute("CREATE TABLE child (id INTEGER PRIMARY KEY, "
                   "parent_id INTEGER REFERENCES parent(id) ON DELETE CASCADE)")
        op.execute("INSERT INTO parent VALUES (1, 'p')")
        op.execute("INSERT INTO child VALUES (1, 1), (2, 1), (3, 1)")
"""
BATCH = """
    revision = "0002"
    down_revision = "0001"
    def upgrade():
        with op.batch_alter_table("parent") as batch:
            batch.add_column(sa.Column("age", sa.Integer))
            batch.alter_column("name", nullable=False)
"""
FAILING = """
    revision = "0003"
    down_revision = "0002"
    def upgrade():
        op.execute("CREATE TABLE half (id INTEGER)")
        op.execute("INSERT INTO parent (id, name) VALUES (2, 'q')")
        raise RuntimeError("the migration fails here")
"""


def _file(folder: Path) -> EncryptedFile:
    return EncryptedFile(folder / "some.db", lambda: bytes(range(32)))


def _folder(folder: Path, *migrations: str) -> Path:
    (folder / "versions").mkdir(parents=True, exist_ok=True)
    (folder / "env.py").write_text(ENV)
    for number, text in enumerate(migrations, start=1):
        body = "import sqlalchemy as sa\nfrom alembic import op\n" + dedent(text)
        (folder / "versions" / f"{number:04d}_step.py").write_text(body)
    return folder


@pytest.mark.parametrize(("folder", "metadata", "registry"), FILES)
def test_the_migrations_make_exactly_what_the_tables_say(
    tmp_path: Path, folder: Path, metadata: MetaData, registry: Registry
) -> None:
    file = _file(tmp_path)
    upgrade(file, folder)
    with file.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert revision(file) == newest(folder)
    file.lock()


@pytest.mark.parametrize(("folder", "metadata", "registry"), FILES)
def test_every_table_and_column_has_a_decision(folder: Path, metadata: MetaData, registry: Registry) -> None:
    check_registry(metadata, registry)


def test_the_safety_file_is_safety_throughout_and_the_records_hold_none_of_it() -> None:
    hers = {column.compartment for table in SAFETY_FILE.tables.values() for column in table.columns.values()}
    his = {column.compartment for table in RECORDS.tables.values() for column in table.columns.values()}
    assert hers == {Compartment.SAFETY}
    assert Compartment.SAFETY not in his


def test_no_table_or_column_of_the_records_hints_at_her() -> None:
    names = {table.name for table in RecordsTable.metadata.sorted_tables}
    names |= {column.name for table in RecordsTable.metadata.sorted_tables for column in table.columns}
    hints = ("partner", "survivor", "victim", "safety", "safe_")
    found = {name for name in names if any(hint in name for hint in hints)}
    # Whom to call in danger is on the wall of every room: a telephone number of a public service.
    assert found == {"danger_victim_service"}


def test_rebuilding_a_parent_table_keeps_its_children(tmp_path: Path) -> None:
    file = _file(tmp_path)
    upgrade(file, _folder(tmp_path / "m", PARENT_AND_CHILD, BATCH))
    with file.engine.connect() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM child").scalar() == 3
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    file.lock()


def test_a_migration_that_fails_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = _file(tmp_path)
    upgrade(file, _folder(tmp_path / "m", PARENT_AND_CHILD, BATCH))
    with pytest.raises(RuntimeError, match="fails here"):
        upgrade(file, _folder(tmp_path / "m", PARENT_AND_CHILD, BATCH, FAILING))
    assert revision(file) == "0002"
    with file.engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_schema").scalars().all()
        assert "half" not in tables
        assert connection.exec_driver_sql("SELECT count(*) FROM parent").scalar() == 1
    file.lock()


def test_a_file_of_a_newer_program_is_refused_and_untouched(tmp_path: Path) -> None:
    file = _file(tmp_path)
    upgrade(file, _folder(tmp_path / "new", PARENT_AND_CHILD, BATCH))
    with pytest.raises(FileTooNew):
        upgrade(file, _folder(tmp_path / "old", PARENT_AND_CHILD))
    assert revision(file) == "0002"
    file.lock()
