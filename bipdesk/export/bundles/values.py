"""What goes into a bundle and what comes out of one."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from bipdesk.domain.ids import OrgId

Json: TypeAlias = "bool | int | str | list[Json] | dict[str, Json] | None"
"""What may stand in a bundle; never a float, which drifts."""


class BundleKind(StrEnum):
    """Which way a bundle travels: a site's records, or the county's answer with receipts and returns."""

    RECORDS = "records"
    ANSWER = "answer"


class OfficeKind(StrEnum):
    """What an office is to the other: a programme's site, or the county."""

    SITE = "site"
    COUNTY = "county"


SENT_BY = {OfficeKind.SITE: BundleKind.RECORDS, OfficeKind.COUNTY: BundleKind.ANSWER}
"""The one kind of bundle each office sends: a site cannot issue receipts, a county cannot send records."""


def new_bundle_id() -> str:
    """Return 128 random bits as 32 hexadecimal digits."""
    return secrets.token_hex(16)


@dataclass(frozen=True, slots=True)
class BundleContents:
    """Everything a sender puts into one bundle; `sections` are canonical JSON (see FORMAT.md)."""

    kind: BundleKind
    sender: OrgId
    sender_key: bytes
    created: datetime
    schema: int
    stream: Mapping[str, Json]
    sections: Mapping[str, bytes]
    bundle_id: str = field(default_factory=new_bundle_id)


@dataclass(frozen=True, slots=True)
class PinnedSender:
    """An office whose enrolment card was typed in and compared; nobody else's bundle is read."""

    org_id: OrgId
    kind: OfficeKind
    sign_key: bytes


@dataclass(frozen=True, slots=True)
class OpenedBundle:
    """A bundle that passed every check; each section is canonical JSON, its shape yet to be read."""

    bundle_id: str
    kind: BundleKind
    sender: PinnedSender
    recipients: tuple[str, ...]
    created: datetime
    schema: int
    stream: Mapping[str, Json]
    sections: Mapping[str, bytes]
    sealed_sha256: str
