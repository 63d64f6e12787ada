"""Sticks of the model: real bundle files, sealed and signed, opened and checked as the program does."""

from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bipdesk.domain.ids import OrgId
from bipdesk.domain.sync.audit import confines
from bipdesk.domain.sync.bundle import BundleContents, contents_from, sections_of, stream_of
from bipdesk.export import bundles
from bipdesk.export.bundles import BundleKind, OfficeKind, PinnedSender
from tests.db.journal.office import REGISTRY, START


def _verify(public: bytes, message: bytes, signature: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


@dataclass(frozen=True)
class Stick:
    """A file on its way, and what its sender put in (for the checks; the recipient reads the file alone)."""

    data: bytes
    sender: str
    recipient: str
    contents: BundleContents


class Keys:
    """The keys of one office and of those it knows."""

    def __init__(self, org: UUID, kind: OfficeKind) -> None:
        self.org = OrgId(org)
        self.kind = kind
        self.identity, self.recipient = bundles.age_identity()
        self._signing = Ed25519PrivateKey.generate()
        self.public = self._signing.public_key().public_bytes_raw()

    def seal(self, contents: BundleContents, to: "Keys", audited: bool = True) -> bytes:
        """Return the bundle file; `audited` is False for a hostile sender's own program."""
        kind = BundleKind.RECORDS if self.kind is OfficeKind.SITE else BundleKind.ANSWER
        allow = confines(contents.profile, contents.org, contents.recipient, REGISTRY)
        inside = bundles.BundleContents(
            kind, self.org, self.public, START, 1, stream_of(contents), sections_of(contents)
        )
        if audited:
            return bundles.write_bundle(inside, [to.recipient], self._signing.sign, allow)
        plain = bundles.assemble(inside, [to.recipient], self._signing.sign)
        return bundles.seal(plain, [to.recipient])

    def open(self, data: bytes, senders: list["Keys"]) -> BundleContents:
        """Return the contents of a bundle file from one of `senders`; raises UserError or InvalidSyncData."""
        pinned = [PinnedSender(k.org, k.kind, k.public) for k in senders]
        opened = bundles.read_bundle(data, self.identity, pinned, _verify)
        contents = contents_from(opened.stream, opened.sections)
        assert contents.org == opened.sender.org_id
        return contents
