"""One operation: what one save did to one row in one compartment, named by the hash of its text."""

import hmac
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from hashlib import blake2b
from typing import Any
from uuid import UUID

from bipdesk.domain.sync import canonical, shape
from bipdesk.domain.sync.canonical import InvalidSyncData

VERSION = 1
MAX_BODY = 1024 * 1024
_NAMED = ("v", "kind", "table", "row", "subject", "compartment", "org")
_FIELDS = frozenset((*_NAMED, "epoch", "user", "hlc", "sv", "clusters", "ctx", "salt"))
_COMPARTMENT = re.compile(r"[A-Z]{2,16}")
MAX_IDS = 10_000


class Kind(IntEnum):
    """What an operation does; the numbers are for ever, the gaps are for what is built later."""

    SET = 1
    APPEND = 2
    VOID = 3
    UNVOID = 4
    SHARE = 5
    TRANSFER = 6
    ACCEPT = 7
    ERASE = 8


UNDERSTOOD = frozenset((Kind.SET, Kind.VOID, Kind.UNVOID, Kind.SHARE))
"""Kinds this version folds; the others are kept unread until an upgrade."""


@dataclass(frozen=True, slots=True)
class Cluster:
    """A unit of merging as one operation writes it: values in JSON form, and what it overwrites."""

    value: Mapping[str, Any]
    preds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Op:
    """An operation as written down; `hlc` is 48 bits of milliseconds and 16 bits of counter."""

    kind: int
    table: str
    row: UUID
    subject: UUID | None
    compartment: str
    org: UUID
    epoch: UUID
    user: UUID
    hlc: int
    schema: int
    clusters: Mapping[str, Cluster]
    ctx: tuple[str, ...]
    salt: str


def new_salt() -> str:
    """Return 16 random bytes in hexadecimal: with them an id says nothing about what it names."""
    return secrets.token_hex(16)


def body_of(op: Op) -> str:
    """Return the canonical JSON of `op`."""
    return canonical.dumps(
        {
            "v": VERSION,
            "kind": int(op.kind),
            "table": op.table,
            "row": op.row.hex,
            "subject": op.subject.hex if op.subject else None,
            "compartment": op.compartment,
            "org": op.org.hex,
            "epoch": op.epoch.hex,
            "user": op.user.hex,
            "hlc": op.hlc,
            "sv": op.schema,
            "clusters": {name: [dict(c.value), sorted(c.preds)] for name, c in op.clusters.items()},
            "ctx": sorted(op.ctx),
            "salt": op.salt,
        }
    )


def op_id(body: str) -> str:
    """Return the id of the operation with this text: BLAKE2b-128, 32 hexadecimal digits."""
    return blake2b(b"bipdesk/op/1" + body.encode("utf-8"), digest_size=16).hexdigest()


def site_mac(key: bytes, identifier: str) -> str:
    """Return the mark by which a site knows its own operation again when another hands it back."""
    return blake2b(identifier.encode("ascii"), digest_size=16, key=key).hexdigest()


def parse(body: str) -> Op:
    """Return the operation in `body`, which may come from anyone; raises InvalidSyncData."""
    raw = shape.record(canonical.loads(body, MAX_BODY), _FIELDS, "operation")
    if raw["v"] != VERSION:
        raise InvalidSyncData("operation: another version of the format")
    compartment = shape.text(raw["compartment"], "compartment", 16)
    if not _COMPARTMENT.fullmatch(compartment):
        raise InvalidSyncData("compartment: not a name")
    return Op(
        kind=shape.number(raw["kind"], "kind", 1),
        table=shape.name(raw["table"], "table"),
        row=shape.identifier(raw["row"], "row"),
        subject=shape.optional(shape.identifier, raw["subject"], "subject"),
        compartment=compartment,
        org=shape.identifier(raw["org"], "org"),
        epoch=shape.identifier(raw["epoch"], "epoch"),
        user=shape.identifier(raw["user"], "user"),
        hlc=shape.number(raw["hlc"], "hlc"),
        schema=shape.number(raw["sv"], "schema version", 1),
        clusters=_clusters(raw["clusters"]),
        ctx=_ids(raw["ctx"], "ctx"),
        salt=shape.hex_id(raw["salt"], "salt"),
    )


def _clusters(raw: Any) -> dict[str, Cluster]:
    found = {}
    for name, entry in shape.table(raw, "clusters").items():
        value, preds = shape.array(entry, "cluster", 2)
        columns = shape.table(value, "cluster value")
        for column, item in columns.items():
            shape.name(column, "column")
            if isinstance(item, list) or (isinstance(item, dict) and set(item) != {"b64"}):
                raise InvalidSyncData("column value: neither a plain value nor bytes")
        found[shape.name(name, "cluster")] = Cluster(columns, _ids(preds, "preds"))
    return found


def _ids(raw: Any, what: str) -> tuple[str, ...]:
    ids = tuple(shape.hex_id(item, what) for item in shape.array(raw, what))
    if len(ids) > MAX_IDS or list(ids) != sorted(set(ids)):
        raise InvalidSyncData(f"{what}: too many, doubled or unsorted")
    return ids


def is_genuine(key: bytes, identifier: str, mac: str) -> bool:
    """Tell whether `mac` is the site's own mark on the operation of this id."""
    return hmac.compare_digest(site_mac(key, identifier), mac)
