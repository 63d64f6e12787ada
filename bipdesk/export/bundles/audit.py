"""The second reader: looks at a finished plaintext before it is sealed, and shares no code with the first.

It exists so that one mistake in the exporter or the reader cannot let an entry out (`sync.md` 5.3, layer 3).
It knows the sections and the fields of an operation by heart; what it cannot name it does not let out.
"""

import hashlib
import io
import json
import struct
import sys
from collections.abc import Callable, Mapping
from typing import Any

from bipdesk.domain.errors import BundleNotConfined

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdError, ZstdFile
else:
    from backports.zstd import ZstdError, ZstdFile

Allow = Callable[[str, Mapping[str, Any]], bool]
"""Asked for each operation, with the section it stands in; True only if all of it may leave."""

_MANIFEST = [
    "bundle", "created", "kind", "len", "recipients", "schema",
    "sections", "sender", "sha256", "stream", "v", "zlen",
]  # fmt: skip
_STREAM = ["base", "chain_base", "chain_top", "epoch", "org", "profile", "recipient", "stream", "top"]
_ENTRIES = {
    "items": ["body", "mac", "op_id"],
    "receipts": ["chain", "forked_at", "have", "quarantined", "regress", "sender_epoch", "stream"],
    "returns": ["body", "mac"],
}
_OPERATION = [
    "clusters", "compartment", "ctx", "epoch", "hlc", "kind", "org",
    "row", "salt", "subject", "sv", "table", "user", "v",
]  # fmt: skip


class _Outside(Exception):
    """Something that may not leave: the section and the position in it."""


def audit(plaintext: bytes, allow: Allow) -> None:
    """Read `plaintext` from its first byte to its last and ask `allow` about every operation in it.

    Raises BundleNotConfined (section, position) for the first thing that may not leave, or is not expected.
    """
    try:
        _audit(io.BytesIO(plaintext), allow)
    except _Outside as error:
        section, position = error.args
        raise BundleNotConfined(section=section, position=position) from None
    except (LookupError, TypeError, ValueError, EOFError, struct.error, ZstdError) as error:
        raise BundleNotConfined(section=type(error).__name__, position=0) from error


def _audit(source: io.BytesIO, allow: Allow) -> None:
    _expect(source.read(16) == b"bipdesk/bundle/\x01", "magic", 0)
    (signed_length,) = struct.unpack(">I", source.read(4))
    source.seek(32, io.SEEK_CUR)
    manifest = json.loads(source.read(signed_length - 32), object_pairs_hook=_once_each)
    _expect(list(manifest) == _MANIFEST and list(manifest["stream"]) == _STREAM, "manifest", 0)
    source.seek(64, io.SEEK_CUR)
    frame = io.BytesIO(source.read(manifest["zlen"]))
    _expect(not source.read().strip(b"\0"), "padding", 0)
    with ZstdFile(frame) as payload:
        for entry in manifest["sections"]:
            data = payload.read(entry["len"])
            _expect(hashlib.sha256(data).hexdigest() == entry["sha256"], entry["name"], 0)
            _audit_section(entry["name"], json.loads(data, object_pairs_hook=_once_each), allow)
        _expect(payload.read(1) == b"", "payload", manifest["len"])


def _audit_section(name: str, content: Any, allow: Allow) -> None:
    _expect(type(content) is list and name in _ENTRIES, name, 0)
    for position, entry in enumerate(content):
        _expect(list(entry) == _ENTRIES[name], name, position)
        if name != "receipts":
            body = entry["body"]
            _expect((body is None and name == "items") or _may_leave(name, body, allow), name, position)


def _may_leave(section: str, body: str, allow: Allow) -> bool:
    operation = json.loads(body, object_pairs_hook=_once_each)
    return list(operation) == _OPERATION and allow(section, operation) is True


def _expect(holds: bool, section: str, position: int) -> None:
    if not holds:
        raise _Outside(section, position)


def _once_each(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found
