"""Column values of the file's own tables: their JSON form, and what stands where nothing was written."""

import datetime as dt
from typing import Any

import sqlalchemy as sa

from bipdesk.domain.sync import values


def written(column: sa.Column[Any], value: object) -> Any:
    """Return the JSON form of an attribute's value; what may not be empty becomes the column's default."""
    if value is None:
        value = absent(column)
    if isinstance(value, dt.datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=dt.UTC)  # SQLite keeps no zone; all instants are stored in UTC
    return values.to_json(value)


def read(column: sa.Column[Any], value: Any) -> object:
    """Return the attribute's value for a JSON form; raises InvalidSyncData if the type is another."""
    if value is None:
        return absent(column)
    return values.from_json(value, column.type.python_type)


def absent(column: sa.Column[Any]) -> object:
    """Return what stands where nothing was written: None, or the default of a column that may not be empty.

    Raises ValueError for a default that is not a plain value.
    """
    if column.nullable:
        return None
    default = column.server_default
    argument = default.arg if isinstance(default, sa.DefaultClause) else None
    if isinstance(argument, sa.sql.elements.False_ | sa.sql.elements.True_):
        return isinstance(argument, sa.sql.elements.True_)
    text = argument.text if isinstance(argument, sa.TextClause) else argument
    if not isinstance(text, str):
        raise ValueError(f"{column}: neither empty nor with a plain default")
    return _plain(text, column.type.python_type)


def _plain(text: str, kind: type) -> object:
    if kind is bool:
        return text.strip("'").lower() in ("1", "true")
    if kind is bytes:
        return text.encode("ascii")
    return values.from_json(int(text) if kind is int else text, kind)
