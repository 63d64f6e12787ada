"""The check that nothing is stored without a decision: every table and column is registered."""

from typing import Any

import sqlalchemy as sa

from bipdesk.db.journal import columns
from bipdesk.db.journal.tables import JOURNAL_TABLE_NAMES
from bipdesk.domain.sync.registry import STRUCTURAL, Compartment, Registry, Table

_EXEMPT = JOURNAL_TABLE_NAMES | {"alembic_version"}
_REFUSED = (sa.Float, sa.JSON, sa.Enum, sa.Interval, sa.PickleType)


def check_registry(metadata: sa.MetaData, registry: Registry) -> list[str]:
    """Return one sentence for each fault; an empty list means that the tables and the registry agree."""
    tables = {name: table for name, table in metadata.tables.items() if name not in _EXEMPT}
    faults = [f"{name} is not registered" for name in tables if name not in registry.tables]
    faults += [f"{name} is registered and does not exist" for name in registry.tables if name not in tables]
    captured = {table.name for table in registry.captured()}
    for name in sorted(captured & set(tables)):
        faults += _columns(tables[name], registry.tables[name])
        faults += _keys(tables[name])
    for name, table in tables.items():
        for key in table.foreign_keys:
            target = key.target_fullname.split(".")[0]
            if name in captured or target in captured:
                faults.append(f"{name}: a foreign key to {target}; rows arrive in any order, or never")
    return faults


def require_registered(metadata: sa.MetaData, registry: Registry) -> None:
    """Raise ValueError with every fault that `check_registry` finds."""
    faults = check_registry(metadata, registry)
    if faults:
        raise ValueError("; ".join(faults))


def _columns(table: sa.Table, registered: Table) -> list[str]:
    names = {column.name for column in table.columns} - set(STRUCTURAL)
    faults = [f"{table.name}.{name} is not registered" for name in sorted(names - set(registered.columns))]
    for name in sorted(set(registered.columns) - names):
        faults.append(f"{table.name}.{name} is registered and does not exist")
    for name in sorted(names & set(registered.columns)):
        if registered.columns[name].compartment is not Compartment.LOCAL:
            faults += [f"{table.name}.{name}: {fault}" for fault in _column(table.columns[name])]
    return faults


def _column(column: sa.Column[Any]) -> list[str]:
    faults = []
    if isinstance(column.type, _REFUSED):
        faults.append("a type that is not carried")
    if column.default is not None and not column.default.is_scalar:
        faults.append("a default that is computed")
    try:
        columns.absent(column)
    except ValueError:
        faults.append("may not be empty and has no plain default")
    return faults


def _keys(table: sa.Table) -> list[str]:
    faults = []
    if [column.name for column in table.primary_key.columns] != ["org_id", "id"]:
        faults.append(f"{table.name}: the key is not (org_id, id)")
    if "is_void" not in table.columns:
        faults.append(f"{table.name}: is_void is missing")
    unique = [c for c in table.constraints if isinstance(c, sa.UniqueConstraint)]
    if unique or any(index.unique for index in table.indexes):
        faults.append(f"{table.name}: something besides the key is unique")
    return faults
