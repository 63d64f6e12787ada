"""Canonical JSON: one spelling for each value, so that bytes can be hashed, signed and compared."""

import json
import unicodedata
from collections.abc import Mapping
from typing import Any, NoReturn

_KINDS = "a synchronised value is null, true/false, a whole number, text, a list or a table"

MAX_TEXT = 256 * 1024 * 1024  # as much as a bundle may hold
LARGEST = 2**63 - 1


class InvalidSyncData(ValueError):
    """What came from outside is not what this program writes; the message names the first fault."""


def dumps(value: Any) -> str:
    """Return `value` as canonical JSON: sorted keys, no spaces, no floats, NFC text, UTF-8 when encoded.

    Raises InvalidSyncData for anything JSON would spell in more than one way.
    """
    _check(value)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def loads(text: str, limit: int = MAX_TEXT) -> Any:
    """Return the value of canonical JSON of at most `limit` characters; anything else raises InvalidSyncData.

    Doubled keys, other spellings, floats and text outside NFC are found by writing the value again.
    """
    if len(text) > limit:
        raise InvalidSyncData(f"text of {len(text)} characters, {limit} allowed")
    try:
        value = json.loads(text, parse_float=_refuse, parse_constant=_refuse)
        again = dumps(value)
    except InvalidSyncData:
        raise
    except (ValueError, RecursionError) as error:
        raise InvalidSyncData(f"not JSON: {type(error).__name__}") from None
    if again != text:
        raise InvalidSyncData("not in canonical form")
    return value


def decode(data: bytes, limit: int = MAX_TEXT) -> Any:
    """Return the value of canonical JSON in UTF-8 bytes."""
    if len(data) > limit:
        raise InvalidSyncData(f"{len(data)} bytes, {limit} allowed")
    try:
        return loads(data.decode("utf-8"), limit)
    except UnicodeDecodeError:
        raise InvalidSyncData("not UTF-8") from None


def clean(text: str) -> str:
    """Return `text` as it is stored: NFC, without NUL and lone surrogates (PostgreSQL refuses both)."""
    kept = "".join(c for c in text if c != "\0" and not "\ud800" <= c <= "\udfff")
    return unicodedata.normalize("NFC", kept)


def _check(value: Any) -> None:
    if isinstance(value, list | tuple):
        for item in value:
            _check(item)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            _check_text(key)
            _check(item)
    else:
        _check_plain(value)


def _check_plain(value: Any) -> None:
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int):
        if not -LARGEST - 1 <= value <= LARGEST:
            raise InvalidSyncData("whole number beyond 64 bits")
    elif value is not None:
        raise InvalidSyncData(f"{_KINDS}, not {type(value).__name__}")


def _check_text(text: Any) -> None:
    if not isinstance(text, str):
        raise InvalidSyncData("a key that is not text")
    if text.isascii():
        if "\0" in text:
            raise InvalidSyncData("text with a NUL character")
    elif clean(text) != text:
        raise InvalidSyncData("text that is not in the stored form (NFC, no NUL, no surrogates)")


def _refuse(_: str) -> NoReturn:
    raise InvalidSyncData("a number that is not whole")
