"""Column values to and from their JSON form: each kind has one spelling."""

import base64
import binascii
from datetime import UTC, date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from bipdesk.domain.sync.canonical import InvalidSyncData, clean


def to_json(value: object) -> Any:
    """Return the JSON form of a column value; raises InvalidSyncData for a kind that is not synchronised."""
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, datetime):
        return _instant_text(value)
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, Decimal) and value.is_finite():
        return format(value, "f")
    if isinstance(value, bytes):
        return {"b64": base64.b64encode(value).decode("ascii")}
    raise InvalidSyncData(f"{type(value).__name__} values are not synchronised")


def from_json(value: Any, kind: type) -> object:
    """Return the column value of Python type `kind` that `value` spells; raises InvalidSyncData otherwise."""
    if value is None:
        return None
    try:
        found = _read(value, kind)
    except (ValueError, TypeError, KeyError, InvalidOperation, binascii.Error):
        raise InvalidSyncData(f"not a {kind.__name__}") from None
    if to_json(found) != value:
        raise InvalidSyncData(f"another spelling of a {kind.__name__}")
    return found


def _read(value: Any, kind: type) -> object:
    if kind in (bool, int, str):
        if type(value) is not kind:
            raise TypeError
        return value
    if kind is bytes:
        return base64.b64decode(value["b64"], validate=True)
    if not isinstance(value, str):
        raise TypeError
    if kind is datetime:
        return datetime.fromisoformat(value)
    if kind in (date, time):
        return date.fromisoformat(value) if kind is date else time.fromisoformat(value)
    return UUID(value) if kind is UUID else Decimal(value)


def _instant_text(value: datetime) -> str:
    if value.tzinfo is None:
        raise InvalidSyncData("an instant without a time zone is not synchronised")
    return value.astimezone(UTC).isoformat()
