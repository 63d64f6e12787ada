"""Making a bundle: put together, read back by a second reader, and only then sealed."""

import hashlib
from collections.abc import Callable, Sequence

from bipdesk.domain.sync import canonical
from bipdesk.export.bundles.audit import Allow, audit
from bipdesk.export.bundles.body import DOMAIN, KEY_LENGTH, join_body
from bipdesk.export.bundles.frame import compress_frame
from bipdesk.export.bundles.limits import MAX_PAYLOAD
from bipdesk.export.bundles.manifest import Manifest, Section, manifest_bytes
from bipdesk.export.bundles.sealing import is_recipient, seal
from bipdesk.export.bundles.values import BundleContents

Sign = Callable[[bytes], bytes]
"""Takes the message, gives the 64 bytes of its Ed25519 signature by the sender's key."""


def write_bundle(contents: BundleContents, recipients: Sequence[str], sign: Sign, allow: Allow) -> bytes:
    """Return the sealed bytes of a bundle for `recipients` (age1…), ready for `stick.put`.

    `allow` is asked about every operation by the second reader before anything is sealed;
    raises BundleNotConfined when it says no, ValueError for contents that are not as `BundleContents` says.
    """
    plaintext = assemble(contents, recipients, sign)
    audit(plaintext, allow)
    return seal(plaintext, recipients)


def assemble(contents: BundleContents, recipients: Sequence[str], sign: Sign) -> bytes:
    """Return the signed, padded plaintext of a bundle, not yet audited and not yet sealed."""
    if len(contents.sender_key) != KEY_LENGTH:
        raise ValueError("an Ed25519 public key has 32 bytes")
    if contents.created.tzinfo is None:
        raise ValueError("the time of making needs its zone")
    if not all(is_recipient(recipient) for recipient in recipients):
        raise ValueError("a recipient is no age X25519 recipient")
    ordered = sorted(contents.sections.items())
    for _, data in ordered:
        canonical.decode(data, MAX_PAYLOAD)
    payload = b"".join(data for _, data in ordered)
    compressed = compress_frame(payload)
    manifest = Manifest(
        bundle_id=contents.bundle_id,
        kind=contents.kind,
        sender=contents.sender,
        recipients=tuple(sorted(recipients)),
        created=contents.created,
        schema=contents.schema,
        stream=contents.stream,
        sections=tuple(Section(name, len(data), _sha256(data)) for name, data in ordered),
        compressed_length=len(compressed),
        length=len(payload),
        sha256=_sha256(compressed),
    )
    signed = contents.sender_key + manifest_bytes(manifest)
    return join_body(signed, sign(DOMAIN + signed), compressed)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
