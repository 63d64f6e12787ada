"""Two offices with real keys, and the small plaintexts that hostile tests start from."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from bipdesk.domain.ids import OrgId
from bipdesk.domain.sync import canonical
from bipdesk.domain.sync.op import Cluster, Op, body_of, op_id
from bipdesk.export.bundles import (
    BundleContents,
    BundleKind,
    Json,
    OfficeKind,
    PinnedSender,
    age_identity,
    recipient_of,
)


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Check an Ed25519 signature as the keys package does."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def allow_all(section: str, operation: object) -> bool:
    """Let everything pass: for tests that are not about the audit."""
    return True


@dataclass(frozen=True)
class Office:
    """One office with both its key pairs."""

    org_id: OrgId
    kind: OfficeKind
    signing: Ed25519PrivateKey
    identity: str

    @property
    def recipient(self) -> str:
        return recipient_of(self.identity)

    @property
    def sign_key(self) -> bytes:
        return self.signing.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        return self.signing.sign(message)

    def pinned(self) -> PinnedSender:
        return PinnedSender(self.org_id, self.kind, self.sign_key)


def office(number: int, kind: OfficeKind) -> Office:
    signing = Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32)
    return Office(OrgId(UUID(int=number)), kind, signing, age_identity()[0])


SITE = office(1, OfficeKind.SITE)
COUNTY = office(2, OfficeKind.COUNTY)
OTHER_COUNTY = office(3, OfficeKind.COUNTY)


def operation(table: str = "attendance", **changes: Any) -> str:
    """Return the body of an operation on `table`, as the journal writes it."""
    fields: dict[str, Any] = {
        "kind": 1, "row": UUID(int=7), "subject": UUID(int=8), "compartment": "COURT", "org": SITE.org_id,
        "epoch": UUID(int=9), "user": UUID(int=10), "hlc": 1, "schema": 1, "ctx": (), "salt": "5a" * 16,
        "clusters": {"mark": Cluster({"mark": "attended"}, ())},
    }  # fmt: skip
    return body_of(Op(table=table, **(fields | changes)))


def item(body: str | None) -> Json:
    return {"op_id": op_id(body) if body else "00" * 16, "body": body, "mac": "ab" * 16}


ITEMS: list[Json] = [
    item(operation()),
    item(operation(clusters={"name": Cluster({"first": "Ærlig", "last": "Ünal 李"}, ())})),
    item(None),
]


def section(rows: object) -> bytes:
    return canonical.dumps(rows).encode()


def stream_from(sender: Office, recipient: Office) -> dict[str, Json]:
    """Return the fields of a stream, as the journal gives them for the manifest."""
    return {
        "stream": "01" * 16, "epoch": "09" * 16, "org": sender.org_id.hex, "recipient": recipient.org_id.hex,
        "profile": "county-case/1", "base": 0, "top": 3, "chain_base": "00" * 16, "chain_top": "0f" * 16,
    }  # fmt: skip


def contents(**changes: object) -> BundleContents:
    """Return a small bundle from the site, with `changes` to its fields."""
    fields: dict[str, object] = {
        "kind": BundleKind.RECORDS,
        "sender": SITE.org_id,
        "sender_key": SITE.sign_key,
        "created": datetime(2026, 11, 21, 20, 15, tzinfo=UTC),
        "schema": 1,
        "stream": stream_from(SITE, COUNTY),
        "sections": {"items": section(ITEMS), "receipts": section([])},
        "bundle_id": "00112233445566778899aabbccddeeff",
    }
    return BundleContents(**(fields | changes))  # type: ignore[arg-type]
