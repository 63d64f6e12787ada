"""What one bundle carries, as plain values, and its canonical JSON sections."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from bipdesk.domain.sync import canonical, shape
from bipdesk.domain.sync.canonical import InvalidSyncData
from bipdesk.domain.sync.op import MAX_BODY


@dataclass(frozen=True, slots=True)
class Item:
    """One position of a stream: an operation, or (body None) one that may no longer be sent."""

    pos: int
    op_id: str
    body: str | None
    mac: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receiver confirms of one stream: everything up to `have`, and what it could not take."""

    stream: UUID
    sender_epoch: UUID
    have: int
    chain: str
    forked_at: int | None
    regress: bool
    quarantined: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Returned:
    """An operation handed back to the site that wrote it, with the site's own mark."""

    body: str
    mac: str


@dataclass(frozen=True, slots=True)
class BundleContents:
    """Everything after the last confirmed position of one stream, with receipts and hand-backs."""

    stream: UUID
    epoch: UUID
    org: UUID
    recipient: UUID
    profile: str
    base: int
    top: int
    chain_base: str
    chain_top: str
    items: tuple[Item, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    returns: tuple[Returned, ...] = ()


_HEADER = ("stream", "epoch", "org", "recipient", "profile", "base", "top", "chain_base", "chain_top")
_RECEIPT = ("stream", "sender_epoch", "have", "chain", "forked_at", "regress", "quarantined")
_ITEM = ("op_id", "body", "mac")
_RETURNED = ("body", "mac")
SECTIONS = ("items", "receipts", "returns")


def stream_of(contents: BundleContents) -> dict[str, Any]:
    """Return the part that belongs into the signed manifest, in JSON form."""
    return _plain(contents, _HEADER)


def sections_of(contents: BundleContents) -> dict[str, bytes]:
    """Return the sections by the names of `SECTIONS`, each the canonical JSON of a list of objects."""
    sections = {
        "items": [_plain(i, _ITEM) for i in contents.items],
        "receipts": [_plain(r, _RECEIPT) for r in contents.receipts],
        "returns": [_plain(r, _RETURNED) for r in contents.returns],
    }
    return {name: canonical.dumps(value).encode("utf-8") for name, value in sections.items()}


def contents_from(stream: Mapping[str, Any], sections: Mapping[str, bytes]) -> BundleContents:
    """Return the contents of an opened bundle; raises InvalidSyncData unless they are of exactly our form.

    The items fill the positions from `base` + 1 to `top`; the operations inside are read later, one by one.
    """
    shape.record(dict(sections), SECTIONS, "sections")
    raw = {name: canonical.decode(data) for name, data in sections.items()}
    head = shape.record(dict(stream), _HEADER, "stream")
    base, top = shape.number(head["base"], "base"), shape.number(head["top"], "top")
    items = shape.array(raw["items"], "items", top - base)
    return BundleContents(
        stream=shape.identifier(head["stream"], "stream"),
        epoch=shape.identifier(head["epoch"], "epoch"),
        org=shape.identifier(head["org"], "org"),
        recipient=shape.identifier(head["recipient"], "recipient"),
        profile=shape.name(head["profile"], "profile"),
        base=base,
        top=top,
        chain_base=shape.hex_id(head["chain_base"], "chain"),
        chain_top=shape.hex_id(head["chain_top"], "chain"),
        items=tuple(_item(base + n, entry) for n, entry in enumerate(items, 1)),
        receipts=tuple(_receipt(entry) for entry in shape.array(raw["receipts"], "receipts")),
        returns=tuple(_returned(entry) for entry in shape.array(raw["returns"], "returns")),
    )


def _item(pos: int, raw: Any) -> Item:
    entry = shape.record(raw, _ITEM, "item")
    body = None if entry["body"] is None else shape.text(entry["body"], "item", MAX_BODY)
    return Item(pos, shape.hex_id(entry["op_id"], "item"), body, shape.hex_id(entry["mac"], "mark"))


def _returned(raw: Any) -> Returned:
    entry = shape.record(raw, _RETURNED, "hand-back")
    return Returned(shape.text(entry["body"], "hand-back", MAX_BODY), shape.hex_id(entry["mac"], "mark"))


def _receipt(raw: Any) -> Receipt:
    entry = shape.record(raw, _RECEIPT, "receipt")
    pairs = [shape.array(pair, "quarantined", 2) for pair in shape.array(entry["quarantined"], "quarantined")]
    return Receipt(
        stream=shape.identifier(entry["stream"], "stream"),
        sender_epoch=shape.identifier(entry["sender_epoch"], "epoch"),
        have=shape.number(entry["have"], "have"),
        chain=shape.hex_id(entry["chain"], "chain"),
        forked_at=None if entry["forked_at"] is None else shape.number(entry["forked_at"], "fork", 1),
        regress=shape.flag(entry["regress"], "regress"),
        quarantined=tuple((shape.hex_id(i, "id"), shape.text(why, "reason")) for i, why in pairs),
    )


def _plain(value: object, names: Sequence[str]) -> dict[str, Any]:
    return {name: _json(getattr(value, name)) for name in names}


def _json(value: Any) -> Any:
    if isinstance(value, UUID):
        return value.hex
    return [list(pair) for pair in value] if isinstance(value, tuple) else value


def check_run(contents: BundleContents, chain_end: str) -> None:
    """Raise InvalidSyncData unless the items are the run the header names and lead to `chain_end`."""
    expected = list(range(contents.base + 1, contents.top + 1))
    if [item.pos for item in contents.items] != expected or chain_end != contents.chain_top:
        raise InvalidSyncData("items: not the run that the header names")
