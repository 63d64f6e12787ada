"""Opening a bundle: nothing is parsed before its signature is good, or believed before its hash is."""

import hashlib
from collections.abc import Callable, Iterable

from bipdesk.domain.errors import (
    BundleDamaged,
    BundleForged,
    BundleMalformed,
    BundleNotForUs,
    BundleNotOne,
    BundleSenderUnknown,
    BundleTooNew,
)
from bipdesk.domain.sync import canonical
from bipdesk.export.bundles.body import (
    DOMAIN,
    KEY_LENGTH,
    Body,
    BodyBroken,
    LayoutTooNew,
    NotABody,
    payload_of,
    split_body,
)
from bipdesk.export.bundles.frame import FrameBroken, expand_frame
from bipdesk.export.bundles.limits import MAX_MANIFEST, MAX_PAYLOAD
from bipdesk.export.bundles.manifest import (
    Manifest,
    ManifestInvalid,
    ManifestTooNew,
    Section,
    parse_manifest,
)
from bipdesk.export.bundles.sealing import recipient_of, unseal
from bipdesk.export.bundles.values import SENT_BY, OpenedBundle, PinnedSender

Verify = Callable[[bytes, bytes, bytes], bool]
"""Takes public key, message and Ed25519 signature; True only when the signature is good."""


def read_bundle(data: bytes, identity: str, senders: Iterable[PinnedSender], verify: Verify) -> OpenedBundle:
    """Return what the sealed `data` holds, opened in memory with the secret age `identity`.

    Raises BundleNotOne, BundleCutShort, BundleDamaged, BundleNotForUs, BundleSenderUnknown, BundleForged,
    BundleMalformed, BundleTooNew or BundleTooLarge; whatever it raises, nothing was written anywhere.
    """
    plaintext = unseal(data, identity)
    sealed_sha256 = hashlib.sha256(data).hexdigest()
    return open_plaintext(plaintext, recipient_of(identity), senders, verify, sealed_sha256)


def open_plaintext(
    plaintext: bytes, recipient: str, senders: Iterable[PinnedSender], verify: Verify, sealed_sha256: str
) -> OpenedBundle:
    """Return what an unsealed bundle holds, for the office whose age recipient is `recipient`."""
    body = _body(plaintext)
    sender = _sender(body, senders, verify)
    manifest = _manifest(body)
    if not _is_from(manifest, sender):
        raise BundleMalformed
    if recipient not in manifest.recipients:
        raise BundleNotForUs
    sections = _sections(manifest, _payload(body, manifest))
    return OpenedBundle(
        bundle_id=manifest.bundle_id,
        kind=manifest.kind,
        sender=sender,
        recipients=manifest.recipients,
        created=manifest.created,
        schema=manifest.schema,
        stream=manifest.stream,
        sections=sections,
        sealed_sha256=sealed_sha256,
    )


def _body(plaintext: bytes) -> Body:
    try:
        return split_body(plaintext, KEY_LENGTH + MAX_MANIFEST)
    except NotABody:
        raise BundleNotOne from None
    except LayoutTooNew:
        raise BundleTooNew from None
    except BodyBroken:
        raise BundleDamaged from None


def _sender(body: Body, senders: Iterable[PinnedSender], verify: Verify) -> PinnedSender:
    known = {sender.sign_key: sender for sender in senders}
    sender = known.get(body.sender_key)
    if sender is None:
        raise BundleSenderUnknown
    if verify(sender.sign_key, DOMAIN + body.signed, body.signature) is not True:
        raise BundleForged
    return sender


def _manifest(body: Body) -> Manifest:
    try:
        return parse_manifest(body.manifest)
    except ManifestTooNew:
        raise BundleTooNew from None
    except ManifestInvalid:
        raise BundleMalformed from None


def _is_from(manifest: Manifest, sender: PinnedSender) -> bool:
    """Tell whether everything that names a sender names this one: a site must not speak for another."""
    speaks_for = manifest.sender, manifest.stream.get("org"), manifest.kind
    return speaks_for == (sender.org_id, sender.org_id.hex, SENT_BY[sender.kind])


def _payload(body: Body, manifest: Manifest) -> bytes:
    try:
        compressed = payload_of(body, manifest.compressed_length)
    except BodyBroken:
        raise BundleDamaged from None
    if hashlib.sha256(compressed).hexdigest() != manifest.sha256:
        raise BundleDamaged
    try:
        return expand_frame(compressed, manifest.length)
    except FrameBroken:
        raise BundleMalformed from None


def _sections(manifest: Manifest, payload: bytes) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    start = 0
    for section in manifest.sections:
        found[section.name] = _checked(section, payload[start : start + section.length])
        start += section.length
    return found


def _checked(section: Section, data: bytes) -> bytes:
    if hashlib.sha256(data).hexdigest() != section.sha256:
        raise BundleMalformed
    try:
        canonical.decode(data, MAX_PAYLOAD)
    except canonical.InvalidSyncData:
        raise BundleMalformed from None
    return data
