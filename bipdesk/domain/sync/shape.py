"""Strict reading of decoded JSON: every field present, nothing else, each of its kind."""

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar
from uuid import UUID

from bipdesk.domain.sync.canonical import InvalidSyncData

T = TypeVar("T")
_HEX_ID = re.compile(r"[0-9a-f]{32}")
_NAME = re.compile(r"_?[a-z][a-z0-9_./-]{0,63}", re.ASCII)


def record(value: Any, keys: Collection[str], what: str) -> Mapping[str, Any]:
    """Return `value` if it is a table with exactly `keys`."""
    if not isinstance(value, dict) or set(value) != set(keys):
        raise InvalidSyncData(f"{what}: other fields than expected")
    return value


def table(value: Any, what: str) -> Mapping[str, Any]:
    """Return `value` if it is a table."""
    if not isinstance(value, dict):
        raise InvalidSyncData(f"{what}: not a table")
    return value


def array(value: Any, what: str, length: int | None = None) -> list[Any]:
    """Return `value` if it is a list (of `length` entries)."""
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise InvalidSyncData(f"{what}: not a list of the right length")
    return value


def text(value: Any, what: str, limit: int = 200) -> str:
    """Return `value` if it is text of at most `limit` characters."""
    if not isinstance(value, str) or len(value) > limit:
        raise InvalidSyncData(f"{what}: not text of at most {limit} characters")
    return value


def name(value: Any, what: str) -> str:
    """Return `value` if it is a lower-case name of a table, column, cluster or profile."""
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise InvalidSyncData(f"{what}: not a name")
    return value


def number(value: Any, what: str, least: int = 0) -> int:
    """Return `value` if it is a whole number of at least `least`."""
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise InvalidSyncData(f"{what}: not a whole number from {least}")
    return value


def flag(value: Any, what: str) -> bool:
    """Return `value` if it is true or false."""
    if not isinstance(value, bool):
        raise InvalidSyncData(f"{what}: neither true nor false")
    return value


def hex_id(value: Any, what: str) -> str:
    """Return `value` if it is 16 bytes in lower-case hexadecimal."""
    if not isinstance(value, str) or not _HEX_ID.fullmatch(value):
        raise InvalidSyncData(f"{what}: not 32 hexadecimal digits")
    return value


def identifier(value: Any, what: str) -> UUID:
    """Return the UUID spelt as 32 hexadecimal digits."""
    return UUID(hex_id(value, what))


def optional(read: Callable[[Any, str], T], value: Any, what: str) -> T | None:
    """Return None for null, else what `read` makes of `value`."""
    return None if value is None else read(value, what)
