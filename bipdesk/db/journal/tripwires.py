"""Triggers that refuse every write to a captured table that went past the capture (SQLite only)."""

import sqlalchemy as sa

from bipdesk.domain.sync.registry import Registry

_PREFIX = "tw_"
_SIDES = {"INSERT": ("NEW",), "UPDATE": ("OLD", "NEW"), "DELETE": ("OLD",)}


def _trigger(table: str, verb: str) -> str:
    announced = " AND ".join(
        f"EXISTS (SELECT 1 FROM sync_intent i WHERE i.org_id={side}.org_id "  # noqa: S608 - names of our own registry
        f"AND i.tbl='{table}' AND i.row_id={side}.id)"
        for side in _SIDES[verb]
    )
    return (
        f"CREATE TRIGGER {_PREFIX}{table}_{verb.lower()} BEFORE {verb} ON {table} WHEN NOT ({announced}) "
        f"BEGIN SELECT RAISE(ABORT, 'write to {table} bypasses sync capture'); END"
    )


def arm_tripwires(connection: sa.Connection, registry: Registry) -> None:
    """Make the triggers of every captured table of the file, and none besides; right ones are left alone."""
    if connection.dialect.name != "sqlite":
        return
    wanted = {
        f"{_PREFIX}{table.name}_{verb.lower()}": _trigger(table.name, verb)
        for table in registry.captured()
        for verb in _SIDES
    }
    present = _present(connection)
    for name in present:
        if present[name] != wanted.get(name):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')
    for name, statement in wanted.items():
        if present.get(name) != statement:
            connection.exec_driver_sql(statement)


def disarm_tripwires(connection: sa.Connection) -> None:
    """Remove the triggers, for a migration that rewrites rows; the next opening makes them again."""
    if connection.dialect.name == "sqlite":
        for name in _present(connection):
            connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


def _present(connection: sa.Connection) -> dict[str, str]:
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    return {name: statement for name, statement in found if name.startswith(_PREFIX)}
