"""The registry check: a table or column without a decision is found, and so is one that cannot be carried."""

import sqlalchemy as sa

from bipdesk.db.journal.checks import check_registry
from bipdesk.db.journal.tables import JOURNAL_TABLE_NAMES, journal_tables
from bipdesk.domain.sync.registry import Column, Compartment, Registry, Table
from tests.db.journal.office import REGISTRY, TestTables


def _table(metadata: sa.MetaData, name: str, *columns: sa.schema.SchemaItem) -> sa.Table:
    return sa.Table(
        name,
        metadata,
        sa.Column("org_id", sa.Uuid, primary_key=True),
        sa.Column("id", sa.Uuid, primary_key=True),
        sa.Column("is_void", sa.Boolean, nullable=False, server_default=sa.false()),
        *columns,
    )


def _registry(*columns: str) -> Registry:
    return Registry((Table("thing", columns={name: Column(Compartment.CORE) for name in columns}),))


def test_the_tables_of_the_tests_agree_with_their_registry() -> None:
    assert check_registry(TestTables.metadata, REGISTRY) == []


def test_a_column_nobody_decided_on_is_found() -> None:
    metadata = sa.MetaData()
    _table(metadata, "thing", sa.Column("a", sa.Text), sa.Column("b", sa.Text))
    assert check_registry(metadata, _registry("a")) == ["thing.b is not registered"]


def test_a_table_nobody_decided_on_is_found() -> None:
    metadata = sa.MetaData()
    _table(metadata, "thing", sa.Column("a", sa.Text))
    sa.Table("other", metadata, sa.Column("x", sa.Integer, primary_key=True))
    assert check_registry(metadata, _registry("a")) == ["other is not registered"]


def test_a_registered_column_that_does_not_exist_is_found() -> None:
    metadata = sa.MetaData()
    _table(metadata, "thing", sa.Column("a", sa.Text))
    assert check_registry(metadata, _registry("a", "b")) == ["thing.b is registered and does not exist"]


def test_a_column_that_cannot_be_carried_is_found() -> None:
    metadata = sa.MetaData()
    _table(
        metadata,
        "thing",
        sa.Column("a", sa.Float),
        sa.Column("b", sa.Text, nullable=False),
        sa.Column("c", sa.Text, default=lambda: "x"),
        sa.Column("d", sa.Integer, nullable=False, server_default="0"),
    )
    assert check_registry(metadata, _registry("a", "b", "c", "d")) == [
        "thing.a: a type that is not carried",
        "thing.b: may not be empty and has no plain default",
        "thing.c: a default that is computed",
    ]


def test_keys_that_tie_carried_rows_together_are_found() -> None:
    metadata = sa.MetaData()
    _table(metadata, "thing", sa.Column("a", sa.Text, unique=True))
    local = sa.Table(
        "local",
        metadata,
        sa.Column("x", sa.Uuid, primary_key=True),
        sa.Column("o", sa.Uuid),
        sa.ForeignKeyConstraint(["o", "x"], ["thing.org_id", "thing.id"]),
    )
    registry = Registry((*_registry("a").tables.values(), Table(local.name, local=True)))
    faults = check_registry(metadata, registry)
    assert faults[0] == "thing: something besides the key is unique"
    assert {fault.split(";")[0] for fault in faults[1:]} == {"local: a foreign key to thing"}


def test_a_key_without_the_office_first_is_found() -> None:
    metadata = sa.MetaData()
    sa.Table("thing", metadata, sa.Column("id", sa.Uuid, primary_key=True), sa.Column("a", sa.Text))
    faults = check_registry(metadata, _registry("a"))
    assert faults == ["thing: the key is not (org_id, id)", "thing: is_void is missing"]


def test_every_key_of_the_log_begins_with_the_office() -> None:
    metadata = sa.MetaData()
    journal_tables(metadata)
    assert set(metadata.tables) == JOURNAL_TABLE_NAMES
    for table in metadata.tables.values():
        assert next(iter(table.primary_key.columns)).name == "org_id"
        assert all(next(iter(index.columns)).name == "org_id" for index in table.indexes)
