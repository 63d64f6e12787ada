"""Canonical JSON and the strict reading of frozen values from it: hostile input gives one clear error."""

import json
import types
import typing
from dataclasses import dataclass, fields, is_dataclass
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin
from uuid import UUID

T = TypeVar("T")


class Malformed(ValueError):
    """The text is not what the format says: `where` (path of keys) and `reason`."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Span:
    """Annotation: how long bytes, text or a list may be, or how large a number."""

    least: int
    most: int


def canonical(plain: object) -> bytes:
    """Return the one JSON text of `plain`: sorted keys, no spaces, UTF-8, no NaN."""
    text = json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode()


def encode(value: object) -> bytes:
    """Return the canonical JSON of a frozen value."""
    return canonical(to_plain(value))


def to_plain(value: object) -> Any:
    """Return `value` as plain JSON types: bytes as lower-case hex, UUID as text, sets sorted."""
    if is_dataclass(value):
        return {field.name: to_plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, bytes):
        return value.hex()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, frozenset):
        return sorted(to_plain(item) for item in value)
    return value


def decode(kind: type[T], text: bytes) -> T:
    """Return the value of type `kind` that `text` is the canonical JSON of, or raise Malformed."""
    try:
        plain = json.loads(text)
        again = canonical(plain)
    except (ValueError, RecursionError) as error:
        raise Malformed("file", "this is not JSON") from error
    if again != text:
        raise Malformed("file", "this is not the canonical form")
    value: T = from_plain(kind, plain, "file")
    return value


def from_plain(kind: Any, plain: object, where: str) -> Any:
    """Return `plain` as a value of `kind`, or raise Malformed naming where it differs."""
    if hasattr(kind, "__supertype__"):
        return from_plain(kind.__supertype__, plain, where)
    origin = get_origin(kind)
    if origin is Annotated:
        value = from_plain(get_args(kind)[0], plain, where)
        _require_span(value, get_args(kind)[1], where)
        return value
    if origin in (Union, types.UnionType):
        inner = next(part for part in get_args(kind) if part is not type(None))
        return None if plain is None else from_plain(inner, plain, where)
    if origin in (tuple, frozenset):
        return _from_list(origin, get_args(kind)[0], plain, where)
    if origin is Literal:
        return _from_choices(get_args(kind), plain, where)
    return _from_object(kind, plain, where) if is_dataclass(kind) else _from_scalar(kind, plain, where)


def _require_span(value: Any, span: Span, where: str) -> None:
    size = value if isinstance(value, int) else len(value)
    if not span.least <= size <= span.most:
        raise Malformed(where, "too long, too short or out of range")


def _from_list(origin: Any, kind: Any, plain: object, where: str) -> Any:
    if not isinstance(plain, list):
        raise Malformed(where, "a list is expected")
    values = [from_plain(kind, item, f"{where}[{place}]") for place, item in enumerate(plain)]
    if origin is frozenset and (len(set(values)) != len(values) or sorted(plain) != plain):
        raise Malformed(where, "a sorted list without repeats is expected")
    return origin(values)


def _from_choices(choices: tuple[object, ...], plain: object, where: str) -> object:
    if not isinstance(plain, str) or plain not in choices:
        raise Malformed(where, "an unknown word")
    return plain


def _from_object(kind: Any, plain: object, where: str) -> Any:
    hints = typing.get_type_hints(kind, include_extras=True)
    if not isinstance(plain, dict) or set(plain) != set(hints):
        raise Malformed(where, "other fields are expected")
    return kind(**{name: from_plain(hint, plain[name], f"{where}.{name}") for name, hint in hints.items()})


def _from_scalar(kind: Any, plain: object, where: str) -> Any:
    if kind in (int, bool, str) and type(plain) is kind:
        return plain
    if kind in (bytes, UUID) and isinstance(plain, str):
        try:
            value = bytes.fromhex(plain) if kind is bytes else UUID(plain)
        except ValueError as error:
            raise Malformed(where, "this cannot be read") from error
        if to_plain(value) == plain:
            return value
    raise Malformed(where, "something else is expected")
