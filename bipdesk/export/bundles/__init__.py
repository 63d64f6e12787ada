"""Bundles: sealed files that carry records between offices on a stick; the format is in FORMAT.md."""

from bipdesk.export.bundles.audit import Allow, audit
from bipdesk.export.bundles.read import Verify, open_plaintext, read_bundle
from bipdesk.export.bundles.sealing import age_identity, is_recipient, recipient_of, seal
from bipdesk.export.bundles.values import (
    BundleContents,
    BundleKind,
    Json,
    OfficeKind,
    OpenedBundle,
    PinnedSender,
    new_bundle_id,
)
from bipdesk.export.bundles.write import Sign, assemble, write_bundle

__all__ = [
    "Allow",
    "BundleContents",
    "BundleKind",
    "Json",
    "OfficeKind",
    "OpenedBundle",
    "PinnedSender",
    "Sign",
    "Verify",
    "age_identity",
    "assemble",
    "audit",
    "is_recipient",
    "new_bundle_id",
    "open_plaintext",
    "read_bundle",
    "recipient_of",
    "seal",
    "write_bundle",
]
