"""Plaintexts as a malicious but enrolled site could sign them, built without the writer."""

import hashlib
import sys
from typing import Any

from bipdesk.domain.sync import canonical
from bipdesk.export.bundles import OpenedBundle, open_plaintext
from bipdesk.export.bundles.body import DOMAIN, join_body
from tests.export.bundles.offices import COUNTY, ITEMS, SITE, section, stream_from, verify

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd


def frame_of(data: bytes, window_log: int = 0) -> bytes:
    """Return a zstd frame of `data`, made without the writer; 0 leaves the window to the library."""
    options: dict[int, int] = {zstd.CompressionParameter.window_log: window_log}
    return bytes(zstd.compress(data, options=options))


def sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def fields(payload: bytes, frame: bytes) -> dict[str, Any]:
    """Return an honest manifest for one section `items`; tests spoil it afterwards."""
    return {
        "bundle": "00" * 16,
        "created": "2026-11-21T20:15:00Z",
        "kind": "records",
        "len": len(payload),
        "recipients": [COUNTY.recipient],
        "schema": 1,
        "sections": [{"len": len(payload), "name": "items", "sha256": sha(payload)}],
        "sender": str(SITE.org_id),
        "sha256": sha(frame),
        "stream": stream_from(SITE, COUNTY),
        "v": 1,
        "zlen": len(frame),
    }


def signed_body(manifest: bytes, frame: bytes) -> bytes:
    """Return a plaintext with a good signature over whatever `manifest` is."""
    signed = SITE.sign_key + manifest
    return join_body(signed, SITE.sign(DOMAIN + signed), frame)


def lying_body(changes: dict[str, object]) -> bytes:
    """Return a well-signed plaintext around the usual payload with `changes` to the manifest."""
    return body(None, None, **changes)


def body(payload: bytes | None = None, frame: bytes | None = None, **changes: object) -> bytes:
    """Return a well-signed plaintext with `changes` to the manifest."""
    payload = section(ITEMS) if payload is None else payload
    frame = frame_of(payload) if frame is None else frame
    manifest = fields(payload, frame) | changes
    return signed_body(canonical.dumps(manifest).encode(), frame)


def opened(plaintext: bytes) -> OpenedBundle:
    """Open `plaintext` as the county does after decryption."""
    return open_plaintext(plaintext, COUNTY.recipient, [SITE.pinned()], verify, "")
