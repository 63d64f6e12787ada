"""The second reader: looks at a finished plaintext before it is sealed, and shares no code with the first.

It exists so that one mistake in the exporter or in the reader cannot let a row out (`sync.md` 5.3, layer 3).
"""

import hashlib
import io
import json
import struct
import sys
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bipdesk.domain.errors import BundleNotConfined

if sys.version_info >= (3, 14):
    from compression.zstd import ZstdFile
else:
    from backports.zstd import ZstdFile

Allow = Callable[[str, Mapping[str, object]], bool]
"""Asked with a section's name and one of its objects; True only for what may leave this office."""

_MANIFEST_KEYS = [
    "bundle", "created", "kind", "len", "recipients", "schema",
    "sections", "sender", "sha256", "stream", "v", "zlen",
]  # fmt: skip


def audit(plaintext: bytes, allow: Allow) -> None:
    """Read `plaintext` from its first byte to its last and ask `allow` about every object in it.

    Raises BundleNotConfined (section, position) for the first thing that may not leave, and for anything
    that this reader does not expect to find: what it cannot name it does not let out.
    """
    source = io.BytesIO(plaintext)
    if source.read(16) != b"bipdesk/bundle/\x01":
        raise BundleNotConfined(section="magic", position=0)
    (signed_length,) = struct.unpack(">I", source.read(4))
    source.seek(32, io.SEEK_CUR)
    manifest: dict[str, Any] = json.loads(source.read(signed_length - 32))
    if list(manifest) != _MANIFEST_KEYS:
        raise BundleNotConfined(section="manifest", position=0)
    source.seek(64, io.SEEK_CUR)
    frame = source.read(manifest["zlen"])
    if source.read().strip(b"\0"):
        raise BundleNotConfined(section="padding", position=source.tell())
    _audit_payload(manifest, frame, allow)


def _audit_payload(manifest: dict[str, Any], frame: bytes, allow: Allow) -> None:
    with ZstdFile(io.BytesIO(frame)) as payload:
        for entry in manifest["sections"]:
            data = payload.read(entry["len"])
            if hashlib.sha256(data).hexdigest() != entry["sha256"]:
                raise BundleNotConfined(section=entry["name"], position=0)
            for position, item in enumerate(_objects(entry["name"], data)):
                if allow(entry["name"], item) is not True:
                    raise BundleNotConfined(section=entry["name"], position=position)
        if payload.read(1):
            raise BundleNotConfined(section="payload", position=manifest["len"])


def _objects(section: str, data: bytes) -> Iterator[Mapping[str, object]]:
    items = json.loads(data, object_pairs_hook=lambda pairs: _once_each(section, pairs))
    if not isinstance(items, list):
        raise BundleNotConfined(section=section, position=0)
    for position, item in enumerate(items):
        if not isinstance(item, dict):
            raise BundleNotConfined(section=section, position=position)
        yield item


def _once_each(section: str, pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BundleNotConfined(section=section, position=0)
    return found
